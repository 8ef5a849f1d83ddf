package lt.mokiniai.exchange.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lt.mokiniai.contract.description.Description;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.ServiceId;
import org.apache.cxf.tools.common.ToolContext;
import org.apache.cxf.tools.wsdlto.WSDLToJava;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The WSDL that a party is given, in one file, is taken by the tool that makes a client of it. */
class NarrowedDescriptionToolTests {

    private static final URI ADDRESS = URI.create("https://register.example.lt/services/students/v1");
    private static final Instant NOW = Instant.parse("2026-09-02T10:00:00Z");
    private static final ContractSet CONTRACTS = new SetReader(PublishedOperations.load())
            .read(new ContractFolder(Path.of("contracts"), ContractFolder.LARGEST_FILE).files());

    static Stream<Arguments> descriptions() {
        OwnDescriptions descriptions = new OwnDescriptions();
        return CONTRACTS.all().stream()
                .flatMap(contract -> Stream.of(
                                "students/v1", "enrolments/v1", "results/v1", "tasks/v1", "certificates/v1")
                        .map(service -> described(descriptions, contract, ServiceId.parse(service)))
                        .flatMap(Optional::stream));
    }

    private static Optional<Arguments> described(OwnDescriptions descriptions, Contract contract, ServiceId service) {
        return descriptions
                .of(service, ADDRESS, CONTRACTS, List.of(contract), NOW)
                .map(file -> Arguments.of(contract.id() + " " + service, file.content()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("descriptions")
    void wsdl2javaMakesAMethodOfEachOperationWithHeaders(String name, byte[] content, @TempDir Path folder)
            throws Exception {
        Path wsdl = Files.write(folder.resolve("own.wsdl"), content);
        Path made = folder.resolve("made");

        new WSDLToJava(new String[] {"-exsh", "true", "-d", made.toString(), wsdl.toString()}).run(new ToolContext());

        assertThat(serviceInterface(made))
                .contains("clientHeader,")
                .contains(Description.of(content).operations().stream()
                        .map(operation -> " " + operation + "(")
                        .toList());
    }

    private static String serviceInterface(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String java = Files.readString(file);
                if (java.contains("@WebService(")) {
                    return java;
                }
            }
        }
        throw new AssertionError("no interface was made");
    }
}
