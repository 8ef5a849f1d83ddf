package lt.mokiniai.intake.deliveries;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import lt.mokiniai.contract.schema.SchemaCheck;
import lt.mokiniai.intake.source.CommonProblem;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.intake.source.SourceDescription;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.platform.xml.XmlText;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Records of source registers as XML: as they are kept, and as they stand in files and in answers of sources. */
@Component
public class RecordXml {

    /** A header that is always valid, so that a record can be checked by the schema of the request. */
    private static final Map<String, String> HEADER =
            Map.of("kind", "CHANGES", "series", "-", "sequence", "1", "records", "1");

    private static final List<String> HEADER_ORDER = List.of("kind", "series", "sequence", "records");

    /** As much of what cannot be read as is kept. */
    private static final int MOST_KEPT = 20_000;

    private final Map<Class<?>, JAXBContext> contexts = new ConcurrentHashMap<>();
    private final Map<String, SchemaCheck> schemas = new ConcurrentHashMap<>();

    /**
     * Reads a record that stands in a file or an answer.
     *
     * @return a broken one where it is not valid against the schema
     */
    public <R> ReadRecord<R> read(SourceRegister<R> register, Element told) {
        SourceDescription<R> description = register.description();
        Optional<RecordFinding> invalid = invalid(description, told);
        return invalid.<ReadRecord<R>>map(finding -> new ReadRecord.Broken<>(text(told), List.of(finding)))
                .orElseGet(() -> new ReadRecord.Whole<>(unmarshalled(description, told)));
    }

    /** Gives the XML of a record, always the same for the same content. */
    public <R> String written(SourceRegister<R> register, R told) {
        SourceDescription<R> description = register.description();
        try {
            Marshaller marshaller = context(description).createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            StringWriter text = new StringWriter();
            marshaller.marshal(new JAXBElement<>(name(description), description.recordType(), told), text);
            return text.toString();
        } catch (JAXBException e) {
            throw new IllegalStateException("a record that was read can be written", e);
        }
    }

    /** Reads a record that {@link #written} gave. */
    public <R> R kept(SourceRegister<R> register, String text) {
        try {
            Document document = XmlParsers.parse(text.getBytes(StandardCharsets.UTF_8));
            return unmarshalled(register.description(), document.getDocumentElement());
        } catch (SAXException e) {
            throw new IllegalStateException("a record that was kept can be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<RecordFinding> invalid(SourceDescription<?> description, Element told) {
        boolean isOfTheRegister = description.namespace().equals(told.getNamespaceURI())
                && description.element().equals(told.getLocalName());
        if (!isOfTheRegister) {
            return Optional.of(CommonProblem.OTHER_RECORD.finding());
        }
        Document request = XmlParsers.newDocument();
        Element root = child(description, request, request, description.request());
        Element header = child(description, request, root, "delivery");
        HEADER_ORDER.forEach(each -> child(description, request, header, each).setTextContent(HEADER.get(each)));
        root.appendChild(request.importNode(told, true));
        try {
            schemas.computeIfAbsent(description.schema(), schema -> SchemaCheck.of(schema, false))
                    .check(root);
            return Optional.empty();
        } catch (ExchangeException invalid) {
            Problem problem = invalid.problem();
            String path = String.valueOf(problem.field()).replaceFirst("^" + description.element() + "(\\[1])?/?", "");
            Object broken = problem.particulars() == null ? "–" : problem.particulars();
            return Optional.of(new RecordFinding(
                    CommonProblem.INVALID.code(),
                    Optional.of(path).filter(field -> !field.isEmpty()),
                    Messages.filled(CommonProblem.INVALID.message(), broken)));
        }
    }

    private static Element child(
            SourceDescription<?> description, Document document, org.w3c.dom.Node parent, String name) {
        Element child = document.createElementNS(description.namespace(), name);
        parent.appendChild(child);
        return child;
    }

    private <R> R unmarshalled(SourceDescription<R> description, Element told) {
        try {
            return context(description)
                    .createUnmarshaller()
                    .unmarshal(told, description.recordType())
                    .getValue();
        } catch (JAXBException e) {
            throw new IllegalStateException("a record that is valid can be read", e);
        }
    }

    private JAXBContext context(SourceDescription<?> description) {
        return contexts.computeIfAbsent(description.recordType(), type -> {
            try {
                return JAXBContext.newInstance(type);
            } catch (JAXBException e) {
                throw new IllegalStateException("the schema generates what JAXB reads", e);
            }
        });
    }

    private static QName name(SourceDescription<?> description) {
        return new QName(description.namespace(), description.element());
    }

    private static String text(Element told) {
        String text = XmlText.of(told);
        return text.substring(0, Math.min(MOST_KEPT, text.length()));
    }
}
