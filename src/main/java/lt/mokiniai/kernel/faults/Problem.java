package lt.mokiniai.kernel.faults;

import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a message. It carries no personal data: a field is named by its path, never by its value, and
 * the particulars are names of parts, limits and codes.
 *
 * @param error the reason of the catalogue
 * @param field the path of the request field at fault
 * @param particulars what fills the {@code {0}} of the reason's text
 */
public record Problem(
        ExchangeError error,
        @Nullable String field,
        @Nullable Text particulars) {

    private static final Text NONE = Text.same("–");

    /** Gives what is wrong with a field, for a reason that has no particulars. */
    public static Problem at(String field, ExchangeError error) {
        return new Problem(error, field, null);
    }

    /** Gives the same with particulars. */
    public Problem naming(Text what) {
        return new Problem(error, field, what);
    }

    /** What is wrong, in both languages. */
    public Text message() {
        return Messages.filled(error.message(), particulars == null ? NONE : particulars);
    }
}
