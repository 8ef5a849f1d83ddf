package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.signatures.SignatureFault;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.kernel.texts.Text.Language;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.tools.sandbox.SandboxProblem;
import org.junit.jupiter.api.Test;

/** The bundles of texts: whole in both languages, all of it used, and no text for people anywhere else in Java. */
class TextsTests {

    /** Names of invented persons, schools and groups of the demo register: data, and not texts. */
    private static final Set<String> INVENTED_NAMES = Set.of(
            "DemoCast.java",
            "CastHistories.java",
            "CastPersons.java",
            "Schools.java",
            "StudentGenerator.java",
            "StudyGenerator.java");

    private static final Pattern LITHUANIAN = Pattern.compile("[ąčęėįšųūžĄČĘĖĮŠŲŪŽ]");
    private static final Pattern TEXT_IN_JAVA = Pattern.compile("new Text\\(\\s*\"[^\"]");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern TEXT_OF_A_KEY =
            Pattern.compile("\\b(?:text|say)\\(\\s*\"([a-zA-Z][\\w-]*\\.[\\w.-]+)\"");
    private static final Pattern PROBLEM = Pattern.compile("\\b(ContractProblem|SignatureFault)\\.([A-Z_0-9]+)\\b");
    private static final Pattern REFUSAL =
            Pattern.compile("ExchangeException\\.of\\(ExchangeError\\.([A-Z_0-9]+)\\)([^;]*);");

    private static final Map<String, String> SOURCES = sources();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(Messages.keys(Language.LT)).isNotEmpty().containsExactlyElementsOf(Messages.keys(Language.EN));
    }

    /** A key that is written twice would be read as its last text. */
    @Test
    void noKeyIsWrittenTwice() throws IOException {
        for (Language language : Language.values()) {
            Path bundle =
                    Path.of("src/main/resources/messages_" + language.name().toLowerCase(Locale.ROOT) + ".properties");
            try (Stream<String> lines = Files.lines(bundle)) {
                assertThat(lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                                .map(line -> line.replaceFirst("\\s*=.*", "")))
                        .doesNotHaveDuplicates()
                        .hasSameSizeAs(Messages.keys(language));
            }
        }
    }

    @Test
    void everyTextSaysSomethingInBothLanguagesAndHasTheSamePlaces() {
        for (String key : Messages.keys(Language.LT)) {
            Text text = Messages.unfilled(key);
            assertThat(text.lt()).as(key).isNotBlank();
            assertThat(text.en()).as(key).isNotBlank();
            assertThat(places(text.lt())).as(key).isEqualTo(places(text.en()));
            List<String> numbers = places(text.lt()).stream()
                    .filter(place -> place.matches("\\{\\d}"))
                    .toList();
            if (!isOfACatalogue(key)) {
                assertThat(numbers)
                        .as(key)
                        .containsExactlyElementsOf(Stream.iterate(0, i -> i + 1)
                                .limit(numbers.size())
                                .map(i -> "{" + i + "}")
                                .toList());
            }
        }
    }

    @Test
    void everyCodeOfEveryCatalogueHasMessageAndRemedy() {
        assertThat(Messages.keys(Language.LT)).containsAll(keysOfCatalogues());
        assertThat(codes()).doesNotHaveDuplicates();
        for (String code : codes()) {
            Text message = Messages.unfilled(code + ".message");
            Text remedy = Messages.unfilled(code + ".remedy");
            assertThat(message.lt()).as(code).isNotEqualTo(message.en());
            assertThat(remedy.lt()).as(code).isNotEqualTo(remedy.en());
        }
    }

    @Test
    void everyTextIsUsed() {
        Set<String> unused = new TreeSet<>(Messages.keys(Language.LT));
        unused.removeAll(keysOfCatalogues());
        // CommandHelpTests holds these to the commands and their options.
        unused.removeIf(key -> key.startsWith("help."));
        // FormDocumentsTests holds these to the kinds of records and their columns.
        unused.removeIf(key -> key.startsWith("form."));
        // The names of source registers, and what may be wrong with their records: each has an enumeration of its own.
        unused.removeIf(key -> key.startsWith("source.") || key.matches("MR-S\\d+\\.message"));
        Arrays.stream(LoadProblem.values()).forEach(problem -> unused.remove(problem.code() + ".message"));
        unused.removeIf(key -> SOURCES.values().stream().anyMatch(source -> source.contains("\"" + key + "\"")));
        assertThat(unused).isEmpty();
    }

    @Test
    void everyTextThatIsAskedForIsThereAndGetsAValueForEachPlace() {
        List<String> wrong = new ArrayList<>();
        SOURCES.forEach((file, source) -> TEXT_OF_A_KEY
                .matcher(source)
                .results()
                .forEach(call -> {
                    String key = call.group(1);
                    int values = arguments(source, call.end());
                    if (!Messages.keys(Language.LT).contains(key)
                            || places(Messages.unfilled(key).lt()).size() != values) {
                        wrong.add(file + ": " + key + " with " + values + " values");
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    /** A key may travel through a method before its text is asked for. */
    @Test
    void everyKeyThatIsNamedIsThere() {
        Set<String> keys = Messages.keys(Language.LT);
        String begins = keys.stream()
                .filter(key -> !isOfACatalogue(key))
                .map(key -> key.substring(0, key.indexOf('.')))
                .distinct()
                .collect(Collectors.joining("|"));
        Pattern named = Pattern.compile("\"((?:" + begins + ")\\.(?!html\")[a-zA-Z][\\w-]*)\"");
        assertThat(SOURCES.values().stream()
                        .flatMap(source -> named.matcher(source).results())
                        .map(literal -> literal.group(1))
                        .filter(key -> !keys.contains(key)))
                .isEmpty();
    }

    /** A value too much is no mistake where one call tells one of two problems. */
    @Test
    void everyProblemOfAContractFileGetsAValueForEachPlace() {
        List<String> wrong = new ArrayList<>();
        SOURCES.forEach((file, source) -> PROBLEM.matcher(source).results().forEach(named -> {
            String after = source.substring(named.end());
            boolean isMade = after.startsWith(".of(");
            boolean isTold = after.matches("(?s)\\s*(,|\\)|:).*") && told(source, named.start());
            if (isMade || isTold) {
                int from = isMade ? named.end() + ".of(".length() : named.end();
                int values = isMade ? arguments(source, from - 1) : arguments(source, skipped(source, named.end()));
                String code = named.group(1).equals("ContractProblem")
                        ? ContractProblem.valueOf(named.group(2)).notice().code()
                        : SignatureFault.valueOf(named.group(2)).notice().code();
                if (numbered(code) > values) {
                    wrong.add(file + ": " + named.group() + " with " + values + " values");
                }
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRefusalThatHasAPlaceNamesItsParticulars() {
        List<String> wrong = new ArrayList<>();
        SOURCES.forEach((file, source) -> REFUSAL.matcher(source).results().forEach(made -> {
            ExchangeError error = ExchangeError.valueOf(made.group(1));
            boolean hasPlace = error.message().lt().contains("{0}");
            if (hasPlace != made.group(2).contains(".naming(")) {
                wrong.add(file + ": " + error);
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void noTextStandsInJava() {
        assertThat(SOURCES.entrySet().stream()
                        .filter(source -> !INVENTED_NAMES.contains(source.getKey()))
                        .filter(source -> LITHUANIAN.matcher(source.getValue()).find()
                                || TEXT_IN_JAVA.matcher(source.getValue()).find())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    private static List<String> codes() {
        return Stream.of(
                        Arrays.stream(ExchangeError.values()).map(ExchangeError::code),
                        Arrays.stream(ContractProblem.values())
                                .map(problem -> problem.notice().code()),
                        Arrays.stream(SignatureFault.values())
                                .map(fault -> fault.notice().code()),
                        Arrays.stream(SandboxProblem.Kind.values()).map(SandboxProblem.Kind::code))
                .flatMap(code -> code)
                .toList();
    }

    private static Set<String> keysOfCatalogues() {
        return codes().stream()
                .flatMap(code -> Stream.of(code + ".message", code + ".remedy"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOfACatalogue(String key) {
        return keysOfCatalogues().contains(key);
    }

    /** How many values a code of a catalogue needs. */
    private static int numbered(String code) {
        return Stream.of(".message", ".remedy")
                .map(part -> Messages.unfilled(code + part).lt())
                .flatMap(text -> places(text).stream())
                .filter(place -> place.matches("\\{\\d}"))
                .mapToInt(place -> place.charAt(1) - '0' + 1)
                .max()
                .orElse(0);
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean told(String source, int at) {
        Matcher call = Pattern.compile("\\.problem\\(|new Unreadable\\(|check\\(|known\\(")
                .matcher(source);
        String name = "";
        int begin = -1;
        while (call.find() && call.start() < at) {
            name = call.group();
            begin = call.start();
        }
        // Nothing ends between the call and the problem: it is an argument of the call.
        return name.matches("\\.problem\\(|new Unreadable\\(")
                && !source.substring(begin, at).contains(";");
    }

    /** The other branch of a conditional stands before the values of both. */
    private static int skipped(String source, int at) {
        Matcher other = Pattern.compile("\\s*:\\s*ContractProblem\\.[A-Z_0-9]+").matcher(source);
        return other.region(at, source.length()).lookingAt() ? other.end() : at;
    }

    /** Counts the arguments that follow in a call: from behind one of them, or from its opening parenthesis, to its end. */
    private static int arguments(String source, int from) {
        boolean atOpening = source.charAt(from) == '(';
        int depth = 0;
        int commas = 0;
        boolean isText = false;
        boolean isEmpty = true;
        for (int i = atOpening ? from + 1 : from; i < source.length(); i++) {
            char sign = source.charAt(i);
            if (isText) {
                if (sign == '\\') {
                    i++;
                } else if (sign == '"') {
                    isText = false;
                }
                continue;
            }
            switch (sign) {
                case '"' -> {
                    isText = true;
                    isEmpty = false;
                }
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> {
                    if (depth == 0) {
                        return atOpening ? (isEmpty ? 0 : commas + 1) : commas;
                    }
                    depth--;
                }
                case ',' -> commas += depth == 0 ? 1 : 0;
                default -> isEmpty = isEmpty && Character.isWhitespace(sign);
            }
        }
        throw new IllegalStateException("a call does not end");
    }

    private static Map<String, String> sources() {
        try {
            return Sources.files()
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(), Sources::read, (a, b) -> a + b, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
