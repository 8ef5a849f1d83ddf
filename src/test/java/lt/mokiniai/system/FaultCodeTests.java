package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fault says of a message's SOAP and headers: the fault codes of SOAP 1.1 (4.4.1), and which name is wrong and how. */
class FaultCodeTests {

    private static final Register REGISTER = Register.shared();
    private static final String NEXT = "http://schemas.xmlsoap.org/soap/actor/next";
    private static final String LONG = "n".repeat(250);

    @ParameterizedTest
    @CsvSource({
        "soap:Envelope, http://www.w3.org/2003/05/soap-envelope, soap:VersionMismatch",
        "soap:Envelope, urn:of-nobody, soap:VersionMismatch",
        "soap:Message, http://schemas.xmlsoap.org/soap/envelope/, soap:Client",
    })
    void anEnvelopeOfAnotherNamespaceIsAnotherVersion(String root, String namespace, String code) {
        Reply refused = getStudent()
                .tamperedAfterSigning(xml -> xml.replace("soap:Envelope", root).replace(Xml.SOAP, namespace))
                .send();

        assertThat(refused.code()).isEqualTo("MR-102");
        assertThat(codeOf(refused)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <w:To xmlns:w="urn:w" soap:mustUnderstand="1">a</w:To> | MR-110 | soap:MustUnderstand
            <w:To xmlns:w="urn:w" soap:mustUnderstand="1" soap:actor="%NEXT">a</w:To> | MR-110 | soap:MustUnderstand
            <w:To xmlns:w="urn:w" soap:mustUnderstand="1" soap:actor="urn:of-another">a</w:To> | MR-110 | soap:Client
            <w:To xmlns:w="urn:w" soap:mustUnderstand="0">a</w:To> | MR-110 | soap:Client
            <w:To xmlns:w="urn:w">a</w:To> | MR-110 | soap:Client
            <xrd:more soap:mustUnderstand="1">a</xrd:more> | MR-106 | soap:MustUnderstand
            <xrd:more>a</xrd:more> | MR-106 | soap:Client
            """)
    void aHeaderThatMustBeUnderstoodAndIsNotHasACodeOfItsOwn(String header, String error, String code) {
        Reply refused = getStudent().withHeaders(header.replace("%NEXT", NEXT)).send();

        assertThat(refused.code()).isEqualTo(error);
        assertThat(codeOf(refused)).isEqualTo(code);
    }

    @Test
    void aHeaderThatMustBeUnderstoodAndIsIsAnswered() {
        Reply answered = getStudent()
                .replacing("<xrd:userId>", "<xrd:userId soap:mustUnderstand=\"1\">")
                .send();

        assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <xrd:userId> | <xrd:requestId>a</xrd:requestId><xrd:userId> | antraštė requestId nežinoma | the header requestId is not known
            <xrd:userId> | <repr:party xmlns:repr="http://x-road.eu/xsd/representation.xsd">a</repr:party><xrd:userId> | antraštė party nežinoma | the header party is not known
            <xrd:userId> | <xrd:issue>B-1</xrd:issue><xrd:userId> | issue kartojasi | issue is repeated
            <xrd:userId> | <repr:representedParty xmlns:repr="http://x-road.eu/xsd/representation.xsd"/><xrd:userId> | trūksta representedParty/partyCode | representedParty/partyCode is missing
            <xrd:userId> | <repr:representedParty xmlns:repr="http://x-road.eu/xsd/representation.xsd"><repr:partyCode>191000019</repr:partyCode></repr:representedParty><xrd:userId> | representedParty/partyCode reikšmė netinka | the value of representedParty/partyCode is empty
            <xrd:userId> | <repr:representedParty xmlns:repr="http://x-road.eu/xsd/representation.xsd"><partyCode>191000018</partyCode></repr:representedParty><xrd:userId> | representedParty/partyCode turi būti vardų srities | representedParty/partyCode must be of the namespace
            <xrd:userId> | <repr:representedParty xmlns:repr="http://x-road.eu/xsd/representation.xsd"><repr:partyCode>191000018</repr:partyCode><repr:partyCode>191000018</repr:partyCode></repr:representedParty><xrd:userId> | representedParty/partyCode kartojasi | representedParty/partyCode is repeated
            id:objectType="SUBSYSTEM" | objectType="SUBSYSTEM" | client/@objectType turi būti vardų srities http://x-road.eu/xsd/identifiers | client/@objectType must be of the namespace http://x-road.eu/xsd/identifiers
            id:objectType="SERVICE" | objectType="SERVICE" | service/@objectType turi būti vardų srities | service/@objectType must be of the namespace
            id:objectType="SERVICE" | id:objectType="MEMBER" | service/@objectType turi būti SERVICE | service/@objectType must be SERVICE
            <id:subsystemCode>benefits</id:subsystemCode> | <subsystemCode>benefits</subsystemCode> | client/subsystemCode turi būti vardų srities | client/subsystemCode must be of the namespace
            <id:subsystemCode>benefits</id:subsystemCode> | '' | trūksta client/subsystemCode | client/subsystemCode is missing
            <id:subsystemCode>benefits</id:subsystemCode> | <id:subsystemCode> </id:subsystemCode> | client/subsystemCode reikšmė netinka | the value of client/subsystemCode is empty
            """)
    void theWrongHeaderIsNamedAndHowItIsWrong(String text, String by, String lt, String en) {
        Reply refused = getStudent().envelope(xml -> xml.replaceFirst(text, by)).send();

        assertThat(refused.code()).isEqualTo("MR-106");
        assertThat(Xml.child(Xml.child(refused.detail(), "message"), "lt").getTextContent())
                .contains(lt);
        assertThat(Xml.child(Xml.child(refused.detail(), "message"), "en").getTextContent())
                .contains(en);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MR-103 | </m:person> | </m:person><%NAME/>
            MR-103 | <m:person> | <m:person %NAME="a">
            MR-103 | </m:person> | <m:%NAME><m:%NAME/></m:%NAME></m:person>
            MR-106 | <xrd:userId> | <xrd:%NAME>a</xrd:%NAME><xrd:userId>
            MR-106 | <id:subsystemCode>benefits | <%NAME>a</%NAME><id:subsystemCode>benefits
            MR-106 | <id:subsystemCode>benefits</ | <id:%NAME>a</id:%NAME><id:%NAME>a</id:%NAME><id:subsystemCode>benefits</
            MR-108 | m:getStudent | m:%NAME
            MR-110 | <xrd:userId> | <%NAME>a</%NAME><xrd:userId>
            """)
    void aLongNameOfTheSenderIsNotRepeated(String error, String text, String by) {
        Reply refused = getStudent()
                .envelope(xml -> xml.replace(text, by.replace("%NAME", LONG)))
                .send();

        assertThat(refused.code()).as(refused.toString()).isEqualTo(error);
        assertThat(new String(refused.bytes(), StandardCharsets.UTF_8)).doesNotContain("n".repeat(201));
    }

    private static Message getStudent() {
        return REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
    }

    private static String codeOf(Reply refused) {
        return Xml.child(refused.content(), "faultcode").getTextContent();
    }
}
