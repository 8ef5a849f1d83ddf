package lt.mokiniai.register.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.history.HistoryNode;
import org.junit.jupiter.api.Test;

/** A load that is killed, again and again: no student is half there, and the last one finishes what they began. */
class KilledLoadTests {

    private static final int KILLS = Thoroughness.of(3, 40);
    private static final long SEED = 20260901;

    /** Longer than a batch takes. */
    private static final int MOST_MICROS = 400_000;

    @Test
    void whateverIsKilledTheRegisterIsInTheEndAsIfNobodyWere() throws Exception {
        String address = HistoryNode.postgres("killed_loads");
        try (LoadNode node = LoadNode.start(address, Clock.systemUTC());
                LoadNode twin = LoadNode.start("Postgres", "load_at_once", Clock.systemUTC())) {
            Random random = new Random(SEED);
            List<Integer> there = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                if (there.size() > 1 && there.get(there.size() - 1) == LoadProcess.STUDENTS) {
                    node.clear();
                }
                LoadProcess process = LoadProcess.start(address);
                process.awaitBatch();
                process.killAfter(random.nextInt(MOST_MICROS));
                awaitItsEndInTheDatabase(node);
                assertNobodyIsHalfThere(node);
                there.add(node.count("loaded_student"));
            }
            assertThat(there).as("some were cut off before the end").anyMatch(count -> count < LoadProcess.STUDENTS);

            List<Finding> findings = new ArrayList<>();
            LoadCounts last = node.load(LoadProcess.students().files(), findings::add);
            LoadCounts atOnce = twin.load(LoadProcess.students().files(), findings::add);

            assertThat(findings).isEmpty();
            assertThat(last.loaded() + last.thereAlready()).isEqualTo(LoadProcess.STUDENTS);
            assertThat(last.thereAlready()).isEqualTo(there.get(KILLS - 1).longValue());
            assertThat(atOnce.loaded()).isEqualTo(LoadProcess.STUDENTS);
            assertThat(node.content()).isEqualTo(twin.content());
            assertThat(node.count("load_run WHERE state = 'RUNNING'")).isZero();
        }
    }

    /** The server of the database finishes what it was told last, and notices then that nobody is there. */
    private static void awaitItsEndInTheDatabase(LoadNode node) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> node.count("pg_stat_activity WHERE datname = current_database() AND state <> 'idle'"
                                + " AND pid <> pg_backend_pid()")
                        == 0);
    }

    /** Who is said to have been loaded is, with all that the files say, and nobody else is. */
    private static void assertNobodyIsHalfThere(LoadNode node) {
        int loaded = node.count("loaded_student");
        assertThat(loaded % 200).as("whole batches").isZero();
        assertThat(node.count("person p JOIN loaded_student s ON s.person_id = p.id"))
                .isEqualTo(loaded);
        assertThat(node.count("person")).isEqualTo(loaded);
        assertThat(node.count("certificate_state")).isEqualTo(loaded);
        assertThat(node.count("person_residence")).isEqualTo(2 * loaded);
    }
}
