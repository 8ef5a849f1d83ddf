package lt.mokiniai.register.times;

import lt.mokiniai.register.sql.Conditions;

/** Conditions in SQL on the two times of facts (docs/register.md, 'Two dates'). */
public final class FactConditions {

    private FactConditions() {}

    /** Begins a question about a day, as known at a time: parameters {@code :day} and {@code :knownAt}. */
    public static Conditions asOf(AsOf asOf) {
        return new Conditions().with("day", asOf.validOn()).with("knownAt", asOf.knownAt());
    }

    /** Gives the condition that the fact of this name holds on {@code :day} as known at {@code :knownAt}. */
    public static String holds(String fact) {
        return holds(fact, "day", "knownAt");
    }

    /** Gives the condition that the fact of this name holds on a day as known at a time, by their parameters. */
    public static String holds(String fact, String day, String knownAt) {
        return overlaps(fact, day, day) + " and " + believed(fact, knownAt);
    }

    /** Gives the condition that the fact of this name holds on a day between two, by their parameters. */
    public static String overlaps(String fact, String from, String to) {
        return "%1$s.valid_from <= :%3$s and (%1$s.valid_to is null or %1$s.valid_to >= :%2$s)"
                .formatted(fact, from, to);
    }

    /** Gives the condition that the fact of this name is believed at {@code :knownAt}, whenever it holds. */
    public static String believed(String fact) {
        return believed(fact, "knownAt");
    }

    private static String believed(String fact, String knownAt) {
        return "%1$s.recorded_at <= :%2$s and (%1$s.believed_until is null or %1$s.believed_until > :%2$s)"
                .formatted(fact, knownAt);
    }
}
