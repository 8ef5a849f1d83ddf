package lt.mokiniai.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.register.OracleGrammar;
import lt.mokiniai.register.bench.SqlLog;

/** Whether Oracle 19 would read statements and understand them as H2 and PostgreSQL do, as far as this can be told without one. */
public final class OracleReading {

    /** What is said to H2 alone, by Flyway and by us. */
    private static final Pattern OF_H2 = Pattern.compile(
            "(?i)(SET |CALL |CHECKPOINT|SELECT (USER|LOCK_TIMEOUT|H2VERSION)\\(\\)).*|.*flyway_schema_history.*",
            Pattern.DOTALL);

    private static final Pattern LIST = Pattern.compile("(?i)\\bin ?\\(\\?(, ?\\?)+\\)");
    private static final int LONGEST_LIST = 1000;

    private OracleReading() {}

    /** Gives what is wrong with a statement: by a grammar of Oracle, by jOOQ's parser, by rules that neither knows. */
    public static Optional<String> complaintAbout(String statement) {
        return Stream.<Optional<String>>of(
                        OracleGrammar.complaintAbout(statement),
                        SecondOpinion.complaintAbout(statement),
                        OracleRules.complaintAbout(statement))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Asserts that Oracle would read all statements that were prepared, and take the values as they were meant. */
    public static void assertReadable(SqlLog log) {
        assertReadable(log.all());
        assertThat(log.bindings().complaints()).isEmpty();
    }

    /** Asserts that Oracle would read statements; those of H2 alone are left out. */
    public static void assertReadable(Collection<String> statements) {
        Map<String, String> complaints = new TreeMap<>();
        told(statements)
                .forEach(statement ->
                        complaintAbout(statement).ifPresent(complaint -> complaints.put(statement, complaint)));
        assertThat(complaints).isEmpty();
    }

    /** Gives what is told to every database. Lists that differ in their length alone are one statement, unless one is too long. */
    public static Set<String> told(Collection<String> statements) {
        return statements.stream()
                .filter(statement -> !OF_H2.matcher(statement).matches())
                .map(OracleReading::withShortLists)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withShortLists(String statement) {
        return LIST.matcher(statement)
                .replaceAll(list -> list.group().split(",").length > LONGEST_LIST ? list.group() : "in (?, ?)");
    }
}
