package lt.mokiniai.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lt.mokiniai.exchange.security.TestPki.Pair;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.RevocationLists;
import lt.mokiniai.platform.trust.RevocationLists.Policy;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationListsTests {

    private static final Instant NOW = SignedRequest.NOW;
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final TrustedAuthorities authorities =
            new TrustedAuthorities(List.of(TestPki.AUTHORITY.certificate(), TestPki.SILENT.certificate()));

    @TempDir
    Path folder;

    @Test
    void takesAListWhoseFileChanged() throws IOException {
        Path file = written(list(NOW.minusSeconds(100)));
        RevocationLists lists = lists(file.toString());
        assertAccepted(lists, TestPki.PARTY);

        written(list(NOW.minusSeconds(50), TestPki.PARTY));
        Files.setLastModifiedTime(file, FileTime.from(NOW));
        lists.refresh();

        assertRefused(lists, TestPki.PARTY, ExchangeError.CERTIFICATE_REVOKED);
    }

    @Test
    void keepsTheLastGoodListWhenTheFileBreaks() throws IOException {
        Path file = written(list(NOW.minusSeconds(100), TestPki.REVOKED));
        RevocationLists lists = lists(file.toString());

        Files.writeString(file, "broken");
        lists.refresh();

        assertAccepted(lists, TestPki.PARTY);
        assertRefused(lists, TestPki.REVOKED, ExchangeError.CERTIFICATE_REVOKED);
    }

    @Test
    void keepsTheNewerListWhenAnOldOneIsPutBack() {
        Path file = written(list(NOW.minusSeconds(100), TestPki.REVOKED));
        RevocationLists lists = lists(file.toString());

        written(list(NOW.minusSeconds(200)));
        lists.refresh();

        assertRefused(lists, TestPki.REVOKED, ExchangeError.CERTIFICATE_REVOKED);
    }

    @Test
    void refusesAListThatAStrangerSignedInTheAuthoritysName() {
        Pair impostor = TestPki.authority(
                TestPki.AUTHORITY.certificate().getSubjectX500Principal().getName());

        assertUnknown(TestPki.crl(impostor, NOW.minusSeconds(100), NOW.plusSeconds(100)));
    }

    @Test
    void refusesAListThatIsSignedWithSha1() {
        assertUnknown(TestPki.crl(TestPki.AUTHORITY, NOW.minusSeconds(100), NOW.plusSeconds(100), null, "SHA1"));
    }

    @Test
    void refusesAListOfTheFuture() {
        assertUnknown(TestPki.crl(TestPki.AUTHORITY, NOW.plusSeconds(600), NOW.plusSeconds(900)));
    }

    @Test
    void refusesAListOfAuthoritiesAlone() {
        assertUnknown(TestPki.crl(
                TestPki.AUTHORITY,
                NOW.minusSeconds(100),
                NOW.plusSeconds(100),
                new IssuingDistributionPoint(null, false, true, null, false, false)));
    }

    @Test
    void takesAListOfPartiesAlone() {
        Path file = written(TestPki.crl(
                TestPki.AUTHORITY,
                NOW.minusSeconds(100),
                NOW.plusSeconds(100),
                new IssuingDistributionPoint(null, true, false, null, false, false)));

        assertAccepted(lists(file.toString()), TestPki.PARTY);
    }

    @Test
    void doesNotAskAListAboutCertificatesOfAnotherDistributionPoint() {
        GeneralNames names =
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, "http://crl.example/7.crl"));
        assertUnknown(TestPki.crl(
                TestPki.AUTHORITY,
                NOW.minusSeconds(100),
                NOW.plusSeconds(100),
                new IssuingDistributionPoint(new DistributionPointName(names), false, false)));
    }

    @Test
    void doesNotAskAListAboutAnotherAuthority() {
        RevocationLists lists = lists(written(list(NOW.minusSeconds(100))).toString());

        assertThat(catchThrowableOfType(
                                ExchangeException.class,
                                () -> lists.requireNotRevoked(
                                        TestPki.UNLISTED.certificate(), TestPki.SILENT.certificate()))
                        .error())
                .isEqualTo(ExchangeError.REVOCATION_UNKNOWN);
    }

    @Test
    void refusesEveryoneWhileNoListCouldBeRead() {
        RevocationLists lists = lists(folder.resolve("none.crl").toString());

        assertRefused(lists, TestPki.PARTY, ExchangeError.REVOCATION_UNKNOWN);
        assertThat(lists.age()).isEmpty();
        assertThat(lists.loaded()).isZero();
    }

    @Test
    void tellsTheAgeOfTheOldestList() {
        RevocationLists lists = lists(written(list(NOW.minusSeconds(100))).toString());

        assertThat(lists.age()).hasValue(Duration.ofSeconds(100));
        assertThat(lists.loaded()).isOne();
    }

    @Test
    void fetchesAListAndKeepsItWhenTheHostIsAway() throws Exception {
        AtomicReference<byte[]> answer = new AtomicReference<>(
                list(NOW.minusSeconds(100), TestPki.REVOKED).getEncoded());
        HttpServer host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/ca.crl", exchange -> {
            byte[] bytes = java.util.Objects.requireNonNull(answer.get());
            exchange.sendResponseHeaders(bytes.length == 0 ? 503 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        host.start();
        RevocationLists lists = lists("http://" + host.getAddress().getHostString() + ":"
                + host.getAddress().getPort() + "/ca.crl");
        assertRefused(lists, TestPki.REVOKED, ExchangeError.CERTIFICATE_REVOKED);
        assertAccepted(lists, TestPki.PARTY);

        answer.set(list(NOW.minusSeconds(50), TestPki.PARTY).getEncoded());
        lists.refresh();
        assertRefused(lists, TestPki.PARTY, ExchangeError.CERTIFICATE_REVOKED);

        answer.set(new byte[0]);
        lists.refresh();
        host.stop(0);
        lists.refresh();
        assertRefused(lists, TestPki.PARTY, ExchangeError.CERTIFICATE_REVOKED);
        assertAccepted(lists, TestPki.REVOKED);
    }

    private static X509CRL list(Instant thisUpdate, Pair... revoked) {
        return TestPki.crl(TestPki.AUTHORITY, thisUpdate, NOW.plusSeconds(1000), revoked);
    }

    private Path written(X509CRL crl) {
        return TestPki.pem(folder.resolve("ca.crl"), crl);
    }

    private RevocationLists lists(String location) {
        RevocationLists lists =
                new RevocationLists(List.of(location), authorities, Policy.HARD, Duration.ofHours(1), CLOCK);
        lists.refresh();
        return lists;
    }

    private void assertUnknown(X509CRL crl) {
        assertRefused(lists(written(crl).toString()), TestPki.PARTY, ExchangeError.REVOCATION_UNKNOWN);
    }

    private static void assertAccepted(RevocationLists lists, Pair party) {
        assertThatCode(() -> lists.requireNotRevoked(party.certificate(), TestPki.AUTHORITY.certificate()))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(RevocationLists lists, Pair party, ExchangeError error) {
        ExchangeException refusal = catchThrowableOfType(
                ExchangeException.class,
                () -> lists.requireNotRevoked(party.certificate(), TestPki.AUTHORITY.certificate()));
        assertThat(refusal).isNotNull();
        assertThat(refusal.error()).isEqualTo(error);
    }
}
