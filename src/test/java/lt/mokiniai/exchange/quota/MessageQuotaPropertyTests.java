package lt.mokiniai.exchange.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.faults.ExchangeException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever comes when, and whatever the contract says by then, the limits hold in each minute and each day. */
class MessageQuotaPropertyTests {

    private static final QuotaNode NODE = new QuotaNode(QuotaDatabase.H2_AS_ORACLE);

    @AfterContainer
    static void endTheNode() {
        NODE.close();
    }

    @Property(tries = 150)
    void letsThroughWhatAPlainCountOfMinutesAndDaysLetsThrough(
            @ForAll("evenings") Instant begin, @ForAll("messages") List<Message> messages) {
        GrantId grant = new GrantId(UUID.randomUUID().toString(), OperationId.parse("students/v1/getStudent"));
        Map<String, Integer> plain = new HashMap<>();
        Instant now = begin;
        for (Message message : messages) {
            now = now.plus(message.later());
            NODE.clock.set(now);
            String minute = now.toString().substring(0, "2026-11-26T08:05".length());
            String day = LocalDate.ofInstant(now, Dates.ZONE).toString();
            boolean allowed = plain.getOrDefault(minute, 0) < message.perMinute()
                    && plain.getOrDefault(day, 0) < message.perDay();
            assertThat(isTaken(grant, message)).isEqualTo(allowed);
            if (allowed) {
                plain.merge(minute, 1, Integer::sum);
                plain.merge(day, 1, Integer::sum);
            }
        }
    }

    private static boolean isTaken(GrantId grant, Message message) {
        try {
            NODE.quotas.takeMessage(grant, message.quota());
            return true;
        } catch (ExchangeException refused) {
            return false;
        }
    }

    /** Evenings before the days of 23, 24 and 25 hours, and in them. */
    @Provide
    Arbitrary<Instant> evenings() {
        return Arbitraries.of("2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-12-31")
                .map(day -> LocalDate.parse(day)
                        .atTime(23, 58, 30)
                        .atZone(Dates.ZONE)
                        .toInstant());
    }

    @Provide
    Arbitrary<List<Message>> messages() {
        Arbitrary<Duration> later =
                Arbitraries.of(0, 0, 0, 1, 20, 59, 61, 7_200).map(seconds -> Duration.ofSeconds(seconds));
        return Combinators.combine(
                        later,
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 12))
                .as(Message::new)
                .list()
                .ofMaxSize(40);
    }

    /** A message: how long after the one before, and under which limits. */
    record Message(Duration later, int perMinute, int perDay) {

        Quota quota() {
            return new Quota(
                    Optional.of(perMinute), Optional.of(perDay), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
