package lt.mokiniai.exchange.http.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import lt.mokiniai.kernel.texts.Text;
import org.junit.jupiter.api.Test;

/** When a transfer is too slow, by a clock that the test moves. */
class PaceTests {

    private static final long BEGIN = Long.MAX_VALUE - 5;

    private final Pace pace = new Pace(new Pace.Limits(Duration.ofSeconds(30), 100, Duration.ofSeconds(5)), BEGIN);

    @Test
    void withinTheFirstWindowNothingIsAskedYet() {
        assertThat(pace.broken(at(5))).isEmpty();
    }

    @Test
    void aWindowWithLessThanTheLeastRateBreaksIt() {
        pace.moved(499);
        assertThat(pace.broken(at(5.1))).get().extracting(Text::en).isEqualTo("least rate (100 B/s)");
        assertThat(pace.broken(at(5.1))).get().extracting(Text::lt).isEqualTo("mažiausia sparta (100 B/s)");
    }

    @Test
    void aWindowWithAsMuchAsTheLeastRateDoesNot() {
        pace.moved(500);
        assertThat(pace.broken(at(5.1))).isEmpty();
    }

    @Test
    void whatCameInOneWindowDoesNotCountInTheNext() {
        pace.moved(1_000_000);
        assertThat(pace.broken(at(5.1))).isEmpty();
        assertThat(pace.broken(at(10))).isEmpty();
        assertThat(pace.broken(at(10.2))).isPresent();
    }

    @Test
    void whoGoesOnAboveTheLeastRateGoesOnUntilTheDeadline() {
        for (double second = 0.5; second <= 30; second += 0.5) {
            pace.moved(60);
            assertThat(pace.broken(at(second))).as("second %s", second).isEmpty();
        }
        assertThat(pace.broken(at(30.1))).get().extracting(Text::en).isEqualTo("deadline (30 s)");
    }

    @Test
    void theRateIsThatSinceTheBeginning() {
        pace.moved(1000);
        assertThat(pace.rate(at(4))).isEqualTo(250);
    }

    private static long at(double seconds) {
        return BEGIN + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }
}
