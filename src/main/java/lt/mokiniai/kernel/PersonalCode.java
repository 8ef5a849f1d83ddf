package lt.mokiniai.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Lithuanian personal code (asmens kodas): 11 digits {@code G YYMMDD NNN C}, valid by date and check digit.
 * It never prints itself: {@link #toString()} hides the digits, so that a log line cannot hold one.
 */
public record PersonalCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[1-69][0-9]{10}");

    private static final int EXCEPTIONAL = 9;
    private static final int LAST_REAL_YEAR = 2090;

    /** @throws IllegalArgumentException when the code is not valid; the text does not repeat the code */
    public PersonalCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a valid personal code");
        }
    }

    /** Tells whether the digits form a code: the leading digit, a date that exists, the check digit (docs/register.md,
     * 'Person and student'). */
    public static boolean isValid(String digits) {
        return SHAPE.matcher(digits).matches()
                && hasPossibleDate(digits)
                && CheckDigit.ofPerson(digits) == digits.charAt(10) - '0';
    }

    /** Gives the code whose first ten digits are these, completed with its check digit. */
    public static PersonalCode completing(String firstTen) {
        return new PersonalCode(firstTen + CheckDigit.ofPerson(firstTen));
    }

    /**
     * Tells whether somebody with this code can be born on a day: the code says the year of birth, and where it is known the
     * month and the day. An exceptional code says nothing.
     */
    public boolean isOfBirthOn(LocalDate day) {
        return leading(value) == EXCEPTIONAL || (day.getYear() == year(value) && isOfMonthAndDay(day));
    }

    /**
     * Tells whether it is invented, of the birth years 2091 to 2099 that are still far ahead (docs/register.md, 'Demo data'),
     * and somebody with it was born on a day of this month.
     */
    public boolean isInventedFor(LocalDate day) {
        return leading(value) != EXCEPTIONAL && year(value) > LAST_REAL_YEAR && isOfMonthAndDay(day);
    }

    /** The sex that it says (code list SEX); nothing of an exceptional code. */
    public Optional<String> sex() {
        return leading(value) == EXCEPTIONAL ? Optional.empty() : Optional.of(leading(value) % 2 == 1 ? "V" : "M");
    }

    private boolean isOfMonthAndDay(LocalDate day) {
        return month(value) == 0 || (month(value) == day.getMonthValue() && day(value) == day.getDayOfMonth());
    }

    /** A leading 9 is an exceptional code without a century; month and day 00 mean 'unknown'. */
    private static boolean hasPossibleDate(String digits) {
        if (leading(digits) == EXCEPTIONAL || (month(digits) == 0 && day(digits) == 0)) {
            return true;
        }
        try {
            LocalDate.of(year(digits), month(digits), Math.max(day(digits), 1));
            return day(digits) > 0;
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    private static int leading(String digits) {
        return digits.charAt(0) - '0';
    }

    private static int year(String digits) {
        return 1800 + (leading(digits) - 1) / 2 * 100 + Integer.parseInt(digits.substring(1, 3));
    }

    private static int month(String digits) {
        return Integer.parseInt(digits.substring(3, 5));
    }

    private static int day(String digits) {
        return Integer.parseInt(digits.substring(5, 7));
    }

    @Override
    public String toString() {
        return "PersonalCode[hidden]";
    }
}
