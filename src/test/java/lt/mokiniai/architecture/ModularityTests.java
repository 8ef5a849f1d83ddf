package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.Application;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The map of the modules is a test, and the test draws the map. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Application.class);

    /** Which groups each group may use beside itself. */
    private static final Map<String, Set<String>> GROUPS = Map.ofEntries(
            entry("kernel", Set.of()),
            entry("wsdl", Set.of()),
            entry("platform", Set.of("kernel")),
            entry("contract", Set.of("kernel", "platform")),
            entry("register", Set.of("kernel", "platform", "wsdl")),
            entry("intake", Set.of("kernel", "platform", "wsdl", "contract", "register")),
            entry("exchange", Set.of("kernel", "platform", "wsdl", "contract")),
            entry("tools", Set.of("kernel", "platform", "wsdl", "contract", "register", "intake", "exchange")));

    @Test
    void modulesUseWhatTheyMayAndFormNoCycle() {
        MODULES.verify();
    }

    @Test
    void everyModuleSaysWhatItMayUse() {
        assertThat(MODULES.stream().filter(Predicate.not(ModularityTests::saysWhatItMayUse)))
                .isEmpty();
    }

    @Test
    void everyPackageIsAModuleOrWithinOne() throws IOException {
        assertThat(Sources.packages()
                        .filter(name -> !name.equals("lt.mokiniai"))
                        .filter(name -> MODULES.stream()
                                .map(module -> module.getBasePackage().getName())
                                .noneMatch(module -> (name + ".").startsWith(module + "."))))
                .isEmpty();
    }

    @Test
    void groupsUseTheGroupsBelowThem() {
        MODULES.stream()
                .forEach(module -> assertThat(uses(module).stream()
                                .map(ModularityTests::group)
                                .filter(not(group(name(module)))))
                        .as(name(module))
                        .isSubsetOf(GROUPS.get(group(name(module)))));
    }

    @Test
    void theMapInTheDocumentsIsTheMapOfTheCode() throws IOException {
        Documents.checkPart(Path.of("docs/architecture.md"), "modules, drawn by ModularityTests", map());
    }

    private static boolean saysWhatItMayUse(ApplicationModule module) {
        try {
            String[] allowed = Class.forName(module.getBasePackage().getName() + ".package-info")
                    .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                    .allowedDependencies();
            return !List.of(allowed).contains(org.springframework.modulith.ApplicationModule.OPEN_TOKEN);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String map() {
        StringBuilder map = new StringBuilder("\n```mermaid\nflowchart TD\n");
        groups().forEach(group -> {
            map.append("  subgraph ").append(group).append('\n');
            modules(group)
                    .forEach(module -> map.append("    ")
                            .append(name(module))
                            .append('[')
                            .append(name(module).substring(group.length() + 1))
                            .append("]\n"));
            map.append("  end\n");
        });
        groups().flatMap(ModularityTests::modules)
                .forEach(module -> drawn(module)
                        .forEach(used -> map.append("  ")
                                .append(name(module))
                                .append(" --> ")
                                .append(used)
                                .append('\n')));
        map.append(
                "```\n\nAll may use `kernel`, the values that all modules share; modules that fill messages use `wsdl`,"
                        + " which is generated.\n\n| module | is | uses |\n| --- | --- | --- |\n");
        groups().flatMap(ModularityTests::modules)
                .forEach(module -> map.append("| `%s` | %s | %s |\n"
                        .formatted(
                                name(module),
                                module.getDisplayName(),
                                drawn(module).map("`%s`"::formatted).collect(Collectors.joining(", ")))));
        return map.append('\n').toString();
    }

    /** Groups that hold modules, in the order of the map. */
    private static Stream<String> groups() {
        return Stream.of("exchange", "intake", "contract", "register", "platform", "tools");
    }

    private static Stream<ApplicationModule> modules(String group) {
        return MODULES.stream()
                .filter(module -> group(name(module)).equals(group))
                .sorted(Comparator.comparing(ModularityTests::name));
    }

    private static Stream<String> drawn(ApplicationModule module) {
        return uses(module).stream().filter(not("kernel")).filter(not("wsdl"));
    }

    private static Predicate<String> not(String name) {
        return other -> !other.equals(name);
    }

    private static String group(String module) {
        return module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static Set<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(MODULES, DependencyType.values())
                .uniqueModules()
                .map(ModularityTests::name)
                .filter(not(name(module)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
