package lt.mokiniai.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import lt.mokiniai.Fork;
import lt.mokiniai.Program;
import lt.mokiniai.tools.demo.DemoCast;

/** A client of {@code docs/clients.md}, which holds no line of ours: run as the page says. */
enum OtherClient {
    PYTHON("python3-zeep, python3-xmlsec, python3-cryptography") {
        private static final String SCRIPT = "docs/clients/python/client.py";

        @Override
        boolean isInstalled() {
            return runs("/usr/bin/python3", "-c", "import zeep, xmlsec, cryptography");
        }

        @Override
        List<String> command(Call call) {
            return call.after("/usr/bin/python3", SCRIPT);
        }

        @Override
        Optional<List<String>> player() {
            return Optional.of(List.of("/usr/bin/python3", "-u", "src/test/clients/player.py", SCRIPT));
        }
    },
    JAVA("./mvnw -q -f docs/clients/java/pom.xml package, after each change of it or of wsdl/") {
        private static final String CLASS = "example.StudentsClient";

        @Override
        boolean isInstalled() {
            return isNewerThan(
                    FOLDER.resolve("java/target/students-client-1.0.0.jar"), "java/pom.xml", "java/src", "../../wsdl");
        }

        @Override
        List<String> command(Call call) {
            return call.after(java(jars(), CLASS).toArray(String[]::new));
        }

        @Override
        Optional<List<String>> player() {
            return Optional.of(javaPlayer(CLASS));
        }
    },
    NODE("Node.js 20.19 or later, and npm ci in docs/clients/node") {
        private static final String SCRIPT = "docs/clients/node/client.js";

        @Override
        boolean isInstalled() {
            return runs(
                            "node",
                            "--input-type=module",
                            "--eval",
                            "const [a, b] = process.versions.node.split('.');"
                                    + "process.exit(a > 20 || (a == 20 && b > 18) ? 0 : 1)")
                    && Files.isDirectory(FOLDER.resolve("node/node_modules/soap"));
        }

        @Override
        List<String> command(Call call) {
            return call.after("node", SCRIPT);
        }

        @Override
        Optional<List<String>> player() {
            return Optional.of(List.of("node", "src/test/clients/player.mjs", SCRIPT));
        }
    },
    PHP("php-cli, php-soap, php-xml") {
        @Override
        boolean isInstalled() {
            return runs("php", "-r", "exit(class_exists('SoapClient') && class_exists('DOMDocument') ? 0 : 1);");
        }

        @Override
        List<String> command(Call call) {
            return call.after("php", "docs/clients/php/client.php");
        }
    },
    CURL("curl, openssl, xmlsec1, libxml2-utils") {
        @Override
        boolean isInstalled() {
            return Stream.of("curl", "openssl", "xmlsec1", "xmllint")
                    .allMatch(tool -> runs(tool, "--version") || runs(tool, "version"));
        }

        /** It sends what was signed before it. */
        @Override
        List<String> command(Call call) {
            Message message = Register.shared().as(call.party()).getStudent(DemoCast.KAUNAS_STUDENT);
            return List.of(
                    "sh",
                    "docs/clients/curl/exchange.sh",
                    call.url() + "/services/students/v1",
                    written(message.bytes()).toString(),
                    call.folder().resolve("register.crt").toString());
        }
    };

    /**
     * What a client is told.
     *
     * @param url where the register is, or who says to be it
     * @param folder with the keys and the register's certificate
     */
    record Call(URI url, Path folder, String party, String client) {

        List<String> after(String... program) {
            return Stream.concat(Stream.of(program), arguments().stream()).toList();
        }

        List<String> arguments() {
            return List.of(
                    url.toString(),
                    folder.toString(),
                    party,
                    client,
                    "CASE-1",
                    DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow());
        }
    }

    private static final Path FOLDER = Path.of("docs", "clients");
    private static final Map<OtherClient, Boolean> INSTALLED = new ConcurrentHashMap<>();
    private static final Map<OtherClient, ClientPlayer> PLAYERS = new ConcurrentHashMap<>();

    private final String needs;

    OtherClient(String needs) {
        this.needs = needs;
    }

    abstract boolean isInstalled();

    abstract List<String> command(Call call);

    /** What runs it many times in one process; empty where it loads in no time. */
    Optional<List<String>> player() {
        return Optional.empty();
    }

    /** What runs a class of the Java client many times in one process. */
    static List<String> javaPlayer(String mainClass) {
        List<String> command =
                new ArrayList<>(java(jars() + File.pathSeparator + Fork.CLASSES, JavaClientPlayer.class.getName()));
        command.add(mainClass);
        return command;
    }

    private static List<String> java(String classPath, String mainClass) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                mainClass);
    }

    private static String jars() {
        Path target = FOLDER.resolve("java/target");
        return target.resolve("students-client-1.0.0.jar") + File.pathSeparator + target.resolve("lib") + "/*";
    }

    /** Runs it as the page says, in a process of its own, where it is installed. */
    Program runAlone(Call call) {
        assumeInstalled();
        return Program.run(command(call));
    }

    /** Runs it to its end, where it is installed. */
    Program run(Call call) {
        assumeInstalled();
        return player().map(command -> PLAYERS.computeIfAbsent(this, one -> ClientPlayer.start(command)))
                .map(player -> player.run(call.arguments()))
                .orElseGet(() -> Program.run(command(call)));
    }

    /** Where it is not installed, the test is skipped and says so. */
    void assumeInstalled() {
        boolean installed = INSTALLED.computeIfAbsent(this, OtherClient::isInstalled);
        if (!installed) {
            System.out.println("SKIPPED: the client " + name() + " of docs/clients.md needs " + needs);
        }
        assumeTrue(installed, needs);
    }

    private static boolean runs(String... command) {
        return Program.run(List.of(command)).exitCode() == 0;
    }

    /** What was built from other sources than those that stand here would prove nothing about them. */
    private static boolean isNewerThan(Path built, String... sources) {
        if (!Files.exists(built)) {
            return false;
        }
        for (String source : sources) {
            try (Stream<Path> files = Files.walk(FOLDER.resolve(source))) {
                FileTime time = Files.getLastModifiedTime(built);
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.getLastModifiedTime(file).compareTo(time) > 0) {
                        return false;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }

    private static Path written(byte[] message) {
        try {
            Path file = Files.createTempFile("request", ".xml");
            file.toFile().deleteOnExit();
            return Files.write(file, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
