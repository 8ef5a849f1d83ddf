package lt.mokiniai.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How the code is cut: small files, small packages, plain names, one direction (CONTRIBUTING.md, 'How the code is cut'). */
@AnalyzeClasses(packages = "lt.mokiniai", importOptions = ImportOption.DoNotIncludeTests.class)
class CodeShapeTests {

    private static final int LONGEST_FILE = 300;
    private static final int LARGEST_PACKAGE = 12;
    private static final int MOST_PARAMETERS = 7;

    /** Packages that are larger, and how large they are; docs/decisions/0006-package-sizes.md says why. */
    private static final Map<String, Long> LARGER = Map.ofEntries(
            Map.entry("lt.mokiniai.contract.files", 16L),
            Map.entry("lt.mokiniai.contract.signatures", 13L),
            Map.entry("lt.mokiniai.exchange.checks", 18L),
            Map.entry("lt.mokiniai.exchange.keys", 13L),
            Map.entry("lt.mokiniai.exchange.pipeline", 13L),
            Map.entry("lt.mokiniai.exchange.quota", 13L),
            Map.entry("lt.mokiniai.kernel.scope", 13L),
            Map.entry("lt.mokiniai.register.history", 19L),
            Map.entry("lt.mokiniai.register.students", 13L),
            Map.entry("lt.mokiniai.tools.demo.register", 16L));

    /** Records of settings, a component for each; docs/decisions/0028-lists-of-parameters.md says why. */
    private static final Set<String> SETTINGS = Set.of("DatabaseProperties", "Limits", "SecurityProperties");

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (final |sealed |abstract )*(class|record|interface|@interface|enum) ");

    @ArchTest
    static final ArchRule NO_CYCLES_OF_GROUPS =
            slices().matching("lt.mokiniai.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES_OF_MODULES =
            slices().matching("lt.mokiniai.(*).(*)..").should().beFreeOfCycles();

    /** Texts know nothing else of the kernel, faults know texts, values and scope may know both. */
    @ArchTest
    static final ArchRule PARTS_OF_THE_KERNEL_USE_THOSE_BELOW_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("lt.mokiniai.kernel..")
            .layer("texts")
            .definedBy("lt.mokiniai.kernel.texts")
            .layer("faults")
            .definedBy("lt.mokiniai.kernel.faults")
            .layer("values")
            .definedBy("lt.mokiniai.kernel")
            .layer("scope")
            .definedBy("lt.mokiniai.kernel.scope")
            .whereLayer("texts")
            .mayNotAccessAnyLayer()
            .whereLayer("faults")
            .mayOnlyAccessLayers("texts")
            .whereLayer("values")
            .mayOnlyAccessLayers("texts", "faults")
            .whereLayer("scope")
            .mayOnlyAccessLayers("texts", "faults", "values");

    @ArchTest
    static final ArchRule THE_KERNEL_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("lt.mokiniai.kernel..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "javax.xml..",
                    "lt.mokiniai.kernel..",
                    "org.jspecify..",
                    "org.springframework.modulith..");

    /** Another entry point proves in another way who sent what; all that stands behind the entry points is the same. */
    @ArchTest
    static final ArchRule ENTRY_POINTS_ALONE_KNOW_HOW_MESSAGES_ARE_SIGNED = noClasses()
            .that()
            .resideInAnyPackage(
                    "lt.mokiniai.contract..",
                    "lt.mokiniai.exchange..",
                    "lt.mokiniai.kernel..",
                    "lt.mokiniai.register..")
            .and()
            .resideOutsideOfPackages("lt.mokiniai.exchange.entry..", "lt.mokiniai.exchange.security..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("lt.mokiniai.exchange.security..", "org.apache.wss4j..");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .andShould()
            .notBeAnnotatedWith("jakarta.persistence.PersistenceContext")
            .andShould()
            .notBeAnnotatedWith("jakarta.annotation.Resource");

    /** A name in a text is known to no compiler: an annotation of its own says which bean is meant. */
    @Test
    void noBeanIsChosenByAText() throws IOException {
        assertThat(Sources.files()
                        .filter(file -> !Sources.read(file).contains("@interface"))
                        .filter(file -> Sources.read(file).contains("@Qualifier(")))
                .isEmpty();
    }

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = classes()
            .that()
            .resideOutsideOfPackage("lt.mokiniai.wsdl..")
            .should()
            .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager|Base|Dto|Info|Data)");

    @ArchTest
    static final ArchRule NOTHING_IS_MADE_OF_MORE_THAN_SEVEN_PARTS = codeUnits()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("lt.mokiniai.wsdl..")
            .and()
            .areDeclaredInClassesThat(
                    not(belongTo(describe("a record of settings", type -> SETTINGS.contains(type.getSimpleName())))))
            .should(new ArchCondition<>("have at most seven parameters") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                    boolean isWritten = !(unit instanceof JavaStaticInitializer)
                            && !unit.getModifiers().contains(JavaModifier.SYNTHETIC);
                    if (isWritten && unit.reflect() instanceof Executable made && parameters(made) > MOST_PARAMETERS) {
                        events.add(SimpleConditionEvent.violated(
                                unit, unit.getFullName() + " has " + parameters(made) + " parameters"));
                    }
                }
            });

    @ArchTest
    static final ArchRule THE_CLOCK_IS_ASKED_NOT_THE_MACHINE = noClasses()
            .that()
            .resideOutsideOfPackages("lt.mokiniai.tools.command..", "lt.mokiniai.wsdl..")
            .and()
            // Keys are made before there is a bean that tells the time.
            .doNotHaveSimpleName("DemoEnvironment")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** Those that are written in the source; the compiler adds to enums and inner classes. */
    private static long parameters(Executable made) {
        return Arrays.stream(made.getParameters())
                .filter(parameter -> !parameter.isSynthetic() && !parameter.isImplicit())
                .count();
    }

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        Map<Path, Integer> lines = Sources.files()
                .collect(Collectors.toMap(
                        file -> file, file -> Sources.read(file).split("\n").length));
        lines.entrySet().removeIf(entry -> entry.getValue() <= LONGEST_FILE);
        assertThat(lines).isEmpty();
    }

    @Test
    void noPackageHoldsMoreThanAPersonCanKeepInMind() throws IOException {
        Map<Path, Long> files = Sources.files()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        Map<String, Long> larger = files.entrySet().stream()
                .filter(entry -> entry.getValue() > LARGEST_PACKAGE)
                .collect(Collectors.toMap(entry -> Sources.name(entry.getKey()), Map.Entry::getValue));
        assertThat(larger).isEqualTo(LARGER);
    }

    @Test
    void everyPackageSaysWhatItIsAndKeepsNullsOut() throws IOException {
        List<Path> packages = Sources.files().map(Path::getParent).distinct().toList();
        for (Path folder : packages) {
            String text = Sources.read(folder.resolve("package-info.java"));
            assertThat(text).as(folder.toString()).startsWith("/**");
            if (!folder.endsWith("wsdl")) {
                assertThat(text).as(folder.toString()).contains("@NullMarked");
            }
        }
    }

    @Test
    void everyPublicTypeHasAJavadoc() throws IOException {
        assertThat(Sources.files().filter(file -> !isDocumented(Sources.read(file))))
                .isEmpty();
    }

    /** Between the end of a comment and the type there may be annotations, and nothing else. */
    private static boolean isDocumented(String source) {
        Matcher type = PUBLIC_TYPE.matcher(source);
        if (!type.find()) {
            return true;
        }
        String before = source.substring(0, type.start());
        int comment = before.lastIndexOf("*/");
        return comment >= 0 && !before.substring(comment).contains(";");
    }
}
