package lt.mokiniai.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.exchange.security.TestPki.Pair;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import lt.mokiniai.platform.xml.Namespaces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Answers that the register signs and a client verifies. */
class AnswerTests {

    private static final List<byte[]> ASKED = List.of("signature".getBytes(StandardCharsets.UTF_8));
    private static final String FAULT = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
            <soap:Fault><faultcode>soap:Client</faultcode><faultstring>MR-301</faultstring></soap:Fault>
            </soap:Body></soap:Envelope>
            """;

    @Test
    void verifiesAnAnswerOfEachOfTheRegistersKeys() {
        for (Pair key : List.of(TestPki.REGISTER_EC, TestPki.REGISTER_RSA, TestPki.PARTY_P384)) {
            assertThat(client(null).verify(answer(key, ASKED), ASKED)).isEqualTo(key.certificate());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecdsa-sha256", "rsa-sha256", "ecdsa-sha384"})
    void signsWithTheAlgorithmOfTheKey(String algorithm) {
        Pair key = switch (algorithm) {
            case "rsa-sha256" -> TestPki.REGISTER_RSA;
            case "ecdsa-sha384" -> TestPki.PARTY_P384;
            default -> TestPki.REGISTER_EC;
        };
        assertThat(SignedRequest.first(answer(key, ASKED), "SignatureMethod").getAttribute("Algorithm"))
                .isEqualTo("http://www.w3.org/2001/04/xmldsig-more#" + algorithm);
    }

    @Test
    void signsAFaultThatHasNoHeader() {
        Document fault = SignedRequest.parse(FAULT);
        new MessageSigner(clock(SignedRequest.NOW)).sign(fault, TestPki.REGISTER_EC.signing(), ASKED);

        assertThat(client(null).verify(SignedRequest.parse(SignedRequest.text(fault)), ASKED))
                .isEqualTo(TestPki.REGISTER_EC.certificate());
    }

    @Test
    void signsOneByOneAndDemandsToBeUnderstood() {
        Document answer = answer(TestPki.REGISTER_EC, ASKED);

        assertThat(SignedRequest.first(answer, "Security").getAttributeNS(Namespaces.SOAP, "mustUnderstand"))
                .isEqualTo("1");
        // Six headers, the Body, the Timestamp and the confirmation.
        assertThat(answer.getElementsByTagNameNS(EnvelopeShape.DS, "Reference").getLength())
                .isEqualTo(9);
        assertThat(SignedRequest.first(answer, "Expires").getTextContent()).isEqualTo("2026-11-24T10:05:00.000Z");
    }

    @Test
    void signsRequestsThatTheVerifierAccepts() {
        Document request = SignedRequest.parse(SignedRequest.PLAIN);
        byte[] value = new MessageSigner(clock(SignedRequest.NOW)).sign(request, TestPki.PARTY.signing(), List.of());

        VerifiedMessage verified = TestVerifier.standard().verify(SignedRequest.parse(SignedRequest.text(request)));

        assertThat(verified.signature().values()).containsExactly(value);
        assertThat(client(null)
                        .verify(answer(TestPki.REGISTER_EC, verified.signature().values()), List.of(value)))
                .isNotNull();
    }

    @Test
    void refusesToSignTwice() {
        assertThatThrownBy(() -> new MessageSigner(clock(SignedRequest.NOW))
                        .sign(answer(TestPki.REGISTER_EC, ASKED), TestPki.REGISTER_EC.signing(), ASKED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnAnswerToAnotherRequest() {
        refuses(document -> {}, List.of("other".getBytes(StandardCharsets.UTF_8)), ExchangeError.SIGNATURE_SHAPE);
        refuses(document -> {}, List.of(), ExchangeError.SIGNATURE_SHAPE);
    }

    @Test
    void refusesAnAnswerWithoutItsConfirmation() {
        assertThat(refusal(() -> client(null).verify(answer(TestPki.REGISTER_EC, List.of()), ASKED)))
                .isEqualTo(ExchangeError.SIGNATURE_SHAPE);
    }

    @Test
    void refusesAConfirmationThatIsNotSigned() {
        Document answer = answer(TestPki.REGISTER_EC, List.of());
        Element confirmation = answer.createElementNS(EnvelopeShape.WSSE11, "wsse11:SignatureConfirmation");
        confirmation.setAttribute("Value", java.util.Base64.getEncoder().encodeToString(ASKED.get(0)));
        SignedRequest.first(answer, "Security").appendChild(confirmation);

        assertThat(refusal(() -> client(null).verify(answer, ASKED))).isEqualTo(ExchangeError.SIGNATURE_SHAPE);
    }

    @Test
    void refusesAChangedAnswer() {
        refuses(
                document -> SignedRequest.first(document, "on").setTextContent("2020-01-01"),
                ASKED,
                ExchangeError.SIGNATURE_INVALID);
    }

    @Test
    void refusesAChangedConfirmation() {
        refuses(
                document ->
                        SignedRequest.first(document, "SignatureConfirmation").setAttribute("Value", "AAAA"),
                ASKED,
                ExchangeError.SIGNATURE_INVALID);
    }

    @Test
    void refusesAHeaderThatWasAdded() {
        refuses(
                document -> SignedRequest.first(document, "Header")
                        .appendChild(document.createElementNS("urn:other", "o:other")),
                ASKED,
                ExchangeError.HEADER_NOT_COVERED);
    }

    @Test
    void refusesAnAnswerThatIsNotSigned() {
        assertThat(refusal(() -> client(null).verify(SignedRequest.parse(SignedRequest.PLAIN), ASKED)))
                .isEqualTo(ExchangeError.NOT_SIGNED);
    }

    @Test
    void refusesAnAnswerOfAStranger() {
        assertThat(refusal(() -> client(null).verify(answer(TestPki.OF_A_STRANGER, ASKED), ASKED)))
                .isEqualTo(ExchangeError.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void refusesAnAnswerOfSomebodyElseWhereTheRegisterIsNamed() {
        AnswerVerifier client = client("cn=register");

        assertThat(client.verify(answer(TestPki.REGISTER_RSA, ASKED), ASKED)).isNotNull();
        assertThat(refusal(() -> client.verify(answer(TestPki.PARTY, ASKED), ASKED)))
                .isEqualTo(ExchangeError.CERTIFICATE_NOT_TRUSTED);
    }

    @Test
    void refusesAnAnswerOfAnExpiredCertificate() {
        assertThat(refusal(() -> client(null).verify(answer(TestPki.EXPIRED, ASKED), ASKED)))
                .isEqualTo(ExchangeError.CERTIFICATE_EXPIRED);
    }

    @Test
    void refusesAnOldAnswer() {
        AnswerVerifier later = new AnswerVerifier(
                new TrustedAuthorities(List.of(TestPki.AUTHORITY.certificate())),
                null,
                clock(SignedRequest.NOW.plus(Duration.ofMinutes(6))));

        assertThat(refusal(() -> later.verify(answer(TestPki.REGISTER_EC, ASKED), ASKED)))
                .isEqualTo(ExchangeError.TIMESTAMP_EXPIRED);
    }

    private static void refuses(Consumer<Document> attack, List<byte[]> asked, ExchangeError error) {
        Document answer = answer(TestPki.REGISTER_EC, ASKED);
        attack.accept(answer);

        assertThat(refusal(() -> client(null).verify(answer, asked))).isEqualTo(error);
    }

    private static ExchangeError refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        ExchangeException refusal = catchThrowableOfType(ExchangeException.class, attempt);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.error();
    }

    private static Document answer(Pair key, List<byte[]> confirmed) {
        Document answer = SignedRequest.parse(SignedRequest.PLAIN);
        new MessageSigner(clock(SignedRequest.NOW)).sign(answer, key.signing(), confirmed);
        return SignedRequest.parse(SignedRequest.text(answer));
    }

    private static AnswerVerifier client(@Nullable String register) {
        return new AnswerVerifier(
                new TrustedAuthorities(List.of(TestPki.AUTHORITY.certificate())),
                register == null ? null : new X500Principal(register),
                clock(SignedRequest.NOW.plusSeconds(1)));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
