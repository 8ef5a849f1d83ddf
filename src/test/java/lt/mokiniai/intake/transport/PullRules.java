package lt.mokiniai.intake.transport;

import static lt.mokiniai.intake.transport.TestSource.Batch.example;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Validator;
import lt.mokiniai.contract.model.Contract.Way;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.intake.TransportDesk;
import lt.mokiniai.intake.transport.TestSource.Batch;
import lt.mokiniai.intake.transport.pulling.PulledSources.Pulled;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import lt.mokiniai.platform.xml.XmlParsers;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A source that is asked, over HTTP and with signatures both ways: what it is asked for, and how it may go wrong. */
public interface PullRules {

    TransportDesk desk();

    private void hasUsual() {
        desk().source().has(Batch.of("FULL", "a", 1, example("1", "one"), example("2", "two")));
    }

    /** Looks that an answer is refused, and that nothing of it is received. */
    private void refuses(UnaryOperator<byte[]> breaking, String found) {
        hasUsual();
        desk().source().breaks(breaking);
        Pulled pulled = desk().pulls();
        assertThat(pulled.isWhole()).isFalse();
        assertThat(desk().found()).containsExactly(found);
        assertThat(desk().count("delivery")).isZero();
        desk().source().breaks(UnaryOperator.identity());
        assertThat(desk().pulls().isWhole()).isTrue();
        assertThat(desk().recorded()).containsExactly("1", "2");
    }

    private static UnaryOperator<byte[]> replacing(String text, String other) {
        return answer -> {
            String told = new String(answer, StandardCharsets.UTF_8);
            assertThat(told).contains(text);
            return told.replace(text, other).getBytes(StandardCharsets.UTF_8);
        };
    }

    @Test
    default void asksForAFullDeliveryFirstAndThenForWhatFollows() {
        hasUsual();
        desk().source().has(Batch.of("CHANGES", "a", 2, example("3", "three")));
        Pulled pulled = desk().pulls();
        assertThat(pulled.isWhole()).isTrue();
        assertThat(pulled.deliveries()).hasSize(2);
        assertThat(desk().source().asked()).containsExactly("full from 1", "a 2 from 1", "a 3 from 1");
        assertThat(desk().recorded()).containsExactly("1", "2", "3");

        desk().source().has(Batch.of("CHANGES", "a", 3, example("4", "four")));
        assertThat(desk().pulls().deliveries()).hasSize(1);
        assertThat(desk().recorded()).hasSize(4);
        assertThat(desk().pulls().deliveries()).isEmpty();
        assertThat(desk().found()).isEmpty();
    }

    @Test
    default void asksPartByPart() {
        desk().source().givesAtATime(2);
        desk().source()
                .has(Batch.of(
                        "FULL",
                        "a",
                        1,
                        example("1", "v"),
                        example("2", "v"),
                        example("3", "v"),
                        example("4", "v"),
                        example("5", "v")));
        assertThat(desk().pulls().isWhole()).isTrue();
        assertThat(desk().source().asked()).containsExactly("full from 1", "full from 3", "full from 5", "a 2 from 1");
        assertThat(desk().recorded()).hasSize(5);
    }

    @Test
    default void asksForWhatIsMissingAndSaysWhatTheSourceHasNoMore() {
        hasUsual();
        desk().pulls();
        Batch third = Batch.of("CHANGES", "a", 3, example("4", "four"));
        desk().source().has(third);
        desk().found();
        desk().delivers(TransportDesk.signed(TransportDesk.temporary("third.xml"), third.xml(), TestPki.PARTY));
        Pulled pulled = desk().pulls();
        assertThat(pulled.isWhole()).isFalse();
        assertThat(desk().found()).containsExactly("MR-S640 examples a 2:1");
        assertThat(desk().source().asked()).endsWith("a 2 from 1", "a 3 from 1", "a 4 from 1");
    }

    @Test
    default void aRecordThatDoesNotFitWaits() {
        desk().source().has(Batch.of("FULL", "a", 1, example("1", "one"), example("2", "wrong")));
        Pulled pulled = desk().pulls();
        assertThat(pulled.isWhole()).isTrue();
        assertThat(pulled.deliveries().get(0).unfit()).isEqualTo(1);
        assertThat(desk().found()).containsExactly("MR-S902 examples:2");
        assertThat(desk().recorded()).containsExactly("1");
    }

    @Test
    default void anAnswerThatWasChangedOnTheWayIsRefused() {
        refuses(replacing("<value>two</value>", "<value>too</value>"), "MR-S637 examples:1");
    }

    @Test
    default void anAnswerThatIsNotSignedIsRefused() {
        refuses(
                answer -> new String(answer, StandardCharsets.UTF_8)
                        .replaceFirst("(?s)<wsse:Security.*</wsse:Security>", "")
                        .getBytes(StandardCharsets.UTF_8),
                "MR-S637 examples:1");
    }

    @Test
    default void anAnswerThatAnotherPartySignedIsRefused() {
        hasUsual();
        desk().source().signsAs(TestPki.PARTY_RSA);
        assertThat(desk().pulls().isWhole()).isFalse();
        assertThat(desk().found()).containsExactly("MR-S623 examples:1");
        desk().source().signsAs(TestPki.REVOKED);
        assertThat(desk().pulls().isWhole()).isFalse();
        assertThat(desk().found()).containsExactly("MR-S622 examples:1");
        assertThat(desk().count("delivery")).isZero();
    }

    @Test
    default void aFaultWithStatus200IsAFault() {
        refuses(
                answer -> ("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
                                + "<faultcode>s:Server</faultcode><faultstring>Jonas Pavyzdys</faultstring>"
                                + "</s:Fault></s:Body></s:Envelope>")
                        .getBytes(StandardCharsets.UTF_8),
                "MR-S636 examples:1");
    }

    @Test
    default void aPageInsteadOfAMessageIsRefused() {
        refuses(
                answer -> "<html><body>Planned maintenance</body></html>".getBytes(StandardCharsets.UTF_8),
                "MR-S635 examples:1");
    }

    @Test
    default void anEmptyMessageIsRefused() {
        refuses(
                answer -> "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body/></s:Envelope>"
                        .getBytes(StandardCharsets.UTF_8),
                "MR-S635 examples:1");
    }

    @Test
    default void anAnswerThatIsCutOffIsRefused() {
        refuses(answer -> Arrays.copyOf(answer, answer.length / 2), "MR-S635 examples:1");
    }

    @Test
    default void anAnswerInAnotherCharsetIsRefused() {
        refuses(
                answer -> ("<?xml version=\"1.0\" encoding=\"windows-1257\"?>"
                                + new String(answer, StandardCharsets.UTF_8))
                        .getBytes(Charset.forName("windows-1257")),
                "MR-S634 examples:1");
    }

    @Test
    default void anAnswerThatIsTooLargeIsRefused() {
        refuses(
                answer -> (new String(answer, StandardCharsets.UTF_8) + " ".repeat(300_000))
                        .getBytes(StandardCharsets.UTF_8),
                "MR-S633 examples:1");
    }

    @Test
    default void aSourceThatDoesNotComeToAnEndIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        hasUsual();
        desk().source().breaks(answer -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return answer;
        });
        try {
            assertThat(desk().pulls().isWhole()).isFalse();
            assertThat(desk().found()).containsExactly("MR-S632 examples:1");
        } finally {
            over.countDown();
        }
    }

    @Test
    default void yesterdaysDeliveryIsNoAnswer() {
        hasUsual();
        desk().pulls();
        desk().source().confuses("a 2", "a 1");
        assertThat(desk().pulls().isWhole()).isFalse();
        assertThat(desk().found()).containsExactly("MR-S639 examples a 2:1");
        assertThat(desk().count("delivery")).isOne();
    }

    @Test
    default void aSourceThatBreaksOffIsAskedAnewForTheWhole() {
        desk().source().givesAtATime(1);
        hasUsual();
        int[] answers = {0};
        desk().source().breaks(answer -> ++answers[0] == 2 ? new byte[0] : answer);
        assertThat(desk().pulls().isWhole()).isFalse();
        assertThat(desk().found()).containsExactly("MR-S635 examples:2");
        assertThat(desk().recorded()).isEmpty();
        assertThat(desk().pulls().isWhole()).isTrue();
        assertThat(desk().recorded()).containsExactly("1", "2");
        assertThat(desk().count("delivery")).isOne();
    }

    @Test
    default void noSourceIsAskedWithoutAContractThatSaysSo() {
        hasUsual();
        desk().contracts().only(Way.FILE);
        assertThat(desk().pulls().isWhole()).isFalse();
        assertThat(desk().found()).containsExactly("MR-S624 examples:1");
        assertThat(desk().source().asked()).isEmpty();
    }

    @Test
    default void questionAndAnswerAreAsTheDocumentedFormSays() throws IOException, SAXException {
        Element wsdl = XmlParsers.parse(Files.readAllBytes(Path.of("docs/delivering/source.wsdl")))
                .getDocumentElement();
        Validator form = XmlParsers.schemas()
                .newSchema(new DOMSource(Elements.all(wsdl, XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
                        .get(0)))
                .newValidator();
        hasUsual();
        desk().pulls();
        for (byte[] message :
                List.of(desk().source().question(), desk().source().answer())) {
            Element body = Elements.all(XmlParsers.parse(message), Namespaces.SOAP, "Body")
                    .get(0);
            form.validate(new DOMSource(Elements.children(body).get(0)));
        }
    }

    @Test
    default void aPullIsARowOfTheMessageLog() {
        hasUsual();
        Pulled pulled = desk().pulls();
        assertThat(desk().jdbc()
                        .sql("SELECT operation FROM message_log WHERE receipt = ? AND outcome = 'ANSWERED'")
                        .param(pulled.receipt())
                        .query(String.class)
                        .single())
                .isEqualTo("pull examples");
    }
}
