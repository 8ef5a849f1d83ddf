package lt.mokiniai.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import lt.mokiniai.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class LedgerTests {

    private final Ledger ledger = new Ledger(new JdbcTemplate(), 1);

    @Test
    void givesPupilsAndGuardiansUpToTheMillionthCodesOfTheirOwn() {
        long[] codes = LongStream.range(0, Ledger.MOST_PUPILS)
                .filter(index -> index % 10 < 2)
                .flatMap(index -> LongStream.of(
                        number(ledger.pupilCode(index, false, true).value()),
                        number(ledger.guardianCode(index, true).value())))
                .sorted()
                .toArray();
        assertThat(Arrays.stream(codes).distinct().count()).isEqualTo(2L * Ledger.MOST_PUPILS / 5);
    }

    @Test
    void givesTwinsAndFormerCodesNoOtherPupilsCode() {
        // The second of twins, or else the former code of the first, takes the code of its pair.
        assertThat(LongStream.range(0, 100_000)
                        .filter(pair -> pair % 7 == 0)
                        .flatMap(pair -> LongStream.of(
                                number(ledger.pupilCode(2 * pair, false, true).value()),
                                number(ledger.pupilCode(2 * pair + 1, true, true)
                                        .value()))))
                .doesNotHaveDuplicates();
        assertThat(ledger.pupilCode(41, true, false).value().substring(3, 7))
                .isEqualTo(ledger.pupilCode(40, false, true).value().substring(3, 7));
        assertThat(ledger.formerCode(40, true)).isEqualTo(ledger.pupilCode(41, true, true));
    }

    @Test
    void givesRegisterIdsThatSayNothingAndAreNobodyElses() {
        assertThat(LongStream.range(0, 100_000).mapToObj(ledger::registerId))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9A-Z]{3}[0-3][0-9A-Z]{12}"))
                .doesNotContain(DemoRegister.UNFINISHED, DemoCast.KAUNAS_PUPIL.registerId());
        assertThat(ledger.registerId(1)).isNotEqualTo(new Ledger(new JdbcTemplate(), 2).registerId(1));
    }

    private static long number(String code) {
        return Long.parseLong(code);
    }
}
