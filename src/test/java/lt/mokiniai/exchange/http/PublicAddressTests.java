package lt.mokiniai.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.exchange.http.HttpProperties.Connections;
import lt.mokiniai.exchange.http.connection.ConnectionLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The address that is told to others: set, forwarded by a trusted proxy, or that of the connection. */
class PublicAddressTests {

    private static final ConnectionLimits LIMITS =
            ConnectionLimits.of(1, 1, List.of("10.1.0.0/16"), Duration.ofSeconds(1));

    private static final String PROXY = "10.1.2.3";
    private static final String STRANGER = "10.2.2.3";

    @ParameterizedTest
    @CsvSource({
        "http, 192.0.2.7, 8080, http://192.0.2.7:8080",
        "http, 192.0.2.7, 80, http://192.0.2.7",
        "https, 192.0.2.7, 443, https://192.0.2.7",
        "https, 2001:db8:0:0:0:0:0:1, 8443, https://[2001:db8:0:0:0:0:0:1]:8443",
        "http, 127.0.0.1, 8080, http://localhost:8080",
        "http, 0:0:0:0:0:0:0:1, 8080, http://localhost:8080"
    })
    void isThatOfTheConnectionWhereNothingIsSet(String scheme, String local, int port, String told) {
        MockHttpServletRequest request = request(STRANGER);
        request.setScheme(scheme);
        request.setLocalAddr(local);
        request.setLocalPort(port);
        request.addHeader("X-Forwarded-Host", "forged.example");

        assertThat(unset().of(request)).isEqualTo(URI.create(told));
    }

    @Test
    void isThatWhichIsSetWhateverIsForwarded() {
        URI set = URI.create("https://register.example.lt");
        MockHttpServletRequest request = request(PROXY);
        request.addHeader("X-Forwarded-Host", "other.example");

        assertThat(new PublicAddress(Optional.of(set), LIMITS).of(request)).isEqualTo(set);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-Host: b.example; X-Forwarded-Proto: https; X-Forwarded-Port: 443|https://b.example",
                "X-Forwarded-Host: b.example; X-Forwarded-Proto: https|https://b.example",
                "X-Forwarded-Host: b.example:8443; X-Forwarded-Proto: https|https://b.example:8443",
                "X-Forwarded-Proto: https; X-Forwarded-Port: 8443|https://192.0.2.7:8443",
                "Forwarded: host=b.example§proto=https|https://b.example",
                "X-Forwarded-Host: ../../a b|http://192.0.2.7:8080",
                "X-Forwarded-Host: b.example\"><x|http://192.0.2.7:8080",
                "X-Forwarded-Proto: javascript|http://192.0.2.7:8080",
                "X-Forwarded-Port: many|http://192.0.2.7:8080"
            })
    void isThatWhichATrustedProxyForwardsWhereItIsOne(String headers, String told) {
        assertThat(unset().of(forwarded(PROXY, headers))).isEqualTo(URI.create(told));
        assertThat(unset().of(forwarded(STRANGER, headers))).isEqualTo(URI.create("http://192.0.2.7:8080"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "register.example.lt",
                "ftp://register.example.lt",
                "https://register.example.lt/register",
                "https://register.example.lt/",
                "https://user@register.example.lt",
                "https://register.example.lt?a=b",
                "mailto:register@example.lt"
            })
    void aSettingThatIsNoAddressIsNamed(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bound(setting))
                .withMessageContaining("mokiniai.http.public-address");
    }

    @Test
    void aSettingHasASchemeAHostAndAtMostAPort() {
        for (String setting :
                List.of("https://register.example.lt", "http://192.0.2.7:8080", "https://[2001:db8::1]")) {
            assertThatNoException().isThrownBy(() -> bound(setting));
        }
    }

    private static void bound(String setting) {
        HttpProperties usual = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("mokiniai.http", HttpProperties.class);
        Connections connections = usual.connections();
        new HttpProperties(URI.create(setting), connections, usual.receiving(), usual.sending());
    }

    private static PublicAddress unset() {
        return new PublicAddress(Optional.empty(), LIMITS);
    }

    private static MockHttpServletRequest forwarded(String remote, String headers) {
        MockHttpServletRequest request = request(remote);
        for (String header : headers.split("; ")) {
            String[] parts = header.split(": ", 2);
            request.addHeader(parts[0], parts[1].replace('§', ';'));
        }
        return request;
    }

    private static MockHttpServletRequest request(String remote) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(remote);
        request.setLocalAddr("192.0.2.7");
        request.setLocalPort(8080);
        request.addHeader("Host", "forged.example");
        return request;
    }
}
