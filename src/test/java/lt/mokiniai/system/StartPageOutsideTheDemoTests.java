package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import lt.mokiniai.kernel.faults.ExchangeError;
import org.junit.jupiter.api.Test;

/** Whoever runs the service in earnest shows the services and documents, and nothing of a demo. */
class StartPageOutsideTheDemoTests {

    @Test
    void tellsNothingOfADemo() throws Exception {
        Register.shared();
        try (Register register = Register.start(Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:earnest;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "mokiniai.demo.enabled",
                "false",
                "mokiniai.sandbox.enabled",
                "false"))) {
            URI address = register.address("students/v1").resolve("/");
            String page = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();

            assertThat(page)
                    .contains("/services/students/v1?wsdl", "/docs/contracts", "/docs/quickstart-operator")
                    .doesNotContainIgnoringCase("demonstrac", "sandbox", "bandom", "--as ", "MR-2026-", "personalCode=")
                    .doesNotContain("(demo)", "actuator");
        }
    }

    /** The start page lists the contracts of a demo alone. */
    @Test
    void noFaultSendsAPartyToTheStartPageForItsContract() {
        ExchangeError fault = ExchangeError.OPERATION_NOT_GRANTED;

        assertThat(fault.remedy().en()).contains("getContract").doesNotContain("start page");
        assertThat(fault.remedy().lt()).contains("getContract").doesNotContain("pradžios");
    }
}
