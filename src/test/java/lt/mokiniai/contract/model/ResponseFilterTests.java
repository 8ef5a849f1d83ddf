package lt.mokiniai.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import javax.xml.XMLConstants;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.OperationId;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Lock 4: what the grant does not hold does not leave. */
class ResponseFilterTests {

    private static final String STUDENTS = "http://mokiniai.lt/students/v1";
    private static final String TYPES = "http://mokiniai.lt/types/v1";
    private static final SchemaTree ANSWER = PublishedOperations.load()
            .find(OperationId.parse("students/v1/getStudent"))
            .orElseThrow()
            .answer();

    private final Document document = Documents.empty();
    private final Element answer = append(document, STUDENTS, "getStudentResponse");
    private final Element student = append(answer, STUDENTS, "student");
    private final Element identity = append(student, TYPES, "identity");
    private final ResponseFilter filter = new ResponseFilter(
            ANSWER,
            ANSWER.grantedOnly(Set.of("student/identity/personalCode", "student/residence/municipality"))
                    .without(OmissionReasons.ELEMENT));

    @Test
    void takesOutWhatIsNotGranted() {
        value(identity, "personalCode");
        value(identity, "familyName");
        value(append(student, TYPES, "guardian"), "familyName");

        filter.narrow(answer);

        assertThat(Documents.paths(answer))
                .containsExactly("student", "student/identity", "student/identity/personalCode");
    }

    @Test
    void takesOutAGroupOfWhichNothingIsLeft() {
        value(append(student, TYPES, "residence"), "street");
        value(identity, "personalCode");

        filter.narrow(answer);

        assertThat(Documents.paths(answer)).doesNotContain("student/residence");
    }

    @Test
    void takesOutAnElementOfAnotherNamespace() {
        append(identity, STUDENTS, "personalCode").setTextContent("hidden");
        append(identity, "", "personalCode").setTextContent("hidden");
        value(identity, "personalCode");

        filter.narrow(answer);

        assertThat(answer.getTextContent()).isEqualTo("value of personalCode");
    }

    @Test
    void takesOutAttributesButNamespaceDeclarationsAndNil() {
        Element code = value(identity, "personalCode");
        code.setAttribute("familyName", "hidden");
        code.setAttributeNS(TYPES, "t:familyName", "hidden");
        code.setAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "xsi:type", "hidden");
        code.setAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "xsi:nil", "true");
        code.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:t", TYPES);
        answer.setAttribute("familyName", "hidden");
        identity.setAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "xsi:nil", "hidden");

        filter.narrow(answer);

        assertThat(Documents.serialised(answer))
                .contains("nil=\"true\"", "xmlns:t")
                .doesNotContain("hidden");
    }

    @Test
    void takesOutTextBetweenElementsCommentsAndInstructions() {
        Element code = value(identity, "personalCode");
        for (Element element : new Element[] {answer, student, identity, code}) {
            element.appendChild(document.createComment("hidden"));
            element.appendChild(document.createProcessingInstruction("hidden", "hidden"));
        }
        student.appendChild(document.createTextNode("hidden"));
        identity.appendChild(document.createCDATASection("hidden"));
        value(code, "familyName").setTextContent("hidden");

        filter.narrow(answer);

        assertThat(Documents.serialised(answer)).doesNotContain("hidden").contains("value of personalCode");
    }

    @Test
    void leavesNoTextInAGroupWhoseItemsAreAllWithheld() {
        ResponseFilter nothing =
                new ResponseFilter(ANSWER, ANSWER.grantedOnly(Set.of()).without(OmissionReasons.ELEMENT));
        student.setTextContent("hidden");

        nothing.narrow(answer);

        assertThat(Documents.serialised(answer)).doesNotContain("hidden");
    }

    @Test
    void refusesAnAnswerThatIsNotOfTheGrantedOperation() {
        Element other = append(answer, STUDENTS, "findStudentsResponse");
        Element foreign = append(answer, TYPES, "getStudentResponse");

        assertThatThrownBy(() -> filter.narrow(other)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> filter.narrow(foreign)).isInstanceOf(IllegalStateException.class);
    }

    private Element append(Node parent, String namespace, String name) {
        Element element = document.createElementNS(namespace.isEmpty() ? null : namespace, name);
        parent.appendChild(element);
        return element;
    }

    private Element value(Element parent, String name) {
        Element element = append(parent, TYPES, name);
        element.setTextContent("value of " + name);
        return element;
    }
}
