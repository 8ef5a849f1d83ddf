package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One term for one thing: no text of the product says what the glossary names under 'Not so'. */
class LithuanianTermsTests {

    private static final Path GLOSSARY = Path.of("docs/glossary.md");
    private static final String NOT_SO = "## Not so";

    @Test
    void noTextSaysWhatTheGlossaryCallsWrong() throws IOException {
        Pattern wrong = wrong();
        List<String> found = new ArrayList<>();
        for (Path file : texts()) {
            int number = 0;
            for (String line : text(file).split("\n", -1)) {
                number++;
                Matcher matcher = wrong.matcher(line);
                while (matcher.find()) {
                    found.add(file + ":" + number + " " + matcher.group());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theTableIsReadAndMatches() throws IOException {
        assertThat(wrong().matcher("Šis duomuo, ir joks kitas").find()).isTrue();
        assertThat(wrong().matcher("atskleidimo apribojimas").find()).isFalse();
    }

    /** The glossary's own words up to the table of wrong ones. */
    private static String text(Path file) throws IOException {
        String text = Files.readString(file);
        return file.equals(GLOSSARY) ? text.substring(0, text.indexOf(NOT_SO)) : text;
    }

    private static Pattern wrong() throws IOException {
        String text = Files.readString(GLOSSARY);
        String words = text.substring(text.indexOf(NOT_SO))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ne taip") && !line.startsWith("| ---"))
                .flatMap(line -> Arrays.stream(line.split("\\|")[1].split(",")))
                .map(word -> Pattern.quote(word.strip()))
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                "\\b(" + words + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Every file with Lithuanian text for people, but for decisions, which tell of the past, and answers. */
    private static List<Path> texts() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("wsdl", "contracts", "docs", "src/main/resources", "src/test/soapui")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(file -> file.toString().matches(".*\\.(xsd|wsdl|xml|md|properties|sql|html)"))
                        .filter(file -> !file.startsWith("docs/decisions") && !file.startsWith("docs/examples"))
                        .filter(file -> !file.toString().matches(".*/(target|node_modules)/.*"))
                        .forEach(files::add);
            }
        }
        files.add(Path.of("README.md"));
        return files;
    }
}
