package lt.mokiniai.kernel.scope;

import java.util.Set;

/**
 * What a contract lets read by one of its operations.
 *
 * @param fields what is shown, by path below the answer's element
 * @param depth how far back
 * @param restrictions the kinds of disclosure restriction that it names
 */
public record Reading(Fields fields, Depth depth, Set<String> restrictions) {

    /** Nothing is read by it. */
    public static final Reading NONE = new Reading(Fields.NONE, Depth.CURRENT, Set.of());

    /** What is shown below an element. */
    public Fields within(String path) {
        return fields.within(path);
    }
}
