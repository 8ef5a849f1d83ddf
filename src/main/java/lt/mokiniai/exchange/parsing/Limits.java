package lt.mokiniai.exchange.parsing;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a message may measure (docs/messages.md, 'Limits'; docs/security.md, P2).
 *
 * @param bytes size of the whole message
 * @param depth nesting of elements
 * @param elements number of elements
 * @param children number of an element's children
 * @param attributes number of an element's attributes and namespace declarations
 * @param attributesInAll number of attributes of the whole message
 * @param namespacesInAll number of namespace declarations of the whole message
 * @param attributeSize length of an attribute's value, and of a namespace's name
 * @param names number of different names: of elements, attributes and prefixes
 * @param nameSize length of such a name
 * @param text length of one text
 * @param tree how many times the message's bytes its document may take in memory, besides 64 KiB
 */
public record Limits(
        @DefaultValue("2097152") int bytes,
        @DefaultValue("40") int depth,
        @DefaultValue("20000") int elements,
        @DefaultValue("2000") int children,
        @DefaultValue("50") int attributes,
        @DefaultValue("10000") int attributesInAll,
        @DefaultValue("10000") int namespacesInAll,
        @DefaultValue("4096") int attributeSize,
        @DefaultValue("1000") int names,
        @DefaultValue("256") int nameSize,
        @DefaultValue("65536") int text,
        @DefaultValue("8") int tree) {

    /** Those that hold where nothing else is set. */
    public static Limits standard() {
        return new Binder().bindOrCreate("limits", Limits.class);
    }

    /** How much the document of a message may take in memory, in bytes. */
    long treeOf(int messageBytes) {
        return TreeCost.FLOOR + (long) tree * messageBytes;
    }
}
