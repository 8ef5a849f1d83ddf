package lt.mokiniai.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Where the product asks about a list of values: Oracle 19 takes 1,000 in one (ORA-01795). A new place has to say here what
 * holds it to that.
 */
class ListPlacesTests {

    private static final Path SOURCES = Path.of("src/main/java/lt/mokiniai");

    /** A parameter as a list, in SQL or in HQL. */
    private static final Pattern LIST = Pattern.compile("(?i)\\bin ?(\\(:|:[a-z]|\\(\";)");

    /** By the file: how its list is kept short, and what asks with more than 1,000. */
    private static final Map<String, String> HELD = Map.ofEntries(
            Map.entry("register/sql/Conditions.java", "Chunks; SelectTests"),
            Map.entry("register/results/ProgrammeModules.java", "Chunks; SelectTests"),
            Map.entry("register/students/merging/MergedPersons.java", "Chunks; SelectTests"),
            Map.entry("register/students/PopulationRule.java", "kinds of restriction that a contract names"),
            Map.entry("register/students/writes/IdentityLocks.java", "32 rows in all"),
            Map.entry("register/tasks/deciding/TaskScope.java", "kinds of restriction that a contract names"),
            Map.entry("register/dump/RecordSource.java", "AT_ONCE of RegisterDump, 500; DemoDumpTests"),
            Map.entry("register/load/LoadedStudents.java", "Chunks; SelectTests"),
            Map.entry("register/load/together/TakenIdentifications.java", "Chunks; SelectTests"),
            Map.entry("register/reference/CodeLists.java", "names of code lists, a few dozen"),
            Map.entry("register/history/HistoryStore.java", "Hibernate for Oracle; LongListRules"),
            Map.entry("register/history/StoredRecordings.java", "Hibernate for Oracle; LongListRules"),
            Map.entry("register/enrolments/transfers/Transfers.java", "Hibernate for Oracle; a page of tasks"),
            Map.entry("exchange/quota/RepeatedLooks.java", "Portions; quota/OracleStatementTests"),
            Map.entry("exchange/quota/MonthlyStudents.java", "Portions; quota/OracleStatementTests"),
            Map.entry("exchange/quota/CountedBefore.java", "Portions; quota/OracleStatementTests"),
            Map.entry("exchange/evidence/LoggedStudents.java", "PORTION; MessageLogContract"),
            Map.entry("contract/active/ContractTexts.java", "AT_ONCE; nobody has a thousand files of contracts"));

    @Test
    void eachPlaceThatAsksAboutAListSaysWhatKeepsItShort() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(SOURCES.resolve("tools/demo")))
                    .forEach(file -> {
                        if (read(file)
                                .lines()
                                .anyMatch(line ->
                                        isSql(line) && LIST.matcher(line).find())) {
                            found.put(SOURCES.relativize(file).toString(), "");
                        }
                    });
        }
        assertThat(found.keySet()).isEqualTo(new TreeSet<>(HELD.keySet()));
    }

    /** Comments and other texts say 'in' too. */
    private static boolean isSql(String line) {
        return !line.strip().startsWith("*") && !line.strip().startsWith("//");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
