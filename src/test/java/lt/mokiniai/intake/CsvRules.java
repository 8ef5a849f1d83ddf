package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import lt.mokiniai.intake.source.CsvRow;
import lt.mokiniai.intake.source.RecordFindings;
import lt.mokiniai.intake.source.RecordReader;
import lt.mokiniai.intake.source.SourceRegister;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A row of CSV says what the element of the same record says. */
interface CsvRules {

    Deliveries deliveries();

    /** By register: the place of a record in the full delivery, and the row that says the same. */
    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(
                        "institutions",
                        1,
                        List.of(
                                "191700013",
                                "Kauno „Kometos“ gimnazija",
                                "GYMNASIUM",
                                "20",
                                "19",
                                "",
                                "19",
                                "2",
                                "Kauno m. sav., Pavyzdžio g. 1",
                                "1917001",
                                "1992-09-01",
                                "",
                                "",
                                "")),
                Arguments.of(
                        "programmes",
                        0,
                        List.of(
                                "PR-0901",
                                "T43101301|2015-09-01",
                                "Virėjo modulinė profesinio mokymo programa",
                                "Modular training programme of a cook",
                                "VOCATIONAL",
                                "1013",
                                "VOCATIONAL",
                                "110 kreditų",
                                "4310|Virėjas|Cook",
                                "4101301|Pusgaminių ruošimas|Preparing semi-finished products|MANDATORY|10;"
                                        + "4101302|Sriubų gaminimas|Making soups|MANDATORY|5",
                                "2015-09-01",
                                "",
                                "")),
                Arguments.of("licences", 1, List.of("L-001", "191700038", "T32071601", "2016-09-01", "2025-08-31")),
                Arguments.of(
                        "pedagogues",
                        1,
                        List.of(
                                "PA-2",
                                "PD-2",
                                "",
                                "Vytas",
                                "Pavyzdūnas",
                                "191700013",
                                "CLASS_TEACHER",
                                "8A",
                                "2025-09-01",
                                "2026-08-31")));
    }

    @ParameterizedTest
    @MethodSource("lt.mokiniai.intake.CsvRules#rows")
    default void readsTheRecordOfARow(String register, int place, List<String> values) {
        SourceRegister<?> source = deliveries().register(register);
        assertSame(source, place, values);
    }

    private static <R> void assertSame(SourceRegister<R> source, int place, List<String> values) {
        RecordFindings findings = new RecordFindings(true);
        R read = source.reader().read(row(source.reader(), values), findings).orElseThrow();
        R told = DeliveredFile.of(source.description(), "full").records().get(place);

        assertThat(findings.isEmpty()).isTrue();
        assertThat(xml(source, read)).isEqualTo(xml(source, told));
        assertThat(source.reader().key(read))
                .isEqualTo(source.reader().key(told))
                .hasSizeLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("lt.mokiniai.intake.CsvRules#rows")
    default void tellsWhatOfARowCannotBeRead(String register, int place, List<String> values) {
        SourceRegister<?> source = deliveries().register(register);
        List<String> columns = source.reader().columns();
        for (int column = 0; column < columns.size(); column++) {
            List<String> broken = new ArrayList<>(values);
            String name = columns.get(column);
            boolean isDay = values.get(column).matches("\\d{4}-\\d\\d-\\d\\d");
            broken.set(column, isDay ? "1 September" : name.equals("institution") ? "school" : "");
            RecordFindings findings = new RecordFindings(true);

            boolean isRead =
                    source.reader().read(row(source.reader(), broken), findings).isPresent();

            assertThat(isRead).as(name).isEqualTo(findings.isEmpty());
            if (isDay || name.equals("institution")) {
                assertThat(findings.all())
                        .as(name)
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.field()).contains(name));
            }
        }
    }

    private static CsvRow row(RecordReader<?> reader, List<String> values) {
        Map<String, String> row = new LinkedHashMap<>();
        assertThat(values).hasSameSizeAs(reader.columns());
        for (int place = 0; place < values.size(); place++) {
            if (!values.get(place).isEmpty()) {
                row.put(reader.columns().get(place), values.get(place));
            }
        }
        return new CsvRow(row);
    }

    private static <R> String xml(SourceRegister<R> source, R record) {
        try {
            StringWriter written = new StringWriter();
            JAXBContext.newInstance(source.description().recordType())
                    .createMarshaller()
                    .marshal(
                            new JAXBElement<>(
                                    new QName("record"), source.description().recordType(), record),
                            written);
            return written.toString();
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }
}
