package lt.mokiniai.register.form.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that do not fit into memory. */
class SortedLinesTests {

    private static final long TINY = 5_000;

    @TempDir
    private Path folder;

    @Test
    void sortsWhatDoesNotFitIntoMemoryAsOftenAsItIsAskedFor() throws IOException {
        List<FileChannel> opened = new ArrayList<>();
        List<String> expected = new ArrayList<>(
                IntStream.range(0, 5_000).mapToObj(i -> "mokinys ž😀 " + i).toList());
        List<String> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(1));
        Collections.sort(expected);

        try (SortedLines lines = new SortedLines(() -> remembered(opened), TINY)) {
            shuffled.forEach(lines::add);
            lines.sort();
            assertThat(opened).hasSizeGreaterThan(20);
            assertThat(lines.lines()).toIterable().containsExactlyElementsOf(expected);
            assertThat(lines.lines()).toIterable().containsExactlyElementsOf(expected);
            // Where the file system lets it, a process that is killed leaves nothing: no file is seen even now.
            assertThat(files()).hasSizeLessThanOrEqualTo(1);
            assertThat(opened.stream().filter(FileChannel::isOpen)).hasSize(1);
        }

        assertThat(opened).noneMatch(FileChannel::isOpen);
        assertThat(files()).isEmpty();
    }

    @Test
    void fewLinesNeedNoFile() throws IOException {
        try (SortedLines lines = new SortedLines(folder)) {
            lines.add("b");
            lines.add("a");
            lines.sort();
            assertThat(lines.lines()).toIterable().containsExactly("a", "b");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void theFolderIsItsOwnersAlone() throws IOException {
        Path work = folder.resolve("work");
        try (FileChannel file = SortedLines.temporary(work)) {
            assertThat(file.isOpen()).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void nothingIsLeftWhenAFileCannotBeMade() throws IOException {
        List<FileChannel> opened = new ArrayList<>();
        SortedLines lines = new SortedLines(
                () -> {
                    if (opened.size() == 3) {
                        throw new IOException("No space left on device");
                    }
                    return remembered(opened);
                },
                TINY);
        assertThatThrownBy(() -> IntStream.range(0, 5_000).forEach(i -> lines.add("mokinys " + i)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageNotContaining("mokinys");
        lines.close();
        assertThat(opened).hasSize(3).noneMatch(FileChannel::isOpen);
        assertThat(files()).isEmpty();
    }

    private FileChannel remembered(List<FileChannel> opened) throws IOException {
        FileChannel file = SortedLines.temporary(folder);
        opened.add(file);
        return file;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
