package lt.mokiniai.contract.files.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lt.mokiniai.contract.files.BrokenContracts;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.texts.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a folder under a contract's name: it is named, and nothing of it is waited for or held. */
class ContractFolderTests {

    private static final Path SOUND = Path.of("src/test/resources/contracts/sound/contract.xml");

    @TempDir
    private Path folder;

    @Test
    void readsRegularFilesAndLinksToThem() throws IOException {
        Files.copy(SOUND, folder.resolve("a.xml"));
        Files.createSymbolicLink(folder.resolve("b.xml"), SOUND.toAbsolutePath());
        Files.writeString(folder.resolve("readme.txt"), "no contract");

        FileSet files = files(100_000);

        assertThat(files.unread()).isEmpty();
        assertThat(files.digests()).containsOnlyKeys("a.xml", "b.xml");
        assertThat(files.read("b.xml")).isEqualTo(Files.readAllBytes(SOUND));
    }

    @Test
    void doesNotReadAFileThatIsTooLarge() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("large.xml").toFile(), "rw")) {
            // Larger than what an array can hold, and than the disk: nothing of it is written.
            file.setLength(1L << 33);
        }

        assertUnread("large.xml", "MR-C112", "1000 bytes at the most");
    }

    /** A file of /proc says that it is empty, and holds something: as one that grows while it is read. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void readsNoMoreThanTheLargestFileOfOneThatGrows() throws IOException {
        Files.createSymbolicLink(folder.resolve("growing.xml"), Path.of("/proc/self/smaps"));

        assertUnread("growing.xml", "MR-C112", "1000 bytes at the most");
    }

    @Test
    void namesAFolder() throws IOException {
        Files.createDirectory(folder.resolve("old.xml"));

        assertUnread("old.xml", "MR-C113", "a folder");
    }

    @Test
    void namesALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(folder.resolve("lost.xml"), folder.resolve("nothing"));
        assertUnread("lost.xml", "MR-C114", "leads nowhere");

        Files.delete(folder.resolve("lost.xml"));
        Files.createSymbolicLink(folder.resolve("round.xml"), folder.resolve("round.xml"));
        assertUnread("round.xml", "MR-C114", "leads nowhere");
    }

    /** Whoever opens a pipe waits for a writer, for ever; a device gives zeros without end. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void opensNoPipeAndNoDevice() throws Exception {
        Path pipe = folder.resolve("pipe.xml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertUnread("pipe.xml", "MR-C115", "a pipe");

        Files.delete(pipe);
        Files.createSymbolicLink(folder.resolve("zero.xml"), Path.of("/dev/zero"));
        assertUnread("zero.xml", "MR-C115", "a device");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesAFileThatCannotBeRead() throws IOException {
        Files.createSymbolicLink(folder.resolve("mem.xml"), Path.of("/proc/self/mem"));

        assertUnread("mem.xml", "MR-C116", "cannot be read");
    }

    @Test
    void aFileThatCannotBeReadMakesTheSetAnotherOne() throws IOException {
        Files.copy(SOUND, folder.resolve("a.xml"));
        String sound = files(100_000).hash();

        Files.createDirectory(folder.resolve("old.xml"));

        assertThat(files(100_000).hash()).isNotEqualTo(sound);
        assertThat(files(100_000).isEmpty()).isFalse();
    }

    @Test
    void noticesThatAFileIsAnotherThanItWas() throws IOException {
        Files.copy(SOUND, folder.resolve("a.xml"));
        FileSet files = files(100_000);

        Files.writeString(folder.resolve("a.xml"), "another");

        assertThatThrownBy(() -> files.read("a.xml")).hasMessageContaining("has changed");
    }

    @Test
    void itsStateTellsEachChange() throws IOException {
        Path link = folder.resolve("a.xml");
        List<String> states = new ArrayList<>(List.of(state()));
        Files.createSymbolicLink(link, folder.resolve("nothing"));
        states.add(state());
        Files.writeString(folder.resolve("nothing"), "x");
        states.add(state());
        Files.writeString(folder.resolve("nothing"), "xy");
        states.add(state());
        Files.delete(link);
        Files.createDirectory(link);
        states.add(state());

        assertThat(states).doesNotHaveDuplicates();
    }

    @Test
    void aFileTellsItsFirstHundredProblemsAndCountsTheOthers() throws IOException {
        String contract = Files.readString(SOUND).replace("<procedure>", "<procedure>" + "\n<wrong/>".repeat(10));
        Files.writeString(
                folder.resolve("a.xml"),
                contract.replace("<population>", "<population>" + "\n<municipality>0</municipality>".repeat(500)));

        assertThatThrownBy(() -> new SetReader(PublishedOperations.load()).read(files(100_000)))
                .isInstanceOfSatisfying(BrokenContracts.class, broken -> {
                    assertThat(broken.problems()).hasSize(101);
                    Notice last = broken.problems().get(100).notice();
                    assertThat(last.code()).isEqualTo("MR-C117");
                    assertThat(last.en().what()).matches("the file has more problems: [0-9]+");
                });
    }

    @Test
    void aThousandBadFilesAreAShortMessage() {
        Map<String, byte[]> files = new TreeMap<>();
        IntStream.range(0, 1000).forEach(i -> files.put(i + ".xml", "<contract".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> new SetReader(PublishedOperations.load()).read(FileSet.of(files)))
                .isInstanceOfSatisfying(BrokenContracts.class, broken -> {
                    assertThat(broken.problems()).hasSize(1000);
                    assertThat(broken).message().hasSizeLessThan(10_000).contains("and 980 more");
                });
    }

    private FileSet files(int largest) {
        return new ContractFolder(folder, largest).files();
    }

    private String state() {
        return new ContractFolder(folder, 1000).state();
    }

    private void assertUnread(String name, String code, String what) {
        FileSet files = files(1000);
        assertThat(files.digests()).isEmpty();
        assertThat(files.unread()).containsOnlyKeys(name);
        Notice notice = Objects.requireNonNull(files.unread().get(name));
        assertThat(notice.code()).isEqualTo(code);
        assertThat(notice.en().what()).contains(what);
        assertThat(notice.en().remedy()).isNotBlank();
        assertThatThrownBy(() -> new SetReader(PublishedOperations.load()).read(files))
                .hasMessageContaining(name + ":1: " + notice.en().what());
    }
}
