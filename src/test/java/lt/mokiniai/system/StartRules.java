package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole register on a server of databases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StartRules {

    private Register register;

    abstract Map<String, String> database();

    @BeforeAll
    void start() {
        register = Register.start(database());
    }

    @AfterAll
    void stop() {
        register.close();
    }

    @Test
    void answersAndLogsASignedCall() {
        Message message = register.as("school").getStudent(DemoCast.RESTRICTED);
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
            Reply reply = register.as(Questions.whoMay(operation))
                    .asks(operation, Questions.content(register, operation))
                    .send();
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            assertThat(reply.studentsInTheLog() == 0).as(operation).isEqualTo(DeliveredSources.isOfIntake(operation));
        }
    }

    @Test
    void ofCopiesThatComeAtOnceExactlyOneIsAnswered() {
        Copies.assertOneIsAnswered(register.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT), 20);
    }

    @Test
    void undoesWhatFails() {
        Message message = register.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        register.jdbc().sql("ALTER TABLE person_identity RENAME TO gone").update();
        Reply failed = message.send();
        register.jdbc().sql("ALTER TABLE gone RENAME TO person_identity").update();
        assertThat(failed.code()).isEqualTo(ExchangeError.INTERNAL.code());
        RefusalTests.assertIsInTheLog(failed, ExchangeError.INTERNAL);
        assertThat(message.send().status()).isEqualTo(200);
    }
}
