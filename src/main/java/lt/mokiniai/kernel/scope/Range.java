package lt.mokiniai.kernel.scope;

/** A range of whole numbers, both ends included. */
public record Range(int from, int to) {

    /** @throws IllegalArgumentException when it ends before it begins */
    public Range {
        if (to < from) {
            throw new IllegalArgumentException("a range must not end before it begins: " + from + " to " + to);
        }
    }
}
