package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lt.mokiniai.exchange.evidence.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever an operation asks of a register of some size, it asks by indexes, as PostgreSQL plans it with the values that were
 * sent and the statistics of the tables. {@code ScaleTests} does the same with a million students.
 */
class PlanTests {

    private static final int STUDENTS = 20_000;

    private static final Plans PLANS = Plans.of(PostgresServer.settings(PostgresServer.newDatabase("plans"), STUDENTS));

    @AfterAll
    static void stop() {
        PLANS.register().close();
    }

    private static Stream<String> operations() {
        return Questions.operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noOperationReadsATableOfStudentsFromOneEndToTheOther(String operation) {
        Map<String, List<String>> plans = PLANS.of(operation);

        assertThat(plans).isNotEmpty();
        assertThat(PLANS.scans(plans)).isEmpty();
    }

    @Test
    void whatHasNoIndexIsNoticed() {
        Map<String, List<String>> plans = PLANS.of(() -> PLANS.register()
                .jdbc()
                .sql("SELECT COUNT(*) FROM person_identity WHERE family_name = ?")
                .param("Nobody")
                .query(Integer.class)
                .single());

        assertThat(PLANS.scans(plans)).containsOnlyKeys("person_identity");
    }
}
