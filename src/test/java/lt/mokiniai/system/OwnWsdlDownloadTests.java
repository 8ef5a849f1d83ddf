package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import lt.mokiniai.contract.description.Description;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A party fetches its WSDL with the certificate that it signs with, from a register that speaks TLS itself. */
class OwnWsdlDownloadTests {

    private static Register register;
    private static TestTls tls;

    @BeforeAll
    static void start() {
        tls = TestTls.in(Register.shared());
        register = Register.start(Map.of(
                "server.ssl.certificate", tls.certificate(),
                "server.ssl.certificate-private-key", tls.key(),
                "server.ssl.trust-certificate", tls.trusted(),
                "server.ssl.client-auth", "want"));
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    @Test
    void theCertificateOfAPartyGetsWhatItsContractAllows() throws Exception {
        HttpResponse<byte[]> response = get(tls.clientOf("benefits"), "students/v1?wsdl=own");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml;charset=utf-8");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        Description own = Description.of(response.body());
        assertThat(own.operations()).isEqualTo(List.of("getStudent"));
        assertThat(own.address()).isEqualTo(address("students/v1"));
    }

    @Test
    void eachPartyGetsItsOwn() throws Exception {
        assertThat(Description.of(get(tls.clientOf("school"), "enrolments/v1?wsdl=own")
                                .body())
                        .operations())
                .contains("getClassRoster");
        assertThat(Description.of(get(tls.clientOf("ticketing"), "students/v1?wsdl=own")
                                .body())
                        .operations())
                .isEqualTo(List.of("confirmStudentFact"));
    }

    @Test
    void whoHasNoCertificateGetsThePublishedOneAlone() throws Exception {
        HttpResponse<byte[]> refused = get(tls.client(), "students/v1?wsdl=own");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(new String(refused.body(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("MR-213 ");
        assertThat(get(tls.client(), "students/v1?wsdl").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "nobody,MR-213",
        "revoked,MR-210",
        "of the silent authority,MR-212",
        "register,MR-209",
    })
    void aCertificateThatMayNotSignGetsNothing(String name, String code) throws Exception {
        HttpResponse<byte[]> refused = get(tls.clientOf(name), "students/v1?wsdl=own");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(new String(refused.body(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith(code + " ");
    }

    @Test
    void whomTlsDoesNotTrustDoesNotComeIn() {
        assertThatThrownBy(() -> get(tls.clientOf("stranger"), "students/v1?wsdl=own"))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "benefits,certificates/v1",
        "benefits,contracts/v1",
        "benefits,teachers/v1",
        "ended,students/v1",
        "benefits,''"
    })
    void thereIsNoneWhereNoContractInForceGrantsAnything(String party, String service) throws Exception {
        assertThat(get(tls.clientOf(party), service + "?wsdl=own").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<byte[]> get(HttpClient client, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofByteArray());
    }

    private static URI address(String path) {
        return URI.create(register.address(path).toString().replaceFirst("^http:", "https:"));
    }
}
