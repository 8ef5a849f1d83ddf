package lt.mokiniai.tools.console;

import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Tells in a few lines why a start failed, where our own code says so or the database does. */
final class StartFailures implements FailureAnalyzer {

    private static final String SETTINGS = "Set it as an argument (--name=value), in a file (--spring.config"
            + ".additional-location=FILE) or in the environment; README.md names the settings."
            + " To try the service, start the demo: serve --demo";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return new FailureAnalysis(
                        "The database cannot be used: " + cause.getMessage(),
                        "Check spring.datasource.url, its username and password, and whether another service holds an"
                                + " embedded database.",
                        failure);
            }
            if (isOurs(cause) && cause.getMessage() != null) {
                String why = withReason(cause);
                boolean aboutSettings = why.contains("mokiniai.") || why.contains("settings");
                return new FailureAnalysis(why, aboutSettings ? SETTINGS : null, failure);
            }
        }
        return null;
    }

    /** Thrown by our code itself: the libraries say what failed, ours says why. */
    private static boolean isOurs(Throwable cause) {
        boolean ofSpring = cause.getClass().getName().startsWith("org.springframework.");
        return !ofSpring
                && Arrays.stream(cause.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(name ->
                                !name.startsWith("java.") && !name.startsWith("sun.") && !name.startsWith("jdk."))
                        .findFirst()
                        .filter(name -> name.startsWith("lt.mokiniai."))
                        .isPresent();
    }

    private static String withReason(Throwable cause) {
        Throwable reason = cause.getCause();
        return reason == null || reason.getMessage() == null
                ? String.valueOf(cause.getMessage())
                : cause.getMessage() + " (" + reason.getClass().getSimpleName() + ": " + reason.getMessage() + ")";
    }
}
