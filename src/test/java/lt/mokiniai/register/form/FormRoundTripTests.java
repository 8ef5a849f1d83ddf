package lt.mokiniai.register.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.register.form.ReadForm.Written;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xml.sax.SAXException;

/** What is written is read again, and whatever is read is told as records or as a finding. */
class FormRoundTripTests {

    private static final Schema SCHEMA = schema();

    @Property(tries = 100)
    void whatIsWrittenAsCsvIsReadAgain(@ForAll long seed) {
        List<Written> written = new RandomRecords(seed).some();
        Path folder = ReadForm.folder();
        RandomRecords.write(new CsvWriter(folder), written);

        ReadForm read = ReadForm.of(files(folder));

        assertThat(read.findings()).isEmpty();
        assertThat(read.written()).containsExactlyElementsOf(RandomRecords.sorted(written));
        assertThat(read.isWhole()).isTrue();
    }

    @Property(tries = 100)
    void whatIsWrittenAsXmlIsReadAgainAndIsOfItsSchema(@ForAll long seed) {
        List<Written> written = new RandomRecords(seed).some();
        Path file = ReadForm.folder().resolve("register.xml");
        RandomRecords.write(new XmlWriter(file), written);

        ReadForm read = ReadForm.of(file);

        assertThat(read.findings()).isEmpty();
        assertThat(read.written()).containsExactlyElementsOf(RandomRecords.sorted(written));
        assertThatCode(() -> SCHEMA.newValidator().validate(new StreamSource(file.toFile())))
                .doesNotThrowAnyException();
    }

    @Property(tries = 200)
    void aFileThatWasChangedOrCutIsReadOrToldAbout(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Written> written = new RandomRecords(seed).some();
        Path folder = ReadForm.folder();
        RandomRecords.write(new CsvWriter(folder), written);
        RandomRecords.write(new XmlWriter(folder.resolve("register.xml")), written);
        for (Path file : files(folder)) {
            byte[] content = Files.readAllBytes(file);
            byte[] cut = Arrays.copyOf(content, random.nextInt(content.length));
            content[random.nextInt(content.length)] = (byte) random.nextInt();

            ReadForm ofCut = ReadForm.of(file.getFileName().toString(), cut);
            ReadForm ofChanged = ReadForm.of(file.getFileName().toString(), content);

            boolean isCsvCutBetweenLines = file.toString().endsWith(".csv")
                    && cut.length > 0
                    && (cut[cut.length - 1] == '\n' || cut[cut.length - 1] == '\r');
            boolean isRootWhole =
                    cut.length == content.length - 1 && file.toString().endsWith(".xml");
            assertThat(ofCut.isWhole())
                    .as("%s cut to %s", file, cut.length)
                    .isEqualTo(isCsvCutBetweenLines || isRootWhole);
            assertThat(ofCut.findings().isEmpty()).isEqualTo(ofCut.isWhole());
            assertAllTold(ofChanged);
        }
    }

    @Property(tries = 300)
    void anyBytesAreToldAbout(@ForAll byte[] bytes) {
        for (String name : List.of("register.xml", "students.csv", "institutions.csv")) {
            assertAllTold(ReadForm.of(name, bytes));
            byte[] behindAHeader = (name.equals("register.xml")
                            ? "<register xmlns=\"http://mokiniai.lt/load/1\"><student key=\"1\">"
                            : "student,country,validFrom\n")
                    .getBytes(StandardCharsets.UTF_8);
            byte[] joined = Arrays.copyOf(behindAHeader, behindAHeader.length + bytes.length);
            System.arraycopy(bytes, 0, joined, behindAHeader.length, bytes.length);
            assertAllTold(ReadForm.of(name.equals("students.csv") ? "citizenships.csv" : name, joined));
        }
    }

    /** Each record is right, or something is told. */
    private static void assertAllTold(ReadForm read) {
        long records = read.files().stream().mapToLong(ReadFile::records).sum();
        if (read.findings().isEmpty()) {
            assertThat(read.seen()).hasSize((int) records);
            assertThat(read.written()).hasSize((int) records);
            assertThat(read.isWhole()).isTrue();
        } else {
            assertThat(read.seen()).hasSizeLessThanOrEqualTo((int) records);
        }
        assertThat(read.seen()).allSatisfy(record -> {
            for (Column column : record.kind().columns()) {
                assertThat(column.problem(record.text(column.name()))).isEmpty();
            }
        });
    }

    @Example
    void filesAreTheirOwnersAloneAndAreNotWrittenOver() throws IOException {
        Path folder = ReadForm.folder().resolve("dump");
        try (CsvWriter writer = new CsvWriter(folder)) {
            writer.write(RecordKind.MODULE, List.of("101", "M", "Modulis", "Module", "MANDATORY", "5"));
        }
        Path csv = folder.resolve("modules.csv");
        assertThat(Files.readString(csv))
                .isEqualTo("programme,code,nameLt,nameEn,kind,credits\r\n101,M,Modulis,Module,MANDATORY,5\r\n");
        Path xml = folder.resolve("register.xml");
        new XmlWriter(xml).close();
        for (Path file : List.of(csv, xml)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThatThrownBy(() -> new CsvWriter(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> new XmlWriter(xml))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
    }

    /** Half a student is no student: a file that a dump did not finish is not read as whole. */
    @Example
    void anXmlFileWhoseStudentWasNotEndedIsCutOff() {
        Path file = ReadForm.folder().resolve("register.xml");
        try (XmlWriter writer = new XmlWriter(file)) {
            writer.beginStudent("1");
        }
        assertThat(ReadForm.of(file).told()).hasSize(1).allMatch(told -> told.startsWith("MR-L103"));
    }

    /** A note of two lines that a register has would make a file that cannot be read as a whole. */
    @Example
    void aTextThatFilesDoNotHoldIsWrittenWithoutItsLinesAndEnds() {
        Path folder = ReadForm.folder();
        Path xml = ReadForm.folder().resolve("register.xml");
        try (CsvWriter csv = new CsvWriter(folder);
                XmlWriter tree = new XmlWriter(xml)) {
            for (RecordWriter writer : List.of(csv, tree)) {
                writer.beginStudent("1");
                writer.write(RecordKind.DISTINCT, Arrays.asList("1", "2", " a\r\nb\u0001c\u00a0", null));
                writer.write(RecordKind.DISTINCT, Arrays.asList("1", "3", "as it is", null));
                writer.write(RecordKind.ORIGIN, Arrays.asList("1", "\n", "LT", "2014-05-02", null, null, null));
                writer.endStudent();
                assertThat(writer.changed()).isEqualTo(2);
            }
        }
        for (ReadForm read : List.of(ReadForm.of(folder), ReadForm.of(xml))) {
            assertThat(read.findings()).isEmpty();
            assertThat(read.values(RecordKind.DISTINCT, "reason")).containsExactly("a b c", "as it is");
            assertThat(read.values(RecordKind.ORIGIN, "country")).containsOnlyNulls();
        }
    }

    @Example
    void aKeyThatXmlCannotHoldIsNotWritten() {
        try (XmlWriter writer = new XmlWriter(ReadForm.folder().resolve("register.xml"))) {
            assertThatThrownBy(() -> writer.beginStudent("a\u0001b"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("key")
                    .hasMessageNotContaining("a\u0001b");
        }
        try (XmlWriter writer = new XmlWriter(ReadForm.folder().resolve("register.xml"))) {
            writer.beginStudent("1");
            assertThatThrownBy(() -> writer.write(RecordKind.DISTINCT, Arrays.asList("2", "1", "a", null)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static Path[] files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Path[] found = files.sorted().toArray(Path[]::new);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema() {
        try {
            return XmlParsers.schemas()
                    .newSchema(new StreamSource(
                            Path.of("src/main/resources/load/register-1.xsd").toFile()));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
