package lt.mokiniai.register.enrolments.classes;

import java.util.List;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.wsdl.enrolments.BegunEnrolment;
import lt.mokiniai.wsdl.enrolments.ClassEntryOutcome;
import lt.mokiniai.wsdl.enrolments.EntryOutcome;
import lt.mokiniai.wsdl.types.BilingualText;
import lt.mokiniai.wsdl.types.Warning;
import org.jspecify.annotations.Nullable;

/**
 * What came of an entry of a list, as it is kept and told.
 *
 * @param outcome whether it was done
 * @param enrolment the enrolment that it names, with its version where it was done
 * @param begun the enrolment that began, where the programme was changed
 * @param findings the warnings that were overruled, or why it was refused; no personal data
 */
record KeptEntry(
        EntryOutcome outcome, Seen enrolment, @Nullable Seen begun, List<Finding> findings) {

    /**
     * An enrolment.
     *
     * @param version after the message; nothing where it was not written
     */
    record Seen(String enrolmentId, @Nullable String version) {}

    /** A warning, or what is wrong; by the path of the field. */
    record Finding(String code, @Nullable String field, Text message) {

        static Finding of(Problem problem, EntryPaths paths) {
            return new Finding(problem.error().code(), paths.of(problem), problem.message());
        }

        static Finding of(Warning warning, EntryPaths paths) {
            return new Finding(
                    warning.getCode(), paths.of(warning.getField()), new Text(warning.getLt(), warning.getEn()));
        }
    }

    /** Gives what is told of an entry that broke rules. */
    static KeptEntry refused(String enrolmentId, ExchangeException refusal, EntryPaths paths) {
        List<Problem> all = refusal.problems().isEmpty() ? List.of(refusal.problem()) : refusal.problems();
        return new KeptEntry(
                EntryOutcome.REFUSED,
                new Seen(enrolmentId, null),
                null,
                all.stream()
                        .map(each -> Finding.of(each, paths))
                        .distinct()
                        .limit(MOST_FINDINGS)
                        .toList());
    }

    /** As many as an answer has room for. */
    private static final int MOST_FINDINGS = 50;

    /** Gives the same without versions, which nothing has that is undone. */
    KeptEntry undone() {
        return new KeptEntry(outcome, new Seen(enrolment.enrolmentId, null), null, findings);
    }

    /** Gives it in the words of the schema. */
    ClassEntryOutcome told() {
        ClassEntryOutcome told = new ClassEntryOutcome();
        told.setEnrolmentId(enrolment.enrolmentId);
        told.setOutcome(outcome);
        told.setVersion(enrolment.version);
        if (begun != null) {
            BegunEnrolment other = new BegunEnrolment();
            other.setEnrolmentId(begun.enrolmentId);
            other.setVersion(begun.version);
            told.setBegun(other);
        }
        if (outcome == EntryOutcome.DONE) {
            told.getWarning().addAll(warnings().toList());
        } else {
            findings.forEach(finding -> told.getProblem().add(problem(finding)));
        }
        return told;
    }

    private Stream<Warning> warnings() {
        return findings.stream().map(finding -> {
            Warning warning = new Warning();
            warning.setCode(finding.code);
            warning.setField(finding.field);
            warning.setLt(finding.message.lt());
            warning.setEn(finding.message.en());
            return warning;
        });
    }

    private static lt.mokiniai.wsdl.types.Problem problem(Finding finding) {
        lt.mokiniai.wsdl.types.Problem problem = new lt.mokiniai.wsdl.types.Problem();
        problem.setCode(finding.code);
        problem.setField(finding.field);
        problem.setMessage(text(finding.message));
        problem.setRemedy(text(ExchangeError.of(finding.code).orElseThrow().remedy()));
        return problem;
    }

    private static BilingualText text(Text text) {
        BilingualText told = new BilingualText();
        told.setLt(text.lt());
        told.setEn(text.en());
        return told;
    }
}
