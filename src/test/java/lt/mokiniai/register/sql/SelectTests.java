package lt.mokiniai.register.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.bench.SqlLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Questions in SQL: their lists, their types, and what stands in an empty column. */
class SelectTests {

    private static final Column<Long> ID = Column.number("n.id");

    private final SqlLog log =
            new SqlLog(new DriverManagerDataSource("jdbc:h2:mem:select;MODE=Oracle;DB_CLOSE_DELAY=-1", "sa", ""));
    private final JdbcClient jdbc = JdbcClient.create(log);

    @BeforeEach
    void numbers() {
        jdbc.sql("DROP TABLE IF EXISTS numbers").update();
        // Without the key the database would compare each row with each number of a list.
        jdbc.sql("CREATE TABLE numbers (id NUMBER(19) PRIMARY KEY, held DATE, none INTEGER,"
                        + " told TIMESTAMP(6) WITH TIME ZONE) AS SELECT x, DATE '2026-01-01', CAST(NULL AS INTEGER),"
                        + " TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00.123456+00' FROM SYSTEM_RANGE(1, 1500)")
                .update();
        log.recent();
    }

    @Test
    void listsOfAnyLengthAreAskedByFewTexts() {
        for (int size = 1; size <= 512; size++) {
            assertThat(amongFirst(size)).hasSize(size);
        }

        assertThat(Set.copyOf(log.recent())).hasSize(10);
    }

    @Test
    void noListIsLongerThanOracleTakes() {
        assertThat(amongFirst(1300)).hasSize(1300);

        assertThat(log.recent())
                .singleElement()
                .asString()
                .contains("(n.id in (?, ?")
                .contains(" or n.id in (?, ?")
                .doesNotContain("?, ".repeat(512));
    }

    @Test
    void aListLongerThanOracleTakesRestrictsWithTheConditionsBesideIt() {
        Conditions conditions = new Conditions().and("n.id > 1000").andIn("n.id", "ids", firstNumbers(1300));

        assertThat(Select.of(ID).from("numbers n").where(conditions).list(jdbc, row -> row.get(ID)))
                .hasSize(300);
    }

    @Test
    void givesTheFirstRowsOfTheirOrder() {
        List<Long> last = Select.of(ID)
                .from("numbers n")
                .where(new Conditions())
                .orderBy("n.id desc")
                .first(2)
                .list(jdbc, row -> row.get(ID));

        assertThat(last).containsExactly(1500L, 1499L);
    }

    @Test
    void bindsTimesToTheMicrosecond() {
        Instant told = Instant.parse("2026-01-01T00:00:00.123456Z");

        assertThat(toldAt(told.plusNanos(999))).isEqualTo(1500);
        assertThat(toldAt(told.minusNanos(1))).isZero();
    }

    @Test
    void readsTheTypeOfEachColumnAndLeavesEmptyOnesOut() {
        Column<LocalDate> held = Column.day("n.held");
        Column<Integer> none = Column.integer("n.none");
        Column<Boolean> isOdd = Column.flag("mod(n.id, 2) = 1");
        Column<String> text = Column.string("'a'");
        Column<PersonalCode> code = text.as(PersonalCode::new);
        List<List<Object>> read = new ArrayList<>();
        Select.of(ID, held, none, isOdd, text)
                .from("numbers n")
                .where(new Conditions().and("n.id = :id", "id", 7))
                .forEach(jdbc, row -> {
                    read.add(List.of(row.get(ID), row.get(held), row.find(none), row.get(isOdd), row.get(text)));
                    assertThatThrownBy(() -> row.get(none)).isInstanceOf(IllegalStateException.class);
                    assertThatThrownBy(() -> row.get(code)).isInstanceOf(IllegalArgumentException.class);
                });

        assertThat(read).containsExactly(List.of(7L, LocalDate.of(2026, 1, 1), Optional.empty(), true, "a"));
    }

    private long toldAt(Instant time) {
        return Select.of(ID)
                .from("numbers n")
                .where(new Conditions().and("n.told <= :time", "time", time))
                .list(jdbc, row -> row.get(ID))
                .size();
    }

    private Set<Long> amongFirst(int size) {
        return Select.of(ID)
                .from("numbers n")
                .where(new Conditions().andIn("n.id", "ids", firstNumbers(size)))
                .list(jdbc, row -> row.get(ID))
                .stream()
                .collect(Collectors.toSet());
    }

    private static List<Integer> firstNumbers(int size) {
        return IntStream.rangeClosed(1, size).boxed().toList();
    }
}
