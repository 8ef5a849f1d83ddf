package lt.mokiniai.exchange.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lt.mokiniai.exchange.parsing.ParsingBudget.Reservation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What all messages at work may take together. */
class ParsingBudgetTests {

    private static final int MIB = 1024 * 1024;
    private static final Limits LIMITS = DefaultLimits.LIMITS;

    private final ParsingBudget budget = new ParsingBudget(175L * MIB, LIMITS);

    /** Any messages, some of which end: never more than the whole is taken, and all is free when all have ended. */
    @Property(tries = 300)
    void neverMoreThanTheWholeIsTakenAndWhatEndsIsFree(
            @ForAll @Size(max = 100) List<@IntRange(min = -1, max = 2 * MIB) Integer> messages) {
        ParsingBudget some = new ParsingBudget(175L * MIB, LIMITS);
        List<Reservation> held = new ArrayList<>();
        for (int bytes : messages) {
            if (bytes < 0 && !held.isEmpty()) {
                held.remove(held.size() / 2).close();
            } else {
                some.reserve(Math.max(bytes, 0)).ifPresent(held::add);
            }
            assertThat(some.taken()).isBetween(12L * held.size(), 175L * MIB);
        }
        held.forEach(Reservation::close);
        assertThat(some.taken()).isZero();
    }

    @Test
    void aMessageTakesTwelveTimesItsBytesAndTheFloor() {
        assertThat(budget.reserve(2 * MIB)).isPresent();
        assertThat(budget.taken()).isEqualTo(12L * 2 * MIB + TreeCost.FLOOR);
    }

    @Test
    void largeMessagesNeverTakeTheLastRoomOfSmallOnes() {
        while (budget.reserve(2 * MIB).isPresent()) {}
        while (budget.reserve(MIB / 4).isPresent()) {}
        List<Optional<Reservation>> small = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            small.add(budget.reserve(7000));
        }
        assertThat(small).allMatch(Optional::isPresent);
    }

    @Test
    void whatIsClosedTwiceIsFreedOnce() {
        Reservation held = budget.reserve(1000).orElseThrow();
        Reservation other = budget.reserve(2000).orElseThrow();
        long both = budget.taken();
        held.close();
        held.close();
        assertThat(budget.taken()).isPositive().isLessThan(both);
        other.close();
        assertThat(budget.taken()).isZero();
    }

    @Test
    void aHeapThatIsTooSmallForTheLargestMessageIsTold() {
        assertThatThrownBy(() -> new ParsingBudget(48L * MIB, LIMITS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("49 MiB");
        assertThat(new ParsingBudget(49L * MIB, LIMITS).reserve(2 * MIB)).isPresent();
    }

    @Test
    void manyAtOnceTakeNoMoreThanTheWhole() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> done = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            done.add(threads.submit(() -> {
                start.await();
                boolean within = true;
                for (int n = 0; n < 5000; n++) {
                    Optional<Reservation> room = budget.reserve(MIB / 2);
                    within &= budget.taken() <= 175L * MIB;
                    room.ifPresent(Reservation::close);
                }
                return within;
            }));
        }
        start.countDown();
        for (Future<Boolean> one : done) {
            assertThat(one.get()).isTrue();
        }
        threads.shutdown();
        assertThat(budget.taken()).isZero();
    }
}
