package lt.mokiniai.register.model;

import java.time.LocalDate;

/** Days, both included; without a last one where {@code to} is null. */
record Days(LocalDate from, LocalDate to) {

    /** All days that are asked about. */
    static final Days EVER = new Days(LocalDate.of(1900, 1, 1), null);

    boolean includes(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean includes(Days other) {
        return !other.from.isBefore(from) && (to == null || (other.to != null && !other.to.isAfter(to)));
    }

    boolean overlaps(Days other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }
}
