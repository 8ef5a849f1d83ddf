package lt.mokiniai.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the product has a database sort: numbers, days, times, and codes of digits and capital letters, never what people write.
 * Oracle sorts text by a language (NLS_SORT), PostgreSQL by the collation of the database, H2 by the letters' numbers; names in
 * Lithuanian stand in three orders so, and a list that is told in pages would lose some.
 */
class TextOrderTests {

    private static final Path SOURCES = Path.of("src/main/java/lt/mokiniai");
    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration/oracle");
    private static final Pattern TEXT = Pattern.compile("(?m)^ {4}([a-z_]+) +VARCHAR2");
    private static final Pattern ORDER = Pattern.compile("(?i)(?:order by |\\.orderBy\\(\")([a-z][\\w., ]*)");
    private static final Pattern COMPARED = Pattern.compile("\\b(?:[a-z]\\.)?([a-z_]+) (?:<|>|<=|>=) [:?]");

    /** Codes and identifiers, of the register or of source registers: digits, capital letters, hyphens. */
    private static final Set<String> CODES = Set.of(
            "code",
            "identifier",
            "institution",
            "licence_key",
            "post",
            "programme",
            "receipt",
            "register_id",
            "state_code",
            "told_month");

    /** A number everywhere but in open_write, which is sorted by nobody. */
    private static final String NUMBER = "id";

    @Test
    void noTextOfPeopleIsSortedByADatabase() throws IOException {
        assertThat(found(ORDER)).containsAll(List.of("id", "valid_from"));
        assertThat(texts(found(ORDER))).isSubsetOf(CODES).contains("register_id");
    }

    /** A comparison goes on where a page ended: by the order of the same column. */
    @Test
    void noTextOfPeopleIsComparedByItsOrder() throws IOException {
        assertThat(texts(found(COMPARED))).isSubsetOf(CODES);
    }

    private static Set<String> texts(Set<String> columns) throws IOException {
        Set<String> texts = new TreeSet<>();
        for (Path script : files(SCRIPTS, ".sql")) {
            TEXT.matcher(read(script)).results().map(found -> found.group(1)).forEach(texts::add);
        }
        assertThat(texts).contains("family_name", "class_name", "register_id");
        texts.retainAll(columns);
        texts.remove(NUMBER);
        return texts;
    }

    /** The columns that a pattern finds in the SQL of the product, without their tables. */
    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> columns = new TreeSet<>();
        for (Path source : files(SOURCES, ".java")) {
            Matcher matcher = pattern.matcher(read(source));
            while (matcher.find()) {
                Arrays.stream(matcher.group(1).split(","))
                        .map(String::strip)
                        .map(column -> column.split(" ")[0])
                        .map(column -> column.substring(column.indexOf('.') + 1).toLowerCase(Locale.ROOT))
                        .forEach(columns::add);
            }
        }
        return columns;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).collect(Collectors.toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
