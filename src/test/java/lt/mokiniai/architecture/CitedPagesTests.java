package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is cited is there. A source cites a page by its path from the top, then headings in single quotes or numbers of
 * rows: {@code (docs/register.md, 'Enrolment')}, {@code (docs/security.md, E1, S2)}; {@code E2 to E7} is a range. Pages cite each other by links.
 */
class CitedPagesTests {

    private static final Pattern PAGE = Pattern.compile("[\\w./-]*\\w\\.md\\b");
    private static final Pattern HEADING = Pattern.compile("\\G(?:,| and) '([^']+)'");
    private static final Pattern ROWS = Pattern.compile("\\G(?:,| and| to) ([A-Z]{1,3}[0-9]+)\\b");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    /** A page's name in a source that writes a page: the target of a link there, or a part of one that is filled in. */
    private static final Pattern WRITTEN_LINK = Pattern.compile("]\\([^)]*\\)");

    private static final Pattern COMMENT_LINE = Pattern.compile("\\s*\\R\\s*(?:\\*|//|--|#)?\\s*");
    private static final Pattern TEST = Pattern.compile("`(?:(\\w+)/)?([A-Z]\\w+(?:Tests|Rules))(?:\\.(\\w+))?`");
    private static final Pattern TYPE = Pattern.compile("`((?:[a-z]+/)+[A-Z]\\w+)(?:\\.(?:java|(\\w+)))?`");

    private final Pages pages = new Pages();

    @Test
    void everyPageThatASourceCitesExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path source : cited()) {
            String text = prose(source);
            Matcher page = PAGE.matcher(text);
            while (page.find()) {
                if (!Files.isRegularFile(Path.of(page.group()))) {
                    missing.add(source + ": " + page.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyHeadingThatASourceCitesExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path source : cited()) {
            String text = prose(source);
            Matcher page = PAGE.matcher(text);
            while (page.find()) {
                Path file = Path.of(page.group());
                if (Files.isRegularFile(file)) {
                    following(HEADING, text, page.end())
                            .filter(heading -> !pages.headings(file).contains(heading))
                            .forEach(heading -> missing.add(source + ": " + file + ", '" + heading + "'"));
                    following(ROWS, text, page.end())
                            .filter(row -> !pages.rows(file).contains(row))
                            .forEach(row -> missing.add(source + ": " + file + ", " + row));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyLinkOfAPageLeadsSomewhere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : Pages.all()) {
            LINK.matcher(pages.text(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.matches("[a-z]+:.*") && !leads(page, link))
                    .forEach(link -> missing.add(page + ": " + link));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTestAndTypeThatAPageNamesExists() throws IOException {
        List<Path> sources = files("src", ".java").toList();
        List<String> missing = new ArrayList<>();
        for (Path page : Pages.all()) {
            TEST.matcher(pages.text(page))
                    .results()
                    .filter(name -> sources.stream().noneMatch(source -> isNamed(source, name)))
                    .forEach(name -> missing.add(page + ": " + name.group()));
            TYPE.matcher(pages.text(page))
                    .results()
                    .filter(name -> sources.stream()
                            .noneMatch(source -> source.endsWith(name.group(1) + ".java")
                                    && (name.group(2) == null || declares(source, name.group(2)))))
                    .forEach(name -> missing.add(page + ": " + name.group()));
        }
        assertThat(missing).isEmpty();
    }

    /** Whatever people write and cites a page in: Java, settings, migrations, schemas, the build. */
    private static List<Path> cited() throws IOException {
        return Stream.of(
                        files("src/main", ".java", ".yaml", ".sql", ".html", ".properties"),
                        files("src/test/java", ".java"),
                        files("wsdl", ".xsd", ".wsdl"),
                        files("contracts", ".xml", ".xsd"),
                        Stream.of(Path.of("pom.xml")))
                .flatMap(found -> found)
                .filter(source -> Sources.read(source).contains(".md"))
                .toList();
    }

    private static Stream<Path> files(String folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files
                    .filter(file -> Stream.of(endings)
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .sorted()
                    .collect(Collectors.toList())
                    .stream();
        }
    }

    /** A source in one line, as its comments are read; without the links that it writes into pages. */
    private static String prose(Path source) {
        String text = WRITTEN_LINK.matcher(Sources.read(source)).replaceAll("");
        return COMMENT_LINE.matcher(text).replaceAll(" ").replace("}", "");
    }

    /** What stands right behind a citation, one after the other. */
    private static Stream<String> following(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text).region(from, text.length());
        return matcher.results().map(result -> result.group(1));
    }

    private boolean leads(Path page, String link) {
        String path = link.replaceFirst("#.*", "");
        Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return !link.contains("#") || pages.anchors(target).contains(link.substring(link.indexOf('#') + 1));
    }

    private static boolean isNamed(Path source, MatchResult name) {
        return source.getFileName().toString().equals(name.group(2) + ".java")
                && (name.group(1) == null
                        || source.getParent().getFileName().toString().equals(name.group(1)))
                && (name.group(3) == null || declares(source, name.group(3)));
    }

    private static boolean declares(Path source, String method) {
        return Sources.read(source).contains(" " + method + "(");
    }
}
