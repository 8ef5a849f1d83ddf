package lt.mokiniai.intake.example;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import lt.mokiniai.intake.source.HeldRow;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordMapper;
import lt.mokiniai.intake.source.Recording;
import lt.mokiniai.kernel.texts.Text;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records what the fifth register tells, in a table that a test makes; a parent must be there. */
public final class ExampleMapper implements RecordMapper<ExampleRecord> {

    /** The finding of a record whose parent is not there. */
    public static final String NO_PARENT = "MR-S901";

    private final JdbcClient jdbc;
    private volatile Consumer<ExampleRecord> before = told -> {};

    public ExampleMapper(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the table, empty. */
    public void begin() {
        before = told -> {};
        jdbc.sql("CREATE TABLE IF NOT EXISTS example_row (code VARCHAR(100) NOT NULL, told_value VARCHAR(20),"
                        + " parent VARCHAR(100), institution VARCHAR(13), ended INTEGER NOT NULL, changes INTEGER NOT NULL,"
                        + " known_from TIMESTAMP(6) WITH TIME ZONE, CONSTRAINT example_row_pk PRIMARY KEY (code))")
                .update();
        jdbc.sql("DELETE FROM example_row").update();
    }

    /** Says what happens when a record is about to be applied. */
    public void beforeEach(Consumer<ExampleRecord> work) {
        before = work;
    }

    /** Gives what is recorded, by code: the value, the parent, and whether it has ended. */
    public SortedMap<String, String> recorded() {
        SortedMap<String, String> rows = new TreeMap<>();
        jdbc.sql("SELECT code, told_value, parent, ended FROM example_row").query(row -> {
            rows.put(row.getString(1), row.getString(2) + " " + row.getString(3) + " " + row.getInt(4));
        });
        return rows;
    }

    /** Gives how often the row of a code was written. */
    public int changes(String code) {
        return jdbc.sql("SELECT changes FROM example_row WHERE code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    @Override
    public void check(ExampleRecord told, RecordFindings findings) {
        if (told.value.equals("wrong")) {
            findings.add(new RecordFinding("MR-S902", Optional.of("value"), Text.same("wrong")));
        }
        if (told.parent != null && !findings.isEarly() && find(told.parent).isEmpty()) {
            findings.add(new RecordFinding(NO_PARENT, Optional.of("parent"), Text.same("no parent")));
        }
    }

    private Optional<String> find(String code) {
        return jdbc.sql("SELECT told_value, parent, institution, ended FROM example_row WHERE code = ?")
                .param(code)
                .query((row, number) -> content(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                .optional();
    }

    private static String content(Object... parts) {
        return java.util.Arrays.toString(parts);
    }

    @Override
    public boolean apply(ExampleRecord told, Recording recording) {
        before.accept(told);
        int ended = told.isEnded() ? 1 : 0;
        Optional<String> was = find(told.code);
        if (was.filter(content(told.value, told.parent, told.institution, ended)::equals)
                .isPresent()) {
            return false;
        }
        if (was.isEmpty()) {
            jdbc.sql("INSERT INTO example_row (code, ended, changes) VALUES (?, 0, 0)")
                    .param(told.code)
                    .update();
        }
        jdbc.sql("UPDATE example_row SET told_value = :value, parent = :parent, institution = :institution,"
                        + " ended = :ended, changes = changes + 1, known_from = :known WHERE code = :code")
                .param("value", told.value)
                .param("parent", told.parent, java.sql.Types.VARCHAR)
                .param("institution", told.institution, java.sql.Types.VARCHAR)
                .param("ended", ended)
                .param("known", recording.knownFrom().atOffset(ZoneOffset.UTC))
                .param("code", told.code)
                .update();
        return true;
    }

    @Override
    public Optional<HeldRow> ends(ExampleRecord told) {
        return told.isEnded()
                ? jdbc.sql("SELECT code, institution FROM example_row WHERE code = ? AND ended = 0")
                        .param(told.code)
                        .query((row, number) -> new HeldRow(row.getString(1), Optional.ofNullable(row.getString(2))))
                        .optional()
                : Optional.empty();
    }

    @Override
    public void held(Consumer<HeldRow> each) {
        jdbc.sql("SELECT code, institution FROM example_row WHERE ended = 0 ORDER BY code")
                .query(row -> {
                    each.accept(new HeldRow(row.getString(1), Optional.ofNullable(row.getString(2))));
                });
    }
}
