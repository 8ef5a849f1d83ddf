package lt.mokiniai.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How services and operations are named, and what is named by them. */
class ServiceIdTests {

    @Test
    void whatIsReadIsWrittenAlike() {
        assertThat(ServiceId.parse("students/v1"))
                .isEqualTo(new ServiceId("students", "v1"))
                .hasToString("students/v1");
        assertThat(OperationId.parse("students/v1/getStudent"))
                .isEqualTo(new OperationId(new ServiceId("students", "v1"), "getStudent"))
                .hasToString("students/v1/getStudent");
    }

    @Test
    void aServiceNamesItsNamespaceAndItsFiles() {
        ServiceId service = ServiceId.ofNamespace("http://mokiniai.lt/students/v1");
        assertThat(service).hasToString("students/v1");
        assertThat(service.wsdl()).isEqualTo("wsdl/students/v1/students.wsdl");
        assertThat(service.schema()).isEqualTo("wsdl/students/v1/students.xsd");
    }

    @Test
    void refusesWhatHasOtherParts() {
        for (String text : List.of("", "students", "students/v1/getStudent")) {
            assertThat(ServiceId.find(text)).as(text).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> ServiceId.parse(text));
        }
        for (String text : List.of("", "getStudent", "students/getStudent", "a/students/v1/getStudent")) {
            assertThatIllegalArgumentException().isThrownBy(() -> OperationId.parse(text));
        }
    }
}
