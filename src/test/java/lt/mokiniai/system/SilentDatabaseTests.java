package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lt.mokiniai.exchange.evidence.LoggedExchange.Outcome;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.system.DatabaseProxy.Harm;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A PostgreSQL that falls silent ends an exchange with MR-902 before its client has gone: over HTTP, with short limits.
 * A call that is meant to be answered is sent until it is, since a slow machine may reach limits as short as these.
 */
class SilentDatabaseTests {

    private static final String FOLDER = "silent-contracts";
    private static final DatabaseProxy PROXY = DatabaseProxy.before(PostgresServer.newDatabase("silent"));
    private static final Register REGISTER = start();
    private static final SingleDeliveries SCHOOL = SingleDeliveries.of(REGISTER, FOLDER);

    private static Register start() {
        Map<String, String> settings = SingleDeliveries.settings(PROXY.address(), FOLDER, 60);
        settings.putAll(Map.of(
                "mokiniai.database.clients-wait", "60s",
                "mokiniai.database.connection", "1s",
                "mokiniai.database.validation", "250ms",
                "mokiniai.database.statement", "1s",
                "mokiniai.database.socket", "2s",
                "mokiniai.database.transaction", "3s",
                "mokiniai.database.settlement", "2s"));
        return Register.start(settings);
    }

    @AfterAll
    static void stop() {
        PROXY.speak();
        REGISTER.close();
        PROXY.close();
    }

    @Test
    void anExchangeThatMeetsSilenceIsToldSoWhateverItWasDoing() {
        answered();
        PROXY.prepare(Harm.FALL_SILENT);
        Message committing = SCHOOL.asksAboutAnother();
        CompletableFuture<Reply> committed =
                CompletableFuture.supplyAsync(committing::send).orTimeout(60, TimeUnit.SECONDS);
        await().atMost(Duration.ofMinutes(1)).until(PROXY::isSilent);
        List<CompletableFuture<Reply>> beginning = Stream.generate(SCHOOL::asksAboutAnother)
                .limit(3)
                .map(message -> CompletableFuture.supplyAsync(message::send).orTimeout(60, TimeUnit.SECONDS))
                .toList();
        List<Reply> refused = Stream.concat(Stream.of(committed), beginning.stream())
                .map(CompletableFuture::join)
                .toList();
        PROXY.speak();

        assertThat(refused).allSatisfy(reply -> RefusalTests.assertIsToldInTheOneWay(reply, ExchangeError.DATABASE));
        answered();
        // Nothing came to the server any more, and it undid what had been begun.
        assertThat(refused).allSatisfy(reply -> {
            assertThat(REGISTER.log().find(reply.number())).isEmpty();
            assertThat(SCHOOL.deliveredIn(reply.number())).isZero();
        });
    }

    @Test
    void aCommitThatNobodyCanLookUpIsToldAsFailedAndTheOperatorIsToldToLook() {
        answered();
        PROXY.prepare(Harm.FALL_SILENT_AFTER_COMMIT);
        Message message = SCHOOL.asksAboutAnother();
        Reply refused;
        try (LogLines lines = new LogLines()) {
            refused = message.send();
            assertThat(lines.text()).contains("exchange " + refused.number() + " has no row that could be written");
        }
        PROXY.speak();

        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.DATABASE);
        answered();
        assertThat(refused.logged().result().outcome()).isEqualTo(Outcome.ANSWERED);
        await().atMost(Duration.ofMinutes(1)).until(() -> message.send().code().equals(ExchangeError.REPLAYED.code()));
    }

    @Test
    void aServerThatHoldsACommitInASessionForTooLongIsNotLetCommitIt() {
        answered();
        PROXY.prepare(Harm.HOLD_COMMIT);
        Message message = SCHOOL.asksAboutAnother();
        Reply refused = message.send();

        RefusalTests.assertIsToldInTheOneWay(refused, ExchangeError.DATABASE);
        // The server ends the session by itself; a commit that comes now comes too late.
        await().atMost(Duration.ofMinutes(1)).until(() -> idleInTransaction() == 0);
        PROXY.let();
        answered();
        assertThat(SCHOOL.deliveredIn(refused.number())).isZero();
        assertThat(REGISTER.log()
                        .find(refused.number())
                        .filter(row -> row.result().outcome() == Outcome.ANSWERED))
                .isEmpty();
    }

    private static int idleInTransaction() {
        return REGISTER.jdbc()
                .sql("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = 'silent' AND state = 'idle in transaction'")
                .query(Integer.class)
                .single();
    }

    private static void answered() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> REGISTER.as("benefits")
                                .getStudent(DemoCast.KAUNAS_STUDENT)
                                .send()
                                .status()
                        == 200);
    }
}
