package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import lt.mokiniai.contract.description.Description;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The WSDL that a party gets is narrowed to its contracts, and whatever it is answered is valid by it. */
class OwnWsdlTests {

    private static final Register REGISTER = Register.shared();

    /** By party and service. */
    private static final Map<List<String>, Description> OWN = new ConcurrentHashMap<>();

    static Stream<Arguments> everyGrant() {
        return REGISTER.contracts().stream()
                .filter(contract ->
                        !List.of("ended", "suspended", "coming", "metered").contains(contract.party()))
                .flatMap(contract -> contract.grants().keySet().stream()
                        .map(operation -> Arguments.of(contract.party(), operation)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyGrant")
    void holdsEveryAnswer(String party, String operation) {
        Description own = own(party, Message.SERVICES.get(operation));
        Reply reply = Questions.of(operation, party).send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        Document copy = Xml.parse(Xml.write(reply.content()));
        copy.getDocumentElement().removeAttributeNS(Xml.WSU, "Id");
        assertThat(own.accepts(copy.getDocumentElement())).as(reply.toString()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyGrant")
    void holdsTheGrantedOperationsAlone(String party, String operation) {
        String service = Message.SERVICES.get(operation);
        Description own = own(party, service);
        TreeSet<String> granted =
                new TreeSet<>(REGISTER.contractOf(party).grants().keySet());
        granted.removeIf(other -> !service.equals(Message.SERVICES.get(other)));
        assertThat(own.operations()).containsExactlyElementsOf(granted);
        assertThat(own.address()).isEqualTo(REGISTER.address(service + "/v1"));
    }

    @Test
    void holdsNoElementOutsideTheContract() {
        assertThat(new String(file("benefits", "students"), StandardCharsets.UTF_8))
                .contains("MR-2026-001", "familyName")
                .doesNotContain("residence", "guardian");
    }

    @Test
    void holdsNothingThatMayNotBeAskedBy() {
        assertThat(new String(file("ticketing", "students"), StandardCharsets.UTF_8))
                .contains("\"learnsGeneralOrVocational\"")
                .doesNotContain("\"studiesInMunicipality\"");
    }

    @Test
    void isNotThereWhereNoContractInForceGrantsAnything() {
        for (String[] asked : List.of(
                new String[] {"ticketing", "certificates"},
                new String[] {"ended", "students"},
                new String[] {"benefits", "contracts"},
                new String[] {"benefits", "teachers"})) {
            Element answer = answer(asked[0], asked[1]);
            assertThat(Xml.children(answer)).extracting(Element::getLocalName).containsExactly("contractSet");
        }
    }

    private static Description own(String party, String service) {
        return OWN.computeIfAbsent(List.of(party, service), own -> Description.of(file(party, service)));
    }

    private static byte[] file(String party, String service) {
        Element answer = answer(party, service);
        assertThat(Xml.child(answer, "mediaType").getTextContent()).isEqualTo("text/xml");
        return Base64.getMimeDecoder().decode(Xml.child(answer, "file").getTextContent());
    }

    private static Element answer(String party, String service) {
        Reply reply = REGISTER.as(party)
                .asks("getServiceDescription", "<m:service>" + service + "</m:service><m:version>v1</m:version>")
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        PublishedSchema.of("getServiceDescription").validate(reply.content());
        return reply.content();
    }
}
