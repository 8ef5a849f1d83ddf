package lt.mokiniai.register.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What values may be. */
class ColumnTests {

    private static final Column TEXT = Column.text("t", 10);

    @Test
    void aValueThatIsRequiredIsThere() {
        assertThat(TEXT.problem(null)).isEmpty();
        assertThat(TEXT.required().problem(null)).contains(LoadProblem.VALUE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a  b", "Ž", "😀😀😀😀😀😀😀😀😀😀", "e\u0307", "a\u00a0b"})
    void aTextIsTakenAsItIs(String value) {
        assertThat(TEXT.problem(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " a",
                "a ",
                "a\u00a0",
                "\u2003a",
                "a\tb",
                "a\nb",
                "a\u0000",
                "a\u007fb",
                "a\u0085b",
                "a\u2028b",
                "a\ufffe",
                "\ud800",
                "a\udc00b",
                "\u200b",
                "\u3164"
            })
    void aTextHasNoControlCharactersAndNoSpacesAtItsEnds(String value) {
        assertThat(TEXT.problem(value)).contains(LoadProblem.CHARACTERS);
    }

    @Test
    void aTextIsAsLongAsItIsKept() {
        assertThat(TEXT.problem("a".repeat(11))).contains(LoadProblem.VALUE_TOO_LONG);
        assertThat(Column.date("d").problem("+12026-09-01")).contains(LoadProblem.VALUE_TOO_LONG);
    }

    @Test
    void wordsHaveOneSpaceBetweenThem() {
        assertThat(Column.words("w", 20).problem("LT EN")).isEmpty();
        assertThat(Column.words("w", 20).problem("LT  EN")).contains(LoadProblem.CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2023-02-29", "2024-13-01", "2024-1-1", "20240101", "0999-01-01", "3000-01-01", "2024-01-0x"})
    void aDateIsOneOfTheCalendar(String value) {
        assertThat(Column.date("d").problem(value)).contains(LoadProblem.NOT_A_DATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-01", "2024-01-01T08:00:00", "2024-01-01T08:00+02:00", "2024-01-01T24:00:00Z",
                "2024-01-01T08:00:00.1234567Z", "2024-02-30T08:00:00Z", "2024-01-01 08:00:00Z",
                        "2024-01-01T08:00:00+19:00"
            })
    void aTimeHasItsOffsetAndMicroseconds(String value) {
        assertThat(Column.time("t").problem(value)).contains(LoadProblem.NOT_A_TIME);
    }

    @Test
    void datesTimesAndNumbersAreTaken() {
        assertThat(Column.date("d").problem("2024-02-29")).isEmpty();
        assertThat(Column.time("t").problem("2024-02-29T08:00:00.123456+02:00")).isEmpty();
        assertThat(Column.time("t").problem("2024-02-29T08:00:00Z")).isEmpty();
        assertThat(Column.number("n").problem("000000000")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.0", "1e3", "x", "+1", "١"})
    void aNumberIsOfDecimalDigits(String value) {
        assertThat(Column.number("n").problem(value)).contains(LoadProblem.NOT_A_NUMBER);
    }
}
