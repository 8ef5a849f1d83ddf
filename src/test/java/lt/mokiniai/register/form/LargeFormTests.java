package lt.mokiniai.register.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lt.mokiniai.Thoroughness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register that is many times larger than the memory. */
class LargeFormTests {

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path folder;

    /** Fifteen million records where tests are thorough, within what a small service has. */
    @Test
    void manyStudentsAreSortedInLittleMemory() throws IOException, InterruptedException {
        int students = Thoroughness.of(20_000, 1_000_000);
        Path files = folder.resolve("files");
        Path work = folder.resolve("work");
        LargeForm.write(files, students);

        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Thoroughness.isThorough() ? "-Xmx512m" : "-Xmx32m",
                        "-cp",
                        CLASS_PATH,
                        LargeForm.class.getName(),
                        files.toString(),
                        work.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(reader.waitFor()).as(told).isZero();
        assertThat(told.strip()).isEqualTo(students + " " + 15L * students + " 0");
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left).isEmpty();
        }
    }
}
