package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.CertificateBuilder.digital;
import static lt.mokiniai.register.bench.CertificateBuilder.paper;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.MODULE;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.SMALL_MODULE;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.CertificateBuilder;
import lt.mokiniai.register.bench.Leaves;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.register.results.facts.AssessmentKind;
import lt.mokiniai.register.results.facts.ResultKey;
import lt.mokiniai.register.results.facts.ResultValue;
import org.junit.jupiter.api.Test;

/** The third check: what is not granted is not read, what is granted is there (docs/contracts.md, 'Four checks'). */
public interface FieldRules {

    Bench bench();

    LocalDate ISSUE_DATE = LocalDate.of(2024, 6, 20);
    int ROUNDS = 10;

    @Test
    default void aFullStudentHasEveryLeafThatAnAnswerCanHave() {
        StoredStudent student = bench().has(full());
        bench().fillEmptyColumns();
        bench().within(namingAdoption());
        questions(student).forEach((name, question) -> {
            Object answer = question.get();
            Set<String> leaves = new TreeSet<>(Leaves.of(answer.getClass()));
            // Who was merged into another has that leaf, and no others.
            leaves.removeAll(Set.of("mergedInto", "result/mergedInto"));
            assertThat(Leaves.in(answer).keySet()).as(name).isEqualTo(leaves);
        });
    }

    @Test
    default void readsAndShowsExactlyWhatIsGranted() {
        StoredStudent student = bench().has(full());
        bench().fillEmptyColumns();
        Random random = new Random(20261124);
        questions(student).forEach((name, question) -> {
            bench().within(namingAdoption());
            Object whole = question.get();
            Map<String, List<Object>> all = withoutVersions(Leaves.in(whole));
            for (int round = 0; round < ROUNDS; round++) {
                Set<String> granted = someOf(all.keySet(), round, random);
                Map<String, List<Object>> expected = new TreeMap<>(all);
                expected.keySet().retainAll(granted);

                bench().within(namingAdoption().showing(granted));
                bench().sql().recent();
                Object answer = question.get();
                Set<String> read = bench().sql().recent().stream()
                        .flatMap(statement -> Columns.selectedBy(statement).stream())
                        .collect(Collectors.toCollection(TreeSet::new));

                Set<String> columns = new TreeSet<>(Columns.of(granted));
                columns.remove("person.register_id");
                assertThat(read).as("columns read by %s for %s", name, granted).isEqualTo(columns);
                assertThat(withoutVersions(withoutEmptyGroups(Leaves.in(answer))))
                        .as("leaves shown by %s for %s", name, granted)
                        .isEqualTo(expected);
            }
        });
    }

    @Test
    default void readsNothingOfWhatARestrictionLeavesOut() {
        StoredStudent student = bench().has(full().restricted("COURT"));
        Set<String> school = Set.of(
                "enrolment.institution",
                "institution.name",
                "institution.municipality",
                "enrolment_term.unit",
                "enrolment_stage.class_name",
                "enrolment_stage.gymnasium_label",
                "enrolment_term.contract_number",
                "enrolment_term.came_from",
                "enrolment_term.left_to",
                "certificate.institution",
                "certificate.approved_by",
                "person_residence.municipality",
                "person_guardian.family_name");
        bench().sql().recent();

        bench().student(by(student));
        bench().enrolments(by(student));
        bench().results(by(student));
        bench().certificates(by(student));

        assertThat(bench().sql().recent())
                .flatMap(Columns::selectedBy)
                .contains("enrolment.programme", "certificate.kind")
                .doesNotContainAnyElementsOf(school);
    }

    /** A version is another text at each read: whether one is there is compared, and not which. */
    private static Map<String, List<Object>> withoutVersions(Map<String, List<Object>> values) {
        Map<String, List<Object>> alike = new TreeMap<>(values);
        alike.replaceAll((path, all) -> path.endsWith("/version") ? List.of("a version") : all);
        return alike;
    }

    private static ScopeBuilder namingAdoption() {
        return everything().namingRestrictions("ADOPTION");
    }

    /** Every question whose answer holds data of a student; who is asked for by register id has no other key in the SQL. */
    private Map<String, Supplier<Object>> questions(StoredStudent student) {
        Map<String, Supplier<Object>> questions = new LinkedHashMap<>();
        questions.put("getStudent", () -> bench().student(by(student)));
        questions.put("resolveStudents", () -> bench().resolve(by(student)));
        questions.put("findStudents", () -> bench().find(criteria -> {}));
        questions.put("getEnrolments", () -> bench().enrolments(by(student)));
        questions.put("getClassRoster", () -> bench().roster(SCHOOL, "8A"));
        questions.put("getResults", () -> bench().results(by(student)));
        questions.put("getCertificates", () -> bench().certificates(by(student)));
        questions.put(
                "verifyCertificate",
                () -> bench().verify(presented -> {
                    presented.setRegistrationNumber("D-1");
                    presented.setIssueDate(ISSUE_DATE);
                    presented.setHolderFamilyName("Kazlauskė");
                }));
        return questions;
    }

    /** Gives a few leaves, one at least; few or many by turns. */
    private static Set<String> someOf(Set<String> leaves, int round, Random random) {
        List<String> all = List.copyOf(new TreeSet<>(leaves));
        double share = List.of(0.05, 0.3, 0.6, 0.95).get(round % 4);
        Set<String> some =
                all.stream().filter(leaf -> random.nextDouble() < share).collect(Collectors.toCollection(TreeSet::new));
        some.add(all.get(random.nextInt(all.size())));
        return some;
    }

    /** A group in which nothing is granted says nothing. */
    private static Map<String, List<Object>> withoutEmptyGroups(Map<String, List<Object>> leaves) {
        leaves.keySet().removeIf(path -> path.endsWith("/"));
        return leaves;
    }

    private static PersonBuilder full() {
        CertificateBuilder original = paper("AB", "000123").issuedOn(ISSUE_DATE).kind("BASIC");
        CertificateBuilder corrected = digital("D-1")
                .issuedOn(ISSUE_DATE)
                .with("series", "EE")
                .with("document_number", "1")
                .with("approved_by", "Head of the school")
                .with("education_level", "SECONDARY")
                .with("form_code", "3014")
                .in("lt")
                .in("en")
                .subject("LT", "A", "9", "87")
                .subject("MATH", "B", "8", "70")
                .passed("ETHICS", "PASSED")
                .module(MODULE, "9", null)
                .module(SMALL_MODULE, null, "PASSED")
                .check("INTERMEDIATE", "LT", 31, 2023)
                .linked("REPLACES", original);
        CertificateBuilder last = digital("D-2")
                .issuedOn(ISSUE_DATE.plusDays(1))
                .with("series", "EE")
                .with("document_number", "2")
                .linked("CORRECTS", corrected);
        return aPerson()
                .foreignerId("ILTU-0042")
                .code(Numbers.personalCode())
                .sex("M")
                .diedOn(TODAY.minusDays(1))
                .originating("LT", "LIT")
                .citizenOf("LT")
                .citizenOf("UA")
                .livingAt(KAUNAS, "E-1", "L-1", "S-1", "5-7")
                .guardian("Petras", "Kazlauskas")
                .guardian("Rūta", "Kazlauskienė")
                .needing("SPEECH", "MINOR")
                .restricted("ADOPTION")
                .studying(at(SCHOOL)
                        .level(8)
                        .className("8A")
                        .to(TODAY.plusDays(99))
                        .with("unit", "Northern unit")
                        .with("learning_form", "GROUP")
                        .with("learning_way", "DAILY")
                        .with("education_type", "FORMAL")
                        .with("class_purpose", "GENERAL")
                        .with("class_stage", "BASIC_1")
                        .with("expected_end", TODAY.plusYears(2))
                        .with("language", "LIT")
                        .with("class_type", "GENERAL")
                        .with("gymnasium_label", "I")
                        .with("funding", "VF")
                        .contract("S-1", ISSUE_DATE)
                        .cameFrom("LV")
                        .leftTo("PL")
                        .with("leaving_reason", "MOVED")
                        .interrupted(TODAY, TODAY.plusDays(3), "ILLNESS")
                        .result(ResultKey.ofSubject(AssessmentKind.ANNUAL_GRADE, "MATE", 2025), ResultValue.grade(9)))
                .studying(at(SCHOOL)
                        .level(8)
                        .className("8A")
                        .to(TODAY.plusDays(99))
                        .cameFrom(VILNIUS_SCHOOL)
                        .leftTo(VILNIUS_SCHOOL))
                .certified(original)
                .certified(corrected)
                .certified(last);
    }
}
