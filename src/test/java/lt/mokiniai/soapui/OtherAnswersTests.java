package lt.mokiniai.soapui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lt.mokiniai.AnswerProxy;
import lt.mokiniai.exchange.security.MessageSigner;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.soapui.SoapUiProject.Case;
import lt.mokiniai.soapui.SoapUiProject.SoapRequest;
import lt.mokiniai.soapui.SoapUiProject.Step;
import lt.mokiniai.soapui.SoapUiProject.WssStatus;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A case is red where the answer is not the register's, or is that to another request, though it says what it should
 * and its signature holds. Cases of the sandbox are left out: they move what all tests share.
 */
class OtherAnswersTests {

    private static final SoapUiProject PROJECT = ProjectReader.read(SoapUiProjectTests.FILE);
    private static final StartedDemo DEMO = StartedDemo.shared();
    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    static Stream<Named<Case>> casesWithSignedAnswers() {
        return PROJECT.suites().stream()
                .flatMap(suite -> suite.cases().stream())
                .filter(one -> one.steps().stream().noneMatch(SoapUiProject.HttpRequest.class::isInstance))
                .filter(one -> one.steps().stream().anyMatch(OtherAnswersTests::isAnsweredSigned))
                .map(one -> Named.of(one.name(), one));
    }

    /** The keys of the register are replaced by those of parties, which the same authority has issued. */
    @ParameterizedTest
    @MethodSource("casesWithSignedAnswers")
    void anAnswerThatAPartyHasSignedIsNotTaken(Case one) {
        try (AnswerProxy proxy = new AnswerProxy(register(), OtherAnswersTests::signedByAParty)) {
            assertThatThrownBy(() -> play(one, proxy))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("/ WS-Security Status] WS-Security validation failed");
        }
    }

    @ParameterizedTest
    @MethodSource("casesWithSignedAnswers")
    void anOlderAnswerIsNotTaken(Case one) {
        Deque<AnswerProxy.Answer> older = new ArrayDeque<>();
        try (AnswerProxy recorder = new AnswerProxy(register(), (request, given) -> {
            older.add(given);
            return given;
        })) {
            play(one, recorder);
        }
        try (AnswerProxy replay = new AnswerProxy(register(), (request, given) -> older.remove())) {
            assertThatThrownBy(() -> play(one, replay))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("/ The answer is to this request] expecting [")
                    .hasMessageNotContaining("WS-Security validation failed");
        }
        assertThat(older).isEmpty();
    }

    private static void play(Case one, AnswerProxy proxy) {
        Map<String, String> properties = new HashMap<>(DEMO.properties());
        properties.put("endpoint", proxy.address().toString());
        new CasePlayer(PROJECT, one, properties).play();
    }

    private static URI register() {
        return URI.create(String.valueOf(DEMO.properties().get("endpoint")));
    }

    private static boolean isAnsweredSigned(Step step) {
        return step instanceof SoapRequest request && request.checks().stream().anyMatch(WssStatus.class::isInstance);
    }

    /** Signs as well as the register does, with a key of the same kind, and confirms the request as it does. */
    private static AnswerProxy.Answer signedByAParty(byte[] request, AnswerProxy.Answer given) {
        Document answer = Documents.parse(given.body());
        Element security = first(answer, "*", "Security");
        boolean rsa = first(answer, SIGNATURE, "SignatureMethod")
                .getAttribute("Algorithm")
                .contains("rsa");
        security.getParentNode().removeChild(security);
        String party = rsa ? "migration" : "school";
        SigningKey key = SigningKey.load(
                Path.of(String.valueOf(DEMO.properties().get("keys")), party + ".p12"), "demo".toCharArray(), party);
        String value =
                first(Documents.parse(request), SIGNATURE, "SignatureValue").getTextContent();
        new MessageSigner(Clock.systemUTC())
                .sign(answer, key, List.of(Base64.getMimeDecoder().decode(value)));
        return new AnswerProxy.Answer(given.status(), Documents.write(answer));
    }

    private static Element first(Document document, String namespace, String name) {
        return (Element) document.getElementsByTagNameNS(namespace, name).item(0);
    }
}
