package lt.mokiniai.exchange.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The keys of their own, and what is computed by them, on each database. */
@ParameterizedClass(name = "{0}")
@MethodSource("lt.mokiniai.exchange.keys.KeyDatabase#all")
class StoredKeyTests {

    private final KeyDatabase database;

    StoredKeyTests(KeyDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void noKeys() {
        TestKeys.empty(database.pool());
    }

    @Test
    void nodesThatStartAtOnceMakeOneKeyOfAPurpose() {
        Set<String> pseudonyms = IntStream.range(0, 8)
                .parallel()
                .mapToObj(node -> TestKeys.on(database.pool())
                        .pseudonyms
                        .under("MR-2026-001")
                        .of("STUDENT01"))
                .collect(Collectors.toSet());
        assertThat(pseudonyms).hasSize(1);
        assertThat(database.count("stored_key")).isEqualTo(2);
        assertThat(database.count("master_key")).isOne();
    }

    @Test
    void standInTheDatabaseWrapped() {
        StoredKey key = TestKeys.on(database.pool()).stored.named("pseudonym");
        byte[] wrapped = database.jdbc()
                .sql("SELECT wrapped_key FROM stored_key WHERE name = 'pseudonym'")
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(wrapped).hasSize(40);
        assertThat(key.mac("a"))
                .isEqualTo(
                        TestKeys.on(database.pool()).stored.named("pseudonym").mac("a"));
    }

    @Test
    void tellListsOfTextsAndPurposesApart() {
        StoredKeys keys = TestKeys.on(database.pool()).stored;
        StoredKey key = keys.named("a");
        List<String> digests = Stream.of(
                        key.mac("ab", "c"),
                        key.mac("a", "bc"),
                        key.mac("abc"),
                        key.mac("abc", ""),
                        keys.named("b").mac("abc"),
                        key.derived("abc").getEncoded())
                .map(bytes -> HexFormat.of().formatHex(bytes))
                .toList();
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void aStudentHasOneKeyForEachContractAndMonth() {
        StudentKeys students = TestKeys.on(database.pool()).students;
        String key = students.inMonth("MR-2026-001", "2026-11").apply("STUDENT01");
        assertThat(key)
                .matches("[0-9a-f]{64}")
                .isEqualTo(TestKeys.on(database.pool())
                        .students
                        .inMonth("MR-2026-001", "2026-11")
                        .apply("STUDENT01"));
        assertThat(List.of(
                        students.inMonth("MR-2026-001", "2026-12").apply("STUDENT01"),
                        students.inMonth("MR-2026-002", "2026-11").apply("STUDENT01"),
                        students.inMonth("MR-2026-001", "2026-11").apply("STUDENT02"),
                        students.ofDeliveries("MR-2026-001").apply("STUDENT01"),
                        students.ofDeliveries("MR-2026-002").apply("STUDENT01")))
                .doesNotContain(key)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPseudonymIsTheSameWithinAContractAndNothingOutside() {
        Pseudonyms pseudonyms = TestKeys.on(database.pool()).pseudonyms;
        assertThat(pseudonyms.under("MR-2026-001").of("STUDENT01"))
                .matches("[0-9A-HJKMNP-TV-Z]{26}")
                .isEqualTo(pseudonyms.under("MR-2026-001").of("STUDENT01"))
                .isNotEqualTo(pseudonyms.under("MR-2026-001").of("STUDENT02"))
                .isNotEqualTo(pseudonyms.under("MR-2026-002").of("STUDENT01"));
    }

    @Test
    void aKeyThatWasMadeAndIsGoneEndsTheStart() {
        TestKeys.on(database.pool());
        database.jdbc().sql("DELETE FROM stored_key WHERE name = 'pseudonym'").update();
        assertThatThrownBy(() -> TestKeys.on(database.pool()))
                .hasMessageContaining("Of 2 rows that were made in the table stored_key 1 are there")
                .hasMessageContaining("backup");
    }

    @Test
    void aKeyInTheRowOfAnotherIsNotTaken() {
        TestKeys.on(database.pool());
        database.jdbc()
                .sql("UPDATE stored_key SET wrapped_key = (SELECT wrapped_key FROM stored_key WHERE name = 'student'),"
                        + " key_check = (SELECT key_check FROM stored_key WHERE name = 'student')"
                        + " WHERE name = 'pseudonym'")
                .update();
        assertThatThrownBy(() -> TestKeys.on(database.pool()))
                .hasMessageContaining("'stored pseudonym'")
                .hasMessageContaining("was changed");
    }
}
