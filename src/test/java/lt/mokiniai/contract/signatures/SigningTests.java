package lt.mokiniai.contract.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.exchange.security.TestPki.Pair;
import lt.mokiniai.platform.trust.CryptoProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTests {

    private static final String CONTRACT = Signed.text(Signed.TICKETING);

    static List<Pair> signers() {
        return List.of(TestPki.PARTY, TestPki.PARTY_P384, TestPki.PARTY_RSA);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void signsWithEachKindOfKeyBeforeAndAfterTheOtherParty(Pair signer) {
        for (String signed : List.of(
                Signed.by(CONTRACT, signer),
                Signed.by(CONTRACT, signer, TestPki.REGISTER_RSA),
                Signed.by(CONTRACT, TestPki.REGISTER_RSA, signer))) {
            assertThat(Signed.verified(signed))
                    .allMatch(ContractSignature::isIntact)
                    .extracting(ContractSignature::certificate)
                    .contains(Optional.of(signer.certificate()));
        }
    }

    @Test
    void eachSignatureStandsWithoutTheOther() {
        String signed = Signed.byBoth();

        assertThat(Signed.verified(signed.replace(Signed.signature(signed, 1), "")))
                .singleElement()
                .matches(ContractSignature::isIntact);
        assertThat(Signed.verified(signed.replace(Signed.signature(signed, 2), "")))
                .singleElement()
                .matches(ContractSignature::isIntact);
    }

    @Test
    void theOrderOfSignaturesDoesNotMatter() {
        String signed = Signed.byBoth();
        String first = Signed.signature(signed, 1);
        String second = Signed.signature(signed, 2);

        assertThat(Signed.verified(signed.replace(first + second, second + first)))
                .hasSize(2)
                .allMatch(ContractSignature::isIntact);
    }

    @Test
    void usesTheHashThatGoesWithTheKey() {
        assertThat(Signed.by(CONTRACT, TestPki.PARTY)).contains("#ecdsa-sha256", "xmlenc#sha256");
        assertThat(Signed.by(CONTRACT, TestPki.PARTY_P384)).contains("#ecdsa-sha384", "more#sha384");
        assertThat(Signed.by(CONTRACT, TestPki.PARTY_RSA)).contains("#rsa-sha256", "xmlenc#sha256");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<a x = 'ž'>\t<b/><![CDATA[<]]>&#x105;\r\n</a>\n",
                "\uFEFF<a><?sign here?></a >",
                "<p:a xmlns:p=\"urn:p\"><p:b></p:b></p:a>\n<!-- </p:a> -->\n<?note </p:a>?>\n",
                "<a xmlns=\"urn:a\" xmlns:ds=\"urn:not-signatures\"><ds:Signature/></a><!---->"
            })
    void keepsTheTextAndPutsTheSignatureBeforeTheLastTag(String text) {
        String signed = Signed.by(text, TestPki.PARTY, TestPki.PARTY_RSA);

        String signatures = signed.substring(
                signed.indexOf("<ds:Signature xmlns"),
                signed.lastIndexOf("</ds:Signature>") + "</ds:Signature>".length());
        assertThat(signed.replace(signatures, "")).isEqualTo(text);
        assertThat(Signed.verified(signed)).hasSize(2).allMatch(ContractSignature::isIntact);
        assertThat(ContractText.of(Signed.bytes(signed)).extendsText(ContractText.of(Signed.bytes(text))))
                .isTrue();
    }

    @Test
    void tellsATextFromAnother() {
        ContractText signed = ContractText.of(Signed.bytes(Signed.byBoth()));

        assertThat(signed.extendsText(ContractText.of(Signed.bytes(CONTRACT)))).isTrue();
        assertThat(signed.extendsText(
                        ContractText.of(Signed.bytes(CONTRACT.replace("version=\"1\"", "version=\"2\"")))))
                .isFalse();
        assertThat(signed.extendsText(ContractText.of(Signed.bytes(CONTRACT + "\n"))))
                .isFalse();
        assertThat(signed.extendsText(signed)).isFalse();
    }

    @Test
    void doesNotSignTwiceWithOneCertificate() {
        assertThatThrownBy(() -> Signed.by(CONTRACT, TestPki.PARTY, TestPki.PARTY))
                .isInstanceOf(NotSigned.class)
                .hasMessage("the file was signed with this certificate already. It is the other party's turn to sign");
    }

    @Test
    void doesNotPutInAThirdSignature() {
        assertThatThrownBy(() -> Signed.by(Signed.byBoth(), TestPki.PARTY))
                .isInstanceOf(NotSigned.class)
                .hasMessageContaining("carries two signatures already")
                .hasMessageContaining("let both parties sign");
    }

    @Test
    void doesNotSignWhatWasChangedAfterTheOtherSigned() {
        String changed = Signed.by(CONTRACT, TestPki.PARTY).replace("until=\"2035", "until=\"2036");

        assertThatThrownBy(() -> Signed.by(changed, TestPki.PARTY_RSA))
                .isInstanceOf(NotSigned.class)
                .hasMessageContaining("carries a signature that cannot be taken")
                .hasMessageContaining("Restore the text that was signed");
    }

    @Test
    void doesNotSignWithAWeakOrUnknownKind() {
        CryptoProvider.install();
        Pair ofTheSameSize = TestPki.party("CN=party k1", TestPki.ec("secp256k1"));
        for (Pair pair : List.of(TestPki.PARTY_RSA_1024, TestPki.PARTY_P521, ofTheSameSize)) {
            assertThatThrownBy(() -> new ContractSigner(pair.key(), pair.certificate()))
                    .isInstanceOf(NotSigned.class)
                    .hasMessageContaining("RSA of 2048 to 8192 bits, or EC on P-256 or P-384");
        }
    }

    @Test
    void doesNotSignWithAKeyOfAnotherCertificate() {
        for (Pair other : List.of(TestPki.PARTY, TestPki.PARTY_RSA)) {
            ContractSigner signer = new ContractSigner(other.key(), TestPki.REGISTER_EC.certificate());
            assertThatThrownBy(() -> signer.sign(Signed.bytes(CONTRACT)))
                    .isInstanceOf(NotSigned.class)
                    .hasMessageContaining("Name a key and the certificate of its public half");
        }
    }

    @Test
    void doesNotSignWhatIsNotUtf8() {
        ContractSigner signer = new ContractSigner(TestPki.PARTY.key(), TestPki.PARTY.certificate());
        List<byte[]> files = List.of(
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a></a>".getBytes(StandardCharsets.UTF_16),
                "<a></a>".getBytes(StandardCharsets.UTF_16),
                "<?xml version=\"1.0\" encoding=\"ISO-8859-13\"?><a>a</a>".getBytes(StandardCharsets.US_ASCII));

        assertThat(files)
                .allSatisfy(file -> assertThatThrownBy(() -> signer.sign(file))
                        .isInstanceOf(NotSigned.class)
                        .hasMessageContaining("Save it in UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>", "", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>"})
    void doesNotSignWhatIsNotProperXml(String text) {
        assertThatThrownBy(() -> Signed.by(text, TestPki.PARTY))
                .isInstanceOf(NotSigned.class)
                .hasMessageContaining("not proper XML, or it has a DTD");
    }

    @Test
    void doesNotSignWhatHasNoClosingTag() {
        assertThatThrownBy(() -> Signed.by("<a/>", TestPki.PARTY))
                .isInstanceOf(NotSigned.class)
                .hasMessageContaining("Write </a> at the end");
    }
}
