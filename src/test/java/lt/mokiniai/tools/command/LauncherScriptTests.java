package lt.mokiniai.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that stands beside the jar. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTests {

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    private Path temporary;

    private record Ran(int code, String said) {}

    @Test
    void runsTheJarBesideItFromAnyFolderAndThroughALink() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("the register's programs"));
        Path script = copiedInto(folder);
        jarOfTheClassPath(folder.resolve("mokiniai-1.2.3.jar"));
        Path link = Files.createSymbolicLink(temporary.resolve("linked"), script);

        Ran check = run(link, Map.of(), "contract", "check", "--lang", "lt", "no such.xml");
        assertThat(check.code()).as(check.said()).isEqualTo(2);
        assertThat(check.said()).contains("no such.xml");
        // The letters are whole also where the terminal does not say that it can show them.
        Ran help = run(script, Map.of("LC_ALL", "C"), "--lang", "lt", "demo", "--help");
        assertThat(help.code()).as(help.said()).isZero();
        assertThat(help.said()).startsWith("Naudojimas: mokiniai demo").contains("šalys");
    }

    @Test
    void saysWhichJarIsMissing() throws Exception {
        Path script = copiedInto(temporary);

        Ran ran = run(script, Map.of(), "version");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.said()).contains("there is no mokiniai-*.jar beside", "./mvnw package");
    }

    /** The service runs for long: it gets the whole compiler, a collector, and the operator's options. */
    @Test
    void givesJavaWhatTheCommandNeeds() throws Exception {
        Path script = copiedInto(temporary);
        Files.createFile(temporary.resolve("mokiniai.jar"));
        Path bin = Files.createDirectories(temporary.resolve("jdk/bin"));
        Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\necho \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment =
                Map.of("JAVA_HOME", temporary.resolve("jdk").toString(), "MOKINIAI_OPTS", "-Xmx2g -Dx=y");
        String jar = temporary.toRealPath().resolve("mokiniai.jar").toString();

        assertThat(run(script, environment, "serve", "--demo").said())
                .contains(" -XX:+UseSerialGC ")
                .doesNotContain("TieredStopAtLevel", "-Xms")
                .endsWith(" -Xshare:auto -Xmx2g -Dx=y -jar " + jar + " serve --demo\n");
        assertThat(run(script, environment, "call").said().strip())
                .isEqualTo("-XX:TieredStopAtLevel=1 -Xshare:auto -Xmx2g -Dx=y -jar " + jar + " call");
        assertThat(run(script, with(environment, ""), "serve", "--demo").said()).contains(" -XX:+UseSerialGC -Xms");
        assertThat(run(script, with(environment, ""), "serve").said())
                .contains(" -XX:+UseParallelGC ")
                .doesNotContain("-Xm");
        assertThat(run(script, with(environment, "-XX:+UseZGC"), "serve").said())
                .contains(" -XX:+UseZGC ")
                .doesNotContain("UseParallelGC");
    }

    /** What was unpacked of another jar is not run. */
    @Test
    void runsWhatWasUnpackedOfTheJarThatIsThere() throws Exception {
        Path script = copiedInto(temporary);
        Path jar = Files.createFile(temporary.resolve("mokiniai.jar"));
        Path bin = Files.createDirectories(temporary.resolve("jdk/bin"));
        Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\necho \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment =
                Map.of("JAVA_HOME", temporary.resolve("jdk").toString(), "MOKINIAI_OPTS", "");
        Path unpacked = Files.createDirectory(temporary.resolve("mokiniai.unpacked"));
        Path own = Files.createFile(unpacked.toRealPath().resolve("mokiniai.jar"));
        Path archive = Files.createFile(unpacked.toRealPath().resolve("classes.jsa"));
        Path ready = Files.createFile(unpacked.resolve("ready"));

        Files.setLastModifiedTime(ready, FileTime.from(Instant.now().plus(Duration.ofDays(1))));
        assertThat(run(script, environment, "call").said().strip())
                .isEqualTo("-XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
                        + " -XX:SharedArchiveFile=" + archive + " -Xlog:cds=off -jar " + own + " call");
        assertThat(run(script, environment, "serve", "--demo").said()).contains("ArchiveRelocationMode=0");
        assertThat(run(script, environment, "serve").said())
                .contains(" -XX:SharedArchiveFile=" + archive + " ")
                .doesNotContain("ArchiveRelocationMode");
        Files.setLastModifiedTime(ready, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        assertThat(run(script, environment, "call").said()).endsWith(" -jar " + jar.toRealPath() + " call\n");
    }

    private static Map<String, String> with(Map<String, String> environment, String options) {
        Map<String, String> other = new HashMap<>(environment);
        other.put("MOKINIAI_OPTS", options);
        return other;
    }

    private static Path copiedInto(Path folder) throws IOException {
        Path script = Files.copy(
                Path.of("src/main/scripts/mokiniai"), folder.resolve("mokiniai"), StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(Files.isExecutable(script)).isTrue();
        return script;
    }

    /** As the packaged one is started, without the time that packing takes. */
    private static void jarOfTheClassPath(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }

    private static Ran run(Path script, Map<String, String> environment, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }
}
