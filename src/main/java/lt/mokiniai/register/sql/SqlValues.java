package lt.mokiniai.register.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.PersonalCode;

/** Parameters as drivers take them. */
final class SqlValues {

    private SqlValues() {}

    /** Gives a value as drivers take it: a time in microseconds of UTC, a code as text, a list {@link #padded}. */
    static Object of(Object value) {
        if (value instanceof Collection<?> several) {
            return padded(several);
        }
        if (value instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        }
        if (value instanceof PersonalCode code) {
            return code.value();
        }
        return value instanceof InstitutionCode code ? code.value() : value;
    }

    /**
     * Gives values with the last one repeated until there are 1, 2, 4, 8 … of them: a database keeps the plan of a statement
     * by its text, which has a mark for each value.
     */
    private static List<Object> padded(Collection<?> values) {
        List<Object> padded = new ArrayList<>();
        values.forEach(value -> padded.add(of(value)));
        int size = Integer.highestOneBit(2 * padded.size() - 1);
        while (padded.size() < size) {
            padded.add(padded.get(padded.size() - 1));
        }
        return padded;
    }
}
