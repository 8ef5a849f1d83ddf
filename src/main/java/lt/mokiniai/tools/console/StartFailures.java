package lt.mokiniai.tools.console;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Tells in a few lines why a start failed, where our own code says so or the database does. */
final class StartFailures implements FailureAnalyzer {

    private static final String SETTINGS = "Set it as an argument (--name=value), in a file (--spring.config"
            + ".additional-location=FILE) or in the environment; docs/quickstart-operator.md names the settings."
            + " To try the service, start the demo: serve --demo";

    private static final String MIGRATION =
            "Mend what it says. A script that failed may have done half of its work: restore the"
                    + " backup that was made before this version, or undo it and remove its row from flyway_schema_history.";

    private static final Pattern TOLD = Pattern.compile("(SQL State|Error Code|Message|Location|Line) *:");

    /** A setting that is named as one; an option in advice of ours is none. */
    private static final Pattern SETTING = Pattern.compile("(?<!--)mokiniai\\.");

    private static final int MOST_LINES = 6;
    private static final int LONGEST_LINE = 300;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayException migration && isOfAScript(migration)) {
                return new FailureAnalysis(migration(migration), MIGRATION, failure);
            }
            if (cause instanceof SQLException) {
                return new FailureAnalysis(
                        "The database cannot be used: " + shortened(String.valueOf(cause.getMessage())),
                        "Check spring.datasource.url, its username and password, and whether another service holds an"
                                + " embedded database.",
                        failure);
            }
            if (isOurs(cause) && cause.getMessage() != null) {
                String why = withReason(cause);
                boolean aboutSettings = SETTING.matcher(why).find() || why.contains("settings");
                return new FailureAnalysis(why, aboutSettings ? SETTINGS : null, failure);
            }
        }
        return null;
    }

    /** What fails before any script, such as the connection, is told by the database. */
    private static boolean isOfAScript(FlywayException failure) {
        return !(failure.getCause() instanceof SQLException)
                || String.valueOf(failure.getMessage()).lines().anyMatch(line -> line.startsWith("Location "));
    }

    /** Which script, where in it, and the first line of what the database says: Flyway repeats the statement as well. */
    private static String migration(FlywayException failure) {
        List<String> lines = String.valueOf(failure.getMessage()).lines().toList();
        Stream<String> told = lines.stream().filter(line -> TOLD.matcher(line).lookingAt());
        return Stream.concat(lines.stream().limit(1), told)
                .map(StartFailures::shortened)
                .distinct()
                .limit(MOST_LINES)
                .collect(
                        Collectors.joining("\n  ", "The tables of the database cannot be brought up to date:\n  ", ""));
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
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
