package lt.mokiniai.exchange.security;

import java.time.Duration;
import java.time.Instant;
import lt.mokiniai.kernel.faults.ExchangeError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of other times; the verifier's clock stands at {@link SignedRequest#NOW}. */
class TimestampTests {

    private static final Instant NOW = SignedRequest.NOW;

    private final TestVerifier verifier = TestVerifier.standard();

    @ParameterizedTest
    @ValueSource(ints = {-299, -1, 0, 1, 60})
    void acceptsAMessageOfTheseMinutes(int seconds) {
        verifier.accepts(
                SignedRequest.good().createdAt(NOW.plusSeconds(seconds)).arrived());
    }

    @Test
    void refusesAMessagePastItsExpiry() {
        verifier.refuses(
                SignedRequest.good()
                        .createdAt(NOW.minusSeconds(100))
                        .livingFor(60)
                        .arrived(),
                ExchangeError.TIMESTAMP_EXPIRED);
    }

    @Test
    void refusesAnOldMessageWhateverItsExpiryPromises() {
        verifier.refuses(
                SignedRequest.good()
                        .createdAt(NOW.minusSeconds(301))
                        .livingFor(3600)
                        .arrived(),
                ExchangeError.TIMESTAMP_EXPIRED);
    }

    @Test
    void acceptsAFreshMessageThatPromisesMore() {
        verifier.accepts(SignedRequest.good()
                .createdAt(NOW.minusSeconds(299))
                .livingFor(3600)
                .arrived());
    }

    @Test
    void refusesAMessageFromTheFuture() {
        verifier.refuses(SignedRequest.good().createdAt(NOW.plusSeconds(61)).arrived(), ExchangeError.TIMESTAMP_AHEAD);
    }

    @Test
    void refusesAnExpiryBeforeTheCreation() {
        verifier.refuses(
                SignedRequest.good()
                        .createdAt(NOW.plusSeconds(30))
                        .livingFor(-10)
                        .arrived(),
                ExchangeError.SIGNATURE_SHAPE,
                "Timestamp/Expires");
    }

    @Test
    void refusesATimestampWithoutExpiry() {
        verifier.refuses(
                SignedTimestamp.with(
                        (created, expires) -> expires.getParentNode().removeChild(expires)),
                ExchangeError.TIMESTAMP_NOT_COVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "2026-11-24T10:00:00", "2026-11-24", ""})
    void refusesATimeThatMeansNothingDefinite(String time) {
        verifier.refuses(
                SignedTimestamp.with((created, expires) -> created.setTextContent(time)),
                ExchangeError.SIGNATURE_SHAPE,
                "Timestamp/Created");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T10:00:00Z",
                "2026-11-24T12:00:00+02:00",
                "2026-11-24T09:59:59.123456Z",
                "2026-11-24T09:59:59.123456789012Z",
                "\n 2026-11-24T10:00:00Z "
            })
    void acceptsTimesHoweverTheyAreWritten(String time) {
        verifier.accepts(SignedTimestamp.with((created, expires) -> created.setTextContent(time)));
    }

    @Test
    void acceptsTheHour24() {
        TestVerifier atMidnight = TestVerifier.at(Instant.parse("2026-11-25T00:00:10Z"));

        atMidnight.accepts(SignedTimestamp.with((created, expires) -> {
            created.setTextContent("2026-11-24T24:00:00Z");
            expires.setTextContent("2026-11-25T00:05:00Z");
        }));
    }

    @Test
    void tellsAnExpiredMessageFromABrokenOne() {
        TestVerifier later = TestVerifier.at(NOW.plus(Duration.ofMinutes(6)));

        later.refuses(SignedRequest.good().arrived(), ExchangeError.TIMESTAMP_EXPIRED);
        later.refuses(
                SignedRequest.good()
                        .rebuilt(document -> SignedRequest.first(document, "on").setTextContent("2020-01-01")),
                ExchangeError.SIGNATURE_INVALID);
    }
}
