package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;

/** What goes wrong inside does not come out, is undone, and leaves the message free to be sent again. */
class FailureTests {

    private static final Register REGISTER = Register.second();

    @Test
    void aFailureOfTheWorkIsAnInternalErrorThatTellsNothing() {
        Message message = good();
        try (LogLines lines = new LogLines()) {
            Reply failed = withTable("person_identity", "person_identity_gone", message);
            assertFailed(failed, ExchangeError.INTERNAL);
            assertThat(failed.fault("code")).isEqualTo("MR-901");
            assertThat(failed.content().getTextContent())
                    .contains(failed.number())
                    .doesNotContainIgnoringCase("person_identity")
                    .doesNotContainIgnoringCase("exception");
            // The operator learns what failed and where, but not whom it was about.
            assertThat(lines.text())
                    .contains(failed.number(), "at lt.mokiniai.register.students.")
                    .doesNotContain(DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow(), "B-2026-77", "EE-31");
        }
        assertMayBeSentAgain(message);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToldAsSuch() throws SQLException {
        Message message = good();
        Reply failed;
        try (Connection other = REGISTER.bean(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            failed = holding(other, message);
            other.rollback();
        }
        assertFailed(failed, ExchangeError.DATABASE);
        assertMayBeSentAgain(message);
    }

    @Test
    void anAnswerThatCannotBeLoggedIsNotGiven() {
        Message message = good();
        execute("ALTER TABLE message_log ADD CONSTRAINT nothing_more CHECK (outcome <> 'ANSWERED') NOCHECK");
        Reply failed;
        try {
            failed = message.send();
        } finally {
            execute("ALTER TABLE message_log DROP CONSTRAINT nothing_more");
        }
        assertFailed(failed, ExchangeError.INTERNAL);
        assertMayBeSentAgain(message);
    }

    @Test
    void nothingIsAnsweredWithoutALog() {
        Message message = good();
        Reply failed = withTable("message_log", "message_log_gone", message);
        assertThat(failed.code()).isEqualTo(ExchangeError.INTERNAL.code());
        RefusalTests.assertIsToldInTheOneWay(failed, ExchangeError.INTERNAL);
        assertThat(REGISTER.log().find(failed.number())).isEmpty();
        assertMayBeSentAgain(message);
    }

    @Test
    void aRefusalAfterTheLogWasOpenedLeavesOneRow() {
        Message message = good().within(Client.person("59403149014"));
        Reply refused = message.send();
        assertThat(refused.code()).isEqualTo(ExchangeError.PERSONAL_CODE.code());
        assertThat(REGISTER.jdbc()
                        .sql("SELECT outcome, students FROM message_log WHERE message_id = ?")
                        .param(message.id())
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("OUTCOME")).isEqualTo("REFUSED"));
    }

    private static void assertFailed(Reply failed, ExchangeError error) {
        assertThat(failed.code()).as(failed.toString()).isEqualTo(error.code());
        RefusalTests.assertIsToldInTheOneWay(failed, error);
        RefusalTests.assertIsInTheLog(failed, error);
        Map<String, Object> row = failed.row();
        assertThat(failed.isIdUsedUp()).isFalse();
        assertThat(row.get("MESSAGE_ID")).isEqualTo(failed.message().id());
    }

    private static void assertMayBeSentAgain(Message message) {
        Reply again = message.send();
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(message.send().code()).isEqualTo(ExchangeError.REPLAYED.code());
    }

    /** Sends while another transaction, that does not end, has taken the message's place in the log. */
    private static Reply holding(Connection other, Message message) throws SQLException {
        Reply model = good().send();
        try (PreparedStatement insert =
                other.prepareStatement("INSERT INTO accepted_message (replay_key, key_month) VALUES (?, '2026-11')")) {
            insert.setString(1, model.row().get("PARTY") + " " + message.id());
            assertThat(insert.executeUpdate()).isOne();
        }
        return message.send();
    }

    private static Reply withTable(String name, String renamed, Message message) {
        execute("ALTER TABLE " + name + " RENAME TO " + renamed);
        try {
            return message.send();
        } finally {
            execute("ALTER TABLE " + renamed + " RENAME TO " + name);
        }
    }

    private static void execute(String statement) {
        REGISTER.jdbc().sql(statement).update();
    }

    private static Message good() {
        return REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
    }
}
