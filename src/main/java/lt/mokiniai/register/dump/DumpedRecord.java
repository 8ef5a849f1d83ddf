package lt.mokiniai.register.dump;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lt.mokiniai.register.enrolments.facts.StageItem;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read, without the keys that the dump gives. Its values are in the order of the columns, as they are
 * written.
 *
 * @param person whose it is, by the number in the database
 * @param certificate of which certificate, likewise
 */
record DumpedRecord(RecordKind kind, long person, long certificate, List<@Nullable String> values) {

    /** The order of what records are compared by. */
    static final Comparator<List<String>> BY_VALUES = (one, other) -> {
        for (int place = 0; place < Math.min(one.size(), other.size()); place++) {
            int order = one.get(place).compareTo(other.get(place));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    };

    /** Longer than any number of the form. */
    private static final int DIGITS = 19;

    /** Reads one: whose it is, of which certificate, and the values in the order of the columns. */
    static DumpedRecord of(RecordKind kind, ResultSet row) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        for (Column column : kind.columns()) {
            String value = written(column, row, values.size() + 3);
            values.add(column.name().equals("told") ? items(value) : value);
        }
        return new DumpedRecord(kind, row.getLong(1), row.getLong(2), values);
    }

    private static @Nullable String written(Column column, ResultSet row, int place) throws SQLException {
        return switch (column.type()) {
            case TEXT, WORDS, KEY, NUMBER -> row.getString(place);
            case DATE -> {
                LocalDate day = row.getObject(place, LocalDate.class);
                yield day == null ? null : day.toString();
            }
            case TIME -> {
                OffsetDateTime time = row.getObject(place, OffsetDateTime.class);
                yield time == null ? null : time.toInstant().toString();
            }
        };
    }

    /** What the change told that began a stage, by name: the database has a bit for each. Most tell all. */
    private static @Nullable String items(@Nullable String bits) {
        return bits == null ? null : StageItem.names(Integer.parseInt(bits));
    }

    /** Gives the value of a column. */
    @Nullable
    String value(String column) {
        return values.get(kind.place(column));
    }

    /** Gives this record with a value of a column. */
    DumpedRecord with(String column, @Nullable String value) {
        List<@Nullable String> changed = new ArrayList<>(values);
        changed.set(kind.place(column), value);
        return new DumpedRecord(kind, person, certificate, changed);
    }

    /** What it is compared by: an order of times, of numbers and of what is not there. */
    List<String> order() {
        List<String> order = new ArrayList<>();
        for (int place = 0; place < values.size(); place++) {
            String value = values.get(place);
            order.add(
                    switch (kind.columns().get(place).type()) {
                        case TEXT, WORDS, KEY, DATE -> value == null ? "" : value;
                        // Without the last letter one that has fractions of a second comes after one that has none.
                        case TIME -> value == null ? "" : value.substring(0, value.length() - 1);
                        case NUMBER -> value == null ? "" : "0".repeat(DIGITS - value.length()) + value;
                    });
        }
        return order;
    }

    /** Gives records in the order of their values, which is the same on every database: numbers of rows are not. */
    static List<DumpedRecord> sorted(List<DumpedRecord> records) {
        if (records.size() < 2) {
            return records;
        }
        record Placed(List<String> order, DumpedRecord one) {}
        return records.stream()
                .map(one -> new Placed(one.order(), one))
                .sorted(Comparator.comparing(Placed::order, BY_VALUES))
                .map(Placed::one)
                .toList();
    }

    @Override
    public String toString() {
        return "DumpedRecord[" + kind + "]";
    }
}
