package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import lt.mokiniai.architecture.Documents;
import lt.mokiniai.system.Examples.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xmlunit.assertj3.XmlAssert;

/** Sends every example and compares what comes back with what {@code docs/examples/} shows. */
class ExamplesTests {

    private static final Path FOLDER = Path.of("docs", "examples");

    static Stream<Example> examples() {
        return Examples.ALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void comesBackAsTheDocumentShows(Example example) throws IOException {
        Register register = Register.shared();
        Message message = example.message(register);
        Reply reply = message.send();
        if (reply.isSigned()) {
            reply.verify();
        }
        Path folder = FOLDER.resolve(example.folder());
        if ("write".equals(System.getProperty("mokiniai.docs"))) {
            Files.createDirectories(folder);
            Files.write(folder.resolve("request.xml"), message.bytes());
            Files.write(folder.resolve("response.xml"), reply.bytes());
        }
        byte[] shownRequest = Files.readAllBytes(folder.resolve("request.xml"));
        byte[] shownReply = Files.readAllBytes(folder.resolve("response.xml"));
        XmlAssert.assertThat(ComparableMessage.of(message.bytes()))
                .and(ComparableMessage.of(shownRequest))
                .areSimilar();
        XmlAssert.assertThat(ComparableMessage.of(reply.bytes()))
                .and(ComparableMessage.of(shownReply))
                .areSimilar();
        Documents.check(folder.resolve("README.md"), page(example, shownRequest, shownReply));
    }

    @Test
    void everyOperationHasAnExample() {
        assertThat(Examples.ALL.stream()
                        .filter(example -> !example.folder().startsWith("refused/"))
                        .map(Example::operation)
                        .collect(Collectors.toSet()))
                .isEqualTo(Message.SERVICES.keySet());
    }

    @Test
    void theListNamesEveryExample() throws IOException {
        StringBuilder list = new StringBuilder("""
                # Examples

                Each folder holds the bytes of a signed request and of its answer, as they were sent and received, and a page that
                shows both Bodies. `ExamplesTests` signs, sends and compares every one. The persons are of the demo register; none
                of them lives.

                | example | asked by | shows |
                | --- | --- | --- |
                """);
        Examples.ALL.forEach(example -> list.append("| [%1$s](%1$s/README.md) | `%2$s` | %3$s |\n"
                .formatted(example.folder(), example.party(), example.shows())));
        Documents.check(FOLDER.resolve("README.md"), list.toString());
    }

    private static String page(Example example, byte[] request, byte[] reply) {
        return """
                # %s (%s)

                %s

                Asked by `%s`. The whole messages, signed: [request.xml](request.xml), [response.xml](response.xml).

                ## Body of the request
                ```xml
                %s
                ```

                ## Body of the answer
                ```xml
                %s
                ```
                """.formatted(
                        example.folder().replace('/', ' ').replace('-', ' '),
                        example.operation(),
                        example.shows(),
                        example.party(),
                        pretty(body(request)),
                        pretty(body(reply)));
    }

    private static Element body(byte[] message) {
        return Xml.children(Xml.child(Xml.parse(message).getDocumentElement(), "Body"))
                .get(0);
    }

    private static String pretty(Element element) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(element), new StreamResult(text));
            return text.toString().replace("\r\n", "\n").strip();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
