package mokiniai.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lt.mokiniai.tools.demo.DemoCast;

/** What is asked of the register. A new operation joins here, and nowhere else. */
final class Questions {

    /** The largest batch. */
    static final int BATCH = 1_000;

    private final List<String> codes;

    /** @param codes personal codes of students who live in Kaunas city, whom every party that asks for one may see */
    Questions(List<String> codes) {
        if (codes.size() < BATCH) {
            throw new IllegalArgumentException("the register has too few students: " + codes.size());
        }
        this.codes = codes;
    }

    /** The one that every variant answers. */
    Question first() {
        return single("getStudent", "benefits", "familyName>");
    }

    /** Signed with RSA-2048, as the answer is. */
    Question firstWithRsa() {
        Question ec = first();
        return new Question("getStudent, RSA", ec.operation(), "health", 1, ec.expected(), ec.words());
    }

    List<Question> all() {
        return List.of(
                first(),
                firstWithRsa(),
                new Question(
                        "confirmStudentFact",
                        "confirmStudentFact",
                        "ticketing",
                        1,
                        "answer>",
                        call -> Map.of(
                                "person/personalCode", List.of(code(call)),
                                "fact/learnsGeneralOrVocational", List.of(""))),
                single("getEnrolments", "benefits", "enrolment>"),
                new Question(
                        "verifyCertificate, RSA",
                        "verifyCertificate",
                        "migration",
                        1,
                        "status>",
                        call -> Map.of(
                                "registrationNumber", List.of(DemoCast.DIGITAL_NUMBER),
                                "issueDate", List.of("2024-07-12"),
                                "holderFamilyName", List.of(DemoCast.GRADUATE.familyName()))),
                resolve(1),
                resolve(100),
                resolve(BATCH),
                new Question(
                        "findStudents, page of 100",
                        "findStudents",
                        "municipality",
                        100,
                        "nextPageToken>",
                        call -> Map.of("criteria/municipality", List.of("19"), "pageSize", List.of("100"))),
                new Question(
                        "getClassRoster",
                        "getClassRoster",
                        "school",
                        DemoCast.CLASS_SIZE,
                        "student>",
                        call -> Map.of(
                                "institution/kind",
                                List.of("LEGAL_ENTITY"),
                                "institution/code",
                                List.of(DemoCast.SCHOOL),
                                "className",
                                List.of(DemoCast.CLASS_NAME))));
    }

    private Question single(String operation, String party, String expected) {
        return new Question(
                operation, operation, party, 1, expected, call -> Map.of("person/personalCode", List.of(code(call))));
    }

    private Question resolve(int students) {
        return new Question(
                "resolveStudents of " + students,
                "resolveStudents",
                "municipality",
                students,
                "familyName>",
                call -> Map.of(
                        "entry/person/personalCode",
                        IntStream.range(0, students)
                                .mapToObj(entry -> code(call * students + entry))
                                .toList()));
    }

    private String code(int index) {
        return codes.get(Math.floorMod(index, codes.size()));
    }
}
