package lt.mokiniai.kernel.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.texts.Text.Language;

/**
 * The texts of the product by key, in both languages: {@code messages_lt.properties} and {@code messages_en.properties},
 * UTF-8, read once. {@code {0}}, {@code {1}} and so on stand for values by position; every other sign, an apostrophe too,
 * stands for itself (docs/decisions/0026-texts-in-bundles.md).
 */
public final class Messages {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Properties LT = read("/messages_lt.properties");
    private static final Properties EN = read("/messages_en.properties");

    private Messages() {}

    /**
     * Gives a text with its values.
     *
     * @param key of the bundles
     * @param values in the order of their numbers, as many as the text has places; a {@link Text} fills each language with
     *     its own words
     * @throws IllegalArgumentException where there is no such text, or it has other places
     */
    public static Text text(String key, Object... values) {
        Text text = unfilled(key);
        if (places(text.lt()) != values.length || places(text.en()) != values.length) {
            throw new IllegalArgumentException(key + " has other places than " + values.length + " values");
        }
        return filled(text, values);
    }

    /**
     * Gives a text as it stands in the bundles, with its places.
     *
     * @throws IllegalArgumentException where there is no such text
     */
    public static Text unfilled(String key) {
        String lt = LT.getProperty(key);
        String en = EN.getProperty(key);
        if (lt == null || en == null) {
            throw new IllegalArgumentException("there is no text " + key);
        }
        return new Text(lt, en);
    }

    /** The keys of a language. */
    public static Set<String> keys(Language language) {
        return new TreeSet<>((language == Language.LT ? LT : EN).stringPropertyNames());
    }

    /** Gives a text with values in those of its places that it has. */
    public static Text filled(Text text, Object... values) {
        return new Text(filled(text.lt(), Language.LT, values), filled(text.en(), Language.EN, values));
    }

    private static String filled(String text, Language language, Object... values) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(words(values[Integer.parseInt(place.group(1))], language)));
    }

    private static String words(Object value, Language language) {
        return value instanceof Text text ? language.of(text) : String.valueOf(value);
    }

    private static int places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet())
                .size();
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (InputStream file = Messages.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the class path has no " + name);
            }
            Reader utf8 = new InputStreamReader(file, StandardCharsets.UTF_8);
            texts.load(utf8);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
