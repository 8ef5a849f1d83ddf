package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import lt.mokiniai.exchange.checks.Check;
import lt.mokiniai.exchange.evidence.LoggedExchange;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Proof;
import lt.mokiniai.exchange.message.RawRequest;
import lt.mokiniai.exchange.pipeline.Channel;
import lt.mokiniai.exchange.pipeline.MessageProcessor;
import lt.mokiniai.exchange.pipeline.MessageProcessor.Reply;
import lt.mokiniai.exchange.services.EndpointDispatch;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.Stage;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A second entry point, where the certificate of a TLS connection proves the sender, needs nothing of WS-Security. */
class OtherEntryPointTests {

    private static final Register REGISTER = Register.shared();

    @Test
    void answersAndLogsAMessageThatIsNotSigned() {
        Message message =
                REGISTER.as("benefits").getStudent(DemoCast.VILNIUS_STUDENT).unsigned();

        Reply reply = process(message);

        assertThat(reply.refusedWith()).isEmpty();
        Document answer = Xml.parse(reply.bytes());
        assertThat(answer.getElementsByTagNameNS("*", "getStudentResponse").getLength())
                .isOne();
        assertThat(answer.getElementsByTagNameNS(Xml.WSSE, "Security").getLength())
                .isZero();
        LoggedExchange logged = REGISTER.log()
                .find(answer.getElementsByTagNameNS("*", "number").item(0).getTextContent())
                .orElseThrow();
        assertThat(logged.party()).isPresent();
        assertThat(logged.request()).isEqualTo(message.bytes());
        assertThat(logged.response()).isEqualTo(reply.bytes());
    }

    @Test
    void tellsAPartyOfItsConnectionWithoutASignature() {
        Reply reply =
                process(REGISTER.as("benefits").asks("checkConnection", "").unsigned());

        Document answer = Xml.parse(reply.bytes());
        assertThat(answer.getElementsByTagNameNS("*", "checkConnectionResponse").getLength())
                .isOne();
        assertThat(answer.getElementsByTagNameNS("*", "thumbprint").item(0).getTextContent())
                .isEqualTo("ab".repeat(32));
        assertThat(answer.getElementsByTagNameNS("*", "signature").getLength()).isZero();
    }

    @Test
    void runsEveryCheckAfterTheProof() {
        Message message =
                REGISTER.as("benefits").getStudent(DemoCast.VILNIUS_STUDENT).unsigned();

        assertThat(process(message.withIssue(null)).refusedWith()).contains(ExchangeError.ISSUE_MISSING);
        assertThat(process(REGISTER.as("benefits")
                                .asks("findStudents", "<m:criteria/>")
                                .unsigned())
                        .refusedWith())
                .contains(ExchangeError.OPERATION_NOT_GRANTED);
    }

    private static Reply process(Message message) {
        RawRequest raw = new RawRequest(
                "POST",
                Optional.of(message.path().replaceFirst("^/services/", "")),
                "text/xml",
                "",
                "",
                message.bytes());
        return REGISTER.bean(MessageProcessor.class).process(raw, new TlsChannel());
    }

    /** As a connection with the certificate of the party would be. */
    private record TlsChannel() implements Channel {

        @Override
        public Check proof() {
            return new CertificateOfTheConnection();
        }

        @Override
        public Document answer(CheckedMessage checked, Scope scope) {
            return REGISTER.bean(EndpointDispatch.class).answer(checked, scope);
        }

        @Override
        public void seal(Document answer, CheckedMessage checked) {
            // The connection proves it.
        }
    }

    /** The connection's certificate was judged when it was made. */
    private record CertificateOfTheConnection() implements Check {

        @Override
        public Stage stage() {
            return Stage.SIGNATURE;
        }

        @Override
        public void check(CheckedMessage message) {
            Element envelope = message.document().getDocumentElement();
            X509Certificate certificate = REGISTER.parties().signer("benefits").certificate();
            message.provenBy(new Proof(certificate, "ab".repeat(32), Instant.now(), Optional.empty()))
                    .saying(
                            Xml.child(envelope, "Header"),
                            Xml.children(Xml.child(envelope, "Body")).get(0));
        }
    }
}
