package lt.mokiniai.register.enrolments.classes;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.register.enrolments.classes.KeptEntry.Finding;
import lt.mokiniai.register.enrolments.classes.KeptEntry.Seen;
import lt.mokiniai.register.reference.Institutions;
import lt.mokiniai.wsdl.enrolments.EntryOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists of classes that institutions sent, and what came of their entries. */
@Component
class ClassBatches {

    /** As much as is kept of a text. */
    private static final int LONGEST_MESSAGE = 1000;

    private static final String BATCH =
            "SELECT id, content_digest FROM class_batch WHERE institution = ? AND batch_id = ?";

    private final JdbcClient jdbc;
    private final Institutions institutions;
    private final Clock clock;

    ClassBatches(JdbcClient jdbc, Institutions institutions, @RegisterClock Clock clock) {
        this.institutions = institutions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A list.
     *
     * @param institution the code of the institution
     * @param batchId the number that it chose
     * @param digest of the whole content
     */
    record Named(String institution, String batchId, String digest) {}

    private record Found(long id, String digest) {}

    /**
     * Finds a list by its number.
     *
     * @return the internal number; nothing where the institution sent none of this number
     * @throws ExchangeException {@code MR-581} when it was sent with other content
     */
    Optional<Long> find(Named list) {
        Optional<Found> found = jdbc.sql(BATCH)
                .params(list.institution(), list.batchId())
                .query((row, number) -> new Found(row.getLong(1), row.getString(2)))
                .optional();
        found.filter(other -> !other.digest().equals(list.digest())).ifPresent(other -> {
            throw ExchangeException.of(ExchangeError.BATCH_OF_OTHER_CONTENT).at("batchId");
        });
        return found.map(Found::id);
    }

    /**
     * Finds a list by its number, or begins it. Lists of one institution are begun one after the other, on every node.
     *
     * @param receipt the number of the exchange
     * @throws ExchangeException {@code MR-581} when it was sent with other content
     */
    long open(Named list, String receipt) {
        institutions.hold(list.institution());
        return find(list).orElseGet(() -> {
            jdbc.sql(
                            "INSERT INTO class_batch (institution, batch_id, content_digest, receipt, opened_at) VALUES (?, ?, ?, ?, ?)")
                    .params(
                            list.institution(),
                            list.batchId(),
                            list.digest(),
                            receipt,
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return find(list).orElseThrow();
        });
    }

    /** Holds a list in the transaction of a part: two messages of one list do not work on one entry at once. */
    void hold(long batch) {
        jdbc.sql("SELECT id FROM class_batch WHERE id = ? FOR UPDATE")
                .param(batch)
                .query(Long.class)
                .single();
    }

    /** Gives what came of the entries of a list so far, by their places from 1 on. */
    Map<Integer, KeptEntry> told(long batch) {
        return told(batch, 0, Integer.MAX_VALUE);
    }

    /** Gives what came of an entry of a list; nothing where it is still to be done. */
    Optional<KeptEntry> told(long batch, int ordinal) {
        return Optional.ofNullable(told(batch, ordinal, ordinal).get(ordinal));
    }

    private Map<Integer, KeptEntry> told(long batch, int first, int last) {
        Map<Integer, List<Finding>> findings = new HashMap<>();
        jdbc.sql("SELECT ordinal, code, field, message_lt, message_en FROM class_batch_finding"
                        + " WHERE batch = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal, place")
                .params(batch, first, last)
                .query(row -> {
                    findings.computeIfAbsent(row.getInt(1), ordinal -> new ArrayList<>())
                            .add(new Finding(
                                    row.getString(2), row.getString(3), new Text(row.getString(4), row.getString(5))));
                });
        Map<Integer, KeptEntry> kept = new TreeMap<>();
        jdbc.sql("SELECT ordinal, outcome, enrolment_id, version, begun_id, begun_version FROM class_batch_entry"
                        + " WHERE batch = ? AND ordinal BETWEEN ? AND ?")
                .params(batch, first, last)
                .query(row -> {
                    String begun = row.getString(5);
                    kept.put(
                            row.getInt(1),
                            new KeptEntry(
                                    EntryOutcome.fromValue(row.getString(2)),
                                    new Seen(row.getString(3), row.getString(4)),
                                    begun == null ? null : new Seen(begun, row.getString(6)),
                                    findings.getOrDefault(row.getInt(1), List.of())));
                });
        return kept;
    }

    /**
     * Keeps what came of an entry, in the transaction of its work.
     *
     * @param digest of the entry
     * @param receipt the number of the exchange
     */
    void keep(long batch, int ordinal, String digest, String receipt, KeptEntry entry) {
        Seen begun = entry.begun();
        jdbc.sql("INSERT INTO class_batch_entry (batch, ordinal, entry_digest, receipt, outcome, enrolment_id, version,"
                        + " begun_id, begun_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        batch,
                        ordinal,
                        digest,
                        receipt,
                        entry.outcome().value(),
                        entry.enrolment().enrolmentId(),
                        text(entry.enrolment().version()),
                        text(begun == null ? null : begun.enrolmentId()),
                        text(begun == null ? null : begun.version()))
                .update();
        for (int i = 0; i < entry.findings().size(); i++) {
            Finding finding = entry.findings().get(i);
            jdbc.sql("INSERT INTO class_batch_finding (batch, ordinal, place, code, field, message_lt, message_en)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            batch,
                            ordinal,
                            i + 1,
                            finding.code(),
                            text(finding.field()),
                            cut(finding.message().lt()),
                            cut(finding.message().en()))
                    .update();
        }
    }

    /** With its type, else some drivers ask the database which one a NULL is of. */
    private static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text;
    }
}
