package lt.mokiniai.intake.transport.files;

import static lt.mokiniai.intake.TransportDesk.signed;
import static lt.mokiniai.intake.TransportDesk.write;
import static lt.mokiniai.intake.transport.FileRules.COLUMNS;
import static lt.mokiniai.intake.transport.FileRules.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.intake.TransportDesk;
import lt.mokiniai.intake.transport.TransportProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The folder into which sources put files. */
public interface FolderRules {

    TransportDesk desk();

    private int looks(Path folder) throws IOException {
        TransportProperties properties = new TransportProperties(
                folder,
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(1),
                Map.of());
        return new DeliveryFolder(desk().bean(FileDeliveries.class), properties, desk().clock()).look(folder);
    }

    private void age(Path folder, Duration age) throws IOException {
        Instant then = desk().clock().instant().minus(age);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(then));
            }
        }
    }

    private static List<String> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Objects.requireNonNull(file.getFileName()).toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    default void aFileThatIsTakenIsMovedToThoseThatAreDone(@TempDir Path folder) throws IOException {
        signed(folder.resolve("two.xml"), TWO.xml(), TestPki.PARTY);
        age(folder, Duration.ofSeconds(11));
        assertThat(looks(folder)).isOne();
        assertThat(in(folder)).containsExactly("done");
        Path done = only(folder.resolve("done"));
        assertThat(in(done)).containsExactly("report.csv", "report.txt", "two.xml");
        assertThat(done.resolve("report.txt"))
                .content()
                .contains("two.xml: examples, delivery a 1: records received 2", "two.xml: examples, teikimas a 1");
        assertThat(desk().count("delivery")).isOne();
        assertThat(looks(folder)).isZero();
    }

    @Test
    default void aFileThatIsRefusedIsMovedWithAReportInBothLanguages(@TempDir Path folder) throws IOException {
        Path csv = signed(folder.resolve("two.csv"), COLUMNS + "1,one,,,\r\n2,tw", TWO.note(), TestPki.PARTY);
        age(folder, Duration.ofMinutes(1));
        assertThat(looks(folder)).isOne();
        assertThat(csv).doesNotExist();
        Path refused = only(folder.resolve("refused"));
        assertThat(in(refused)).containsExactly("report.csv", "report.txt", "two.csv", "two.csv.delivery.xml");
        assertThat(refused.resolve("report.csv"))
                .content()
                .contains("two.csv,3,MR-S604,", "Rinkmena nutrūksta", "The file ends in the middle");
        assertThat(refused.resolve("report.txt"))
                .content()
                .contains("two.csv: refused, nothing of it was received.", "two.csv: atmesta, nieko iš jos negauta.");
        assertThat(desk().count("delivery")).isZero();
    }

    @Test
    default void aFileThatIsStillBeingWrittenIsLeftAlone(@TempDir Path folder) throws IOException {
        signed(folder.resolve("two.xml"), TWO.xml(), TestPki.PARTY);
        age(folder, Duration.ofSeconds(9));
        assertThat(looks(folder)).isZero();
        assertThat(in(folder)).contains("two.xml");
        age(folder, Duration.ofSeconds(10));
        assertThat(looks(folder)).isOne();
    }

    @Test
    default void aNoteWaitsForItsFileAndAFileForItsNote(@TempDir Path folder) throws IOException {
        Path csv = signed(folder.resolve("two.csv"), COLUMNS + "1,one,,,\r\n2,two,,,\r\n", TWO.note(), TestPki.PARTY);
        String rows = Files.readString(csv);
        Files.delete(csv);
        age(folder, Duration.ofMinutes(5));
        assertThat(looks(folder)).isZero();
        write(csv, rows);
        age(folder, Duration.ofMinutes(6));
        assertThat(looks(folder)).isOne();
        assertThat(desk().count("delivery")).isOne();

        write(folder.resolve("alone.csv"), rows);
        age(folder, Duration.ofDays(1));
        assertThat(looks(folder)).isZero();
    }

    @Test
    default void aNoteWhoseFileDoesNotComeIsRefused(@TempDir Path folder) throws IOException {
        Path csv = signed(folder.resolve("two.csv"), COLUMNS, TWO.note(), TestPki.PARTY);
        Files.delete(csv);
        age(folder, Duration.ofHours(2));
        assertThat(looks(folder)).isOne();
        assertThat(in(only(folder.resolve("refused")))).contains("two.csv.delivery.xml");
    }

    @Test
    default void twoOfOneNameBothStay(@TempDir Path folder) throws IOException {
        for (int i = 0; i < 2; i++) {
            write(folder.resolve("two.xml"), TWO.xml());
            age(folder, Duration.ofMinutes(1));
            assertThat(looks(folder)).isOne();
        }
        assertThat(in(folder.resolve("refused"))).hasSize(2);
    }

    @Test
    default void oneNodeLooksAtATime(@TempDir Path folder) throws IOException {
        signed(folder.resolve("two.xml"), TWO.xml(), TestPki.PARTY);
        age(folder, Duration.ofMinutes(1));
        try (FileChannel other =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(looks(folder)).isZero();
        }
        assertThat(looks(folder)).isOne();
    }

    /** The process died when it had received the file, and before the file was moved. */
    @Test
    default void aFileThatWasReceivedAndNotMovedIsTakenAgainWithoutHarm(@TempDir Path folder) throws IOException {
        Path file = signed(folder.resolve("two.xml"), TWO.xml(), TestPki.PARTY);
        desk().delivers(file);
        write(folder.resolve(".report"), "half of a rep");
        age(folder, Duration.ofMinutes(1));
        assertThat(looks(folder)).isOne();
        assertThat(desk().count("delivery")).isOne();
        assertThat(desk().changes("1")).isEqualTo(1);
        assertThat(in(folder)).containsExactly("done");
    }
}
