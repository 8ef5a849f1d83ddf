package lt.mokiniai.intake;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import lt.mokiniai.intake.source.SourceDescription;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A delivery in a file, as messages have it: valid against the schema. */
record DeliveredFile<R>(List<R> records) {

    static final Path FOLDER = Path.of("src/test/resources/intake");

    private static final Schema SCHEMA = schema();

    static <R> DeliveredFile<R> of(SourceDescription<R> register, String name) {
        Path file = FOLDER.resolve(register.name()).resolve(name + ".xml");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(file.toFile());
            SCHEMA.newValidator().validate(new DOMSource(document));
            NodeList elements = document.getDocumentElement().getChildNodes();
            List<R> records = new ArrayList<>();
            var unmarshaller = JAXBContext.newInstance(register.recordType()).createUnmarshaller();
            for (int place = 0; place < elements.getLength(); place++) {
                if (register.element().equals(elements.item(place).getLocalName())) {
                    records.add(unmarshaller
                            .unmarshal(elements.item(place), register.recordType())
                            .getValue());
                }
            }
            return new DeliveredFile<>(records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException | JAXBException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(
                            Path.of("wsdl/intake/v1/intake.xsd").toFile()));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
