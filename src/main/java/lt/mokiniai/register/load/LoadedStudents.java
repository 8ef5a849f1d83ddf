package lt.mokiniai.register.load;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.StudentRecords;
import lt.mokiniai.register.load.together.Identification;
import lt.mokiniai.register.sql.Chunks;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was loaded, by what the files name them: it is written in the transaction in which they are. */
@Component
class LoadedStudents {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    LoadedStudents(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * A student who was loaded.
     *
     * @param digest of the records, as {@link #digest} gives it
     * @param person the register's internal number
     * @param isLinked whether what the records say of the student and others is recorded too
     */
    record Loaded(String key, String digest, long person, boolean isLinked) {}

    /** Gives the SHA-256, in hexadecimal, of a student's records, in whatever files and order they stand. */
    static String digest(StudentRecords student) {
        String lines =
                student.records().stream().map(LoadedStudents::line).sorted().collect(Collectors.joining("\n"));
        return Digest.sha256(lines.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * No value has control characters, so that a tab stands between two. A column without a value says nothing: a later form may
     * have more of them.
     */
    private static String line(FormRecord record) {
        StringBuilder line = new StringBuilder(record.kind().element());
        for (Column column : record.kind().columns()) {
            String value = record.text(column.name());
            if (value != null) {
                line.append('\t').append(column.name()).append('=').append(value);
            }
        }
        return line.toString();
    }

    /** Gives those of whom something was loaded, by their keys. */
    Map<String, Loaded> find(Collection<String> keys) {
        Map<String, Loaded> found = new HashMap<>();
        Chunks.of(keys)
                .forEach(some -> jdbc.sql("SELECT student_key, records_digest, person_id, is_linked FROM loaded_student"
                                + " WHERE student_key IN (:keys)")
                        .param("keys", some)
                        .query((row, number) -> new Loaded(
                                row.getString(1),
                                HexFormat.of().formatHex(row.getBytes(2)),
                                row.getLong(3),
                                row.getInt(4) == 1))
                        .list()
                        .forEach(each -> found.put(each.key(), each)));
        return found;
    }

    /** Gives the internal numbers of those in the register whom identifications of others lead to, by their keys. */
    Map<String, Long> persons(Collection<Identification> identifications) {
        Set<String> owners = identifications.stream()
                .filter(each -> !each.owner().equals(each.record().student()))
                .map(Identification::owner)
                .collect(Collectors.toSet());
        return find(owners).values().stream().collect(Collectors.toMap(Loaded::key, Loaded::person));
    }

    /** Gives the key of the student in whose record that of another is kept; nothing where it was not merged. */
    Optional<String> keptOf(String key) {
        return jdbc.sql("SELECT k.student_key FROM loaded_student s"
                        + " JOIN person_merge m ON m.person_id = s.person_id AND m.believed_until IS NULL"
                        + " JOIN loaded_student k ON k.person_id = m.kept_id WHERE s.student_key = ?")
                .param(key)
                .query(String.class)
                .optional();
    }

    /** Gives of persons whose records were merged, by internal numbers, which were kept. */
    Map<Long, Long> merged(Collection<Long> persons) {
        Map<Long, Long> kept = new HashMap<>();
        Chunks.of(persons)
                .forEach(some -> jdbc.sql("SELECT person_id, kept_id FROM person_merge"
                                + " WHERE person_id IN (:persons) AND believed_until IS NULL")
                        .param("persons", some)
                        .query(row -> {
                            kept.put(row.getLong(1), row.getLong(2));
                        }));
        return kept;
    }

    /** Records that students were loaded. */
    void add(List<Loaded> loaded, LoadRun run) {
        if (loaded.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                "INSERT INTO loaded_student (student_key, records_digest, person_id, run_id, is_linked) VALUES (?, ?, ?, ?, ?)",
                loaded,
                loaded.size(),
                (statement, each) -> {
                    statement.setString(1, each.key());
                    statement.setBytes(2, HexFormat.of().parseHex(each.digest()));
                    statement.setLong(3, each.person());
                    statement.setLong(4, run.id());
                    statement.setInt(5, each.isLinked() ? 1 : 0);
                });
    }

    /** Records that what the records say of a student and others is recorded. */
    void link(String key) {
        jdbc.sql("UPDATE loaded_student SET is_linked = 1 WHERE student_key = ?")
                .param(key)
                .update();
    }
}
