package lt.mokiniai.register.reference.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told of one thing, by the columns of its table; what is not told is empty. */
public final class Told {

    private final FactTable table;
    private final Map<String, Object> values = new HashMap<>();

    private Told(FactTable table) {
        this.table = table;
    }

    /** Begins with nothing told. */
    public static Told of(FactTable table) {
        return new Told(table);
    }

    /** Begins with what is believed. */
    public static Told as(FactTable table, Span believed) {
        Told told = new Told(table);
        for (int place = 0; place < table.columns().size(); place++) {
            told.with(table.columns().get(place), believed.values().get(place));
        }
        return told;
    }

    /**
     * Tells a value.
     *
     * @throws IllegalArgumentException where the table has no such column
     */
    public Told with(String column, @Nullable Object value) {
        if (!table.columns().contains(column)) {
            throw new IllegalArgumentException(table + " has no column " + column);
        }
        if (value == null) {
            values.remove(column);
        } else {
            values.put(column, value);
        }
        return this;
    }

    /** Gives a value; nothing where it is not told. */
    public @Nullable Object value(String column) {
        return values.get(column);
    }

    /** Gives a text; nothing where it is not told. */
    public @Nullable String text(String column) {
        return (String) values.get(column);
    }

    /** Gives a day; nothing where it is not told. */
    public @Nullable LocalDate day(String column) {
        return (LocalDate) values.get(column);
    }

    /** Gives all values in the order of the columns. */
    public List<@Nullable Object> values() {
        List<@Nullable Object> row = new ArrayList<>();
        table.columns().forEach(column -> row.add(values.get(column)));
        return row;
    }
}
