package lt.mokiniai.register.load.given;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.load.histories.MessageTypes;
import lt.mokiniai.register.load.histories.StudentFindings;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.reference.ReferenceRows;
import lt.mokiniai.register.reference.ReferenceTable;
import lt.mokiniai.register.writing.ToldValues;
import org.jspecify.annotations.Nullable;

/**
 * Records of institutions, programmes, modules and licences: each by itself is there already, or is inserted when what it refers
 * to is there. What the register has is not changed.
 */
public final class ReferenceLoad {

    private static final Map<RecordKind, ReferenceTable> TABLES = Map.of(
            RecordKind.INSTITUTION, ReferenceTable.INSTITUTION,
            RecordKind.PROGRAMME, ReferenceTable.PROGRAMME,
            RecordKind.MODULE, ReferenceTable.MODULE,
            RecordKind.LICENCE, ReferenceTable.LICENCE);

    private final ToldValues values;
    private final ReferenceRows rows;
    private final Map<ReferenceTable, Map<List<?>, List<@Nullable Object>>> known = new EnumMap<>(ReferenceTable.class);
    private final Map<ReferenceTable, List<List<@Nullable Object>>> added = new EnumMap<>(ReferenceTable.class);
    private final Map<RecordKind, Long> loaded = new EnumMap<>(RecordKind.class);
    private long thereAlready;
    private long refused;

    ReferenceLoad(ToldValues values, ReferenceRows rows) {
        this.values = values;
        this.rows = rows;
        for (ReferenceTable table : ReferenceTable.values()) {
            known.put(table, rows.all(table));
            added.put(table, new ArrayList<>());
        }
    }

    /** How many records were loaded, by kind. */
    public Map<RecordKind, Long> loaded() {
        return loaded;
    }

    /** How many records say what the register has. */
    public long thereAlready() {
        return thereAlready;
    }

    /** How many records are not loaded. */
    public long refused() {
        return refused;
    }

    /** The rows that are there, and those that are loaded. */
    Collection<List<@Nullable Object>> known(RecordKind kind) {
        return table(Objects.requireNonNull(TABLES.get(kind))).values();
    }

    /** Looks at records, and takes those that are right. */
    void look(List<FormRecord> records, Consumer<Finding> findings) {
        for (RecordKind kind :
                List.of(RecordKind.INSTITUTION, RecordKind.PROGRAMME, RecordKind.MODULE, RecordKind.LICENCE)) {
            List<FormRecord> waiting = new ArrayList<>();
            records.stream().filter(record -> record.kind() == kind).forEach(record -> {
                StudentFindings found = new StudentFindings(findings);
                look(record, found);
                if (found.isRefused()) {
                    refused++;
                } else {
                    waiting.add(record);
                }
            });
            take(waiting, findings);
        }
    }

    /** Takes records after those that they refer to. */
    private void take(List<FormRecord> waiting, Consumer<Finding> findings) {
        while (waiting.removeIf(record -> missing(record).isEmpty() && take(record, findings))) {
            // Each may be what another waits for.
        }
        waiting.forEach(record -> {
            refused++;
            missing(record)
                    .forEach(column -> findings.accept(LoadProblem.UNKNOWN_REFERENCE.at(record.place(), column)));
        });
    }

    private boolean take(FormRecord record, Consumer<Finding> findings) {
        ReferenceTable table = Objects.requireNonNull(TABLES.get(record.kind()));
        List<@Nullable Object> row = row(record);
        List<@Nullable Object> before = table(table).putIfAbsent(table.key(row), row);
        if (before == null) {
            Objects.requireNonNull(added.get(table)).add(row);
            loaded.merge(record.kind(), 1L, Long::sum);
        } else if (before.equals(row)) {
            thereAlready++;
        } else {
            refused++;
            findings.accept(LoadProblem.REFERENCE_OTHERWISE.at(record.place(), differing(record, before, row)));
        }
        return true;
    }

    private static @Nullable String differing(
            FormRecord record, List<@Nullable Object> before, List<@Nullable Object> row) {
        List<Column> columns = record.kind().columns();
        for (int place = 0; place < columns.size(); place++) {
            if (!Objects.equals(before.get(place), row.get(place))) {
                return columns.get(place).name();
            }
        }
        return null;
    }

    /** Inserts what was taken. */
    void write() {
        for (ReferenceTable table : ReferenceTable.values()) {
            rows.insert(table, Objects.requireNonNull(added.get(table)));
        }
    }

    /** The columns in which a record refers to another that is not there. */
    private List<String> missing(FormRecord record) {
        Map<String, ReferenceTable> references = switch (record.kind()) {
            case INSTITUTION -> Map.of("parent", ReferenceTable.INSTITUTION, "successor", ReferenceTable.INSTITUTION);
            case MODULE -> Map.of("programme", ReferenceTable.PROGRAMME);
            case LICENCE -> Map.of("institution", ReferenceTable.INSTITUTION, "programme", ReferenceTable.PROGRAMME);
            default -> Map.of();
        };
        return references.keySet().stream()
                .filter(column -> record.text(column) != null)
                .filter(column -> !table(Objects.requireNonNull(references.get(column)))
                        .containsKey(List.of(record.required(column))))
                .sorted()
                .toList();
    }

    private Map<List<?>, List<@Nullable Object>> table(ReferenceTable table) {
        return Objects.requireNonNull(known.get(table));
    }

    private static List<@Nullable Object> row(FormRecord record) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Column column : record.kind().columns()) {
            row.add(
                    switch (column.type()) {
                        case DATE -> record.date(column.name());
                        case NUMBER -> record.number(column.name());
                        default -> record.text(column.name());
                    });
        }
        return row;
    }

    private void look(FormRecord record, StudentFindings found) {
        MessageTypes.look(record, found);
        switch (record.kind()) {
            case INSTITUTION -> lookAtInstitution(record, found);
            case PROGRAMME -> {
                LocalDate day = days(record, found, "registered", "deregistered");
                code(record, found, "PROGRAMME_FAMILY", day, "family");
                code(record, found, "EDUCATION_LEVEL", day, "educationLevel");
            }
            case MODULE -> code(record, found, "MODULE_KIND", values.today(), "kind");
            default -> days(record, found, "validFrom", "validTo");
        }
    }

    private void lookAtInstitution(FormRecord record, StudentFindings found) {
        try {
            CodeLists.institution(record.required("codeKind"), record.required("code"), "code");
        } catch (ExchangeException wrong) {
            // The kind, or the code: the field ends with it.
            boolean isKind = String.valueOf(wrong.problem().field()).endsWith("/kind");
            found.of(record)
                    .breaks(new Problem(
                            wrong.problem().error(),
                            isKind ? "codeKind" : "code",
                            wrong.problem().particulars()));
        }
        LocalDate day = days(record, found, "registered", "deregistered");
        code(record, found, "INSTITUTION_TYPE", day, "type");
        code(record, found, "FOUNDER_KIND", day, "founderKind");
        code(record, found, "MUNICIPALITY", day, "founderMunicipality");
        code(record, found, "MUNICIPALITY", day, "municipality");
        code(record, found, "COUNTY", day, "county");
        if (record.text("successor") != null && record.text("deregistered") == null) {
            found.tell(record, "successor", LoadProblem.SUCCESSOR_OF_OPEN);
        }
    }

    /** Looks at the first and the last day, and gives the last one up to today: codes are those of it. */
    private LocalDate days(FormRecord record, StudentFindings found, String first, String last) {
        LocalDate from = Objects.requireNonNull(record.date(first));
        LocalDate to = record.date(last);
        if (to != null && to.isBefore(from)) {
            found.tell(record, last, LoadProblem.ENDS_BEFORE_BEGINNING);
        }
        return Stream.of(values.today(), to == null ? values.today() : to)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private void code(FormRecord record, StudentFindings found, String list, LocalDate day, String column) {
        values.code(found.of(record), list, record.text(column), day, column);
    }
}
