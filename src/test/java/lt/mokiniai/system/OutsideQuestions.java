package lt.mokiniai.system;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.tools.demo.DemoCast;

/**
 * Two questions, as long as each other: one about somebody outside a contract, one about nobody.
 *
 * @param what what is asked about
 */
record OutsideQuestions(String operation, String what, String outside, String nobody) {

    private static final String NOBODY_CODE = "69405209035";
    private static final String NOBODY_ID = "0000000000000000";
    private static final String NOBODY_NUMBER = "D2024-99999999";

    @Override
    public String toString() {
        return operation + " by " + what;
    }

    /** What the contract must grant so that they are outside: every operation, all of its items, of who lives in Vilnius. */
    static List<RandomGrant> grants() {
        return grants(Set.of(DemoCast.VILNIUS_CITY), "");
    }

    /** Grants of every operation, and all of its items. */
    static List<RandomGrant> grants(Set<String> municipalities, String quota) {
        return TestContracts.ALL.keySet().stream()
                .sorted()
                .map(name -> name.substring(name.indexOf('/') + 1))
                .map(operation -> new RandomGrant(
                        operation,
                        Set.copyOf(PublishedSchema.of(operation).items()),
                        false,
                        municipalities,
                        Set.of(),
                        Set.of(),
                        false,
                        quota))
                .toList();
    }

    /** Each way of asking about somebody who is outside. */
    static List<OutsideQuestions> all() {
        String code = DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow();
        String ofFoundAndNot = "<m:entry>" + Client.person(DemoCast.VILNIUS_STUDENT) + "</m:entry><m:entry>"
                + Client.person(code) + "</m:entry>";
        String presented = Questions.content("verifyCertificate");
        Stream<OutsideQuestions> byPerson = Stream.of(
                        "getStudent", "getEnrolments", "getResults", "getCertificates", "confirmStudentFact")
                .flatMap(operation -> Stream.of(
                        person(operation, "personalCode", code, NOBODY_CODE),
                        person(operation, "registerId", DemoCast.KAUNAS_STUDENT.registerId(), NOBODY_ID)));
        return Stream.concat(
                        byPerson,
                        Stream.of(
                                new OutsideQuestions(
                                        "resolveStudents",
                                        "personalCode",
                                        ofFoundAndNot,
                                        ofFoundAndNot.replace(code, NOBODY_CODE)),
                                new OutsideQuestions(
                                        "findStudents",
                                        "institution and birth date",
                                        search(DemoCast.SCHOOL),
                                        search("190000022")),
                                new OutsideQuestions(
                                        "getClassRoster",
                                        "class",
                                        Questions.content("getClassRoster"),
                                        Questions.content("getClassRoster").replace(DemoCast.CLASS_NAME, "8Q")),
                                new OutsideQuestions(
                                        "verifyCertificate",
                                        "registrationNumber",
                                        presented,
                                        presented.replace(DemoCast.DIGITAL_NUMBER, NOBODY_NUMBER))))
                .toList();
    }

    private static OutsideQuestions person(String operation, String key, String outside, String nobody) {
        String fact = "confirmStudentFact".equals(operation) ? "<m:fact><m:learnsGeneralOrVocational/></m:fact>" : "";
        String person = "<m:person><t:%1$s>%2$s</t:%1$s></m:person>";
        return new OutsideQuestions(
                operation, key, person.formatted(key, outside) + fact, person.formatted(key, nobody) + fact);
    }

    /** By a birth date too: some who learn where the Kaunas student does live in Vilnius. */
    private static String search(String institution) {
        return "<m:criteria>%1$s<m:bornFrom>%2$s</m:bornFrom><m:bornTo>%2$s</m:bornTo></m:criteria>"
                .formatted(Client.institution(institution), DemoCast.KAUNAS_STUDENT.birthDate());
    }
}
