package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;

/** A message is accepted once: by every node, across restarts, and however many copies come at once. */
class ReplayTests {

    private static final Register REGISTER = Register.shared();
    private static final int COPIES = 50;

    @Test
    void refusesTheSameBytesAgain() {
        Message message = good();
        assertThat(message.send().status()).isEqualTo(200);
        assertReplayed(message.send());
        assertReplayed(message.send());
    }

    @Test
    void refusesAnIdThatWasUsedInAnotherMessage() {
        Message message = good();
        assertThat(message.send().status()).isEqualTo(200);
        assertReplayed(REGISTER.as("benefits")
                .getEnrolments(DemoCast.TWIN_A)
                .withId(message.id())
                .send());
    }

    @Test
    void answersTheSameIdOfAnotherParty() {
        Message message = good();
        assertThat(message.send().status()).isEqualTo(200);
        Reply other = REGISTER.as("municipality")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .withId(message.id())
                .send();
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void aRefusedMessageUsesItsIdUp() {
        Message refused = good().within(Client.person("59403149014"));
        assertThat(refused.send().code()).isEqualTo(ExchangeError.PERSONAL_CODE.code());
        assertReplayed(refused.send());
        assertReplayed(good().withId(refused.id()).send());
    }

    @Test
    void anIdThatWasNeverAcceptedIsStillFree() {
        Message forged = good().signedBy("stranger");
        assertThat(forged.send().code()).isEqualTo(ExchangeError.CERTIFICATE_NOT_TRUSTED.code());
        assertThat(good().withId(forged.id()).send().status()).isEqualTo(200);
    }

    @Test
    void ofCopiesThatComeAtOnceExactlyOneIsAnswered() {
        Message message = good();
        List<Reply> replies = Copies.assertOneIsAnswered(message, COPIES);
        assertThat(replies.stream().map(Reply::number).distinct()).hasSize(COPIES);
        replies.stream().filter(Reply::isFault).forEach(ReplayTests::assertReplayed);
        assertThat(rowsOf(message.id())).isEqualTo(COPIES);
    }

    @Test
    void anotherNodeRefusesItToo() {
        Message message = good();
        Message first = good();
        assertThat(message.send().status()).isEqualTo(200);
        assertReplayed(message.send(Register.second()));
        assertThat(first.send(Register.second()).status()).isEqualTo(200);
        assertReplayed(first.send());
    }

    private static int rowsOf(String messageId) {
        return REGISTER.jdbc()
                .sql("SELECT COUNT(*) FROM message_log WHERE message_id = ?")
                .param(messageId)
                .query(Integer.class)
                .single();
    }

    private static void assertReplayed(Reply reply) {
        assertThat(reply.code()).as(reply.toString()).isEqualTo(ExchangeError.REPLAYED.code());
        RefusalTests.assertIsToldInTheOneWay(reply, ExchangeError.REPLAYED);
        RefusalTests.assertIsInTheLog(reply, ExchangeError.REPLAYED);
    }

    private static Message good() {
        return REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
    }
}
