package lt.mokiniai.kernel.faults;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the service log tells of a failure: exceptions and the frames they came from, but no exception's text. */
public final class FailureText {

    private static final String OURS = "lt.mokiniai.";
    private static final int MOST_CAUSES = 5;
    private static final int MOST_FRAMES = 4;

    private FailureText() {}

    /**
     * Tells of a failure and its causes in one line. A text may repeat personal data. Of each the first frames and the
     * first of ours are told, for a stack that overflowed has a thousand.
     */
    public static String of(Throwable failure) {
        return causes(failure)
                .limit(MOST_CAUSES)
                .map(cause -> cause.getClass().getName() + frames(cause.getStackTrace()))
                .collect(Collectors.joining("; caused by "));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static String frames(StackTraceElement[] stack) {
        return IntStream.range(0, stack.length)
                .filter(i -> i < MOST_FRAMES || stack[i].getClassName().startsWith(OURS))
                .limit(2 * MOST_FRAMES)
                .mapToObj(i -> " at " + stack[i])
                .collect(Collectors.joining());
    }
}
