package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.PersonalCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoRegisterTests {

    private static final String EVERYTHING = "1 = 1";

    private static final Map<String, String> CODED = Map.ofEntries(
            Map.entry("person_identity.sex", "SEX"),
            Map.entry("person_origin.mother_tongue", "LANGUAGE"),
            Map.entry("person_residence.municipality", "MUNICIPALITY"),
            Map.entry("person_guardian.relation", "RELATION"),
            Map.entry("person_special_needs.need_group", "NEED_GROUP"),
            Map.entry("person_special_needs.need_level", "NEED_LEVEL"),
            Map.entry("person_restriction.kind", "RESTRICTION"),
            Map.entry("enrolment_stage.learning_form", "LEARNING_FORM"),
            Map.entry("enrolment_stage.learning_way", "LEARNING_WAY"),
            Map.entry("enrolment_stage.language", "LANGUAGE"),
            Map.entry("enrolment_stage.class_type", "CLASS_TYPE"),
            Map.entry("enrolment_stage.gymnasium_label", "GYMNASIUM_LABEL"),
            Map.entry("enrolment_stage.funding", "FUNDING"),
            Map.entry("enrolment_stage.education_type", "EDUCATION_TYPE"),
            Map.entry("enrolment_stage.class_purpose", "CLASS_PURPOSE"),
            Map.entry("enrolment_stage.class_stage", "CLASS_STAGE"),
            Map.entry("institution.county", "COUNTY"),
            Map.entry("enrolment_term.leaving_reason", "LEAVING_REASON"),
            Map.entry("enrolment_interruption.reason", "INTERRUPTION_REASON"),
            Map.entry("certificate.kind", "CERTIFICATE_KIND"),
            Map.entry("certificate.form_code", "CERTIFICATE_FORM"),
            Map.entry("certificate.education_level", "EDUCATION_LEVEL"),
            Map.entry("certificate.language", "LANGUAGE"),
            Map.entry("certificate_state.state", "CERTIFICATE_STATE"),
            Map.entry("certificate_subject.code", "SUBJECT"),
            Map.entry("certificate_subject.course", "COURSE"),
            Map.entry("certificate_link.kind", "CERTIFICATE_LINK"),
            Map.entry("institution.code_kind", "INSTITUTION_CODE_KIND"),
            Map.entry("institution.institution_type", "INSTITUTION_TYPE"),
            Map.entry("institution.founder_kind", "FOUNDER_KIND"),
            Map.entry("institution.municipality", "MUNICIPALITY"),
            Map.entry("programme.family", "PROGRAMME_FAMILY"),
            Map.entry("programme.education_level", "EDUCATION_LEVEL"));

    private static Database register;

    @BeforeAll
    static void fill() {
        register = Database.h2().filled(2_000, 1);
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @Test
    void makesTheSameRegisterFromTheSameSeed() {
        try (Database one = Database.h2().filled(300, 1);
                Database again = Database.h2().filled(300, 1)) {
            for (String table : DemoRegister.TABLES) {
                assertThat(again.content(table, EVERYTHING)).as(table).isEqualTo(one.content(table, EVERYTHING));
            }
        }
    }

    @Test
    void makesAnotherRegisterFromAnotherSeed() {
        try (Database other = Database.h2().filled(20, 2)) {
            assertThat(other.strings("SELECT register_id FROM person WHERE register_id NOT LIKE 'DEMO%'"))
                    .doesNotContainAnyElementsOf(
                            register.strings("SELECT register_id FROM person WHERE register_id NOT LIKE 'DEMO%'"));
        }
    }

    @Test
    void makesAStudentTheSameAtAnySize() {
        try (Database small = Database.h2().filled(300, 1)) {
            for (String table : DemoRegister.TABLES) {
                if (table.startsWith("person_") || table.equals("enrolment") || table.equals("certificate")) {
                    assertThat(small.content(table, EVERYTHING))
                            .as(table)
                            .isEqualTo(register.content(table, "person_id <= " + small.max("person")));
                }
            }
        }
    }

    @Test
    void givesEveryStudentACodeOfTheirOwnThatNobodyAliveHas() {
        assertThat(register.strings(
                        "SELECT DISTINCT personal_code FROM person_identity WHERE personal_code IS NOT NULL"))
                .hasSizeGreaterThan(1_900)
                .allMatch(PersonalCode::isValid)
                .allMatch(code -> code.matches("[56]9[1-9].*"));
        assertThat(register.strings("""
                        SELECT personal_code FROM person_identity WHERE personal_code IS NOT NULL
                        GROUP BY personal_code HAVING COUNT(DISTINCT person_id) > 1
                        """)).isEmpty();
    }

    @Test
    void givesGuardiansCodesThatNoStudentHas() {
        assertThat(register.strings(
                        "SELECT DISTINCT personal_code FROM person_guardian WHERE personal_code IS NOT NULL"))
                .isNotEmpty()
                .allMatch(PersonalCode::isValid)
                .allMatch(code -> code.matches("[56]9[1-9].*"))
                .doesNotContainAnyElementsOf(
                        register.strings("SELECT personal_code FROM person_identity WHERE personal_code IS NOT NULL"));
    }

    @Test
    void writesTheMonthAndDayOfTheCodeAsTheBirthDate() {
        assertThat(register.count("person_identity WHERE SUBSTR(personal_code, 4, 4) <> TO_CHAR(birth_date, 'MMDD')"))
                .isZero();
    }

    /** Twins stand one after the other: born on one day to one mother. */
    @Test
    void letsTwinsLiveTogetherWithParentsWhoHaveOneTelephone() {
        String twins = "FROM person_identity a JOIN person_identity b ON b.person_id = a.person_id + 1"
                + " AND a.birth_date = b.birth_date JOIN person_guardian g ON g.person_id = a.person_id"
                + " JOIN person_guardian h ON h.person_id = b.person_id AND h.ordinal = g.ordinal"
                + " JOIN person_residence r ON r.person_id = a.person_id AND r.valid_to IS NULL"
                + " JOIN person_residence s ON s.person_id = b.person_id AND s.valid_to IS NULL"
                + " JOIN person p ON p.id = a.person_id AND p.register_id NOT LIKE 'DEMO%'"
                + " WHERE a.believed_until IS NULL AND b.believed_until IS NULL"
                + " AND r.believed_until IS NULL AND s.believed_until IS NULL";
        assertThat(register.strings("SELECT g.phone || r.locality || COALESCE(r.street, '') || r.house " + twins))
                .hasSizeGreaterThan(10)
                .isEqualTo(
                        register.strings("SELECT h.phone || s.locality || COALESCE(s.street, '') || s.house " + twins));
    }

    @Test
    void givesInstitutionsValidCodesInAllMunicipalities() {
        assertThat(register.strings("SELECT code FROM institution"))
                .allMatch(InstitutionCode::isValid)
                .allMatch(code -> code.startsWith("191"));
        assertThat(register.strings("SELECT DISTINCT municipality FROM institution"))
                .hasSize(60);
    }

    /** Whoever adds a data item sees here that the demo does not show it. */
    @Test
    void hasAValueInEveryColumn() {
        assertThat(DemoRegister.TABLES.stream()
                        .flatMap(register::emptyColumns)
                        .filter(column -> !column.endsWith(".VALID_TO") && !column.endsWith(".BELIEVED_UNTIL")))
                .isEmpty();
    }

    @Test
    void usesNoValueThatIsNotInItsCodeList() {
        CODED.forEach((column, list) -> {
            String table = column.substring(0, column.indexOf('.'));
            assertThat(register.strings(
                            "SELECT DISTINCT " + column + " FROM " + table + " WHERE " + column + " IS NOT NULL"))
                    .as(column)
                    .isNotEmpty()
                    .isSubsetOf(register.strings("SELECT code FROM code_list_entry WHERE list_name = ?", list));
        });
        assertThat(register.strings("SELECT DISTINCT family FROM programme"))
                .containsExactlyInAnyOrderElementsOf(
                        register.strings("SELECT code FROM code_list_entry WHERE list_name = 'PROGRAMME_FAMILY'"));
    }

    /** No code of these lists that is in use is without a student, and none that ended has one. */
    @ParameterizedTest
    @CsvSource({
        "enrolment_stage.learning_form, LEARNING_FORM",
        "enrolment_stage.learning_way, LEARNING_WAY",
        "enrolment_stage.class_type, CLASS_TYPE",
        "enrolment_stage.class_purpose, CLASS_PURPOSE",
        "person_special_needs.need_group, NEED_GROUP",
        "person_special_needs.need_level, NEED_LEVEL",
        "enrolment_interruption.reason, INTERRUPTION_REASON"
    })
    void hasEachWayToLearnEachNeedAndEachReasonToInterrupt(String column, String list) {
        assertThat(register.strings("SELECT DISTINCT " + column + " FROM " + column.split("\\.")[0] + " WHERE " + column
                        + " IS NOT NULL"))
                .containsExactlyInAnyOrderElementsOf(register.strings(
                        "SELECT code FROM code_list_entry WHERE list_name = ? AND valid_to IS NULL", list));
    }

    static Stream<String> situations() {
        return Situations.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void hasEachSituationAmongTheUnnamedStudents(String fromWhere) {
        assertThat(register.count(fromWhere)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person p WHERE recorded_at > (SELECT MIN(recorded_at) FROM person_identity WHERE person_id = p.id)",
                "enrolled WHERE believed_until <= recorded_at",
                "person_identity WHERE believed_until <= recorded_at",
                "person_residence WHERE believed_until <= recorded_at OR valid_to < valid_from",
                "enrolled WHERE recorded_at > TIMESTAMP '2026-09-01 00:00:00'",
                "person_identity WHERE recorded_at > TIMESTAMP '2026-09-01 00:00:00'",
                "enrolled WHERE valid_from > DATE '2026-09-01'",
                "certificate WHERE issue_date < DATE '2023-05-01' AND registration_number IS NOT NULL",
                "certificate WHERE issue_date >= DATE '2023-05-01' AND document_number IS NOT NULL",
                "enrolled e JOIN person_identity i ON i.person_id = e.person_id AND i.believed_until IS NULL"
                        + " WHERE e.believed_until IS NULL AND e.valid_from < i.birth_date",
                "enrolled a JOIN enrolled b ON a.person_id = b.person_id AND a.id < b.id"
                        + " WHERE a.enrolment_id = b.enrolment_id AND a.believed_until IS NULL AND b.believed_until IS NULL"
                        + " AND COALESCE(a.valid_to, DATE '9999-01-01') >= b.valid_from"
                        + " AND COALESCE(b.valid_to, DATE '9999-01-01') >= a.valid_from",
                "enrolment_interruption i WHERE NOT EXISTS (SELECT 1 FROM enrolment_term e WHERE e.enrolment_id ="
                        + " i.enrolment_id AND e.valid_from <= i.valid_from AND e.valid_to IS NULL)",
                "person_citizenship a JOIN person_citizenship b ON a.person_id = b.person_id AND a.id < b.id"
                        + " AND a.country = b.country",
                "enrolled e JOIN programme p ON p.state_code = e.programme WHERE p.registered > e.valid_from"
                        + " OR p.deregistered < e.valid_from",
                "enrolled e JOIN institution i ON i.code = e.institution WHERE i.registered > e.valid_from"
                        + " OR i.deregistered < e.valid_from",
                "certificate c JOIN programme p ON p.state_code = c.programme WHERE p.registered > c.issue_date",
                "enrolled WHERE learning_form = 'SINGLE' AND learning_way NOT IN ('INDIVIDUAL', 'INDEPENDENT', 'DISTANCE')",
                "enrolled WHERE learning_form = 'GROUP' AND learning_way NOT IN ('DAILY', 'EXTRAMURAL', 'DISTANCE')",
                "enrolled e JOIN person_identity i ON i.person_id = e.person_id WHERE e.class_type = 'ADULT'"
                        + " AND e.valid_from < i.birth_date + 16 * 365",
                "enrolled e WHERE programme = '910401003' AND NOT EXISTS"
                        + " (SELECT 1 FROM person_special_needs WHERE person_id = e.person_id)",
                "person_special_needs WHERE need_group IN ('DIFFICULTY', 'GIFTED') AND need_level IN ('3', '4')",
                "institution WHERE name LIKE '%staiga:%' OR name LIKE '%laisvasis mokytojas'"
            })
    void hasNothingThatCannotBe(String fromWhere) {
        assertThat(register.count(fromWhere)).isZero();
    }

    @Test
    void fillsARegisterOnce() {
        try (Database database = Database.h2().filled(10, 1)) {
            int people = database.count("person");
            assertThat(database.filled(30, 1).count("person")).isEqualTo(people);
        }
    }

    @Test
    void doesNotStartWherePeopleAreWhoAreNotOfTheDemo() {
        try (Database database = Database.h2()) {
            database.jdbc.update(
                    "INSERT INTO person VALUES (1, 'AAAAAAAAAAAAAAAA', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)");
            assertThatThrownBy(() -> database.filled(10, 1)).hasMessageContaining("people who are not of the demo");
            assertThat(database.count("person")).isOne();
        }
    }

    @Test
    void makesAnewWhatWasLeftUnfinished() {
        try (Database database = Database.h2().filled(30, 1)) {
            String studies = "SELECT enrolment || class_name || valid_from FROM enrolled";
            List<String> whole = database.strings(studies);
            database.jdbc.update(
                    "INSERT INTO person VALUES (0, ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)", DemoRegister.UNFINISHED);
            database.jdbc.update("DELETE FROM enrolment_stage WHERE id > 2000");
            database.filled(30, 1);
            assertThat(database.strings(studies)).containsExactlyInAnyOrderElementsOf(whole);
            assertThat(database.count("person WHERE register_id = ?", DemoRegister.UNFINISHED))
                    .isZero();
        }
    }

    @Test
    void refusesMoreStudentsThanThereAreCodes() {
        try (Database database = Database.h2()) {
            assertThatThrownBy(() -> database.filled(1_000_001, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("mokiniai.demo.students");
        }
    }
}
