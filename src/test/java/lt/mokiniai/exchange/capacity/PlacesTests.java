package lt.mokiniai.exchange.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lt.mokiniai.exchange.capacity.Places.Place;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class PlacesTests {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();

    @AfterEach
    void endTheThreads() {
        threads.shutdownNow();
    }

    @Test
    void singleReadsGoBeforeListsAndPartiesTakeTurns() throws InterruptedException {
        // One at work at a time; a list may have the place too.
        Places places = new Places(new Limits(1, 1, 1, 1, 1, 10, 10), LONG);
        Place first = places.take("a", Kind.SINGLE);
        List<String> sent = List.of("a list", "a 1", "a 2", "a 3", "b 1", "c list", "b 2");
        for (int i = 0; i < sent.size(); i++) {
            begin(places, sent.get(i));
            awaitWaiting(places, i + 1);
        }

        first.giveBack();

        List<String> order = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            order.add(begun.poll(1, TimeUnit.MINUTES));
        }
        assertThat(order).containsExactly("a 1", "b 1", "a 2", "b 2", "a 3", "a list", "c list");
    }

    @Test
    void whoeverWaitsTooLongIsToldToComeAgainAndLeavesNothingBehind() {
        Places places = new Places(new Limits(1, 1, 1, 1, 1, 10, 10), Duration.ofMillis(1));
        Place held = places.take("a", Kind.SINGLE);
        assertOverloaded(places, "b");
        assertThat(places.waiting()).isZero();
        assertThat(places.refused()).isOne();
        held.giveBack();
        places.take("b", Kind.SINGLE).giveBack();
        assertThat(places.atWork(Kind.SINGLE)).isZero();
    }

    @Test
    void whoeverFindsTooManyWaitingIsToldAtOnce() throws InterruptedException {
        Places places = new Places(new Limits(1, 1, 1, 1, 1, 3, 2), LONG);
        Place held = places.take("a", Kind.SINGLE);
        begin(places, "a 1");
        begin(places, "a 2");
        awaitWaiting(places, 2);
        assertOverloaded(places, "a");
        begin(places, "b 1");
        awaitWaiting(places, 3);
        assertOverloaded(places, "c");
        held.giveBack();
        for (int i = 0; i < 3; i++) {
            assertThat(begun.poll(1, TimeUnit.MINUTES)).isNotNull();
        }
    }

    @Test
    void whoeverDoesNotWaitTakesWhatIsThere() {
        Places places = new Places(new Limits(1, 1, 1, 1, 1, 10, 10), LONG);
        Place held = places.takeAtOnce("a", Kind.SINGLE).orElseThrow();
        assertThat(places.takeAtOnce("b", Kind.SINGLE)).isEmpty();
        held.giveBack();
        assertThat(places.takeAtOnce("b", Kind.SINGLE)).isPresent();
        assertThat(places.refused()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // places, singles, lists, of a party, lists of a party
        "2, 1, 1, 1, 1",
        "3, 2, 2, 2, 1",
        "7, 6, 4, 4, 2",
        "27, 26, 14, 14, 7"
    })
    void arePartedSoThatNobodyHasAll(int places, int singles, int lists, int ofParty, int listsOfParty) {
        assertThat(Limits.ofExchanges(places, defaults()))
                .isEqualTo(new Limits(places, singles, lists, ofParty, listsOfParty, 32, 16));
    }

    @Test
    void areFewerThanTheConnectionsOfThePool() {
        assertThat(placesOf(5)).isEqualTo(2);
        assertThat(placesOf(10)).isEqualTo(7);
        assertThatThrownBy(() -> placesOf(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spring.datasource.hikari.maximum-pool-size must be 5 or more");
    }

    /** How many single reads and lists of many parties are at work at the most. */
    private static int placesOf(int poolSize) {
        Capacity capacity = new Capacity(
                defaults(),
                new MockEnvironment()
                        .withProperty("spring.datasource.hikari.maximum-pool-size", String.valueOf(poolSize)),
                new SimpleMeterRegistry());
        int taken = 0;
        for (Kind kind : Kind.values()) {
            for (int party = 0; party < 50; party++) {
                if (capacity.exchanges().takeAtOnce("party " + party, kind).isPresent()) {
                    taken++;
                }
            }
        }
        return taken;
    }

    private static CapacityProperties defaults() {
        return new CapacityProperties(
                0.5, 0.5, 32, Duration.ofSeconds(2), Duration.ofSeconds(2), 8, Duration.ofSeconds(5));
    }

    /** Takes a place in a thread of its own, says so, and gives it back. */
    private void begin(Places places, String what) {
        threads.execute(() -> {
            Kind kind = what.endsWith("list") ? Kind.LIST : Kind.SINGLE;
            places.having(what.substring(0, 1), kind, () -> begun.add(what));
        });
    }

    private static void awaitWaiting(Places places, int many) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (places.waiting() < many) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static void assertOverloaded(Places places, String party) {
        assertThatThrownBy(() -> places.take(party, Kind.SINGLE))
                .isInstanceOfSatisfying(
                        ExchangeException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(ExchangeError.OVERLOADED));
    }
}
