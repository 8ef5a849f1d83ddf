package lt.mokiniai.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import lt.mokiniai.kernel.InstitutionCode.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstitutionCodeTests {

    @ParameterizedTest
    @CsvSource({
        "191000018, LEGAL_ENTITY",
        "191000018-1, UNIT",
        "191000018-999, UNIT",
        "LM000016, NATURAL_PERSON",
        "1910030, OLD"
    })
    void aCodeTellsItsKindAndIsNoCodeOfAnother(String code, Kind kind) {
        assertThat(InstitutionCode.of(code))
                .isEqualTo(new InstitutionCode(kind, code))
                .hasToString(code);
        assertThat(Arrays.stream(Kind.values()).filter(other -> other.isCode(code)))
                .containsExactly(kind);
        Arrays.stream(Kind.values())
                .filter(other -> other != kind)
                .forEach(other ->
                        assertThatIllegalArgumentException().isThrownBy(() -> new InstitutionCode(other, code)));
    }

    /** The wrong check digit of a legal entity and of a unit, numbers that are not written so, and a personal code. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "191000019",
                "191000019-1",
                "191000018-",
                "191000018-0",
                "191000018-01",
                "191000018-1000",
                "19100001",
                "LM00016",
                "lm000016",
                "LM0000016",
                "39001010008",
                "LT",
                " 1910030",
                "١٩١٠٠٣٠",
                ""
            })
    void whatIsNoCodeOfAnyKindIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> InstitutionCode.of(text));
    }
}
