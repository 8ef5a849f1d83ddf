package lt.mokiniai.exchange.capacity;

/** Another exchange holds what work needs: what the work began must be undone, and it can be done again a moment later. */
public final class InTheWay extends RuntimeException {

    /** One is as good as another: it says nothing more. */
    public InTheWay() {
        super("another exchange is in the way", null, false, false);
    }

    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InTheWay) {
                return true;
            }
        }
        return false;
    }
}
