package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCastTests {

    private static final String NOW = " AND believed_until IS NULL AND valid_to IS NULL";

    private static Database register;

    @BeforeAll
    static void fill() {
        register = Database.h2().filled(0, 7);
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @ParameterizedTest
    @EnumSource(DemoCast.class)
    void findsEachAsItIsDescribed(DemoCast one) {
        assertThat(register.strings("""
                        SELECT p.register_id || ' ' || i.given_names || ' ' || i.family_name || ' '
                            || TO_CHAR(i.birth_date, 'YYYY-MM-DD') || ' ' || i.sex || ' '
                            || COALESCE(i.personal_code, i.foreigner_id, '-')
                        FROM person p JOIN person_identity i ON i.person_id = p.id
                        WHERE p.register_id = ? AND believed_until IS NULL AND valid_to IS NULL
                        """, one.registerId()))
                .containsExactly("%s %s %s %s %s %s"
                        .formatted(
                                one.registerId(),
                                one.givenNames(),
                                one.familyName(),
                                one.birthDate(),
                                one.sex(),
                                one.personalCode().or(one::foreignerId).orElse("-")));
        assertThat(one.registerId()).matches("[0-9A-Z]{16}");
        assertThat(one.purposeLt()).isNotBlank().isNotEqualTo(one.purposeEn());
    }

    @Test
    void hasTheWholeClass() {
        assertThat(LegalEntityCode.isValid(DemoCast.SCHOOL)).isTrue();
        assertThat(register.count(
                        "enrolled WHERE institution = ? AND class_level = ? AND class_name = ?" + NOW,
                        DemoCast.SCHOOL,
                        DemoCast.CLASS_LEVEL,
                        DemoCast.CLASS_NAME))
                .isEqualTo(DemoCast.CLASS_SIZE);
    }

    @Test
    void fillsEveryClassOfTheDemoSchoolThatHasOneOfThem() {
        assertThat(register.jdbc.queryForList(
                        "SELECT COUNT(*) FROM enrolled WHERE class_level IS NOT NULL AND institution = ?" + NOW
                                + " GROUP BY class_name",
                        Integer.class,
                        DemoCast.SCHOOL))
                .hasSize(7)
                .allMatch(size -> size >= 12 && size <= 30);
    }

    @Test
    void hasTheCertificatesByTheirNumbers() {
        assertThat(PersonalCode.isValid(DemoCast.FORMER_CODE)).isTrue();
        assertThat(state("registration_number = ?", DemoCast.DIGITAL_NUMBER, DemoCast.GRADUATE))
                .isEqualTo("ISSUED");
        assertThat(state("registration_number = ?", DemoCast.REVOKED_NUMBER, DemoCast.REVOKED_CERTIFICATE))
                .isEqualTo("REVOKED");
        String paper = "series = '" + DemoCast.PAPER_SERIES + "' AND document_number = ?";
        assertThat(state(paper, DemoCast.PAPER_NUMBER, DemoCast.PAPER_CERTIFICATE))
                .isEqualTo("REPLACED");
        assertThat(state(paper, DemoCast.DUPLICATE_NUMBER, DemoCast.PAPER_CERTIFICATE))
                .isEqualTo("ISSUED");
    }

    private static String state(String number, String value, DemoCast holder) {
        return String.join(",", register.strings("""
                SELECT s.state FROM certificate c JOIN certificate_state s ON s.certificate_id = c.id
                JOIN person p ON p.id = c.person_id
                WHERE %s AND p.register_id = ? AND s.valid_to IS NULL AND s.believed_until IS NULL
                """.formatted(number), value, holder.registerId()));
    }

    @Test
    void keepsWhatWasBelievedBefore() {
        assertThat(names(DemoCast.RENAMED)).contains(DemoCast.FORMER_NAME, DemoCast.RENAMED.familyName());
        assertThat(names(DemoCast.CORRECTED)).contains("Zedonaitė", DemoCast.CORRECTED.familyName());
        assertThat(register.count("person_identity WHERE personal_code = ?", DemoCast.FORMER_CODE))
                .isPositive();
        assertThat(register.count(
                        "person_residence r JOIN person p ON p.id = r.person_id WHERE register_id = ?",
                        DemoCast.MOVED.registerId()))
                .isEqualTo(3);
    }

    @Test
    void twinsLiveTogetherAndTheirMotherHasOneTelephone() {
        assertThat(family(DemoCast.TWIN_A)).hasSize(1).isEqualTo(family(DemoCast.TWIN_B));
    }

    private static List<String> family(DemoCast one) {
        return register.strings(
                "SELECT g.personal_code || ' ' || g.phone || ' ' || g.email || ' ' || r.locality || ' ' || r.house"
                        + " FROM person p JOIN person_guardian g ON g.person_id = p.id"
                        + " JOIN person_residence r ON r.person_id = p.id WHERE p.register_id = ?",
                one.registerId());
    }

    @Test
    void schoolsAreCalledAsSchoolsAre() {
        assertThat(register.strings("SELECT name FROM institution WHERE name LIKE '%demonstracin%'"))
                .contains(
                        "Kauno demonstracinė gimnazija",
                        "Kauno demonstracinis lopšelis-darželis",
                        "Vilniaus demonstracinė progimnazija")
                .allMatch(name -> name.matches("(Kauno|Vilniaus) demonstracin(ė|is) [a-ząčęėįšųūž -]+"));
    }

    @Test
    void tellsOfWhoRepeatsAYearAndWhoLearnsElsewhere() {
        assertThat(classes(DemoCast.REPEATED)).containsExactly("7 7B", "7 7B");
        assertThat(classes(DemoCast.COMMUTER)).containsExactly("7 7B", "8 8B");
        assertThat(register.strings(
                        "SELECT municipality FROM person_residence r JOIN person p ON p.id = r.person_id"
                                + " WHERE register_id = ?",
                        DemoCast.COMMUTER.registerId()))
                .containsExactly(DemoCast.VILNIUS_CITY);
    }

    private static List<String> classes(DemoCast one) {
        return register.strings(
                "SELECT class_level || ' ' || class_name FROM enrolled e JOIN person p ON p.id = e.person_id"
                        + " WHERE register_id = ? ORDER BY e.valid_from",
                one.registerId());
    }

    private static List<String> names(DemoCast one) {
        return register.strings(
                "SELECT family_name FROM person_identity i JOIN person p ON p.id = i.person_id WHERE register_id = ?",
                one.registerId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-01T00:00:01Z", "2027-08-31T12:00:00Z", "2026-08-31T12:00:00Z"})
    void saysNothingOfTheFuture(String now) {
        Instant instant = Instant.parse(now);
        try (Database other = Database.h2().filled(300, 3, Clock.fixed(instant, ZoneOffset.UTC))) {
            for (String table : DemoRegister.TABLES) {
                if (!table.matches("certificate_(subject|module|link|check|language)")) {
                    assertThat(other.count(table + " WHERE recorded_at > ?", instant.atOffset(ZoneOffset.UTC)))
                            .as(table)
                            .isZero();
                }
            }
            assertThat(other.count("enrolled WHERE valid_to IS NULL AND believed_until IS NULL"))
                    .isPositive();
        }
    }

    @Test
    void isTheSameInEveryRegister() {
        try (Database other = Database.h2().filled(200, 99)) {
            for (String table : new String[] {"person_identity", "person_residence", "enrolment", "certificate"}) {
                assertThat(other.content(table, "person_id IN (SELECT id FROM person WHERE register_id LIKE 'DEMO%')"))
                        .isEqualTo(register.content(
                                table, "person_id IN (SELECT id FROM person WHERE register_id LIKE 'DEMO%')"));
            }
        }
    }
}
