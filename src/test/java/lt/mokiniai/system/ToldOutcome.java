package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.xmlunit.assertj3.XmlAssert;

/** What getOutcome tells of a message. */
record ToldOutcome(Reply reply) {

    /** Asks as a party, and looks whether the answer is signed and as the schema says. */
    static ToldOutcome of(Message message, Client asking) {
        return of(ask(message.id(), asking).send());
    }

    static ToldOutcome of(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        reply.verify();
        PublishedSchema.of("getOutcome").validate(reply.content());
        return new ToldOutcome(reply);
    }

    static Message ask(String id, Client asking) {
        return asking.asks("getOutcome", "<m:id>" + id + "</m:id>");
    }

    String outcome() {
        return Xml.child(reply.content(), "outcome").getTextContent();
    }

    Optional<Element> part(String name) {
        return Xml.children(reply.content(), name).stream().findFirst();
    }

    /** The answer that is told again. */
    Element content() {
        return Xml.children(part("content").orElseThrow()).get(0);
    }

    /** It holds the outcome, and nothing besides. */
    void assertNothingElse() {
        assertThat(Xml.children(reply.content())).hasSize(1);
        assertThat(reply.headers()).extracting(Element::getLocalName).doesNotContain("receipt");
    }

    /** It tells the original's answer, whole, with its receipt. */
    void assertTellsAgain(Reply original) {
        assertThat(outcome()).as(reply.toString()).isEqualTo("ANSWERED");
        assertIsSame(content(), original.content());
        assertTellsReceiptOf(original);
    }

    void assertTellsReceiptOf(Reply original) {
        Element receipt = part("receipt").orElseThrow();
        List<String> told =
                Xml.children(receipt).stream().map(Element::getTextContent).toList();
        assertThat(told)
                .isEqualTo(Xml.children(original.header("receipt")).stream()
                        .map(Element::getTextContent)
                        .toList());
        assertThat(part("number").orElseThrow().getTextContent()).isEqualTo(original.number());
    }

    /** It tells the fault that the original was. */
    void assertTellsFaultOf(Reply original) {
        assertThat(outcome()).as(reply.toString()).isEqualTo("REFUSED");
        List<Element> told = Xml.children(part("fault").orElseThrow());
        List<Element> first = Xml.children(original.detail());
        assertThat(told).hasSameSizeAs(first);
        for (int i = 0; i < told.size(); i++) {
            assertIsSame(told.get(i), first.get(i));
        }
    }

    /** It tells that the original was refused, and not why. */
    void assertTellsNoFaultOf(Reply original) {
        assertThat(outcome()).as(reply.toString()).isEqualTo("REFUSED");
        assertThat(part("number").orElseThrow().getTextContent()).isEqualTo(original.number());
        assertThat(part("fault")).isEmpty();
        assertThat(reply.toString()).doesNotContain(original.code());
    }

    private static void assertIsSame(Element told, Element original) {
        XmlAssert.assertThat(Xml.write(told))
                .and(Xml.write(original))
                .ignoreWhitespace()
                .areSimilar();
    }
}
