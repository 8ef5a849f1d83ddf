package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.LongStream;
import lt.mokiniai.tools.demo.DemoCast;
import lt.mokiniai.tools.demo.register.DemoDataWriter.Table;
import lt.mokiniai.tools.demo.register.DemoDataWriter.Term;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class DemoDataWriterTests {

    private final DemoDataWriter data = new DemoDataWriter(new JdbcTemplate(), 1);

    @Test
    void givesStudentsAndGuardiansUpToTheMillionthCodesOfTheirOwn() {
        long[] codes = LongStream.range(0, DemoDataWriter.MOST_STUDENTS)
                .filter(index -> index % 10 < 2)
                .flatMap(index -> LongStream.of(
                        number(data.pupilCode(index, false, true).value()),
                        number(data.guardianCode(index, true).value())))
                .sorted()
                .toArray();
        assertThat(Arrays.stream(codes).distinct().count()).isEqualTo(2L * DemoDataWriter.MOST_STUDENTS / 5);
    }

    @Test
    void refusesARowOfWhichAValueIsMissingOrTooMany() {
        Term always = Term.since(LocalDate.EPOCH, Instant.EPOCH);
        assertThatThrownBy(() -> data.fact(Table.PERSON_CITIZENSHIP, always, 1L))
                .hasMessage("PERSON_CITIZENSHIP has 7 columns, and 6 values are given");
        assertThatThrownBy(() -> data.fact(Table.PERSON_CITIZENSHIP, always, 1L, "LT", "LT"))
                .hasMessageContaining("8 values");
        assertThatCode(() -> data.fact(Table.PERSON_CITIZENSHIP, always, 1L, "LT"))
                .doesNotThrowAnyException();
    }

    @Test
    void givesTwinsAndFormerCodesNoOtherStudentsCode() {
        // The second of twins, or else the former code of the first, takes the code of its pair.
        assertThat(LongStream.range(0, 100_000)
                        .filter(pair -> pair % 7 == 0)
                        .flatMap(pair -> LongStream.of(
                                number(data.pupilCode(2 * pair, false, true).value()),
                                number(data.pupilCode(2 * pair + 1, true, true).value()))))
                .doesNotHaveDuplicates();
        assertThat(data.pupilCode(41, true, false).value().substring(3, 7))
                .isEqualTo(data.pupilCode(40, false, true).value().substring(3, 7));
        assertThat(data.formerCode(40, true)).isEqualTo(data.pupilCode(41, true, true));
    }

    @Test
    void givesRegisterIdsThatSayNothingAndAreNobodyElses() {
        assertThat(LongStream.range(0, 100_000).mapToObj(data::registerId))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9A-Z]{3}[0-3][0-9A-Z]{12}"))
                .doesNotContain(DemoRegister.UNFINISHED, DemoCast.KAUNAS_STUDENT.registerId());
        assertThat(data.registerId(1)).isNotEqualTo(new DemoDataWriter(new JdbcTemplate(), 2).registerId(1));
    }

    private static long number(String code) {
        return Long.parseLong(code);
    }
}
