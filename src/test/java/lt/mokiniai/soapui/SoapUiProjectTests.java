package lt.mokiniai.soapui;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The SoapUI project, played whole against a started register: one test a test case. */
class SoapUiProjectTests {

    static final Path FILE = Path.of("src/test/soapui/pupils-register-soapui-project.xml");

    @TestFactory
    Stream<DynamicContainer> soapUi() {
        SoapUiProject project = ProjectReader.read(FILE);
        StartedDemo demo = StartedDemo.shared();
        return project.suites().stream()
                .map(suite -> DynamicContainer.dynamicContainer(
                        suite.name(),
                        suite.cases().stream()
                                .map(one -> DynamicTest.dynamicTest(
                                        one.name(), () -> new CasePlayer(project, one, demo.properties()).play()))));
    }
}
