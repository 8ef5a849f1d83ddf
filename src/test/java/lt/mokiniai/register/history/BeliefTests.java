package lt.mokiniai.register.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityNotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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

    /** Each names the same persons, the other way round: rows that were locked as they were named would be waited for in a ring. */
    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whoChangesSeveralPersonsLocksThemInOneOrder(String kind) throws Exception {
        String address = HistoryNode.database(kind, "several_at_once");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (HistoryNode one = HistoryNode.ofDatabaseTime(address, Clock.systemUTC());
                HistoryNode other = HistoryNode.ofDatabaseTime(address, Clock.systemUTC())) {
            List<Long> persons = Stream.generate(() -> one.register(Numbers.registerId(), history -> history))
                    .limit(30)
                    .toList();
            List<Long> reversed = new ArrayList<>(persons);
            Collections.reverse(reversed);
            for (int i = 0; i < 8; i++) {
                LocalDate day = LocalDate.of(2020, 1, 1).plusDays(i);
                CountDownLatch both = new CountDownLatch(2);
                List<Future<Integer>> done = List.of(
                        threads.submit(() -> moveAll(one, persons, "LT", day, both)),
                        threads.submit(() -> moveAll(other, reversed, "PL", day, both)));
                assertThat(List.of(done.get(0).get(), done.get(1).get())).containsExactly(30, 30);
            }
            assertThat(persons).allSatisfy(person -> {
                assertThat(one.rows("person_citizenship", person)).hasSize(16);
            });
        } finally {
            threads.shutdownNow();
        }
    }

    private static int moveAll(HistoryNode node, List<Long> persons, String country, LocalDate day, CountDownLatch both)
            throws InterruptedException {
        both.countDown();
        both.await();
        return node.changeAll(persons, histories -> {
            persons.forEach(person -> {
                History history = histories.of(person);
                history.asserts(new PersonCitizenship(history.person(), country), new Term(day, day));
            });
            return histories.all().size();
        });
    }

    /** What one of several persons cannot be is recorded of nobody; all that is, is recorded at one time. */
    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void severalPersonsAreChangedTogetherOrNotAtAll(String kind) {
        try (HistoryNode node = HistoryNode.ofDatabaseTime(HistoryNode.database(kind, "together"), Clock.systemUTC())) {
            long one = node.register(Numbers.registerId(), history -> history);
            long other = node.register(Numbers.registerId(), history -> history.asserts(residence(history), ALWAYS));
            assertThatThrownBy(() -> node.changeAll(List.of(one, other), histories -> {
                        histories.all().forEach(history -> history.asserts(residence(history), ALWAYS));
                        return one;
                    }))
                    .isInstanceOf(ContradictionException.class);
            assertThat(node.rows("person_residence", one)).isEmpty();
            assertThatThrownBy(() -> node.changeAll(List.of(one, -1L), histories -> one))
                    .isInstanceOf(EntityNotFoundException.class);

            node.changeAll(List.of(other, one), histories -> {
                histories
                        .all()
                        .forEach(history -> history.asserts(new PersonCitizenship(history.person(), "LT"), ALWAYS));
                return one;
            });
            assertThat(node.lastRecorded(one)).isEqualTo(node.lastRecorded(other));
        }
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
            assertThat(constrained).containsExactlyInAnyOrderElementsOf(facts).hasSize(21);

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
