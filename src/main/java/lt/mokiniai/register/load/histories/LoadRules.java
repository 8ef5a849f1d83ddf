package lt.mokiniai.register.load.histories;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import lt.mokiniai.register.enrolments.rules.EnrolmentRules;
import lt.mokiniai.register.enrolments.rules.KeptOffers;
import lt.mokiniai.register.enrolments.rules.RequestedValues;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.reference.CodeEntries;
import lt.mokiniai.register.results.ResultRules;
import lt.mokiniai.register.results.TaughtProgramme;
import lt.mokiniai.register.students.writes.ToldIdentities;
import lt.mokiniai.register.writing.ToldValues;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the operations, by code lists and by offers that are kept in memory for the load.
 *
 * @param modules those of each programme, by its state code
 */
public record LoadRules(
        ToldValues values,
        ToldIdentities identities,
        RequestedValues requested,
        CodeEntries codes,
        KeptOffers offers,
        Map<String, TaughtProgramme> modules) {

    private static final TaughtProgramme UNKNOWN = new TaughtProgramme(null, Set.of());

    /** What must hold of an enrolment by what else is known. */
    EnrolmentRules enrolments() {
        return new EnrolmentRules(offers);
    }

    /** What must hold of a result by itself. */
    ResultRules results() {
        return new ResultRules(codes, values.today());
    }

    /** The programme of a result. */
    TaughtProgramme taught(String programme) {
        return modules.getOrDefault(programme, UNKNOWN);
    }

    /** Looks at a code of a record, of a list as it is on a day. */
    void code(StudentFindings findings, FormRecord record, String list, @Nullable LocalDate day, String column) {
        values.code(findings.of(record), list, record.text(column), day == null ? values.today() : day, column);
    }

    /** Tells where a record names an institution or a programme that nobody knows. */
    boolean areKnown(StudentFindings findings, FormRecord record) {
        boolean isInstitution = offers.isKnown(record.required("institution"));
        if (!isInstitution) {
            findings.tell(record, "institution", LoadProblem.UNKNOWN_REFERENCE);
        }
        boolean isProgramme = offers.isProgramme(record.required("programme"));
        if (!isProgramme) {
            findings.tell(record, "programme", LoadProblem.UNKNOWN_REFERENCE);
        }
        return isInstitution && isProgramme;
    }

    /** Whether a programme has a module. */
    boolean isModule(String programme, String module) {
        return taught(programme).modules().contains(module);
    }
}
