package lt.mokiniai.intake.values;

import java.time.LocalDate;
import java.util.Optional;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordProblem;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.InstitutionCode.Kind;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.reference.Institutions;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.types.Institution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at values of records by what the register knows: code lists, institutions, today. */
@Component
public class RecordValues {

    private final CodeLists codes;
    private final Institutions institutions;
    private final ReadTimes times;

    RecordValues(CodeLists codes, Institutions institutions, ReadTimes times) {
        this.codes = codes;
        this.institutions = institutions;
        this.times = times;
    }

    /** The register's day. */
    public LocalDate today() {
        return times.today();
    }

    /** Tells that a field does not fit where a condition does not hold. */
    public static void requires(boolean condition, RecordProblem problem, String field, RecordFindings findings) {
        if (!condition) {
            findings.add(problem, field);
        }
    }

    /** Looks whether a list has a code, where one is told: today, or on the last day of what has ended. */
    public void code(
            String list, @Nullable String code, @Nullable LocalDate end, String field, RecordFindings findings) {
        LocalDate today = times.today();
        LocalDate day = end == null || end.isAfter(today) ? today : end;
        if (code != null && !codes.has(list, code, day)) {
            findings.add(ValueProblem.UNKNOWN_CODE, field, Text.same(list));
        }
    }

    /** Looks whether an institution is one of its kind, and gives its code. */
    public Optional<InstitutionCode> institution(Institution told, String field, RecordFindings findings) {
        Optional<Kind> kind = Kind.named(told.getKind());
        if (kind.isEmpty()) {
            findings.add(ValueProblem.UNKNOWN_CODE, field + "/kind", Text.same("INSTITUTION_CODE_KIND"));
        } else if (!kind.get().isCode(told.getCode())) {
            findings.add(
                    ValueProblem.NOT_A_CODE,
                    field + "/code",
                    Text.same(kind.get().name()));
        }
        return kind.filter(each -> each.isCode(told.getCode())).map(each -> new InstitutionCode(each, told.getCode()));
    }

    /** Looks whether the register knows an institution, and gives it; nobody complains of one that may still come. */
    public Optional<Institutions.Known> known(Institution told, String field, RecordFindings findings) {
        Optional<InstitutionCode> code = institution(told, field, findings);
        Optional<Institutions.Known> found = code.map(InstitutionCode::value).flatMap(institutions::find);
        if (code.isPresent() && found.isEmpty() && !findings.isEarly()) {
            findings.add(ValueProblem.UNKNOWN_INSTITUTION, field);
        }
        return found;
    }

    /** Looks whether what begins does not end before. */
    public void order(LocalDate from, @Nullable LocalDate to, String field, RecordFindings findings) {
        requires(to == null || !to.isBefore(from), ValueProblem.ENDS_BEFORE_BEGINNING, field, findings);
    }

    /** Looks at the day since which a change holds: it has come, and is not before the registration. */
    public void changedOn(@Nullable LocalDate day, LocalDate registered, RecordFindings findings) {
        requires(day == null || !day.isAfter(times.today()), ValueProblem.AHEAD, "changedOn", findings);
        requires(day == null || !day.isBefore(registered), ValueProblem.BEFORE_REGISTRATION, "changedOn", findings);
    }
}
