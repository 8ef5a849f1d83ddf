package lt.mokiniai.register.form;

/**
 * A value that records of a kind have.
 *
 * @param name of the CSV column, and of the XML attribute
 * @param type how it is written
 * @param most how many characters it has at the most
 * @param isRequired whether each record has it
 */
public record Column(String name, Type type, int most, boolean isRequired) {

    private static final int DAY = 10;
    private static final int TIME = 40;
    private static final int NUMBER = 9;

    /** How a value is written. */
    public enum Type {
        /** Any text without control characters, but not blank. */
        TEXT,
        /** Words without spaces inside them, with one space between two. */
        WORDS,
        /** What other records name this one by: any text, of printable characters. */
        KEY,
        /** A calendar day, ISO 8601: 2026-09-01. */
        DATE,
        /** A moment with its offset, ISO 8601, to the microsecond: 2026-09-01T08:00:00+03:00. */
        TIME,
        /** A whole number from 0 on, in decimal digits. */
        NUMBER
    }

    static Column text(String name, int most) {
        return new Column(name, Type.TEXT, most, false);
    }

    static Column words(String name, int most) {
        return new Column(name, Type.WORDS, most, false);
    }

    static Column key(String name) {
        return new Column(name, Type.KEY, 64, true);
    }

    static Column date(String name) {
        return new Column(name, Type.DATE, DAY, false);
    }

    static Column time(String name) {
        return new Column(name, Type.TIME, TIME, false);
    }

    static Column number(String name) {
        return new Column(name, Type.NUMBER, NUMBER, false);
    }

    Column required() {
        return new Column(name, type, most, true);
    }
}
