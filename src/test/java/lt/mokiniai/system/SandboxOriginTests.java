package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser sends for a page of another origin is refused by the sandbox, and moves nothing. */
class SandboxOriginTests {

    private static final Sandbox SANDBOX = new Sandbox(Register.second());

    @ParameterizedTest
    @CsvSource({
        "Origin: https://pages.example, SANDBOX-7",
        "Origin: null, SANDBOX-7",
        "Origin: http://localhost:1, SANDBOX-7",
        "Sec-Fetch-Site: cross-site, SANDBOX-7",
        "Sec-Fetch-Site: same-site, SANDBOX-7"
    })
    void refusesAPageOfAnotherOrigin(String header, String code) throws IOException {
        assertIsRefused("localhost:" + port(), header, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages.example", "localhost.pages.example", "127.0.0.1.pages.example", ""})
    void refusesANameThatWasBoundToThisAddress(String host) throws IOException {
        assertIsRefused(host, "Accept: */*", "SANDBOX-6");
    }

    @Test
    void answersAPageOfItsOwnAndAProgram() throws IOException {
        String host = "LOCALHOST:" + port();
        assertThat(post("clock?by=PT0S", host, "Origin: http://" + host + "\r\nSec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 200");
        assertThat(post("clock?by=PT0S", "127.0.0.1:" + port(), "Accept: */*")).startsWith("HTTP/1.1 200");
        assertThat(post("clock?by=PT0S", "localhost", "Sec-Fetch-Site: none")).startsWith("HTTP/1.1 200");
    }

    /** Its node has a public address of https. */
    @Test
    void answersAPageThatCameThroughAProxyWithTls() throws IOException {
        assertThat(post("clock?by=PT0S", "testers.example", "Origin: https://testers.example"))
                .startsWith("HTTP/1.1 200");
        assertThat(post("clock?by=PT0S", "testers.example", "Origin: ftp://testers.example"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void answersByANameThatTheSettingsSay() throws IOException {
        String host = "testers.example:" + port();
        assertThat(post("clock?by=PT0S", host, "Origin: http://" + host)).startsWith("HTTP/1.1 200");
        assertThat(post("clock?by=PT0S", "localhost", "Origin: http://" + host)).startsWith("HTTP/1.1 403");
    }

    private static void assertIsRefused(String host, String header, String code) throws IOException {
        var before = SANDBOX.clock().ahead("register");
        for (String path : new String[] {
            "clock?by=P1D",
            "clock/messages?by=PT1H",
            "rehearse?client=LT-DEMO/GOV/190000015/benefits&code=MR-902",
            "explain"
        }) {
            assertThat(post(path, host, header))
                    .as(path)
                    .startsWith("HTTP/1.1 403")
                    .contains("\"code\":\"" + code + "\"", "\"lt\"", "\"en\"");
        }
        assertThat(SANDBOX.clock().ahead("register")).isEqualTo(before);
        assertThat(SANDBOX.register()
                        .as("benefits")
                        .getStudent(DemoCast.KAUNAS_STUDENT)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    /** Over a socket: HTTP clients do not let the header Host be chosen. */
    private static String post(String path, String host, String header) throws IOException {
        URI address = SANDBOX.address(path);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + address.getRawPath()
                                    + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                                    + " HTTP/1.1\r\nHost: " + host + "\r\n" + header
                                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int port() {
        return SANDBOX.address("clock").getPort();
    }
}
