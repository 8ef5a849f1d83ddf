package lt.mokiniai.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A request that does not conform is refused with what is missing or not expected, and never with a value. */
class SchemaCheckTests {

    private static final SchemaCheck STUDENTS = SchemaCheck.of("wsdl/students/v1/students.xsd", false);

    @Test
    void takesARequestThatConforms() throws Exception {
        STUDENTS.check(request("<person><t:personalCode>39001010005</t:personalCode></person>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | trūksta elemento person | the element person is missing
            <person/> | elemente person trūksta elemento registerId / personalCode / withoutCode | in the element person the element registerId / personalCode
            <colour>39001010005</colour> | elementas colour čia negalimas, turi būti person | the element colour is not expected here, but person
            <person><personalCode>39001010005</personalCode></person> | elementas personalCode turi būti vardų srities http://mokiniai.lt/types/v1 | the element personalCode must be of the namespace http://mokiniai.lt/types/v1
            <person><t:personalCode>39001010005</t:personalCode><colour/></person> | elementas colour čia negalimas | the element colour is not expected here
            <person><t:personalCode>39001010005</t:personalCode></person>39001010005 | elemente getStudent yra teksto | the element getStudent holds text
            <person><t:personalCode of="39001010005">39001010005</t:personalCode></person> | elementas personalCode negali turėti atributo of | the element personalCode cannot have the attribute of
            <person><t:personalCode><b/></t:personalCode></person> | elemente personalCode negali būti kitų elementų | the element personalCode cannot hold other elements
            <person><t:personalCode>3900101000x</t:personalCode></person> | elemento personalCode reikšmė ne tokio tipo | the value of the element personalCode is not of its type
            <person><t:personalCode>39001010005</t:personalCode></person><validOn>39001010005</validOn> | elemento validOn reikšmė ne tokio tipo, koks turi būti, date | the value of the element validOn is not of its type, date
            """)
    void saysInBothLanguagesWhatIsMissingOrNotExpected(String content, String lt, String en) throws Exception {
        Element request = request(content);

        ExchangeException refusal = catchThrowableOfType(ExchangeException.class, () -> STUDENTS.check(request));

        assertThat(refusal.error()).isEqualTo(ExchangeError.SCHEMA);
        assertThat(refusal.messageLt())
                .startsWith("Užklausa neatitinka schemos: ")
                .contains(lt);
        assertThat(refusal.messageEn())
                .startsWith("The request does not conform to the schema: ")
                .contains(en);
        assertThat(refusal.messageLt() + refusal.messageEn() + refusal.getMessage())
                .contains("(cvc-")
                .doesNotContain("3900101", "{");
    }

    /** Validators are kept for the next request: nothing of one may be left for another. */
    @Test
    void judgesAlikeWhateverCameBeforeAndComesAtOnce() {
        List<String> refusals = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> {
                    Element request = parsed("<person><t:personalCode>3900101000" + (i % 2 == 0 ? "5" : "x")
                            + "</t:personalCode></person>");
                    ExchangeException refusal =
                            catchThrowableOfType(ExchangeException.class, () -> STUDENTS.check(request));
                    assertThat(refusal == null).as("request " + i).isEqualTo(i % 2 == 0);
                    return refusal == null ? "" : refusal.messageEn() + refusal.field();
                })
                .distinct()
                .toList();

        assertThat(refusals).hasSize(2);
    }

    private static Element parsed(String content) {
        try {
            return request(content);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element request(String content) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        String text = "<getStudent xmlns=\"http://mokiniai.lt/students/v1\" xmlns:t=\"http://mokiniai.lt/types/v1\">"
                + content + "</getStudent>";
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }
}
