package lt.mokiniai.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.tools.command.Commands.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that speaks TLS and answers a word; what is answered is tested elsewhere. */
class CallTlsTests {

    @TempDir
    private Path folder;

    private final List<String> callers = new ArrayList<>();
    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        TestPki.keystore(folder.resolve("party.p12"), "secret", Map.of("party", TestPki.PARTY));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SSLContext context = context();
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setWantClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            callers.add(((HttpsExchange) exchange)
                    .getSSLSession()
                    .getPeerPrincipal()
                    .getName());
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("word".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void saysThatTheServersCertificateIsNotTrustedAndHowToTrustIt() {
        Outcome outcome = call();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("TLS with https://localhost:", " fails: ", "no authority that is trusted", "--tls-ca FILE")
                .doesNotContain("nobody answers");
    }

    @Test
    void trustsAnAuthorityThatIsNamedAndShowsTheCertificateOfTheParty() {
        Path authority = TestPki.pem(folder.resolve("ca.crt"), TestPki.AUTHORITY.certificate());

        Outcome outcome = call("--tls-ca", authority.toString());

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).isEqualTo("word");
        assertThat(callers).containsExactly("CN=party,O=Vilnius,C=LT");
    }

    @Test
    void saysThatACertificateIsOfAnotherHost() {
        Path authority = TestPki.pem(folder.resolve("ca.crt"), TestPki.AUTHORITY.certificate());

        Outcome outcome = Commands.run(words("https://127.0.0.1:", "--tls-ca", authority.toString()));

        assertThat(outcome.err()).contains("the server's certificate is not taken: No subject alternative names");
    }

    @Test
    void explainsAFileThatHoldsNoCertificate() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.crt"), "");

        assertThat(call("--tls-ca", empty.toString()).err()).contains("empty.crt holds no certificate in PEM or DER");
        assertThat(call("--tls-ca", "no-such.crt").err()).contains("cannot use no-such.crt: there is no such file");
        assertThat(Commands.run("call", "getStudent", "--url", "nowhere").err())
                .contains("'nowhere' is no address; write it such as https://localhost:8443");
    }

    private Outcome call(String... options) {
        return Commands.run(words("https://localhost:", options));
    }

    private String[] words(String address, String... options) {
        List<String> words = new ArrayList<>(List.of("call", "getStudent", "--raw", "--client", "A/B/C/D"));
        words.addAll(List.of("--url", address + server.getAddress().getPort()));
        words.addAll(List.of("--keystore", folder.resolve("party.p12").toString(), "--password=secret"));
        words.addAll(List.of(options));
        words.add("personalCode=59403149013");
        return words.toArray(String[]::new);
    }

    private static SSLContext context() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        TestPki.Pair localhost = TestPki.party("CN=localhost", TestPki.ec("secp256r1"));
        store.setKeyEntry("tls", localhost.key(), new char[0], new Certificate[] {localhost.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("ca", TestPki.AUTHORITY.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
