package lt.mokiniai.exchange.parsing;

/**
 * What the nodes of a document take in memory, in bytes, never less than they really do: measured on the documents of
 * the JDK, 17 and later, with compressed references (a heap below 32 GiB), as {@link TreeBuilder} makes them. A test
 * measures them again.
 */
final class TreeCost {

    /** What every document may take besides: a short message has more of what is there once. */
    static final int FLOOR = 64 * 1024;

    /** The document, its root, and the tables of whoever builds it. */
    private static final int DOCUMENT = 4096;

    /** A node of an element, and its place in a list of those that were found. */
    private static final int ELEMENT = 72;

    /** The list of an element's attributes. */
    private static final int ATTRIBUTES = 136;

    /** A node of an attribute or a namespace declaration, its place in the list, and in a table of ids. */
    private static final int ATTRIBUTE = 104;

    /** A node of a text. */
    private static final int TEXT = 48;

    /** A string besides its characters. */
    private static final int STRING = 48;

    /** A name that has not been met before, in the tables of the parser and of the builder. */
    private static final int NAME = 240;

    private TreeCost() {}

    static long document() {
        return DOCUMENT;
    }

    /** An element or an attribute repeats its local name where it has a prefix. */
    static long element(String prefix, String localName, int attributes) {
        return ELEMENT + repeated(prefix, localName) + (attributes == 0 ? 0 : ATTRIBUTES);
    }

    static long attribute(String prefix, String localName, String value) {
        return ATTRIBUTE + repeated(prefix, localName) + string(value);
    }

    /** White space of a few characters is one string for all texts that are the same. */
    static long text(CharSequence text, boolean isShared) {
        return TEXT + (isShared ? 0 : string(text));
    }

    /** A name that has not been met before. */
    static long name(String name) {
        return NAME + 4 * string(name);
    }

    static long string(CharSequence text) {
        return STRING + (long) text.length() * (isWide(text) ? Character.BYTES : 1);
    }

    private static long repeated(String prefix, String localName) {
        return prefix.isEmpty() ? 0 : string(localName);
    }

    private static boolean isWide(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return true;
            }
        }
        return false;
    }
}
