package lt.mokiniai.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Markdown pages of the project: their headings, their anchors, and the rows of their tables. */
final class Pages {

    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| *`?([A-Z]{1,3}[0-9]+)`? *\\|");

    private final Map<Path, String> texts = new HashMap<>();

    /** Every page: those beside the README, and those below {@code docs}, but not those of libraries that clients bring. */
    static List<Path> all() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file ->
                            file.toString().endsWith(".md") && !file.toString().contains("node_modules"))
                    .sorted()
                    .toList();
        }
    }

    /** The text of a page, without what stands in fences of code. */
    String text(Path page) {
        return texts.computeIfAbsent(
                page, file -> FENCED.matcher(Sources.read(file)).replaceAll(""));
    }

    /** The headings of a page, as they are written. */
    Set<String> headings(Path page) {
        return found(HEADING, page, Function.identity());
    }

    /** The anchors of the headings of a page, as a browser of repositories makes them. */
    Set<String> anchors(Path page) {
        return found(HEADING, page, Pages::anchor);
    }

    /** The numbers of the rows of its tables: {@code A1} of a row that begins so. */
    Set<String> rows(Path page) {
        return found(ROW, page, Function.identity());
    }

    private Set<String> found(Pattern pattern, Path page, Function<String, String> reading) {
        return pattern.matcher(text(page))
                .results()
                .map(result -> reading.apply(result.group(1)))
                .collect(Collectors.toSet());
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }
}
