package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The whole register on a real PostgreSQL. */
class PostgresStartTests {

    private static final Register REGISTER =
            Register.start(PostgresServer.settings(PostgresServer.newDatabase("exchange"), 20));

    @AfterAll
    static void stop() {
        REGISTER.close();
    }

    @Test
    void answersAndLogsASignedCall() {
        Message message = REGISTER.as("school").getStudent(DemoCast.RESTRICTED);
        Reply reply = message.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        reply.verify();
        assertThat(reply.content().getTextContent()).contains(DemoCast.RESTRICTED.familyName());
        assertThat(reply.logged().request()).isEqualTo(message.bytes());
        assertThat(reply.logged().response()).isEqualTo(reply.bytes());
        assertThat(reply.studentsInTheLog()).isOne();
        assertThat(message.send().code()).isEqualTo(ExchangeError.REPLAYED.code());
    }

    @Test
    void answersEveryOperation() {
        for (String operation : Questions.operations()) {
            Reply reply = REGISTER.as(Questions.whoMay(operation))
                    .asks(operation, Questions.content(REGISTER, operation))
                    .send();
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            assertThat(reply.studentsInTheLog()).as(operation).isPositive();
        }
    }

    @Test
    void ofCopiesThatComeAtOnceExactlyOneIsAnswered() {
        Copies.assertOneIsAnswered(REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT), 20);
    }

    @Test
    void undoesWhatFails() {
        Message message = REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        REGISTER.jdbc().sql("ALTER TABLE person_identity RENAME TO gone").update();
        Reply failed = message.send();
        REGISTER.jdbc().sql("ALTER TABLE gone RENAME TO person_identity").update();
        assertThat(failed.code()).isEqualTo(ExchangeError.INTERNAL.code());
        RefusalTests.assertIsInTheLog(failed, ExchangeError.INTERNAL);
        assertThat(message.send().status()).isEqualTo(200);
    }
}
