package lt.mokiniai.platform.database;

import java.util.stream.Stream;

/** What is behind a failure. */
public final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    /** Gives a failure and what caused it, the outermost first. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
