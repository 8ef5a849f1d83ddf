package lt.mokiniai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lt.mokiniai.intake.example.ExampleSource;
import lt.mokiniai.intake.source.SourceRegister;
import org.junit.jupiter.api.Test;

/**
 * A source register is a package that nothing else names: the fifth one, which the tests add, works without a change to any file of
 * the others (docs/decisions/0056).
 */
class SourceRegisterTests {

    private static final JavaClasses INTAKE = new ClassFileImporter().importPackages("lt.mokiniai");

    /** The packages that hold a source register. */
    private static Set<String> registers() {
        return INTAKE.stream()
                .filter(type -> type.isAssignableTo(SourceRegister.class) && !type.isInterface())
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theFifthOneIsAmongThem() {
        assertThat(registers()).contains(ExampleSource.class.getPackageName());
    }

    @Test
    void noneNamesAnotherAndNothingThatAppliesDeliveriesNamesOne() {
        Set<String> registers = registers();
        DescribedPredicate<JavaClass> ofARegister =
                DescribedPredicate.describe("of a source register", type -> registers.contains(type.getPackageName()));
        registers.forEach(register -> ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(register)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "of another source register",
                        type -> registers.contains(type.getPackageName())
                                && !type.getPackageName().equals(register)))
                .check(INTAKE));
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(
                        "lt.mokiniai.intake.source..",
                        "lt.mokiniai.intake.deliveries..",
                        "lt.mokiniai.intake.reports..",
                        "lt.mokiniai.intake.service..",
                        "lt.mokiniai.intake.transport..")
                .should()
                .dependOnClassesThat(ofARegister)
                .allowEmptyShould(true)
                .check(INTAKE);
    }
}
