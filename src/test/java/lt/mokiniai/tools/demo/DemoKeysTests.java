package lt.mokiniai.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lt.mokiniai.platform.trust.CryptoProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoKeysTests {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final char[] PASSWORD = "demo".toCharArray();

    @TempDir
    private static Path made;

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeAll
    static void make() throws Exception {
        // As at a start: the JDK alone takes long over RSA keys.
        CryptoProvider.install();
        assertThat(new DemoKeys(new DemoFolder(made), NOW).prepare()).isTrue();
    }

    @BeforeEach
    void copy() throws IOException {
        folder = temporary.resolve("a folder");
        Files.createDirectory(folder);
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesEachPartyOneKeyWithACertificateOfTheAuthority(DemoParty party) throws Exception {
        KeyStore store = store(party.alias() + ".p12");
        X509Certificate certificate = certificate(party.alias() + ".crt");

        assertThat(Collections.list(store.aliases())).containsExactly(party.alias());
        assertThat(store.getCertificate(party.alias())).isEqualTo(certificate);
        assertThat(certificate.getSubjectX500Principal()).isEqualTo(party.subject());
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(DemoParty.issuer());
        assertThat(certificate.getKeyUsage()).startsWith(true, true, false);
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        certificate.verify(certificate("ca.crt").getPublicKey());
        assertThat(signsFor(store, party.alias(), certificate)).isTrue();
    }

    @Test
    void givesTestersKeysThatARegisterRefuses() throws Exception {
        X509Certificate authority = certificate("ca.crt");
        X509Certificate stranger = (X509Certificate) store("stranger.p12").getCertificate("stranger");
        X509Certificate expired = (X509Certificate) store("expired.p12").getCertificate("expired");
        X509Certificate nobody = (X509Certificate) store("nobody.p12").getCertificate("nobody");

        stranger.verify(stranger.getPublicKey());
        expired.verify(authority.getPublicKey());
        nobody.verify(authority.getPublicKey());
        assertThat(expired.getNotAfter()).isBefore(Date.from(NOW));
        nobody.checkValidity(Date.from(NOW));
        assertThat(DemoParty.of(nobody.getSubjectX500Principal())).isEmpty();
        for (String alias : List.of("stranger", "expired", "nobody")) {
            KeyStore store = store(alias + ".p12");
            assertThat(Collections.list(store.aliases())).containsExactly(alias);
            assertThat(signsFor(store, alias, (X509Certificate) store.getCertificate(alias)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger.p12", "expired.p12", "nobody.p12", "register-certificates.p12"})
    void makesAKeystoreForTestersInAFolderOfAnEarlierVersionAndKeepsTheRest(String missing) throws Exception {
        Map<String, String> before = files();
        Files.delete(folder.resolve(missing));

        assertThat(prepare(NOW)).isFalse();

        Map<String, String> after = files();
        assertThat(after.remove(missing)).isNotNull();
        before.keySet().removeAll(List.of(missing, "ca.crl"));
        after.remove("ca.crl");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void givesTheRegisterAKeyOfEachKind() throws Exception {
        KeyStore store = store("register.p12");

        assertThat(Collections.list(store.aliases())).containsExactlyInAnyOrder("ec", "rsa");
        for (String alias : Collections.list(store.aliases())) {
            X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
            assertThat(certificate.getPublicKey().getAlgorithm()).isEqualToIgnoringCase(alias);
            assertThat(signsFor(store, alias, certificate)).isTrue();
        }
    }

    /** With the authority's certificate among them, an answer that a party has signed would be taken. */
    @Test
    void givesTestersTheCertificatesOfTheRegisterAlone() throws Exception {
        KeyStore trusted = store("register-certificates.p12");
        KeyStore register = store("register.p12");

        assertThat(Collections.list(trusted.aliases())).containsExactlyInAnyOrder("ec", "rsa");
        for (String alias : Collections.list(trusted.aliases())) {
            assertThat(trusted.isCertificateEntry(alias)).isTrue();
            assertThat(trusted.getCertificate(alias)).isEqualTo(register.getCertificate(alias));
        }
    }

    @Test
    void revokesTheRevokedPartyAlone() throws Exception {
        X509CRL list = list();

        list.verify(certificate("ca.crt").getPublicKey());
        for (DemoParty party : DemoParty.values()) {
            assertThat(list.isRevoked(certificate(party.alias() + ".crt"))).isEqualTo(party == DemoParty.REVOKED);
        }
        assertThat(list.getNextUpdate()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void renewsTheListAloneAtTheNextStart() throws Exception {
        Map<String, String> before = files();
        Instant later = NOW.plus(Duration.ofDays(40));

        assertThat(prepare(later)).isFalse();

        Map<String, String> after = files();
        assertThat(after.remove("ca.crl")).isNotEqualTo(before.remove("ca.crl"));
        assertThat(after).isEqualTo(before);
        assertThat(list().getThisUpdate()).isEqualTo(later);
        assertThat(list().isRevoked(certificate("revoked.crt"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.p12", "school.crt"})
    void makesAHalfMadeFolderAgainButKeepsTheKeyOfTheLog(String missing) throws Exception {
        Map<String, String> before = files();
        Files.delete(folder.resolve(missing));

        assertThat(prepare(NOW)).isTrue();

        Map<String, String> after = files();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after).containsEntry("log.key", before.get("log.key"));
        certificate("benefits.crt").verify(certificate("ca.crt").getPublicKey());
    }

    @Test
    void makesALogKeyOf32Bytes() throws Exception {
        assertThat(Base64.getDecoder().decode(Files.readAllBytes(folder.resolve("log.key"))))
                .hasSize(32);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyElseReadAKey() throws Exception {
        for (String name : files().keySet()) {
            boolean secret =
                    (name.endsWith(".p12") || name.endsWith(".key")) && !name.equals("register-certificates.p12");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .as(name)
                    .isEqualTo(secret ? "rw-------" : "rw-r--r--");
        }
        Path made = folder.resolve("made");
        new DemoKeys(new DemoFolder(made), NOW).prepare();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    private boolean prepare(Instant now) throws IOException, GeneralSecurityException {
        return new DemoKeys(new DemoFolder(folder), now).prepare();
    }

    private static boolean signsFor(KeyStore store, String alias, X509Certificate certificate) throws Exception {
        PrivateKey key = (PrivateKey) store.getKey(alias, PASSWORD);
        Signature signature =
                Signature.getInstance("EC".equals(key.getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA");
        signature.initSign(key);
        signature.update((byte) 1);
        byte[] value = signature.sign();
        signature.initVerify(certificate);
        signature.update((byte) 1);
        return signature.verify(value);
    }

    private KeyStore store(String name) throws Exception {
        return KeyStore.getInstance(folder.resolve(name).toFile(), PASSWORD);
    }

    private X509Certificate certificate(String name) throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private X509CRL list() throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve("ca.crl"))) {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(
                        file.getFileName().toString(), Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
