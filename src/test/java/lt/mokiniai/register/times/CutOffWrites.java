package lt.mokiniai.register.times;

/** What nodes do about writes that others announced and never finished. */
public final class CutOffWrites {

    private CutOffWrites() {}

    /** Has a node look for them now. */
    public static void forget(OpenWrites writes) {
        writes.forget();
    }
}
