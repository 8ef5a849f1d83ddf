package lt.mokiniai.register.dump;

import java.sql.DatabaseMetaData;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.RecordWriter;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the whole register as it stands at one moment, whatever is written meanwhile, and hands it over in the form: what it
 * knows of other registers, then every person in the order of the register identifiers, which are their keys. Two registers
 * that hold the same are written byte for byte the same, on whichever databases.
 */
public final class RegisterDump {

    private static final String NEXT =
            "select id, register_id from person where register_id > :last order by register_id"
                    + " fetch first :most rows only";

    /** Oracle takes a thousand values in a list (ORA-01795). */
    private static final int AT_ONCE = 500;

    private final DataSource source;
    private final JdbcClient jdbc;

    /**
     * Dumps a register.
     *
     * @param source connections without the limits of time of exchanges
     */
    public RegisterDump(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    /**
     * How much was written.
     *
     * @param kinds how many records of each kind there are; none of a kind of which there are none
     */
    public record Dumped(long students, Map<RecordKind, Long> kinds) {

        /** How many records there are of all kinds. */
        public long records() {
            return kinds.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A person of the register. */
    private record Key(long number, String registerId) {}

    /** How many students there are about now, and how far a dump will go. */
    public long students() {
        return jdbc.sql("select count(*) from person").query(Long.class).single();
    }

    /**
     * Dumps all of it.
     *
     * @param writer takes the records, and is not closed
     * @param done is told how many students are written, 0 before the first
     */
    public Dumped dump(RecordWriter writer, LongConsumer done) {
        TransactionTemplate snapshot = new TransactionTemplate(new DataSourceTransactionManager(source));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(isolation());
        return Objects.requireNonNull(snapshot.execute(status -> {
            Map<RecordKind, Long> kinds = new EnumMap<>(RecordKind.class);
            for (RecordSource kind : RecordSource.REFERENCE) {
                write(
                        writer,
                        kinds,
                        DumpedRecord.sorted(jdbc.sql(kind.sql())
                                .query((row, number) -> DumpedRecord.of(kind.kind(), row))
                                .list()));
            }
            done.accept(0);
            return persons(writer, kinds, done);
        }));
    }

    private Dumped persons(RecordWriter writer, Map<RecordKind, Long> kinds, LongConsumer done) {
        long students = 0;
        for (List<Key> chunk = after(""); !chunk.isEmpty(); chunk = after(last(chunk))) {
            DumpedStudents read = read(chunk.stream().map(Key::number).toList());
            for (Key person : chunk) {
                writer.beginStudent(person.registerId());
                write(writer, kinds, read.of(person.number(), person.registerId()));
                writer.endStudent();
            }
            students += chunk.size();
            done.accept(students);
        }
        return new Dumped(students, kinds);
    }

    private static void write(RecordWriter writer, Map<RecordKind, Long> kinds, List<DumpedRecord> records) {
        records.forEach(row -> {
            writer.write(row.kind(), row.values());
            kinds.merge(row.kind(), 1L, Long::sum);
        });
    }

    private static String last(List<Key> chunk) {
        return chunk.get(chunk.size() - 1).registerId();
    }

    /** An identifier is of digits and capital letters, which all databases order alike. */
    private List<Key> after(String last) {
        return jdbc.sql(NEXT)
                // Oracle takes an empty text for none.
                .param("last", last.isEmpty() ? " " : last)
                .param("most", AT_ONCE)
                .query((row, number) -> new Key(row.getLong(1), row.getString(2)))
                .list();
    }

    private DumpedStudents read(List<Long> persons) {
        DumpedStudents read = new DumpedStudents();
        RecordSource.OF_STUDENTS.forEach(kind -> jdbc.sql(kind.sql())
                .param("persons", persons)
                .query((row, number) -> DumpedRecord.of(kind.kind(), row))
                .list()
                .forEach(read::add));
        RowCallbackHandler languages = row -> read.addLanguage(row.getLong(1), row.getString(2));
        jdbc.sql(RecordSource.LANGUAGES).param("persons", persons).query(languages);
        return read;
    }

    /** PostgreSQL keeps to one state by less than the others: by its strictest it would watch for conflicts besides. */
    private int isolation() {
        try {
            String product = JdbcUtils.extractDatabaseMetaData(source, DatabaseMetaData::getDatabaseProductName);
            return "PostgreSQL".equals(product)
                    ? TransactionDefinition.ISOLATION_REPEATABLE_READ
                    : TransactionDefinition.ISOLATION_SERIALIZABLE;
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("the database does not say which it is", e);
        }
    }
}
