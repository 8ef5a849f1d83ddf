package lt.mokiniai.tools.command;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Writes {@code mokiniai} and {@code mokiniai.cmd} into the demo folder when a demo is ready: they run this command line
 * on the class path of the running service, packaged or not, from any folder, and know where the service listens.
 */
final class Launcher implements ApplicationListener<ApplicationReadyEvent> {

    private static final String ARGUMENTS = "mokiniai.args";

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        if (!environment.getProperty("mokiniai.demo.enabled", Boolean.class, false)) {
            return;
        }
        Path folder = Path.of(environment.getRequiredProperty("mokiniai.demo.folder"));
        try {
            write(folder, environment, System.getProperty("java.class.path"));
        } catch (IOException e) {
            throw new UncheckedIOException("the launcher cannot be written into " + folder, e);
        }
    }

    static void write(Path folder, Environment environment, String classPath) throws IOException {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        if (Runtime.version().feature() >= 22) {
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        Path contracts = Path.of(environment.getProperty("mokiniai.contract.folder", "contracts"));
        options.add("-Dmokiniai.demo.folder=" + folder);
        options.add("-Dmokiniai.contract.folder=" + contracts.toAbsolutePath().normalize());
        options.add("-Dmokiniai.exchange.register=" + environment.getProperty("mokiniai.exchange.register", ""));
        options.add("-Dmokiniai.url=http://localhost:" + environment.getProperty("local.server.port", "8080"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:SharedArchiveFile="))
                .forEach(archive -> options.addAll(List.of(
                        archive, "-Xlog:cds=off", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0")));
        options.addAll(whatRuns(classPath));
        Charset charset = Charset.forName(System.getProperty("native.encoding", StandardCharsets.UTF_8.name()));
        Files.writeString(
                folder.resolve(ARGUMENTS),
                options.stream().map(Launcher::quoted).collect(Collectors.joining("\n", "", "\n")),
                charset);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path script = folder.resolve("mokiniai");
        Files.writeString(script, shell(java, folder.resolve(ARGUMENTS).toString()), charset);
        // Where files have no such permission, nobody needs it.
        script.toFile().setExecutable(true);
        Files.writeString(
                folder.resolve("mokiniai.cmd"),
                batch(java, folder.resolve(ARGUMENTS).toString()),
                charset);
    }

    /** A class path of one jar is the packaged service, which the loader in it starts. */
    static List<String> whatRuns(String classPath) {
        List<String> entries = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .toList();
        return entries.size() == 1 && entries.get(0).endsWith(".jar")
                ? List.of("-jar", entries.get(0))
                : List.of("-cp", String.join(File.pathSeparator, entries), Main.class.getName());
    }

    /** A word of an argument file of the {@code java} command. */
    static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Java takes and prints Lithuanian letters only where the terminal says that it can. */
    private static String shell(String java, String arguments) {
        return """
                #!/bin/sh
                case "${LC_ALL:-${LC_CTYPE:-$LANG}}" in
                  *[Uu][Tt][Ff]*) ;;
                  *) LC_ALL=C.UTF-8; export LC_ALL ;;
                esac
                exec %s %s "$@"
                """.formatted(inShell(java), inShell("@" + arguments));
    }

    private static String inShell(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static String batch(String java, String arguments) {
        return ("@echo off\r\nchcp 65001 >nul\r\n\"" + java + ".exe\" \"@" + arguments + "\"").replace("%", "%%")
                + " %*\r\n";
    }
}
