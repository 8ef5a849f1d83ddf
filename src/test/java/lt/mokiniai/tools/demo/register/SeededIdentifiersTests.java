package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;

class SeededIdentifiersTests {

    private final SeededIdentifiers seeded = new SeededIdentifiers(1);

    @Test
    void givesStudentsAndGuardiansUpToTheMillionthCodesOfTheirOwn() {
        long[] codes = LongStream.range(0, SeededIdentifiers.MOST_STUDENTS)
                .filter(index -> index % 10 < 2)
                .flatMap(index -> LongStream.of(
                        number(seeded.studentCode(index, false, true).value()),
                        number(seeded.guardianCode(index, true).value())))
                .sorted()
                .toArray();
        assertThat(Arrays.stream(codes).distinct().count()).isEqualTo(2L * SeededIdentifiers.MOST_STUDENTS / 5);
    }

    @Test
    void givesTwinsAndFormerCodesNoOtherStudentsCode() {
        // The second of twins, or else the former code of the first, takes the code of its pair.
        assertThat(LongStream.range(0, 100_000)
                        .filter(pair -> pair % 7 == 0)
                        .flatMap(pair -> LongStream.of(
                                number(seeded.studentCode(2 * pair, false, true).value()),
                                number(seeded.studentCode(2 * pair + 1, true, true)
                                        .value()))))
                .doesNotHaveDuplicates();
        assertThat(seeded.studentCode(41, true, false).value().substring(3, 7))
                .isEqualTo(seeded.studentCode(40, false, true).value().substring(3, 7));
        assertThat(seeded.formerCode(40, true)).isEqualTo(seeded.studentCode(41, true, true));
    }

    @Test
    void givesRegisterIdsThatSayNothingAndAreNobodyElses() {
        assertThat(LongStream.range(0, 100_000).mapToObj(seeded::registerId))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9A-Z]{3}[0-3][0-9A-Z]{12}"))
                .doesNotContain(DemoRegister.UNFINISHED, DemoCast.KAUNAS_STUDENT.registerId());
        assertThat(seeded.registerId(1)).isNotEqualTo(new SeededIdentifiers(2).registerId(1));
    }

    private static long number(String code) {
        return Long.parseLong(code);
    }
}
