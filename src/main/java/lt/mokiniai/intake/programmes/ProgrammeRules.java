package lt.mokiniai.intake.programmes;

import static lt.mokiniai.intake.values.RecordValues.requires;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.values.RecordValues;
import lt.mokiniai.intake.values.ValueProblem;
import lt.mokiniai.register.reference.Programmes;
import lt.mokiniai.register.reference.facts.Span;
import lt.mokiniai.wsdl.intake.ProgrammeCodeTerm;
import lt.mokiniai.wsdl.intake.ProgrammeModule;
import lt.mokiniai.wsdl.intake.ProgrammeRecord;
import lt.mokiniai.wsdl.intake.Qualification;
import org.springframework.stereotype.Component;

/** What must hold of the record of a programme (docs/sources/programmes.md). */
@Component
class ProgrammeRules {

    private static final String VOCATIONAL = "VOCATIONAL";
    private static final Pattern ISCED = Pattern.compile("[0-9]{1,4}");

    private final RecordValues values;
    private final Programmes programmes;

    ProgrammeRules(RecordValues values, Programmes programmes) {
        this.values = values;
        this.programmes = programmes;
    }

    void check(ProgrammeRecord told, RecordFindings findings) {
        LocalDate end = told.getDeregistered();
        values.code("PROGRAMME_FAMILY", told.getFamily(), end, "family", findings);
        values.code("EDUCATION_LEVEL", told.getEducationLevel(), end, "educationLevel", findings);
        requires(
                told.getIsced() == null || ISCED.matcher(told.getIsced()).matches(),
                ProgrammeProblem.ISCED,
                "isced",
                findings);
        values.order(told.getRegistered(), end, "deregistered", findings);
        values.changedOn(told.getChangedOn(), told.getRegistered(), findings);
        requires(
                programmes
                        .find(told.getIdentifier())
                        .filter(before -> !told.getFamily().equals(before.text("family")))
                        .isEmpty(),
                ProgrammeProblem.FAMILY_CHANGED,
                "family",
                findings);
        checkCodes(told, findings);
        checkParts(told, findings);
    }

    private void checkCodes(ProgrammeRecord told, RecordFindings findings) {
        List<ProgrammeCodeTerm> codes = told.getCode();
        for (ProgrammeCodeTerm code : codes) {
            values.order(code.getFrom(), code.getTo(), "code/to", findings);
            requires(
                    !code.getFrom().isBefore(told.getRegistered()),
                    ProgrammeProblem.CODE_OUTSIDE,
                    "code/from",
                    findings);
            requires(
                    findings.isEarly()
                            || programmes
                                    .identifier(code.getStateCode())
                                    .filter(other -> !other.equals(told.getIdentifier()))
                                    .isEmpty(),
                    ProgrammeProblem.CODE_OF_ANOTHER,
                    "code/stateCode",
                    findings);
        }
        for (int one = 0; one < codes.size(); one++) {
            for (int other = one + 1; other < codes.size(); other++) {
                requires(
                        !isTwice(codes.get(one), codes.get(other)),
                        ValueProblem.TOLD_TWICE,
                        "code/stateCode",
                        findings);
            }
        }
        Set<String> toldCodes =
                codes.stream().map(ProgrammeCodeTerm::getStateCode).collect(Collectors.toSet());
        requires(
                toldCodes.containsAll(programmes.codes(told.getIdentifier())),
                ProgrammeProblem.CODE_MISSING,
                "code",
                findings);
    }

    private static boolean isTwice(ProgrammeCodeTerm one, ProgrammeCodeTerm other) {
        return one.getStateCode().equals(other.getStateCode()) && span(one).overlaps(span(other));
    }

    private static Span span(ProgrammeCodeTerm code) {
        return Programmes.code(code.getStateCode(), code.getFrom(), code.getTo());
    }

    private void checkParts(ProgrammeRecord told, RecordFindings findings) {
        boolean isVocational = VOCATIONAL.equals(told.getFamily());
        requires(isVocational || told.getModule().isEmpty(), ProgrammeProblem.NOT_VOCATIONAL, "module", findings);
        requires(
                isVocational || told.getQualification().isEmpty(),
                ProgrammeProblem.NOT_VOCATIONAL,
                "qualification",
                findings);
        Set<String> modules = new HashSet<>();
        for (ProgrammeModule module : told.getModule()) {
            values.code("MODULE_KIND", module.getKind(), told.getDeregistered(), "module/kind", findings);
            requires(modules.add(module.getCode()), ValueProblem.TOLD_TWICE, "module/code", findings);
        }
        Set<String> qualifications = new HashSet<>();
        for (Qualification qualification : told.getQualification()) {
            requires(
                    qualifications.add(qualification.getCode()),
                    ValueProblem.TOLD_TWICE,
                    "qualification/code",
                    findings);
        }
    }
}
