package lt.mokiniai.contract.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Shapes that a schema may have, and those published today do not all have. */
class MessageNarrowingTests {

    private static final String EMPTY = "<required/>";

    @Test
    void letsNothingBeChosenWhereAWayThatCouldBeEmptyIsGone() {
        Schema narrowed = narrowed("may");

        assertThat(accepts(narrowed, EMPTY)).isTrue();
        assertThat(accepts(narrowed, "<must/>" + EMPTY)).isTrue();
        assertThat(accepts(narrowed, "<may/>" + EMPTY)).isFalse();
    }

    @Test
    void leavesAWayThatCouldBeEmptyWhereAnotherIsGone() {
        Schema narrowed = narrowed("must");

        assertThat(accepts(narrowed, EMPTY)).isTrue();
        assertThat(accepts(narrowed, "<may/>" + EMPTY)).isTrue();
        assertThat(accepts(narrowed, "<must/>" + EMPTY)).isFalse();
    }

    @Test
    void narrowsATypeByTheElementThatHasIt() {
        Schema narrowed = narrowed("first/left", "second/right");

        assertThat(accepts(narrowed, "<first><right/></first><second><left/></second>" + EMPTY))
                .isTrue();
        assertThat(accepts(narrowed, "<first><left/></first>" + EMPTY)).isFalse();
        assertThat(accepts(narrowed, "<second><right/></second>" + EMPTY)).isFalse();
        assertThat(accepts(narrowed, "<required><left/><right/></required>")).isTrue();
    }

    @Test
    void leavesOutAnOptionalGroupWithNothingInItAndKeepsARequiredOne() {
        Schema narrowed = narrowed("first/left", "first/right", "required/left", "required/right");

        assertThat(accepts(narrowed, EMPTY)).isTrue();
        assertThat(accepts(narrowed, "")).isFalse();
        assertThat(accepts(narrowed, "<first/>" + EMPTY)).isFalse();
        assertThat(accepts(narrowed, "<required><left/></required>")).isFalse();
    }

    @Test
    void narrowsAReferenceToAValue() {
        assertThat(accepts(narrowed(), EMPTY + "<word/>")).isTrue();
        assertThat(accepts(narrowed("word"), EMPTY + "<word/>")).isFalse();
    }

    @Test
    void leavesOpenWhatIsOpen() {
        assertThat(accepts(narrowed("word"), EMPTY + "<other xmlns=\"urn:other\"/>"))
                .isTrue();
    }

    @Test
    void refusesAReferenceToAGroup() {
        assertThatThrownBy(() -> narrow("refersToGroup", Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a published schema refers to a group that cannot be narrowed: group");
    }

    @Test
    void refusesAShapeThatItDoesNotKnow() {
        assertThatThrownBy(() -> narrow("unordered", Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a published schema holds what cannot be narrowed: all");
    }

    private static Schema narrowed(String... refused) {
        Element schema = narrow("message", Set.of(refused));
        try {
            return SchemaFactory.newDefaultInstance().newSchema(new DOMSource(schema.getOwnerDocument()));
        } catch (SAXException e) {
            throw new AssertionError(new String(Documents.write(schema), StandardCharsets.UTF_8), e);
        }
    }

    private static Element narrow(String name, Set<String> refused) {
        Element importing = Documents.parse(
                        "<wsdl><import schemaLocation=\"shapes.xsd\"/></wsdl>".getBytes(StandardCharsets.UTF_8))
                .getDocumentElement();
        SchemaSet schemas = SchemaSet.importedBy(importing, URI.create("classpath:/description/shapes.wsdl"));
        Component message = new Component(Component.ELEMENT, "urn:shapes", name);
        new MessageNarrowing(schemas, "ask", path -> !refused.contains(path)).narrow(message);
        return schemas.narrowedTo(List.of(message)).get(0);
    }

    private static boolean accepts(Schema schema, String content) {
        String message = "<message xmlns=\"urn:shapes\">" + content + "</message>";
        try {
            schema.newValidator().validate(new DOMSource(Documents.parse(message.getBytes(StandardCharsets.UTF_8))));
            return true;
        } catch (SAXException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
