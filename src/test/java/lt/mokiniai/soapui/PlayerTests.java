package lt.mokiniai.soapui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The player passes over nothing: what it does not know fails, and so does what SoapUI would not notice. */
class PlayerTests {

    /** Each takes the place of what the project has, and the project is no longer read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            type="SOAP Response"|type="Response SLA Assertion"
            type="XPath Match"|type="XPath Match" disabled="true"
            <con:testStep type="request"|<con:testStep type="groovy"
            <con:testStep type="request"|<con:testStep disabled="true" type="request"
            <con:testCase id=|<con:testCase disabled="true" id=
            failOnError="false"|failOnError="true"
            <content>FOUND</content>|<content>FOUND</content><allowWildcards>true</allowWildcards>
            incomingWss="register"|incomingWss="register" timeout="1000"
            <con:runType>SEQUENTIAL<|<con:runType>PARALLELL<
            <con:entry type="Timestamp"|<con:entry type="Username"
            <timeToLive>300<|<timeToLive>0<
            <digestAlgorithm>http://www.w3.org/2001/04/xmlenc#sha256<|<digestAlgorithm><
            <con:type>KEYSTORE<|<con:type>TRUSTSTORE<
            <con:encoding>UTF-8<|<con:encoding>ISO-8859-1<
            <con:settings/>|<con:settings><con:setting id="a">b</con:setting></con:settings>
            <con:endpoints>|<con:definitionCache/><con:endpoints>
            <con:wssContainer>|<con:mockService/><con:wssContainer>
            """)
    void whatThePlayerDoesNotKnowFails(String known, String unknown) throws IOException {
        String text = text();
        assertThat(text).contains(known);
        assertThatThrownBy(() -> ProjectReader.read(text.replace(known, unknown), folder()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the player does not know")
                .hasMessageContaining("/soapui-project");
    }

    /** What SoapUI 5 adds of itself when it saves. */
    @Test
    void aProjectThatSoapUiSavedIsReadAsBefore() throws IOException {
        String saved = text().replace(
                        "incomingWss=\"register\">",
                        "incomingWss=\"register\" timeout=\"\" sslKeystore=\"\" useWsAddressing=\"false\""
                                + " useWsReliableMessaging=\"false\" wssPasswordType=\"\">")
                .replace("<con:testStep type=\"request\"", "<con:testStep id=\"a-b\" type=\"request\"")
                .replace(
                        "</con:credentials>\n          </con:request>",
                        "</con:credentials><con:jmsConfig JMSDeliveryMode=\"PERSISTENT\"/><con:jmsPropertyConfig/>"
                                + "<con:wsaConfig mustUnderstand=\"NONE\" version=\"200508\" action=\"a\"/>"
                                + "<con:wsrmConfig version=\"1.2\"/></con:request>")
                .replace(
                        "            <con:settings/>",
                        "<con:settings><con:setting id=\"com.eviware.soapui.impl.wsdl.WsdlRequest@request-headers\">"
                                + "&lt;xml-fragment/></con:setting></con:settings>")
                .replace(
                        "</content>",
                        "</content><allowWildcards>false</allowWildcards>"
                                + "<ignoreNamspaceDifferences>false</ignoreNamspaceDifferences>");
        assertThat(saved).contains("wsrmConfig", "xml-fragment/>", "id=\"a-b\"");
        assertThat(ProjectReader.read(saved, folder())).isEqualTo(ProjectReader.read(text(), folder()));
    }

    @Test
    void aGoodCaseIsPlayed() throws IOException {
        assertThatCode(() -> play("", "", Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <content>FOUND</content>|<content>NOT_FOUND</content>|expecting [NOT_FOUND], actual was [FOUND]
            outgoingWss="benefits"|outgoingWss=""|MR-201
            outgoingWss="benefits"|outgoingWss="benefit"|no outgoing configuration benefit
            incomingWss="register"|incomingWss=""|no incoming configuration ''
            <con:signatureCrypto>register-certificates.p12|<con:signatureCrypto>school.p12|WS-Security validation failed
            <xrd:issue>${#Project#issue}</xrd:issue>||not signed: benefits
            ${#Project#student}|${#Project#nobody}|nothing to expand ${#Project#nobody} to
            <con:operation>getStudent</con:operation>|<con:operation>getLearner</con:operation>|no operation getLearner
            <con:operation>getStudent</con:operation>|<con:operation>findStudents</con:operation>|Response is a SOAP Fault
            type="SOAP Fault Assertion"|type="Not SOAP Fault Assertion"|Response is not a SOAP Fault
            <codes>200</codes>|<codes>500</codes>|Response status code 200 is not of 500
            .split("|.split("another |cannot be told
            """)
    void whatIsWrongWithACaseFailsIt(String right, String wrong, String told) throws IOException {
        assertThatThrownBy(() -> play(right, wrong == null ? "" : wrong, Map.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(told);
    }

    /** SoapUI would send the message without a signature. */
    @Test
    void aKeyThatDoesNotOpenFails() {
        assertThatThrownBy(() -> play("", "", Map.of("keyPassword", "wrong"))).hasMessageContaining("not signed");
        assertThatThrownBy(() -> play("", "", Map.of("keys", "nowhere"))).hasMessageContaining("cannot be opened");
    }

    @Test
    void anAnswerThatIsNotSignedFails() throws IOException {
        SoapUiProject project = ProjectReader.read(SoapUiProjectTests.FILE);
        MessageSecurity security = new MessageSecurity(
                project, new Expansion(project, StartedDemo.shared().properties(), Map.of()));
        var unsigned = Documents.parse(Files.readAllBytes(Path.of("docs/examples/refused/not-signed/response.xml")));
        assertThatThrownBy(() -> security.verify(unsigned, "register"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Missing WS-Security results");
    }

    @Test
    void aPropertyIsExpandedWithinAnother() {
        SoapUiProject project = ProjectReader.read(SoapUiProjectTests.FILE);
        Expansion expansion = new Expansion(project, Map.of("a", "b", "to-b", "<${=1 + 1}>"), Map.of("c", "d"));
        assertThat(expansion.expand("${#Project#to-${#Project#a}} {${#TestCase#c}} }"))
                .isEqualTo("<2> {d} }");
        assertThatThrownBy(() -> expansion.keep("e", "f")).hasMessageContaining("no property e");
    }

    /** Plays the first case of the project, in which something is replaced. */
    private static void play(String known, String replacement, Map<String, String> more) throws IOException {
        String text = text();
        assertThat(text).contains(known);
        SoapUiProject project = ProjectReader.read(text.replace(known, replacement), folder());
        Map<String, String> properties = new HashMap<>(StartedDemo.shared().properties());
        properties.putAll(more);
        List<SoapUiProject.Case> cases = project.suites().get(0).cases();
        new CasePlayer(project, cases.get(0), properties).play();
    }

    private static String text() throws IOException {
        return Files.readString(SoapUiProjectTests.FILE);
    }

    private static Path folder() {
        return SoapUiProjectTests.FILE.toAbsolutePath().getParent();
    }
}
