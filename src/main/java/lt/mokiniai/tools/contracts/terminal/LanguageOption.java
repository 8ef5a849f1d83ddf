package lt.mokiniai.tools.contracts.terminal;

import java.util.Locale;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.kernel.texts.Text.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --lang} of a command whose output is in one language. */
public final class LanguageOption {

    @Option(names = "--lang", defaultValue = "en", paramLabel = "lt|en", converter = Reader.class)
    private Language language = Language.EN;

    /** The language that was chosen. */
    public Language language() {
        return language;
    }

    /** Gives a text in that language. */
    public String of(Text text) {
        return language.of(text);
    }

    /** Gives a text of the bundles in this language. */
    public String say(String key, Object... values) {
        return of(Messages.text(key, values));
    }

    /** Takes {@code lt} and {@code en}. */
    private static final class Reader implements ITypeConverter<Language> {

        @Override
        public Language convert(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "lt" -> Language.LT;
                case "en" -> Language.EN;
                default -> throw new TypeConversionException("there is no language '" + name + "'; lt or en");
            };
        }
    }
}
