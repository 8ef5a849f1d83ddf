package lt.mokiniai.register.results;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A programme, as far as a result depends on it.
 *
 * @param modules their codes; none where the register knows of none
 */
public record TaughtProgramme(@Nullable String family, Set<String> modules) {

    private static final String VOCATIONAL = "VOCATIONAL";

    /** Whether it is a vocational one. */
    boolean isVocational() {
        return VOCATIONAL.equals(family);
    }

    /** Tells whether a module may be of it. */
    boolean mayHave(String module) {
        return isVocational() && (modules.isEmpty() || modules.contains(module));
    }
}
