package lt.mokiniai.register.form;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read: each of its values is written as its column says. It does not print its values.
 *
 * @param values in the order of the columns; null where there is none
 */
public record FormRecord(RecordKind kind, RecordPlace place, List<@Nullable String> values) {

    /** Whether records of its kind have a column. */
    public boolean has(String column) {
        return kind.find(column) >= 0;
    }

    /** Gives a value; nothing where there is none. */
    public @Nullable String text(String column) {
        return values.get(kind.place(column));
    }

    /** Gives a value that every record of the kind has. */
    public String required(String column) {
        return Objects.requireNonNull(text(column), column);
    }

    /** Gives a day; nothing where there is none. */
    public @Nullable LocalDate date(String column) {
        String value = text(column);
        return value == null ? null : LocalDate.parse(value);
    }

    /** Gives a moment; nothing where there is none. */
    public @Nullable Instant time(String column) {
        String value = text(column);
        return value == null ? null : OffsetDateTime.parse(value).toInstant();
    }

    /** Gives a number; nothing where there is none. */
    public @Nullable Integer number(String column) {
        String value = text(column);
        return value == null ? null : Integer.valueOf(value);
    }

    /** The key of the student whose record it is. */
    public String student() {
        return required("student");
    }

    @Override
    public String toString() {
        return "FormRecord[" + kind + ", " + place + "]";
    }
}
