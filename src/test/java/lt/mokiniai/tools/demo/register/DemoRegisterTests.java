package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.results.facts.AssessmentKind;
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
            Map.entry("enrolment_result.kind", "ASSESSMENT_KIND"),
            Map.entry("enrolment_result.subject", "SUBJECT"),
            Map.entry("enrolment_result.course", "COURSE"),
            Map.entry("enrolment_result.pass_fail", "PASS_FAIL"),
            Map.entry("enrolment_result.achievement_level", "ACHIEVEMENT_LEVEL"),
            Map.entry("enrolment_result.language", "LANGUAGE"),
            Map.entry("certificate.kind", "CERTIFICATE_KIND"),
            Map.entry("certificate.form_code", "CERTIFICATE_FORM"),
            Map.entry("certificate.education_level", "EDUCATION_LEVEL"),
            Map.entry("certificate_language.language", "LANGUAGE"),
            Map.entry("programme_module.kind", "MODULE_KIND"),
            Map.entry("certificate_module.pass_fail", "PASS_FAIL"),
            Map.entry("certificate_check.kind", "CHECK_KIND"),
            Map.entry("certificate_check.code", "SUBJECT"),
            Map.entry("certificate_state.state", "CERTIFICATE_STATE"),
            Map.entry("certificate_subject.code", "SUBJECT"),
            Map.entry("certificate_subject.course", "COURSE"),
            Map.entry("certificate_subject.pass_fail", "PASS_FAIL"),
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

    /** Twins stand one after the other: born on one day into one family. */
    @Test
    void letsTwinsLiveTogetherWithParentsWhoHaveOneTelephone() {
        String twins = "FROM person_identity a JOIN person_identity b ON b.person_id = a.person_id + 1"
                + " AND a.birth_date = b.birth_date AND SUBSTR(a.family_name, 1, 3) = SUBSTR(b.family_name, 1, 3)"
                + " JOIN person_guardian g ON g.person_id = a.person_id"
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
        assertThat(register.strings("SELECT code FROM institution WHERE code_kind <> 'NATURAL_PERSON'"))
                .allMatch(code -> code.startsWith("191"));
        assertThat(register.strings("SELECT code FROM institution"))
                .allSatisfy(code -> assertThat(
                                register.strings("SELECT code_kind FROM institution WHERE code = '" + code + "'"))
                        .containsExactly(InstitutionCode.of(code).kind().name()));
        assertThat(register.strings("SELECT DISTINCT code_kind FROM institution"))
                .hasSameSizeAs(InstitutionCode.Kind.values());
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

    /** The codes of the list are those that the rules know. */
    @Test
    void everyKindOfAssessmentHasItsRules() {
        assertThat(register.strings("SELECT code FROM code_list_entry WHERE list_name = 'ASSESSMENT_KIND'"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(AssessmentKind.values()).map(Enum::name).toList());
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

    @Test
    void hasEveryKindOfCertificateOnTheFormsThatAreItsOwn() {
        assertThat(register.strings("SELECT DISTINCT kind FROM certificate"))
                .containsExactlyInAnyOrderElementsOf(
                        register.strings("SELECT code FROM code_list_entry WHERE list_name = 'CERTIFICATE_KIND'"));
        assertThat(register.strings("SELECT DISTINCT kind || ' ' || form_code || ' ' || series FROM certificate"
                        + " WHERE form_code IS NOT NULL AND kind NOT IN"
                        + " ('QUALIFICATION', 'VOCATIONAL_TRAINING', 'VOCATIONAL_RESULTS', 'MODULES')"))
                .contains(
                        "BASIC 2001 H",
                        "MATRICULATION 3014 V",
                        "MATRICULATION_ANNEX 3016 VP",
                        "SECONDARY_RESULTS 9201 NV")
                .isSubsetOf(
                        "BASIC 2001 H",
                        "BASIC 2005 HN",
                        "MATRICULATION 3014 V",
                        "MATRICULATION 3015 VN",
                        "MATRICULATION_ANNEX 3016 VP",
                        "MATRICULATION_ANNEX 3007 PB",
                        "SECONDARY_RESULTS 9201 NV");
        assertThat(register.strings(
                        "SELECT DISTINCT kind || ' ' || SUBSTR(form_code, 1, 3) FROM certificate WHERE kind IN"
                                + " ('QUALIFICATION', 'VOCATIONAL_TRAINING', 'VOCATIONAL_RESULTS', 'MODULES')"
                                + " AND form_code IS NOT NULL"))
                .containsExactlyInAnyOrder(
                        "QUALIFICATION 411", "VOCATIONAL_TRAINING 310", "VOCATIONAL_RESULTS 310", "MODULES 310");
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
                "certificate WHERE form_code IS NULL AND document_number IS NOT NULL",
                "certificate WHERE form_code IS NOT NULL AND registration_number IS NOT NULL",
                "certificate c JOIN programme p ON p.state_code = c.programme WHERE p.registered > c.issue_date",
                "enrolment_term t JOIN enrolment e ON e.id = t.enrolment_id JOIN programme p ON p.state_code = e.programme"
                        + " WHERE p.registered > t.valid_from",
                "certificate_subject WHERE grade IS NOT NULL AND pass_fail IS NOT NULL",
                // Who learned a trade is certified of modules, and of those of the programme.
                "certificate c WHERE kind IN ('QUALIFICATION', 'VOCATIONAL_TRAINING', 'VOCATIONAL_DIPLOMA', 'MODULES',"
                        + " 'COMPETENCE', 'VOCATIONAL_RESULTS') AND NOT EXISTS (SELECT 1 FROM certificate_module l"
                        + " WHERE l.certificate_id = c.id AND l.programme = c.programme)",
                "certificate_module l JOIN certificate c ON c.id = l.certificate_id WHERE l.programme <> c.programme",
                "certificate_module WHERE COALESCE(grade, '-') = COALESCE(pass_fail, '-')"
                        + " OR (grade IS NOT NULL AND pass_fail IS NOT NULL)",
                "programme p WHERE EXISTS (SELECT 1 FROM programme_module WHERE programme = p.state_code) AND volume NOT"
                        + " LIKE (SELECT SUM(credits) FROM programme_module WHERE programme = p.state_code) || ' kredit%'",
                "certificate c WHERE kind = 'MATRICULATION' AND id NOT IN (SELECT certificate_id FROM certificate_link) AND (SELECT COUNT(*) FROM certificate_language WHERE"
                        + " certificate_id = c.id) <> CASE WHEN issue_date >= DATE '2024-01-01' THEN 2 ELSE 1 END",
                // A duplicate says what its original says, and is one of an original.
                "certificate_link l JOIN certificate_link first ON first.certificate_id = l.other_id"
                        + " WHERE l.kind = 'DUPLICATE_OF' AND first.kind = 'DUPLICATE_OF'",
                "certificate_link l JOIN certificate a ON a.id = l.certificate_id JOIN certificate b ON b.id = l.other_id"
                        + " WHERE l.kind = 'DUPLICATE_OF' AND (a.kind <> b.kind OR a.programme <> b.programme OR"
                        + " a.holder_family_name <> b.holder_family_name OR a.holder_birth_date <> b.holder_birth_date)",
                "certificate_link l JOIN certificate_subject a ON a.certificate_id IN (l.certificate_id, l.other_id)"
                        + " WHERE NOT EXISTS (SELECT 1 FROM certificate_subject b WHERE b.ordinal = a.ordinal"
                        + " AND b.certificate_id = l.certificate_id + l.other_id - a.certificate_id AND b.code = a.code"
                        + " AND COALESCE(b.grade, '-') = COALESCE(a.grade, '-') AND COALESCE(b.exam, '-') = COALESCE(a.exam, '-')"
                        + " AND COALESCE(b.pass_fail, '-') = COALESCE(a.pass_fail, '-'))",
                // What is printed is how the holder was called on that day, unless it was corrected.
                "certificate c WHERE NOT EXISTS (SELECT 1 FROM certificate_link WHERE (other_id = c.id AND kind = 'CORRECTS')"
                        + " OR (certificate_id = c.id AND kind = 'DUPLICATE_OF')) AND NOT EXISTS (SELECT 1 FROM person_identity i"
                        + " WHERE i.person_id = c.person_id AND i.believed_until IS NULL AND i.valid_from <= c.issue_date"
                        + " AND COALESCE(i.valid_to, c.issue_date) >= c.issue_date AND i.given_names = c.holder_given_names"
                        + " AND i.family_name = c.holder_family_name AND i.birth_date = c.holder_birth_date)",
                "certificate_state s WHERE s.state = 'REPLACED'"
                        + " AND NOT EXISTS (SELECT 1 FROM certificate_link WHERE other_id = s.certificate_id)",
                "certificate_link l WHERE NOT EXISTS (SELECT 1 FROM certificate_state"
                        + " WHERE certificate_id = l.other_id AND state = 'REPLACED')",
                "enrolled e JOIN person_identity i ON i.person_id = e.person_id AND i.believed_until IS NULL"
                        + " WHERE e.believed_until IS NULL AND e.valid_from < i.birth_date",
                "enrolled a JOIN enrolled b ON a.person_id = b.person_id AND a.id < b.id"
                        + " WHERE a.enrolment_id = b.enrolment_id AND a.believed_until IS NULL AND b.believed_until IS NULL"
                        + " AND COALESCE(a.valid_to, DATE '9999-01-01') >= b.valid_from"
                        + " AND COALESCE(b.valid_to, DATE '9999-01-01') >= a.valid_from",
                "enrolment_interruption i WHERE NOT EXISTS (SELECT 1 FROM enrolment_term e WHERE e.enrolment_id ="
                        + " i.enrolment_id AND e.valid_from <= i.valid_from AND e.valid_to IS NULL)",
                // What the rules of writing refuse (docs/register.md, 'Writing enrolments').
                "enrolment e JOIN enrolment_term t ON t.enrolment_id = e.id JOIN programme p ON p.state_code = e.programme"
                        + " WHERE p.family = 'VOCATIONAL' AND NOT EXISTS (SELECT 1 FROM licence l WHERE l.institution ="
                        + " e.institution AND l.programme = e.programme AND l.valid_from <= t.valid_from)",
                "enrolment a JOIN enrolment_term s ON s.enrolment_id = a.id AND s.believed_until IS NULL"
                        + " JOIN programme p ON p.state_code = a.programme AND p.family IN ('PRIMARY', 'BASIC', 'SECONDARY')"
                        + " JOIN enrolment b ON b.person_id = a.person_id AND b.id > a.id"
                        + " JOIN enrolment_term t ON t.enrolment_id = b.id AND t.believed_until IS NULL"
                        + " JOIN programme q ON q.state_code = b.programme AND q.family IN ('PRIMARY', 'BASIC', 'SECONDARY')"
                        + " WHERE s.valid_from <= COALESCE(t.valid_to, t.valid_from)"
                        + " AND t.valid_from <= COALESCE(s.valid_to, t.valid_from)",
                "enrolled e JOIN programme p ON p.state_code = e.programme WHERE (p.family = 'PRIMARY' AND"
                        + " e.class_level NOT BETWEEN 1 AND 4) OR (p.family = 'BASIC' AND e.class_level NOT BETWEEN 5 AND 10)"
                        + " OR (p.family = 'SECONDARY' AND e.class_level NOT BETWEEN 11 AND 12)",
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
