package lt.mokiniai.register.times;

import static lt.mokiniai.register.bench.TestProvenance.PROVENANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.SettableClock;
import lt.mokiniai.register.history.ContradictionException;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.HistoryNode;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonResidence;
import lt.mokiniai.register.times.OpenWrites.OpenWrite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.ConcurrencyFailureException;

/** As known at a time an answer is the same for ever, whatever was being written when it was told. */
class KnownAtTests {

    private static final Instant NOW = Instant.parse("2026-02-01T10:00:00Z");
    private static final int PERSONS = 3;
    private static final int WRITES = 20;

    /** Two nodes write about the same persons while two others read; the clocks of all differ by seconds. */
    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatWasToldAsKnownAtATimeIsToldForEver(String kind) throws Exception {
        String address = HistoryNode.database(kind, "known_for_ever");
        try (HistoryNode fast =
                        HistoryNode.ofDatabaseTime(address, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(5)));
                HistoryNode slow = HistoryNode.ofDatabaseTime(address, Clock.systemUTC())) {
            List<Long> persons = new ArrayList<>();
            for (int i = 0; i < PERSONS; i++) {
                persons.add(fast.register(Numbers.registerId(), KnownAtTests::livesSomewhere));
            }
            AtomicInteger writing = new AtomicInteger(2);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<Map<String, List<String>>>> told = List.of(
                        threads.submit(() -> reads(fast, persons, writing)),
                        threads.submit(() -> reads(slow, persons, writing)));
                Future<?> one = threads.submit(writes(fast, persons, new SplittableRandom(1), writing));
                Future<?> other = threads.submit(writes(slow, persons, new SplittableRandom(2), writing));
                one.get();
                other.get();
                for (Future<Map<String, List<String>>> reader : told) {
                    assertThat(reader.get()).isNotEmpty().allSatisfy((asked, then) -> {
                        String[] question = asked.split(" ");
                        assertThat(residences(slow, Long.parseLong(question[0]), Instant.parse(question[1])))
                                .isEqualTo(then);
                    });
                }
                persons.forEach(person ->
                        assertThat(slow.rows("person_residence", person)).hasSizeGreaterThan(2));
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static Callable<?> writes(
            HistoryNode node, List<Long> persons, SplittableRandom chance, AtomicInteger writing) {
        return () -> {
            try {
                for (int i = 0; i < WRITES; i++) {
                    node.change(
                            persons.get(chance.nextInt(PERSONS)), history -> corrects(history, chance.nextInt(100)));
                }
            } finally {
                writing.decrementAndGet();
            }
            return node;
        };
    }

    private static Map<String, List<String>> reads(HistoryNode node, List<Long> persons, AtomicInteger writing) {
        Map<String, List<String>> told = new LastTold();
        SplittableRandom chance = new SplittableRandom(3);
        while (writing.get() > 0) {
            long person = persons.get(chance.nextInt(PERSONS));
            node.within(() -> {
                Instant knownAt = node.bean(ReadTimes.class).asked(null, null).knownAt();
                told.put(person + " " + knownAt, residences(node, person, knownAt));
                return told;
            });
        }
        return told;
    }

    /** What was told last: to ask all of it again would take longer than the test. */
    private static final class LastTold extends LinkedHashMap<String, List<String>> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > 150;
        }
    }

    private static List<String> residences(HistoryNode node, long person, Instant knownAt) {
        return node.known("person_residence", "house", person, knownAt);
    }

    private static boolean livesSomewhere(History history) {
        history.asserts(residence(history, 0), Term.since(LocalDate.of(2020, 1, 1)));
        return true;
    }

    private static boolean corrects(History history, int house) {
        history.corrects(
                history.believed(PersonResidence.class, history.person()).get(0), residence(history, house));
        return true;
    }

    private static PersonResidence residence(History history, int house) {
        return new PersonResidence(history.person(), "13", null, null, null, String.valueOf(house));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void nothingIsToldAsKnownWhileAWriteIsOpenThatMayRecordItStill(String kind) {
        SettableClock clock = new SettableClock();
        try (HistoryNode node = nodeOf(kind, "open_writes", clock)) {
            assertThat(latest(node)).isEqualTo(NOW);
            node.within(() -> {
                OpenWrite write = node.bean(OpenWrites.class).begin();
                clock.set(NOW.plusSeconds(5));

                assertThat(latestFromElsewhere(node)).isBefore(NOW);
                assertThat(node.bean(ReadTimes.class)
                                .asked(null, NOW.plusSeconds(3))
                                .knownAt())
                        .isBefore(NOW);
                assertThat(node.bean(ReadTimes.class)
                                .asked(null, NOW.minusSeconds(3))
                                .knownAt())
                        .isEqualTo(NOW.minusSeconds(3));
                assertThat(write.recordedAt()).isAfter(NOW);

                node.bean(OpenWrites.class).settle(write);
                assertThat(latestFromElsewhere(node)).as("before the commit").isBefore(NOW);
                return write;
            });
            assertThat(latest(node)).as("after the commit").isEqualTo(NOW.plusSeconds(5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aWriteThatIsUndoneHoldsNothingBack(String kind) {
        SettableClock clock = new SettableClock();
        try (HistoryNode node = nodeOf(kind, "undone_writes", clock)) {
            assertThatThrownBy(() -> node.within(() -> {
                        node.bean(OpenWrites.class).begin();
                        throw new IllegalStateException("whatever came in between");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            clock.set(NOW.plusSeconds(1));
            assertThat(latest(node)).isEqualTo(NOW.plusSeconds(1));
        }
    }

    /** A rule of an operation may make a refusal of it, and its transaction commits the row of that. */
    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aContradictionThatIsCaughtHoldsNothingBack(String kind) {
        SettableClock clock = new SettableClock();
        try (HistoryNode node = nodeOf(kind, "caught", clock)) {
            long person = node.register(Numbers.registerId(), KnownAtTests::livesSomewhere);
            node.within(() -> {
                assertThatThrownBy(() -> node.store().change(person, PROVENANCE, KnownAtTests::livesSomewhere))
                        .isInstanceOf(ContradictionException.class);
                return person;
            });

            clock.set(NOW.plusSeconds(1));
            assertThat(latest(node)).isEqualTo(NOW.plusSeconds(1));
        }
    }

    /** A node that is killed leaves its row behind; one that was only slow finds that it was given up, and commits nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aWriteThatTakesTooLongIsGivenUpAndCommitsNothing(String kind) {
        SettableClock clock = new SettableClock();
        try (HistoryNode node = nodeOf(kind, "slow_writes", clock)) {
            assertThatThrownBy(() -> node.within(() -> {
                        OpenWrite write = node.bean(OpenWrites.class).begin();
                        clock.set(NOW.plusSeconds(9));
                        node.bean(OpenWrites.class).forget();
                        assertThat(latestFromElsewhere(node)).isBefore(NOW);
                        clock.set(NOW.plusSeconds(11));
                        node.bean(OpenWrites.class).forget();
                        assertThat(latestFromElsewhere(node)).isEqualTo(NOW.plusSeconds(11));
                        node.bean(OpenWrites.class).settle(write);
                        return write;
                    }))
                    .isInstanceOf(ConcurrencyFailureException.class);
        }
    }

    private static HistoryNode nodeOf(String kind, String database, SettableClock clock) {
        clock.set(NOW);
        return HistoryNode.ofOwnTime(HistoryNode.database(kind, database), clock);
    }

    private static Instant latest(HistoryNode node) {
        return node.within(() -> node.bean(OpenWrites.class).latestKnownAt());
    }

    /** As another exchange sees it, on a connection of its own. */
    private static Instant latestFromElsewhere(HistoryNode node) {
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            return elsewhere.submit(() -> latest(node)).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            elsewhere.shutdownNow();
        }
    }
}
