package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import lt.mokiniai.system.RawConnection.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the services stand, and by which address they tell of themselves. */
class AddressTests {

    private static final Register REGISTER = Register.shared();

    private static final String FORGED = String.join(
            "\r\n",
            "Host: forged.example",
            "Forwarded: host=forged.example;proto=https",
            "X-Forwarded-Host: forged.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Port: 444",
            "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services",
                "/services/",
                "/services/students",
                "/services/students/v1/",
                "/services/students/v2",
                "/services/Students/v1",
                "/services/services/students/v1",
                "/services/students/v1/services/students/v1",
                "/services/students/v1/getStudent"
            })
    void isUnknownBeforeAnythingElse(String path) throws IOException {
        byte[] valid = Questions.granted("benefits").bytes();
        for (byte[] message : new byte[][] {valid, "no message".getBytes(StandardCharsets.UTF_8), {}}) {
            Response response = answer(REGISTER, connection -> connection.post(path, message));
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.text()).doesNotContain("MR-");
        }
        for (String query : new String[] {"", "?wsdl", "?wsdl=own", "?xsd=../../types/v1/types.xsd"}) {
            Response response = answer(
                    REGISTER,
                    connection -> connection.send("GET " + path + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            assertThat(response.status()).as(query).isEqualTo(404);
        }
    }

    @Test
    void theWsdlRepeatsNothingThatACallerSaysOfTheAddress() throws IOException {
        URI address = REGISTER.address("students/v1");
        // Neither for the one who says it, nor for the next one.
        assertThat(get(REGISTER, "/services/students/v1?wsdl", FORGED))
                .contains("location=\"" + address + "\"")
                .doesNotContain("forged");
        assertThat(get(REGISTER, "/services/students/v1?wsdl", "Host: localhost\r\n"))
                .contains("location=\"" + address + "\"");
        assertThat(get(REGISTER, "/services/students/v1?xsd=../../types/v1/types.xsd", FORGED))
                .contains("PersonalCode")
                .doesNotContain("forged");
        assertThat(get(REGISTER, "/", FORGED)).doesNotContain("forged");
    }

    @Test
    void thePublicAddressIsToldWhereItIsSet() throws IOException {
        Register node = Register.second();
        assertThat(get(node, "/services/students/v1?wsdl", FORGED))
                .contains("location=\"" + Register.PUBLIC + "/services/students/v1\"")
                .contains("\"" + Register.PUBLIC + "/services/students/v1?xsd=")
                .doesNotContain("forged", "localhost");
        assertThat(get(node, "/", FORGED)).contains(Register.PUBLIC).doesNotContain("forged");
    }

    @Test
    void aPartysOwnWsdlTellsTheSame() throws IOException {
        assertThat(ownWsdl(REGISTER))
                .contains("location=\"" + REGISTER.address("students/v1") + "\"")
                .doesNotContain("forged");
        assertThat(ownWsdl(Register.second()))
                .contains("location=\"" + Register.PUBLIC + "/services/students/v1\"")
                .doesNotContain("forged", "localhost");
    }

    private static String ownWsdl(Register node) throws IOException {
        byte[] message = REGISTER.as("benefits")
                .asks("getServiceDescription", "<m:service>students</m:service><m:version>v1</m:version>")
                .bytes();
        Response response = answer(
                node,
                connection -> connection
                        .send("POST /services/contracts/v1 HTTP/1.1\r\nContent-Type: text/xml; charset=utf-8\r\n"
                                + FORGED + "Content-Length: " + message.length + "\r\n\r\n")
                        .send(message));
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        String file = Xml.parse(response.body())
                .getElementsByTagNameNS("*", "file")
                .item(0)
                .getTextContent();
        return new String(Base64.getMimeDecoder().decode(file), StandardCharsets.UTF_8);
    }

    private static String get(Register node, String path, String headers) throws IOException {
        Response response =
                answer(node, connection -> connection.send("GET " + path + " HTTP/1.1\r\n" + headers + "\r\n"));
        assertThat(response.status()).as(path).isEqualTo(200);
        return response.text();
    }

    private static Response answer(Register node, Sending sending) throws IOException {
        try (RawConnection connection = RawConnection.to(node.address(""))) {
            return sending.by(connection).read();
        }
    }

    /** What is sent. */
    private interface Sending {
        RawConnection by(RawConnection connection) throws IOException;
    }
}
