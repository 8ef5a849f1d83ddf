package lt.mokiniai.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class LauncherTests {

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path temporary;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void runsTheCommandLineFromAFolderWithASpaceAndAQuote() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("the demo's folder"));
        MockEnvironment environment = new MockEnvironment()
                .withProperty("mokiniai.exchange.register", "LT/GOV/1/mokiniai")
                .withProperty("local.server.port", "4711");
        Launcher.write(folder, environment, CLASS_PATH);

        Process process = new ProcessBuilder(folder.resolve("mokiniai").toString(), "call", "--help")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.replaceAll("\\s+", " "))
                .contains(
                        "http://localhost:4711",
                        "LT/GOV/1/mokiniai",
                        folder.toString().replaceAll("\\s+", " "));
    }

    @Test
    void runsAPackagedServiceByItsJar() {
        assertThat(Launcher.whatRuns("target/mokiniai.jar"))
                .containsExactly(
                        "-jar", Path.of("target/mokiniai.jar").toAbsolutePath().toString());
    }

    @Test
    void runsAnUnpackagedServiceOnItsClassPath() {
        assertThat(Launcher.whatRuns("target/classes" + File.pathSeparator + "lib/a.jar"))
                .startsWith("-cp")
                .endsWith("lt.mokiniai.tools.command.Main");
    }

    @Test
    void quotesWordsForAnArgumentFile() {
        assertThat(Launcher.quoted("C:\\Program Files\\\"x\"")).isEqualTo("\"C:\\\\Program Files\\\\\\\"x\\\"\"");
    }
}
