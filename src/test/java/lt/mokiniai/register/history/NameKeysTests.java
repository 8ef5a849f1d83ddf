package lt.mokiniai.register.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One name has one key, however it is written; another name has another. */
class NameKeysTests {

    private static final List<String> SPACES = List.of(" ", "  ", "\u00A0", "\u202F", "\u2007", "\t", "\n \u00A0");

    @Property(tries = 200)
    void oneNameHasOneKeyHoweverUnicodeWritesIt(@ForAll("names") String name) {
        String key = NameKeys.key(name);

        assertThat(NameKeys.key(Normalizer.normalize(name, Form.NFD))).isEqualTo(key);
        assertThat(NameKeys.key(Normalizer.normalize(name, Form.NFC))).isEqualTo(key);
        assertThat(NameKeys.key(key)).isEqualTo(key);
        assertThat(Normalizer.isNormalized(key, Form.NFC)).isTrue();
        assertThat(key.length()).isLessThanOrEqualTo(NameKeys.LONGEST * name.length());
    }

    @Property(tries = 200)
    void oneNameHasOneKeyInAnyCaseAndSpacing(
            @ForAll("words") List<String> words, @ForAll("spaces") String space, @ForAll("spaces") String around) {
        String key = NameKeys.key(String.join(" ", words));

        assertThat(NameKeys.key(around + String.join(space, words) + around)).isEqualTo(key);
        assertThat(NameKeys.key(String.join(space, words).toLowerCase(Locale.ROOT)))
                .isEqualTo(key);
    }

    @Example
    void everyLetterMatters() {
        assertThat(List.of("Šė", "Se", "Sė", "Še", "Ｓｅ", "S e", "S\u200Be").stream()
                        .map(NameKeys::key))
                .doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).ofMaxLength(30),
                Arbitraries.strings()
                        .withChars("aąbcčeęėiįyjlšuųūžAĄČĘĖĮŠŲŪŽßŉΐ \u0300\u0301\u0303\u0307\u0328\u030C\u0304-")
                        .ofMinLength(1)
                        .ofMaxLength(20));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("aąčęėįšųūžAĄČĘĖĮŠŲŪŽ-8")
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> spaces() {
        return Arbitraries.of(SPACES);
    }
}
