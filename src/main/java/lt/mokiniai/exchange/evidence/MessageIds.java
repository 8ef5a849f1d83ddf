package lt.mokiniai.exchange.evidence;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The ids of messages, each of its party: which exchange used one up, and which refused exchanges left one free. */
record MessageIds(JdbcClient jdbc) {

    private static final String USE = "INSERT INTO accepted_message (replay_key, key_month, receipt) VALUES (?, ?, ?)";
    private static final String LEAVE = "INSERT INTO refused_message (replay_key, key_month, receipt) VALUES (?, ?, ?)";

    /** @throws org.springframework.dao.DuplicateKeyException when it is used up */
    void use(LogEntry entry) {
        note(USE, entry.message().orElseThrow(), entry);
    }

    /** Does nothing where it is not known whose message it is, or by which id. */
    void leave(LogEntry entry) {
        entry.message().ifPresent(message -> note(LEAVE, message, entry));
    }

    private void note(String insert, SentMessage message, LogEntry entry) {
        jdbc.sql(insert)
                .params(message.replayKey(), entry.keyMonth(), entry.receipt())
                .update();
    }
}
