package lt.mokiniai.kernel;

import java.util.regex.Pattern;

/** The code of a legal entity: 9 digits, the last of which is a check digit (docs/register.md, 'Institution and
 * programme'). */
public record LegalEntityCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{9}");

    /** @throws IllegalArgumentException when the code is not valid */
    public LegalEntityCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a valid code of a legal entity: " + value);
        }
    }

    /** Tells whether the digits are a code. */
    public static boolean isValid(String digits) {
        return SHAPE.matcher(digits).matches() && CheckDigit.ofLegalEntity(digits) == digits.charAt(8) - '0';
    }

    /** Gives the code whose first eight digits are these, completed with its check digit. */
    public static LegalEntityCode completing(String firstEight) {
        return new LegalEntityCode(firstEight + CheckDigit.ofLegalEntity(firstEight));
    }

    @Override
    public String toString() {
        return value;
    }
}
