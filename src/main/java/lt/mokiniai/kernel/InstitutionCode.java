package lt.mokiniai.kernel;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What names an institution that students are enrolled at: whose code it is, and the code (docs/register.md, 'Institution
 * and programme'). No text is a code of two kinds, so the code alone tells its kind.
 *
 * @param value the code as its kind writes it
 */
public record InstitutionCode(Kind kind, String value) {

    /** Whose code it is: the values of code list {@code INSTITUTION_CODE_KIND}. */
    public enum Kind {
        /** A legal entity's, or its branch's, in the Register of Legal Entities. */
        LEGAL_ENTITY("[0-9]{9}", true),
        /** A unit's that has no code in that register: its legal entity's code and a number. Of this project. */
        UNIT("[0-9]{9}-[1-9][0-9]{0,2}", true),
        /** A person's who teaches individually; never the personal code. Of this project. */
        NATURAL_PERSON("LM[0-9]{6}", false),
        /** From before the codes of nine digits, of an institution that was closed with it. Of this project. */
        OLD("[0-9]{7}", false);

        private final Pattern shape;
        private final boolean beginsWithLegalEntity;

        Kind(String shape, boolean beginsWithLegalEntity) {
            this.shape = Pattern.compile(shape);
            this.beginsWithLegalEntity = beginsWithLegalEntity;
        }

        /** Finds a kind by its value of the code list. */
        public static Optional<Kind> named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst();
        }

        /** Tells whether a text is a code of this kind. */
        public boolean isCode(String text) {
            return shape.matcher(text).matches()
                    && (!beginsWithLegalEntity || LegalEntityCode.isValid(text.substring(0, 9)));
        }
    }

    /** @throws IllegalArgumentException when the value is no code of the kind */
    public InstitutionCode {
        if (!kind.isCode(value)) {
            throw new IllegalArgumentException("not a valid code of the kind " + kind + ": " + value);
        }
    }

    /**
     * Gives the institution that a code names.
     *
     * @throws IllegalArgumentException when it is no code of any kind
     */
    public static InstitutionCode of(String value) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.isCode(value))
                .findFirst()
                .map(kind -> new InstitutionCode(kind, value))
                .orElseThrow(() -> new IllegalArgumentException("not a valid code of an institution: " + value));
    }

    /** The code alone, which tells its kind. */
    @Override
    public String toString() {
        return value;
    }
}
