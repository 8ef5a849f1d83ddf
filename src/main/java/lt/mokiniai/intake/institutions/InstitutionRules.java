package lt.mokiniai.intake.institutions;

import static lt.mokiniai.intake.values.RecordValues.requires;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.values.RecordValues;
import lt.mokiniai.intake.values.ValueProblem;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.InstitutionCode.Kind;
import lt.mokiniai.register.reference.Institutions;
import lt.mokiniai.wsdl.intake.InstitutionRecord;
import lt.mokiniai.wsdl.types.Institution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must hold of the record of an institution (docs/sources/institutions.md). */
@Component
class InstitutionRules {

    /** Founder kinds (code list FOUNDER_KIND). */
    private static final String MUNICIPAL = "20";

    private static final String NON_STATE = "30";

    /** The type of persons who teach on their own (code list INSTITUTION_TYPE). */
    private static final String FREE_TEACHER = "FREE_TEACHER";

    private final RecordValues values;
    private final Institutions institutions;

    InstitutionRules(RecordValues values, Institutions institutions) {
        this.values = values;
        this.institutions = institutions;
    }

    void check(InstitutionRecord told, RecordFindings findings) {
        LocalDate end = told.getDeregistered();
        values.code("INSTITUTION_TYPE", told.getType(), end, "type", findings);
        values.code("FOUNDER_KIND", told.getFounderKind(), end, "founderKind", findings);
        values.code("MUNICIPALITY", told.getFounderMunicipality(), end, "founderMunicipality", findings);
        values.code("MUNICIPALITY", told.getMunicipality(), end, "municipality", findings);
        values.code("COUNTY", told.getCounty(), end, "county", findings);
        values.order(told.getRegistered(), end, "deregistered", findings);
        values.changedOn(told.getChangedOn(), told.getRegistered(), findings);
        requires(
                MUNICIPAL.equals(told.getFounderKind()) == (told.getFounderMunicipality() != null),
                InstitutionProblem.FOUNDER_MUNICIPALITY,
                "founderMunicipality",
                findings);
        values.institution(told.getInstitution(), "institution", findings).ifPresent(code -> {
            checkKind(told, code.kind(), findings);
            checkParent(told, code, findings);
            checkFormerCodes(told.getFormerCode(), code, findings);
            checkSuccessor(told, code, findings);
        });
    }

    private static void checkKind(InstitutionRecord told, Kind kind, RecordFindings findings) {
        boolean isPerson = kind == Kind.NATURAL_PERSON;
        requires(isPerson == FREE_TEACHER.equals(told.getType()), InstitutionProblem.NATURAL_PERSON, "type", findings);
        if (isPerson) {
            requires(
                    NON_STATE.equals(told.getFounderKind()),
                    InstitutionProblem.NATURAL_PERSON,
                    "founderKind",
                    findings);
            requires(told.getParent() == null, InstitutionProblem.NATURAL_PERSON, "parent", findings);
        }
        requires(
                kind != Kind.OLD || told.getDeregistered() != null,
                InstitutionProblem.OLD_CODE_OPEN,
                "deregistered",
                findings);
    }

    private void checkParent(InstitutionRecord told, InstitutionCode code, RecordFindings findings) {
        Optional<InstitutionCode> parent =
                Optional.ofNullable(told.getParent()).flatMap(each -> values.institution(each, "parent", findings));
        requires(
                code.kind() != Kind.UNIT
                        || parent.map(InstitutionCode::value)
                                .filter(of -> code.value().startsWith(of + "-"))
                                .isPresent(),
                InstitutionProblem.UNIT_OF_ANOTHER,
                "parent",
                findings);
        if (parent.isPresent()) {
            values.known(told.getParent(), "parent", findings);
            requires(
                    findings.isEarly() || !isAmong(code.value(), parent.get().value()),
                    InstitutionProblem.PARENT_CYCLE,
                    "parent",
                    findings);
        }
    }

    /** Tells whether an institution is another one, or one of whose unit that is, as far as is known. */
    private boolean isAmong(String code, String other) {
        Set<String> seen = new HashSet<>();
        @Nullable String next = other;
        while (next != null && seen.add(next)) {
            if (next.equals(code)) {
                return true;
            }
            next = institutions.find(next).map(Institutions.Known::parent).orElse(null);
        }
        return false;
    }

    private void checkFormerCodes(List<Institution> formerCodes, InstitutionCode code, RecordFindings findings) {
        Set<String> seen = new HashSet<>();
        for (Institution each : formerCodes) {
            values.institution(each, "formerCode", findings).ifPresent(former -> {
                requires(seen.add(former.value()), ValueProblem.TOLD_TWICE, "formerCode", findings);
                requires(
                        !former.equals(code) && (findings.isEarly() || isFree(former.value(), code.value())),
                        InstitutionProblem.FORMER_CODE_TAKEN,
                        "formerCode",
                        findings);
            });
        }
    }

    /** Tells whether a code is that of no institution that is open, and no other one had it. */
    private boolean isFree(String former, String code) {
        return institutions
                        .formerly(former)
                        .filter(owner -> !owner.equals(code))
                        .isEmpty()
                && institutions
                        .find(former)
                        .filter(other -> other.isOpen(values.today()))
                        .isEmpty();
    }

    private void checkSuccessor(InstitutionRecord told, InstitutionCode code, RecordFindings findings) {
        Institution successor = told.getSuccessor();
        LocalDate end = told.getDeregistered();
        if (successor == null) {
            return;
        }
        requires(end != null, InstitutionProblem.SUCCESSOR_OF_OPEN, "successor", findings);
        boolean isItself = code.value().equals(successor.getCode());
        requires(!isItself, InstitutionProblem.SUCCESSOR_NOT_OPEN, "successor", findings);
        if (end != null && !isItself) {
            values.known(successor, "successor", findings)
                    .ifPresent(other -> requires(
                            findings.isEarly() || other.isOpen(end.plusDays(1)),
                            InstitutionProblem.SUCCESSOR_NOT_OPEN,
                            "successor",
                            findings));
        }
    }
}
