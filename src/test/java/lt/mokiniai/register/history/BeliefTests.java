package lt.mokiniai.register.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.students.facts.PersonCitizenship;
import lt.mokiniai.register.students.facts.PersonGuardian;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.register.students.facts.PersonResidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** No day of a fact is believed to be two things at one time. */
class BeliefTests {

    private static final Term ALWAYS = Term.since(LocalDate.of(2020, 1, 1));

    /** On two nodes at the same moment: one is taken, the other refused. */
    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void ofTwoThatContradictEachOtherAtTheSameMomentOneIsTaken(String kind) throws Exception {
        String address = HistoryNode.database(kind, "two_at_once");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (HistoryNode one = HistoryNode.ofDatabaseTime(address, Clock.systemUTC());
                HistoryNode other = HistoryNode.ofDatabaseTime(address, Clock.systemUTC())) {
            for (int i = 0; i < 10; i++) {
                long person = one.register(Numbers.registerId(), history -> history);
                CountDownLatch both = new CountDownLatch(2);
                List<Future<Boolean>> taken = Stream.of(one, other)
                        .map(node -> threads.submit(() -> moves(node, person, both)))
                        .toList();

                assertThat(List.of(taken.get(0).get(), taken.get(1).get())).containsExactlyInAnyOrder(true, false);
                assertThat(one.rows("person_residence", person)).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean moves(HistoryNode node, long person, CountDownLatch both) throws InterruptedException {
        both.countDown();
        both.await();
        try {
            node.change(person, history -> history.asserts(residence(history), ALWAYS));
            return true;
        } catch (ContradictionException refused) {
            return false;
        }
    }

    private static PersonResidence residence(History history) {
        return new PersonResidence(history.person(), "13", null, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void factsOfDifferentLinesDoNotContradictEachOther(String kind) {
        try (HistoryNode node = HistoryNode.ofDatabaseTime(HistoryNode.database(kind, "lines"), Clock.systemUTC())) {
            long person = node.register(Numbers.registerId(), history -> {
                history.asserts(new PersonCitizenship(history.person(), "LT"), ALWAYS);
                history.asserts(new PersonCitizenship(history.person(), "PL"), ALWAYS);
                history.asserts(guardian(history, 1), ALWAYS);
                return history.asserts(guardian(history, 2), ALWAYS);
            });
            assertThat(node.rows("person_citizenship", person)).hasSize(2);
            assertThat(node.rows("person_guardian", person)).hasSize(2);

            assertThatThrownBy(() -> node.change(
                            person, history -> history.asserts(new PersonCitizenship(history.person(), "PL"), ALWAYS)))
                    .isInstanceOf(ContradictionException.class)
                    .hasMessageNotContaining("PL");
            assertThatThrownBy(() -> node.change(person, history -> history.asserts(guardian(history, 2), ALWAYS)))
                    .isInstanceOf(ContradictionException.class);
        }
    }

    private static PersonGuardian guardian(History history, int ordinal) {
        return new PersonGuardian(
                history.person(), ordinal, null, new PersonName("Ona", "Onaitė"), "MOTHER", null, null);
    }

    /** Whoever goes past the store meets the constraints of PostgreSQL. */
    @Test
    void postgresRefusesItWhoeverWrites() {
        try (HistoryNode node = HistoryNode.ofDatabaseTime(HistoryNode.postgres("past_the_store"), Clock.systemUTC())) {
            List<String> facts = node.jdbc()
                    .sql("SELECT table_name FROM information_schema.columns WHERE column_name = 'believed_until'")
                    .query(String.class)
                    .list();
            List<String> constrained = node.jdbc()
                    .sql("SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'x'"
                            + " AND conname LIKE '%_one_belief'")
                    .query(String.class)
                    .list();
            assertThat(constrained).containsExactlyInAnyOrderElementsOf(facts).hasSize(11);

            long person = node.register(Numbers.registerId(), history -> history.asserts(residence(history), ALWAYS));
            assertThatThrownBy(() -> node.jdbc()
                            .sql("INSERT INTO person_residence (id, person_id, municipality, valid_from, recorded_at)"
                                    + " VALUES (-1, ?, '21', DATE '2025-01-01', CURRENT_TIMESTAMP)")
                            .param(person)
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("person_residence_one_belief");
        }
    }
}
