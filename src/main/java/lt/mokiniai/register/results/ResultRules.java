package lt.mokiniai.register.results;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.reference.CodeEntries;
import lt.mokiniai.register.results.facts.AssessmentKind;
import lt.mokiniai.register.results.facts.ResultKey;
import lt.mokiniai.register.results.facts.ResultValue;
import lt.mokiniai.register.results.facts.ResultValue.Scale;
import lt.mokiniai.register.writing.ToldValues;
import lt.mokiniai.wsdl.results.ToldResult;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a result that a message tells, whoever it is of: its codes, and what its kind needs. Each wrong value is told by its
 * path.
 *
 * @param codes the entries of {@link #LISTS}
 * @param today until which a result can have been decided
 */
public record ResultRules(CodeEntries codes, LocalDate today) {

    /** The lists whose codes a result has. */
    public static final Set<String> LISTS =
            Set.of("ASSESSMENT_KIND", "SUBJECT", "COURSE", "PASS_FAIL", "ACHIEVEMENT_LEVEL", "LANGUAGE");

    /** Gives the value that a message tells. */
    public static ResultValue value(ToldResult told) {
        return new ResultValue(told.getGrade(), told.getPassFail(), told.getLevel(), told.getScore());
    }

    /** Gives what tells a result from others. */
    public static ResultKey key(ToldResult told) {
        return new ResultKey(
                told.getKind(), told.getSubject(), told.getModule(), told.getCourse(), told.getSchoolYear());
    }

    /**
     * Looks at a result.
     *
     * @param path of the element that tells the result, with a slash at its end
     */
    public void look(Findings findings, ToldResult told, TaughtProgramme programme, String path) {
        LocalDate day = told.getDecidedOn();
        findings.requires(!day.isAfter(today), path + "decidedOn", ExchangeError.NOT_DECIDED_YET);
        code(findings, "SUBJECT", told.getSubject(), day, path + "subject");
        code(findings, "COURSE", told.getCourse(), day, path + "course");
        code(findings, "PASS_FAIL", told.getPassFail(), day, path + "passFail");
        code(findings, "ACHIEVEMENT_LEVEL", told.getLevel(), day, path + "level");
        code(findings, "LANGUAGE", told.getLanguage(), day, path + "language");
        Optional<AssessmentKind> kind = code(findings, "ASSESSMENT_KIND", told.getKind(), day, path + "kind")
                ? AssessmentKind.named(told.getKind())
                : Optional.empty();
        kind.ifPresent(known -> {
            Scale scale = value(told).scale();
            findings.requires(known.isTold(scale), path + scale.element(), ExchangeError.SCALE_OF_ASSESSMENT);
            look(findings, known, told, programme, path);
        });
    }

    private static void look(
            Findings findings, AssessmentKind kind, ToldResult told, TaughtProgramme programme, String path) {
        String module = told.getModule();
        boolean isOfItsKind = findings.requires(
                kind.isOfModule() == (module != null),
                path + (module == null ? "subject" : "module"),
                ExchangeError.SUBJECT_OF_ASSESSMENT);
        findings.requires(
                module == null || told.getCourse() == null, path + "course", ExchangeError.SUBJECT_OF_ASSESSMENT);
        if (isOfItsKind && kind.isVocational()) {
            findings.requires(
                    module == null ? programme.isVocational() : programme.mayHave(module),
                    path + (module == null ? "kind" : "module"),
                    ExchangeError.MODULE_OF_PROGRAMME);
        }
    }

    private boolean code(Findings findings, String list, @Nullable String code, LocalDate day, String field) {
        return ToldValues.requireKnown(findings, code == null || codes.has(list, code, day), list, field);
    }
}
