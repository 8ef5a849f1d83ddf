package lt.mokiniai.register.form.report;

import java.util.List;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;

/**
 * The findings of a code.
 *
 * @param warning whether the records are taken all the same
 * @param first the text of the first of them
 * @param places the first of them, as {@code FILE:LINE}
 */
public record FindingCount(String code, boolean warning, long count, Text first, List<String> places) {

    /** Keeps its own copy. */
    public FindingCount {
        places = List.copyOf(places);
    }

    /** Says it to people. */
    public Text line() {
        String where = String.join(", ", places) + (count > places.size() ? ", …" : "");
        return Messages.text(warning ? "load.warnings" : "load.refusals", code, count, where, first);
    }
}
