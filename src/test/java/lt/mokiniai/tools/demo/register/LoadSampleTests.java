package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lt.mokiniai.exchange.keys.TestKeys;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.dump.DumpedLines;
import lt.mokiniai.register.dump.RegisterDump;
import lt.mokiniai.register.form.CsvWriter;
import lt.mokiniai.register.history.HistoryNode;
import lt.mokiniai.tools.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample of 1,000 invented students: it is made of the first students of the demo, and loaded without a finding. */
class LoadSampleTests {

    private static final Path SAMPLE = Path.of("docs/load/sample");
    private static final int STUDENTS = 1_000;

    /** Some are left out. */
    private static final int MADE = 1_100;

    private static final long MOST_BYTES = 2_000_000;

    @Test
    void isWhatIsMadeOfTheDemo(@TempDir Path folder) throws IOException {
        Path made = folder.resolve("made");
        try (Database h2 = Database.h2().filled(MADE, 1);
                CsvWriter writer = new CsvWriter(made)) {
            DumpedLines dump = new DumpedLines();
            new RegisterDump(Objects.requireNonNull(h2.jdbc.getDataSource())).dump(dump, done -> {});
            new SampleRecords(dump, STUDENTS).write(writer);
        }
        if ("write".equals(System.getProperty("mokiniai.docs"))) {
            replace(made);
        }
        for (Path file : files(made)) {
            assertThat(SAMPLE.resolve(file.getFileName()))
                    .as("%s is out of date; ./mvnw test -Dmokiniai.docs=write writes it", file.getFileName())
                    .hasSameBinaryContentAs(file);
        }
        assertThat(files(SAMPLE)).hasSameSizeAs(files(made));
    }

    private static void replace(Path made) throws IOException {
        Files.createDirectories(SAMPLE);
        for (Path file : files(SAMPLE)) {
            Files.delete(file);
        }
        for (Path file : files(made)) {
            Files.write(SAMPLE.resolve(file.getFileName()), Files.readAllBytes(file));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void isSmall() throws IOException {
        long bytes = 0;
        for (Path file : files(SAMPLE)) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    /** Birth years 2091 to 2099. */
    @Test
    void hasNobodyWhoLives() throws IOException {
        String all =
                Files.readString(SAMPLE.resolve("students.csv")) + Files.readString(SAMPLE.resolve("guardians.csv"));
        assertThat(all.lines()
                        .flatMap(line -> Stream.of(line.split(",")))
                        .filter(PersonalCode::isValid)
                        .toList())
                .hasSizeGreaterThan(STUDENTS)
                .allMatch(code -> code.matches("[56]9[1-9].*"));
    }

    @Test
    void isLoadedWithoutAFindingAndOnce(@TempDir Path folder) {
        String address = HistoryNode.postgres("sample");
        Commands.Outcome first = load(address, folder, "--mokiniai.students.invented-codes=true");
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .contains("Students loaded: 1000; there already: 0; refused: 0.")
                .doesNotContain("MR-");
        assertThat(first.code()).isZero();
        Commands.Outcome second = load(address, folder, "--mokiniai.students.invented-codes=true");
        assertThat(second.out()).contains("Students loaded: 0; there already: 1000; refused: 0.");
        assertThat(second.code()).isZero();
    }

    /** In earnest such codes are refused, and all of it is said by one line for each code. */
    @Test
    void isRefusedWhereInventedCodesAreNotTaken(@TempDir Path folder) {
        Commands.Outcome outcome = load(HistoryNode.postgres("sample_refused"), folder, "--dry-run");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.out().lines()).hasSizeLessThan(15);
        assertThat(folder.resolve("report.csv")).content().contains("students.csv,2,MR-532,birthDate,");
    }

    private static Commands.Outcome load(String address, Path folder, String... more) {
        return Commands.run(Stream.concat(
                        Stream.of(
                                "load",
                                SAMPLE.toString(),
                                "--report",
                                folder.resolve("report.csv").toString(),
                                "--spring.datasource.url=" + address,
                                "--spring.datasource.username=postgres",
                                "--mokiniai.key.master=" + TestKeys.MASTER,
                                "--mokiniai.exchange.register=LT/GOV/190000008/mokiniai"),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
