package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lt.mokiniai.Application;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The map of the modules is a test, and the test draws the map. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Application.class);

    @Test
    void modulesUseWhatTheyMayAndFormNoCycle() {
        MODULES.verify();
    }

    @Test
    void registerModulesKnowNeitherTheGatesNorTheWire() {
        for (String name : List.of("student", "enrolment", "certificate", "reference", "fact")) {
            assertThat(uses(module(name)))
                    .as(name)
                    .doesNotContain("contract", "security", "evidence", "quota", "wire", "console", "command", "demo");
        }
    }

    @Test
    void gatesDoNotKnowWhatAStudentIs() {
        for (String name : List.of("contract", "security", "evidence", "quota", "wire")) {
            assertThat(uses(module(name))).as(name).doesNotContain("student", "enrolment", "certificate", "reference");
        }
    }

    @Test
    void theMapInTheDocumentsIsTheMapOfTheCode() throws IOException {
        Documents.check(Path.of("docs/modules.md"), map());
    }

    private static String map() {
        StringBuilder map = new StringBuilder();
        map.append("# Modules\n\n");
        map.append("Drawn from the code by `ModularityTests`. What each module is, and what it must not know, stands in"
                + " its `package-info.java`.\n\n");
        map.append("```mermaid\nflowchart TD\n");
        MODULES.stream()
                .sorted(Comparator.comparing(ModularityTests::name))
                .forEach(module -> uses(module)
                        .forEach(used -> map.append("  ")
                                .append(name(module))
                                .append(" --> ")
                                .append(used)
                                .append('\n')));
        map.append("```\n\n| module | is | uses |\n| --- | --- | --- |\n");
        MODULES.stream()
                .sorted(Comparator.comparing(ModularityTests::name))
                .forEach(module -> map.append("| `%s` | %s | %s |%n"
                        .formatted(
                                name(module),
                                module.getDisplayName(),
                                uses(module).stream().map("`%s`"::formatted).collect(Collectors.joining(", ")))));
        return map.toString().replace(System.lineSeparator(), "\n");
    }

    private static ApplicationModule module(String name) {
        return MODULES.getModuleByName(name).orElseThrow();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    /** Everything but the generated messages and the kernel, which all may use, is worth a line. */
    private static Set<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(MODULES, DependencyType.values())
                .uniqueModules()
                .map(ModularityTests::name)
                .filter(used -> !used.equals(name(module)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
