package lt.mokiniai.kernel.scope;

import java.util.Map;
import java.util.Set;
import lt.mokiniai.kernel.texts.Text;

/** Whose the items are that a message sets: those of which a supplier is the source are nobody else's to set. */
@FunctionalInterface
public interface ItemOwners {

    /** No item has a source. */
    ItemOwners NONE = withCode -> Map.of();

    /**
     * Gives the items that the message sets and that are another's.
     *
     * @param withCode whether the student has a Lithuanian personal code
     * @return by the path in the request, in its order, the name of the source
     */
    Map<String, Text> ofOthers(boolean withCode);

    /**
     * Gives the items that are another's, whether the message sets them or leaves them out.
     *
     * @param withCode whether the student has a Lithuanian personal code
     * @return by the path in the request
     */
    default Set<String> allOfOthers(boolean withCode) {
        return ofOthers(withCode).keySet();
    }
}
