package lt.mokiniai.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What can be run of a Markdown page: its fenced blocks, in their order. Comments just before a block say what is special:
 *
 * <ul>
 *   <li>{@code <!-- not run: REASON -->}: it cannot be run by a test;
 *   <li>{@code <!-- needs: COMMAND -->}: it is run where that command succeeds;
 *   <li>{@code <!-- ends with: CODE -->}: the exit code is not 0 but this;
 *   <li>{@code <!-- file: NAME -->}: the block is the text of a file, and is written to it.
 * </ul>
 *
 * Commands are in blocks {@code sh} or {@code bash}, statements for the database in blocks {@code sql}, lines of the service's
 * log in blocks {@code log}. A block {@code text} that follows commands at once is what they print; {@code …} stands there for what differs, and alone in
 * a line for any lines.
 */
record CommandPage(Path path, List<Block> blocks) {

    private static final Pattern FENCE =
            Pattern.compile("(?ms)^((?:<!-- (?:not run|needs|ends with|file): [^\n]+ -->\n)*)"
                    + "^```(\\w*)\n(.*?)^```\n(?:\n^```text\n(.*?)^```\n)?");
    private static final Pattern MARK = Pattern.compile("<!-- ([a-z ]+): (.+) -->");
    private static final List<String> RUN = List.of("sh", "bash", "sql", "log");

    /**
     * @param line where its first command stands, from 1
     * @param language {@code sh}, {@code bash}, {@code sql} or {@code log}; of a file any
     * @param marks what is special, by {@code not run}, {@code needs}, {@code ends with}, {@code file}
     * @param shown what the page shows as printed
     */
    record Block(int line, String language, Map<String, String> marks, String text, Optional<String> shown) {

        Optional<String> mark(String name) {
            return Optional.ofNullable(marks.get(name));
        }

        int exitCode() {
            return mark("ends with").map(Integer::valueOf).orElse(0);
        }

        /** What the output must have: whole lines, one after the other. */
        Pattern expected() {
            StringBuilder pattern = new StringBuilder("(?m)^");
            shown.orElse("").lines().forEach(line -> {
                if (line.equals("…")) {
                    pattern.append("(?:.*\\R)*?");
                } else {
                    pattern.append("\\h*").append(asPattern(line)).append("\\h*(?:\\R|\\z)");
                }
            });
            return Pattern.compile(pattern.toString());
        }
    }

    /** A line that is shown, whose {@code …} stands for what differs. */
    static Pattern asPattern(String line) {
        return Pattern.compile(Pattern.quote(line.strip()).replace("…", "\\E.*?\\Q"));
    }

    static CommandPage read(Path path) {
        try {
            return of(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CommandPage of(Path path, String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher fence = FENCE.matcher(text);
        while (fence.find()) {
            Map<String, String> marks = MARK.matcher(fence.group(1))
                    .results()
                    .collect(Collectors.toMap(mark -> mark.group(1), mark -> mark.group(2)));
            if (marks.containsKey("file") || RUN.contains(fence.group(2))) {
                int line = 1
                        + Math.toIntExact(
                                text.substring(0, fence.start(3)).lines().count());
                Optional<String> shown = Optional.ofNullable(fence.group(4));
                blocks.add(new Block(line, fence.group(2), marks, fence.group(3), shown));
            }
        }
        return new CommandPage(path, blocks);
    }
}
