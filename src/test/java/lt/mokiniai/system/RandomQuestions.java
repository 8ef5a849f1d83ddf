package lt.mokiniai.system;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What is asked of a register, of whomever it holds.
 *
 * @param students register ids
 * @param birthYear who is searched for is born in it
 * @param presented the content of a question about a certificate
 * @param schoolClass the content of a question about a class
 * @param isOfThePast whether the questions are about a day of the past where that may be asked
 */
record RandomQuestions(
        List<String> students, int birthYear, String presented, String schoolClass, String fact, boolean isOfThePast) {

    private static final int MONTHS = 8;

    static Arbitrary<RandomQuestions> to(Register register) {
        return Combinators.combine(
                        Arbitraries.of(texts(register, "SELECT register_id FROM person ORDER BY register_id"))
                                .list()
                                .uniqueElements()
                                .ofMinSize(2)
                                .ofMaxSize(4),
                        Arbitraries.integers().between(2007, 2020),
                        Arbitraries.of(texts(register, """
                                SELECT '<m:registrationNumber>' || registration_number || '</m:registrationNumber><m:issueDate>'
                                    || TO_CHAR(issue_date, 'YYYY-MM-DD') || '</m:issueDate><m:holderFamilyName>'
                                    || holder_name_key || '</m:holderFamilyName>'
                                FROM certificate WHERE registration_number IS NOT NULL ORDER BY id""")),
                        Arbitraries.of(texts(register, """
                                SELECT DISTINCT '<m:institution><t:kind>' || k.code_kind || '</t:kind><t:code>' || k.code
                                    || '</t:code></m:institution><m:className>' || class_name || '</m:className>'
                                FROM enrolment_stage JOIN institution k ON k.code = institution WHERE class_name IS NOT NULL ORDER BY 1""")),
                        Arbitraries.of(
                                "<m:learnsGeneralOrVocational/>",
                                "<m:learnsAnywhere/>",
                                "<m:isInterrupted/>",
                                "<m:levelAtLeast>8</m:levelAtLeast>",
                                "<m:inProgrammeFamily>BASIC</m:inProgrammeFamily>",
                                "<m:studiesInMunicipality>19</m:studiesInMunicipality>"),
                        Arbitraries.of(true, false))
                .as(RandomQuestions::new);
    }

    /** The contents of the questions of one operation. */
    List<String> of(String operation, boolean isCurrentOnly, ScopeQuestions questions, Register register) {
        String day = isOfThePast && !isCurrentOnly
                ? ScopeQuestions.validOn(register.today().minusMonths(MONTHS))
                : "";
        return contents(operation).map(content -> questions.dated(content, day)).toList();
    }

    private Stream<String> contents(String operation) {
        return switch (operation) {
            case "getStudent", "getEnrolments", "getResults", "getCertificates" -> persons();
            case "resolveStudents" ->
                Stream.of(persons()
                        .map(person -> "<m:entry>" + person + "</m:entry>")
                        .collect(Collectors.joining()));
            case "findStudents" ->
                Stream.of(("<m:criteria><m:bornFrom>%1$d-01-01</m:bornFrom><m:bornTo>%1$d-12-31</m:bornTo>"
                                + "</m:criteria><m:pageSize>500</m:pageSize>")
                        .formatted(birthYear));
            case "confirmStudentFact" -> persons().map(person -> person + "<m:fact>" + fact + "</m:fact>");
            case "getClassRoster" -> Stream.of(schoolClass);
            case "verifyCertificate" -> Stream.of(presented);
            default -> throw new AssertionError(operation);
        };
    }

    private Stream<String> persons() {
        return students.stream().map(id -> "<m:person><t:registerId>" + id + "</t:registerId></m:person>");
    }

    private static List<String> texts(Register register, String query) {
        return register.jdbc().sql(query).query(String.class).list();
    }
}
