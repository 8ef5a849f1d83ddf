package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lt.mokiniai.exchange.security.AnswerVerifier;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An answer: its headers, its signature, its receipt, its schema, and what it does not give away. */
class AnswerTests {

    private static final Register REGISTER = Register.shared();

    static List<Message> questions() {
        return Questions.all();
    }

    @Test
    void repeatsEveryHeaderInItsOrderAndWithItsValue() {
        Message message = REGISTER.as("vendor")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .withUserId("  EE 31  ")
                .withHeaders("<repr:representedParty><repr:partyClass>GOV</repr:partyClass>"
                        + "<repr:partyCode>191000018</repr:partyCode></repr:representedParty>")
                // The last of the headers comes first.
                .envelope(xml -> xml.replaceFirst(
                        "(<soap:Header>)(.*)(<xrd:protocolVersion>.*</xrd:protocolVersion>)", "$1$3$2"));
        Reply reply = message.send();
        assertThat(reply.status()).isEqualTo(200);
        List<String> sent = headers(Xml.child(Xml.parse(message.bytes()).getDocumentElement(), "Header"));
        List<String> repeated = headers(Xml.child(reply.document().getDocumentElement(), "Header"));
        assertThat(sent).hasSize(7);
        assertThat(repeated.subList(0, sent.size())).isEqualTo(sent);
        assertThat(repeated).hasSize(sent.size() + 2);
        assertThat(repeated.get(7)).startsWith("requestHash");
        assertThat(repeated.get(8)).startsWith("receipt");
    }

    @Test
    void hashesTheBytesThatWereSent() throws NoSuchAlgorithmException {
        Reply reply =
                REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).send();
        assertThat(reply.header("requestHash").getTextContent())
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(sha512(reply.message().bytes())));
        assertThat(reply.header("requestHash").getAttribute("algorithmId"))
                .isEqualTo("http://www.w3.org/2001/04/xmlenc#sha512");
    }

    @Test
    void aRequestHashOfTheRequestIsIgnored() throws NoSuchAlgorithmException {
        Reply reply = REGISTER.as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .withHeaders("<xrd:requestHash algorithmId=\"http://www.w3.org/2001/04/xmlenc#sha512\">AAAA"
                        + "</xrd:requestHash>")
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.header("requestHash").getTextContent())
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(sha512(reply.message().bytes())));
    }

    @Test
    void theReceiptIsTheRowOfTheLog() throws Exception {
        Reply reply = REGISTER.as("municipality")
                .asks(
                        "resolveStudents",
                        entry(DemoCast.KAUNAS_STUDENT) + entry(DemoCast.TWIN_A) + entry(DemoCast.TWIN_A))
                .send();
        Element receipt = reply.header("receipt");
        Map<String, Object> row = reply.row();
        assertThat(text(receipt, "contract")).isEqualTo("MR-2026-002").isEqualTo(row.get("CONTRACT_ID"));
        assertThat(text(receipt, "contractVersion")).isEqualTo("1").isEqualTo(row.get("CONTRACT_VERSION"));
        assertThat(text(receipt, "grant"))
                .isEqualTo("students/v1/resolveStudents")
                .isEqualTo(row.get("SERVICE") + "/" + row.get("OPERATION"));
        assertThat(text(receipt, "students")).isEqualTo("2").isEqualTo(String.valueOf(row.get("STUDENTS")));
        assertThat(reply.studentsInTheLog()).isEqualTo(2);
        assertThat(row.get("OUTCOME")).isEqualTo("ANSWERED");
        assertThat(row.get("FAULT_CODE")).isNull();
        assertThat(row.get("PARTY")).isEqualTo("190000022");
        assertThat(row.get("MESSAGE_ID")).isEqualTo(reply.message().id());
        assertThat(row.get("USER_ID")).isEqualTo("EE-31");
        assertThat(row.get("ISSUE")).isEqualTo("B-2026-77");
        assertThat(row.get("CERTIFICATE"))
                .isEqualTo(hex(MessageDigest.getInstance("SHA-256")
                        .digest(REGISTER.parties()
                                .signer("municipality")
                                .certificate()
                                .getEncoded())));
        assertThat(row.get("REQUEST_DIGEST")).isEqualTo(sha512(reply.message().bytes()));
        assertThat(row.get("RESPONSE_DIGEST")).isEqualTo(sha512(reply.bytes()));
        assertThat(reply.logged().request()).isEqualTo(reply.message().bytes());
        assertThat(reply.logged().response()).isEqualTo(reply.bytes());
    }

    @ParameterizedTest
    @CsvSource({"benefits,EC", "municipality,EC", "ticketing,RSA", "migration,EC", "school,EC"})
    void isSignedWithTheKeyThatTheContractAsksFor(String party, String algorithm) {
        Reply answer = Questions.granted(party).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(answer.verify().getPublicKey().getAlgorithm()).isEqualTo(algorithm);
        Reply fault = Questions.granted(party).within("").send();
        assertThat(fault.code()).isEqualTo("MR-103");
        assertThat(fault.verify().getPublicKey().getAlgorithm()).isEqualTo(algorithm);
    }

    @Test
    void confirmsTheSignatureThatItAnswersAndNoOther() {
        Message message = REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        Reply reply = message.send();
        Message other = REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
        other.bytes();
        AnswerVerifier verifier = new AnswerVerifier(REGISTER.authorities(), null, REGISTER.clock());
        verifier.verify(Xml.parse(reply.bytes()), List.of(message.signature()));
        assertThatThrownBy(() -> verifier.verify(Xml.parse(reply.bytes()), List.of(other.signature())))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("MR-216");
    }

    @Test
    void everyPartOfAnAnswerIsUnderItsSignature() {
        Reply reply =
                REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).send();
        AnswerVerifier verifier = new AnswerVerifier(REGISTER.authorities(), null, REGISTER.clock());
        List<String> forged = new ArrayList<>();
        int parts = Xml.leaves(reply.document().getDocumentElement()).size();
        for (int i = 0; i < parts; i++) {
            Document copy = Xml.parse(reply.bytes());
            Element leaf = Xml.leaves(copy.getDocumentElement()).get(i);
            if (leaf.getTextContent().isEmpty() || isWithin(leaf, "Signature", "BinarySecurityToken")) {
                continue;
            }
            leaf.setTextContent(leaf.getTextContent() + "0");
            forged.add(leaf.getLocalName());
            assertThatThrownBy(
                            () -> verifier.verify(copy, List.of(reply.message().signature())))
                    .as(leaf.getLocalName())
                    .isInstanceOf(ExchangeException.class);
        }
        assertThat(forged)
                .contains(
                        "Created",
                        "serviceCode",
                        "id",
                        "userId",
                        "issue",
                        "protocolVersion",
                        "requestHash",
                        "students",
                        "number",
                        "outcome",
                        "personalCode");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("questions")
    void isValidByThePublishedSchema(Message message) {
        Reply reply = message.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        PublishedSchema.of(message.operation()).validate(reply.content());
        PublishedSchema.validate(Path.of("wsdl/types/v1/types.xsd"), reply.header("receipt"));
        for (String name : List.of("client", "service", "id", "userId", "issue", "protocolVersion", "requestHash")) {
            PublishedSchema.validate(Path.of("wsdl/xroad/xroad.xsd"), reply.header(name));
        }
    }

    @Test
    void aFaultIsValidByThePublishedSchemaToo() {
        Reply fault = REGISTER.as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .withIssue(null)
                .send();
        PublishedSchema.validate(Path.of("wsdl/types/v1/types.xsd"), fault.detail());
        assertThat(fault.optional("contract")).contains("MR-2026-001");
        assertThat(fault.optional("field")).isEmpty();
        Reply field = REGISTER.as("benefits")
                .asks("getStudent", Client.person("59403149014"))
                .send();
        PublishedSchema.validate(Path.of("wsdl/types/v1/types.xsd"), field.detail());
        assertThat(field.optional("field")).contains("person/personalCode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"getStudent", "getEnrolments"})
    void whoIsOutsideTheContractIsAnsweredLikeWhoDoesNotExist(String operation) {
        String knownAt = "<m:knownAt>" + REGISTER.clock().instant() + "</m:knownAt>";
        Reply outside = REGISTER.as("municipality")
                .asks(operation, Client.person(DemoCast.VILNIUS_STUDENT) + knownAt)
                .send();
        Reply nobody = REGISTER.as("municipality")
                .asks(operation, Client.person("69405209035") + knownAt)
                .send();
        assertThat(text(outside.content(), "outcome")).isEqualTo("NOT_FOUND");
        assertThat(withoutWhatAlwaysDiffers(outside)).isEqualTo(withoutWhatAlwaysDiffers(nobody));
        assertThat(outside.studentsInTheLog()).isZero();
        Reply inside = REGISTER.as("municipality")
                .asks(operation, Client.person(DemoCast.KAUNAS_STUDENT) + knownAt)
                .send();
        assertThat(text(inside.content(), "outcome")).isEqualTo("FOUND");
        assertThat(inside.studentsInTheLog()).isOne();
    }

    @Test
    void whatWasFoundIsToldByTheOutcome() {
        Client municipality = REGISTER.as("municipality");
        assertThat(outcome(municipality.getStudent(DemoCast.KAUNAS_STUDENT))).isEqualTo("FOUND");
        assertThat(outcome(municipality.getStudent(DemoCast.FOREIGNER))).isEqualTo("FOUND");
        assertThat(outcome(municipality.getStudent(DemoCast.NO_CODE))).isEqualTo("FOUND");
        assertThat(outcome(municipality.getStudent(DemoCast.HOMONYM_1))).isEqualTo("AMBIGUOUS");
        Reply many = municipality
                .asks(
                        "resolveStudents",
                        entry(DemoCast.HOMONYM_1) + entry(DemoCast.VILNIUS_STUDENT)
                                + "<m:entry><m:reference>R-3</m:reference><m:person><t:personalCode>wrong"
                                + "</t:personalCode></m:person></m:entry>" + entry(DemoCast.KAUNAS_STUDENT))
                .send();
        assertThat(Xml.children(many.content(), "result"))
                .extracting(result -> text(result, "outcome"))
                .containsExactly("AMBIGUOUS", "NOT_FOUND", "INVALID", "FOUND");
        assertThat(text(Xml.children(many.content(), "result").get(2), "reference"))
                .isEqualTo("R-3");
    }

    private static String outcome(Message message) {
        return text(message.send().content(), "outcome");
    }

    private static String entry(DemoCast person) {
        return "<m:entry><m:person>" + Client.selector(person) + "</m:person></m:entry>";
    }

    private static String text(Element parent, String name) {
        return Xml.child(parent, name).getTextContent();
    }

    /** Names, kinds and texts of the headers but Security, each with all that stands in it. */
    private static List<String> headers(Element header) {
        return Xml.children(header).stream()
                .filter(child -> !"Security".equals(child.getLocalName()))
                .map(AnswerTests::described)
                .toList();
    }

    private static String described(Element element) {
        StringBuilder text = new StringBuilder(element.getLocalName())
                .append(" of ")
                .append(element.getNamespaceURI())
                .append(element.getAttributeNS(Xml.IDENTIFIERS, "objectType"));
        List<Element> children = Xml.children(element);
        children.forEach(child -> text.append(" [").append(described(child)).append(']'));
        return children.isEmpty() ? text + "=" + element.getTextContent() : text.toString();
    }

    private static boolean isWithin(Element leaf, String... names) {
        for (org.w3c.dom.Node node = leaf; node != null; node = node.getParentNode()) {
            if (List.of(names).contains(String.valueOf(node.getLocalName()))) {
                return true;
            }
        }
        return false;
    }

    /** The bytes but those of ids, times, digests and signatures, of which only the length is left. */
    private static String withoutWhatAlwaysDiffers(Reply reply) {
        Matcher security = Pattern.compile("(?s)<wsse:Security.*</wsse:Security>")
                .matcher(new String(reply.bytes(), StandardCharsets.UTF_8));
        return security.replaceFirst("<Security/>")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "an id")
                .replaceAll("wsu:Id=\"[^\"]*\"", "wsu:Id=\"\"")
                .replaceAll(">[A-Za-z0-9+/]{86}==<", ">a digest<");
    }

    private static byte[] sha512(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-512").digest(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
