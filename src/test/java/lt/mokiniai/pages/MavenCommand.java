package lt.mokiniai.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code ./mvnw} would do: it is not run, but its words are held against the pom. */
final class MavenCommand {

    private static final Pattern RUN =
            Pattern.compile("(?s)<!-- spring-boot:run is the demo. -->\\s*<arguments>(.*?)</arguments>");
    private static final Pattern ARGUMENT = Pattern.compile("<argument>(.*?)</argument>");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>mokiniai</artifactId>\\s*<version>(.*?)</version>");
    private static final Set<String> GOALS =
            Set.of("verify", "test", "package", "test-compile", "spring-boot:run", "spotless:apply");

    private final Path project;

    MavenCommand(Path project) {
        this.project = project;
    }

    /** The words with which {@code spring-boot:run} starts the service. */
    List<String> wordsOfRun() {
        String arguments = found(RUN, "arguments of spring-boot:run");
        return ARGUMENT.matcher(arguments)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    /** The packaged service. */
    String jar() {
        return "target/mokiniai-" + found(VERSION, "version of mokiniai") + ".jar";
    }

    /** @throws IllegalArgumentException where the pom has no such goal, profile, test or file */
    String check(List<String> words) {
        List<String> wrong = new ArrayList<>();
        for (String word : words) {
            if (!isKnown(word, words)) {
                wrong.add(word);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("./mvnw knows nothing of " + wrong);
        }
        return "";
    }

    private boolean isKnown(String word, List<String> words) {
        if (word.startsWith("-P")) {
            return pom().contains("<id>" + word.substring(2) + "</id>");
        }
        if (word.startsWith("-Dtest=")) {
            return Stream.of(word.substring("-Dtest=".length()).split(",")).allMatch(this::isTest);
        }
        if (word.startsWith("-Dbench.")) {
            return pom().contains("<" + word.substring(2) + ">");
        }
        boolean isFile =
                words.indexOf(word) > 0 && words.get(words.indexOf(word) - 1).equals("-f");
        return isFile
                ? Files.isRegularFile(project.resolve(word))
                : GOALS.contains(word)
                        || Set.of("-q", "-f", "-DskipTests", "-Dmokiniai.docs=write")
                                .contains(word);
    }

    private boolean isTest(String name) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name + ".java");
        try (Stream<Path> files = Files.walk(project.resolve("src/test/java"))) {
            return files.map(Path::getFileName).anyMatch(matcher::matches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String found(Pattern pattern, String what) {
        return pattern.matcher(pom())
                .results()
                .findFirst()
                .map((MatchResult result) -> result.group(1))
                .orElseThrow(() -> new IllegalStateException("pom.xml has no " + what));
    }

    private String pom() {
        try {
            return Files.readString(project.resolve("pom.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
