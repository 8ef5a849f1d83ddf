package lt.mokiniai.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import lt.mokiniai.Program;
import lt.mokiniai.demo.DemoCast;

/** A client of {@code docs/clients.md}, which holds no line of ours: run as the page says. */
enum OtherClient {
    PYTHON("python3-zeep, python3-xmlsec, python3-cryptography") {
        @Override
        boolean isInstalled() {
            return runs("/usr/bin/python3", "-c", "import zeep, xmlsec, cryptography");
        }

        @Override
        List<String> command(Call call) {
            return call.after("/usr/bin/python3", "docs/clients/python/client.py");
        }
    },
    JAVA("./mvnw -q -f docs/clients/java/pom.xml package, after each change of it or of wsdl/") {
        @Override
        boolean isInstalled() {
            return isNewerThan(
                    FOLDER.resolve("java/target/students-client-1.0.0.jar"), "java/pom.xml", "java/src", "../../wsdl");
        }

        @Override
        List<String> command(Call call) {
            Path target = FOLDER.resolve("java/target");
            return call.after(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    target.resolve("students-client-1.0.0.jar") + System.getProperty("path.separator")
                            + target.resolve("lib") + "/*",
                    "example.StudentsClient");
        }
    },
    NODE("Node.js 20.19 or later, and npm ci in docs/clients/node") {
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
            return call.after("node", "docs/clients/node/client.js");
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
            Message message = Register.shared().as(call.party()).getStudent(DemoCast.KAUNAS_PUPIL);
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
            return Stream.concat(
                            Stream.of(program),
                            Stream.of(
                                    url.toString(),
                                    folder.toString(),
                                    party,
                                    client,
                                    "CASE-1",
                                    DemoCast.KAUNAS_PUPIL.personalCode().orElseThrow()))
                    .toList();
        }
    }

    private static final Path FOLDER = Path.of("docs", "clients");

    private final String needs;

    OtherClient(String needs) {
        this.needs = needs;
    }

    abstract boolean isInstalled();

    abstract List<String> command(Call call);

    /** Runs it to its end, where it is installed. */
    Program run(Call call) {
        assumeInstalled();
        return Program.run(command(call));
    }

    /** Where it is not installed, the test is skipped and says so. */
    void assumeInstalled() {
        boolean installed = isInstalled();
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
