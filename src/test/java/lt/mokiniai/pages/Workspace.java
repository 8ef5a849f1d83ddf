package lt.mokiniai.pages;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.Fork;
import lt.mokiniai.Program;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.pages.CommandPage.Block;
import org.springframework.util.FileSystemUtils;

/** A folder that looks like a clone whose demo has been started; commands of a page are run there as in a terminal. */
final class Workspace {

    private static final Pattern READY = Pattern.compile("commands are taken on port ([0-9]+)");
    private static final List<String> OF_THE_CLONE =
            List.of("docs", "contracts", "wsdl", "src", "pom.xml", "README.md");

    /** Longer than any block takes on a slow machine. */
    private static final long SECONDS = 180;

    /** Hands words over to the process of {@link CommandServer}, and is what a terminal sees of it. */
    private static final String ASK = """
            #!/bin/bash
            folder=$(mktemp -d)
            printf '%%s\\0' "$@" > "$folder/words"
            exec 3<>/dev/tcp/127.0.0.1/%s
            echo "$folder" >&3
            read -r code <&3
            cat "$folder/err" >&2
            cat "$folder/out"
            rm -r "$folder"
            exit "$code"
            """;

    private final Path clone = Fork.folder("pages/clone");
    private final Path programs = Fork.folder("pages/bin");
    private final Path operator = Fork.folder("pages/etc");
    private final Map<String, String> standIns = new LinkedHashMap<>();
    private final ServiceOutput output;
    private final Set<Path> ofTheDemo;

    /** Stands for the operator's, empty at the beginning of each page; its statements are run on it. */
    private String database = "";

    private int databases;
    private boolean isDatabaseUsed;

    private Workspace() throws IOException {
        FileSystemUtils.deleteRecursively(clone.getParent());
        Files.createDirectories(clone);
        Files.createDirectories(programs);
        for (String name : OF_THE_CLONE) {
            Files.createSymbolicLink(clone.resolve(name), Path.of(name).toAbsolutePath());
        }
        output = new ServiceOutput(startServer());
        String port = output.await(READY).group(1);
        program(programs.resolve("ask"), ASK.formatted(port));
        program(clone.resolve("mvnw"), "#!/bin/sh\nexec ask ./mvnw \"$@\"\n");
        program(clone.resolve("var/demo/mokiniai"), "#!/bin/sh\nexec ask mokiniai \"$@\"\n");
        program(programs.resolve("java"), """
                #!/bin/sh
                [ "$1" = -jar ] || exec '%s' "$@"
                shift
                exec ask 'java -jar' "$@"
                """.formatted(Path.of(System.getProperty("java.home"), "bin", "java")));
        // It makes eight of its processes for one page; keys of a demo need no long derivation.
        program(programs.resolve("keytool"), """
                #!/bin/sh
                exec '%s' -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -J-Dkeystore.pkcs12.keyPbeIterationCount=10 \
                    -J-Dkeystore.pkcs12.certPbeIterationCount=10 -J-Dkeystore.pkcs12.macIterationCount=10 "$@"
                """.formatted(Path.of(System.getProperty("java.home"), "bin", "keytool")));
        // As at a terminal, where curl shows no progress of what it prints.
        Files.writeString(programs.resolve(".curlrc"), "silent\nshow-error\n");
        haveReadyWhatAnOperatorHas();
        ofTheDemo = files(clone.resolve("var"));
    }

    static Workspace start() {
        try {
            return new Workspace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream startServer() throws IOException {
        String classPath = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:CompileThresholdScaling=3",
                        "-XX:+UseSerialGC",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-BytecodeVerificationRemote",
                        "-Xmx512m",
                        "-Dkeystore.pkcs12.keyPbeIterationCount=10",
                        "-Dkeystore.pkcs12.certPbeIterationCount=10",
                        "-Dkeystore.pkcs12.macIterationCount=10",
                        "-cp",
                        classPath,
                        CommandServer.class.getName(),
                        Path.of("").toAbsolutePath().toString())
                .directory(clone.toFile())
                .redirectErrorStream(true);
        builder.environment().put("REGISTER_KEY_PASSWORD", "demo");
        builder.environment().put("REGISTER_DB_PASSWORD", "demo");
        Process process = builder.start();
        return process.getInputStream();
    }

    /** The files that the operator's page asks for before it begins: those of the demo will do. */
    private void haveReadyWhatAnOperatorHas() throws IOException {
        Path demo = clone.resolve("var/demo");
        Files.createDirectories(operator.resolve("parties"));
        for (String name :
                List.of("register.p12", "ca.crt", "ca.crl", "log.key", "contracts", "signatories", "benefits.p12")) {
            FileSystemUtils.copyRecursively(demo.resolve(name), operator.resolve(name));
        }
        beginDatabase();
    }

    private void beginDatabase() throws IOException {
        database = PostgresServer.newDatabaseOf("register", "operator" + ++databases);
        lookAtPorts();
        Block settings = CommandPage.read(Path.of("docs/quickstart-operator.md")).blocks().stream()
                .filter(block -> block.mark("file").equals(Optional.of("register.yaml")))
                .findFirst()
                .orElseThrow();
        Files.writeString(operator.resolve("register.yaml"), replaced(settings.text()));
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    /** Runs a block; what it prints is told as the page would, with the addresses that stand there. */
    Program run(Block block) {
        lookAtPorts();
        String text = replaced(block.text());
        isDatabaseUsed |= text.contains("register.yaml");
        if (block.language().equals("sql")) {
            return told(execute("ask", "sql", text));
        }
        return told(execute("bash", "-e", "-o", "pipefail", "-c", text));
    }

    /** Waits until the service has logged what a block shows, each line of it somewhere in a line of the log. */
    void awaitLog(String lines) {
        lookAtPorts();
        replaced(lines).lines().forEach(line -> output.await(CommandPage.asPattern(line)));
    }

    /** Writes a text to a file in the folder. */
    void write(String name, String text) {
        lookAtPorts();
        try {
            Files.writeString(clone.resolve(name), replaced(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether a command succeeds. */
    boolean succeeds(String command) {
        return execute("bash", "-c", command).exitCode() == 0;
    }

    /** Takes away what the commands of a page have made, so that the next one finds what a reader of it has. */
    void endPage() {
        execute("ask", "end of page");
        output.forget();
        try {
            for (Path file : files(clone.resolve("var"))) {
                if (!ofTheDemo.contains(file)) {
                    Files.deleteIfExists(file);
                }
            }
            try (Stream<Path> top = Files.list(clone)) {
                for (Path file : top.toList()) {
                    String name = file.getFileName().toString();
                    if (!OF_THE_CLONE.contains(name) && !name.equals("var") && !name.equals("mvnw")) {
                        FileSystemUtils.deleteRecursively(file);
                    }
                }
            }
            if (isDatabaseUsed) {
                beginDatabase();
                isDatabaseUsed = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The latest service that was started is the one that a page means by its address. */
    private void lookAtPorts() {
        String[] ports = execute("ask", "ports").output().strip().split(" ");
        standIns.clear();
        standIns.put("localhost:8080", "localhost:" + ports[0]);
        standIns.put("localhost:8081", "localhost:" + ports[1]);
        standIns.put("/etc/mokiniai", operator.toString());
        standIns.put("http://crl.example.lt", operator.toUri().toString());
        standIns.put("jdbc:postgresql://db.example.lt/register", database);
    }

    private String replaced(String text) {
        String replaced = text;
        for (Map.Entry<String, String> standIn : standIns.entrySet()) {
            replaced = replaced.replace(standIn.getKey(), standIn.getValue());
        }
        return replaced;
    }

    private Program told(Program program) {
        String output = program.output();
        for (Map.Entry<String, String> standIn : standIns.entrySet()) {
            output = output.replace(standIn.getValue(), standIn.getKey());
        }
        return new Program(program.exitCode(), output);
    }

    private Program execute(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        if (words.get(0).equals("ask")) {
            words.set(0, programs.resolve("ask").toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(clone.toFile()).redirectErrorStream(true);
        builder.environment().merge("PATH", programs.toString(), (path, first) -> first + File.pathSeparator + path);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("CURL_HOME", programs.toString());
        try {
            Path output = Files.createTempFile(programs, "output", ".txt");
            Process process = builder.redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("still running after " + SECONDS + " s: " + String.join(" ", command) + "\n"
                        + Files.readString(output));
            }
            return new Program(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toCollection(HashSet::new));
        }
    }
}
