package lt.mokiniai.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.Program;
import org.junit.jupiter.api.Test;

/** Files that go with the product and that no command of a page runs: the unit, the container file, licence and changes. */
class ProjectFileTests {

    private static final Path UNIT = Path.of("docs/operator/mokiniai.service");
    private static final Path CONTAINER = Path.of("docs/operator/Containerfile");
    private static final Path PAGE = Path.of("docs/quickstart-operator.md");
    private static final String START = "serve --spring.config.additional-location=/etc/mokiniai/register.yaml";

    @Test
    void systemdTakesTheUnit() {
        assumeTrue(
                Program.run(List.of("systemd-analyze", "--version")).exitCode() == 0
                        && Files.isExecutable(Path.of("/usr/bin/java")),
                "systemd-analyze and /usr/bin/java");

        assertThat(Program.run(List.of("systemd-analyze", "verify", UNIT.toString())))
                .isEqualTo(new Program(0, ""));
    }

    @Test
    void unitAndContainerStartTheJarOfTheBuild() throws IOException {
        String jar = new MavenCommand(Path.of("")).jar();

        assertThat(Files.readString(UNIT)).contains("-jar /opt/mokiniai/mokiniai.jar " + START);
        assertThat(Files.readString(CONTAINER).replaceAll("[\",]", ""))
                .contains("COPY " + jar + " /opt/mokiniai/mokiniai.jar")
                .contains("-jar /opt/mokiniai/mokiniai.jar]")
                .contains(START);
        assertThat(Files.readString(PAGE)).contains("install -D " + jar + " /opt/mokiniai/mokiniai.jar");
    }

    @Test
    void unitAndContainerAreGivenThePasswordsThatTheSettingsName() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> variables = found("\\$\\{([A-Z_]+)}", page);

        assertThat(variables).hasSize(2);
        assertThat(found("\\b([A-Z_]+_PASSWORD)=", Files.readString(UNIT))).isEqualTo(variables);
        assertThat(found("--env ([A-Z_]+)", page)).isEqualTo(variables);
    }

    @Test
    void unitLeavesTimeForWhatIsBeingAnsweredAndFilesForAllConnections() throws IOException {
        String unit = Files.readString(UNIT);
        String settings = Files.readString(Path.of("src/main/resources/application.yaml"));
        int shutdown = number("timeout-per-shutdown-phase: (\\d+)s", settings);
        int connections = number("`connections\\.all` \\| (\\d+)", Files.readString(PAGE));

        assertThat(number("TimeoutStopSec=(\\d+)", unit)).isGreaterThan(shutdown);
        assertThat(number("LimitNOFILE=(\\d+)", unit)).isGreaterThanOrEqualTo(2 * (connections + 200));
    }

    @Test
    void licenceIsWhole() throws IOException {
        String licence = Files.readString(Path.of("LICENSE"));

        assertThat(licence)
                .startsWith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\nEUPL © the European Union 2007, 2016\n")
                .contains(IntStream.rangeClosed(1, 15)
                        .mapToObj(article -> "\n" + article + ".")
                        .toList())
                .endsWith(
                        "All other changes or additions to this Appendix require the production of a new EUPL version.\n");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<name>EUPL-1.2</name>");
    }

    @Test
    void changelogNamesEveryOperationAndTheVersionOfTheBuild() throws IOException {
        String changes = Files.readString(Path.of("CHANGELOG.md"));
        try (Stream<Path> files = Files.walk(Path.of("wsdl"))) {
            for (Path wsdl :
                    files.filter(file -> file.toString().endsWith(".wsdl")).toList()) {
                assertThat(changes).contains(found("<wsdl:operation name=\"(\\w+)\"", Files.readString(wsdl)));
            }
        }
        String version = new MavenCommand(Path.of("")).jar().replaceAll(".*mokiniai-([0-9.]+).*", "$1");
        assertThat(changes).containsPattern("(?m)^## .*" + Pattern.quote(version));
    }

    private static int number(String pattern, String text) {
        Set<String> found = found(pattern, text);
        assertThat(found).as(pattern).hasSize(1);
        return Integer.parseInt(found.iterator().next());
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }
}
