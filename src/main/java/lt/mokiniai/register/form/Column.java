package lt.mokiniai.register.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lt.mokiniai.kernel.VisibleText;
import org.jspecify.annotations.Nullable;

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
    private static final int FIRST_YEAR = 1000;
    /** How days, moments and numbers are written: a part of what ISO 8601 has, which every database keeps as it is. */
    private static final Pattern DATES = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");

    private static final Pattern TIMES =
            Pattern.compile(DATES.pattern() + "T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?(Z|[+-]\\d{2}:\\d{2})");
    /** Runs of characters that no value has, and spaces at the ends. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\uFFFE\uFFFF]+");

    private static final Pattern AT_ENDS = Pattern.compile("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1," + NUMBER + "}");

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

    /** Tells what is wrong with a value; nothing where it is as the column has it. */
    public Optional<LoadProblem> problem(@Nullable String value) {
        if (value == null) {
            return isRequired ? Optional.of(LoadProblem.VALUE_MISSING) : Optional.empty();
        }
        if (value.codePointCount(0, value.length()) > most) {
            return Optional.of(LoadProblem.VALUE_TOO_LONG);
        }
        return switch (type) {
            case TEXT, KEY -> wrong(!VisibleText.isOneLine(value), LoadProblem.CHARACTERS);
            case WORDS -> wrong(!VisibleText.isOneLine(value) || value.contains("  "), LoadProblem.CHARACTERS);
            case DATE -> wrong(!DATES.matcher(value).matches() || !isDate(value), LoadProblem.NOT_A_DATE);
            case TIME -> wrong(!TIMES.matcher(value).matches() || !isTime(value), LoadProblem.NOT_A_TIME);
            case NUMBER -> wrong(!NUMBERS.matcher(value).matches(), LoadProblem.NOT_A_NUMBER);
        };
    }

    /** Gives values as files hold them: the same where each is as its column has it. */
    static List<@Nullable String> written(List<Column> columns, List<@Nullable String> values) {
        List<@Nullable String> written = new ArrayList<>(values);
        for (int i = 0; i < values.size(); i++) {
            written.set(i, columns.get(i).written(values.get(i)));
        }
        return written;
    }

    /** What a register took before texts had rules: lines become one, and spaces at the ends are left out. */
    private @Nullable String written(@Nullable String value) {
        boolean isText = type == Type.TEXT || type == Type.WORDS;
        if (value == null || !isText || VisibleText.isOneLine(value)) {
            return value;
        }
        String text = AT_ENDS.matcher(UNSEEN.matcher(value).replaceAll(" ")).replaceAll("");
        return text.isEmpty() && !isRequired ? null : text;
    }

    private static Optional<LoadProblem> wrong(boolean isWrong, LoadProblem problem) {
        return isWrong ? Optional.of(problem) : Optional.empty();
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).getYear() >= FIRST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(String value) {
        try {
            return OffsetDateTime.parse(value).getYear() >= FIRST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
