package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.system.Parties.Profile;
import lt.mokiniai.tools.demo.DemoCast;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a party's certificate must be, though a trusted authority issued it in the party's own name: a key on a named curve,
 * for signing, signed with SHA-2.
 */
class CertificateProfileTests {

    private static final Register REGISTER = Register.shared();
    private static final Profile USUAL = Profile.USUAL;
    private static final KeyPurposeId DOCUMENTS =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("as the demo's", USUAL),
                Arguments.of("on P-384", USUAL.onCurve("secp384r1").signedWith("SHA512withECDSA")),
                Arguments.of("that tells no usage", USUAL.forUsage(0)),
                Arguments.of("for nonRepudiation", USUAL.forUsage(KeyUsage.nonRepudiation)),
                Arguments.of("for clients", USUAL.forPurposes(KeyPurposeId.id_kp_clientAuth)),
                Arguments.of(
                        "for servers and clients",
                        USUAL.forPurposes(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth)),
                Arguments.of("for mail", USUAL.forPurposes(KeyPurposeId.id_kp_emailProtection)),
                Arguments.of("for documents", USUAL.forPurposes(DOCUMENTS)),
                Arguments.of("for anything", USUAL.forPurposes(KeyPurposeId.anyExtendedKeyUsage)));
    }

    @ParameterizedTest(name = "a certificate {0}")
    @MethodSource("good")
    void aGoodOneIsTaken(String which, Profile profile) {
        Reply reply = ask("good " + which, profile);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("on secp256k1", ExchangeError.ALGORITHM, USUAL.onCurve("secp256k1")),
                Arguments.of("on P-521", ExchangeError.ALGORITHM, USUAL.onCurve("secp521r1")),
                Arguments.of("signed with SHA-1", ExchangeError.ALGORITHM, USUAL.signedWith("SHA1withECDSA")),
                Arguments.of("signed with SHA-224", ExchangeError.ALGORITHM, USUAL.signedWith("SHA224withECDSA")),
                Arguments.of(
                        "for servers alone",
                        ExchangeError.CERTIFICATE_NOT_TRUSTED,
                        USUAL.forPurposes(KeyPurposeId.id_kp_serverAuth)),
                Arguments.of(
                        "for code and time stamps",
                        ExchangeError.CERTIFICATE_NOT_TRUSTED,
                        USUAL.forPurposes(KeyPurposeId.id_kp_codeSigning, KeyPurposeId.id_kp_timeStamping)),
                Arguments.of(
                        "for key agreement",
                        ExchangeError.CERTIFICATE_NOT_TRUSTED,
                        USUAL.forUsage(KeyUsage.keyAgreement)));
    }

    @ParameterizedTest(name = "a certificate {0}")
    @MethodSource("bad")
    void anotherIsRefused(String which, ExchangeError error, Profile profile) {
        assertThat(ask("bad " + which, profile).toString()).contains(error.code());
    }

    private static Reply ask(String name, Profile profile) {
        REGISTER.parties().make(name, profile);
        return REGISTER.as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .signedBy(name)
                .send();
    }
}
