package lt.mokiniai.contract.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.XmlParsers;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Checks a request against its service's schema before anything is read from it. A refusal names the element by its
 * path and says which element or attribute is missing or not expected, never a value.
 */
public final class SchemaCheck {

    private static final String CURRENT_ELEMENT = "http://apache.org/xml/properties/dom/current-element-node";
    private static final String MESSAGE_LOCALE = "http://apache.org/xml/properties/locale";

    /** As many as are kept for the next request; of more that are asked at once, each makes its own. */
    private static final int MOST_KEPT = 16;

    private final Schema schema;
    /** A validator costs more than what it does for a request, and serves one request at a time. */
    private final @Nullable BlockingQueue<Validator> kept;

    private SchemaCheck(Schema schema, boolean isOpen) {
        this.schema = schema;
        this.kept = isOpen ? null : new ArrayBlockingQueue<>(MOST_KEPT);
    }

    /**
     * Reads a schema, and those that it imports, from the class path alone.
     *
     * @param isOpen whether a request may hold elements that no schema names. A validator remembers each name that it has met,
     *     and so is used once there: else names that a sender chooses would outlive their message
     */
    public static SchemaCheck of(String resource, boolean isOpen) {
        try {
            SchemaFactory factory = XmlParsers.schemas();
            DOMImplementationLS inputs =
                    (DOMImplementationLS) new W3CDOMStreamWriter().getDocument().getImplementation();
            factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
                URI uri = URI.create(base).resolve(systemId);
                LSInput input = inputs.createLSInput();
                input.setSystemId(uri.toString());
                input.setByteStream(ClassPathSchemas.open(uri));
                return input;
            });
            URI uri = ClassPathSchemas.uri(resource);
            Source source = new StreamSource(ClassPathSchemas.open(uri), uri.toString());
            return new SchemaCheck(factory.newSchema(source), isOpen);
        } catch (SAXException e) {
            throw new IllegalStateException("the schema " + resource + " does not compile", e);
        }
    }

    /**
     * Checks the Body's element of a request.
     *
     * @throws ExchangeException {@code MR-103} that names the first element at fault
     */
    public void check(Element request) {
        Validator validator = kept == null ? null : kept.poll();
        if (validator == null) {
            validator = schema.newValidator();
        }
        validate(request, validator);
        // One that has refused a request is not used again: what it was in the middle of, nobody knows.
        validator.setErrorHandler(null);
        if (kept != null) {
            kept.offer(validator);
        }
    }

    private static void validate(Element request, Validator validator) {
        validator.setErrorHandler(new FirstFault(validator, request));
        try {
            validator.setProperty(MESSAGE_LOCALE, Locale.ENGLISH);
            validator.validate(new DOMSource(request));
        } catch (SAXException e) {
            throw ExchangeException.of(ExchangeError.SCHEMA)
                    .naming(Messages.text("schema.element", Elements.shortName(request)))
                    .because(e);
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory does not fail to be read", e);
        }
    }

    private record FirstFault(Validator validator, Element request) implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            Node at = (Node) validator.getProperty(CURRENT_ELEMENT);
            String name = Elements.shortName(at == null ? request : at);
            Text broken = BrokenRule.of(String.valueOf(e.getMessage()), name);
            throw ExchangeException.of(ExchangeError.SCHEMA).naming(broken).at(pathTo(at));
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            error(e);
        }

        private String pathTo(@Nullable Node at) {
            Deque<String> names = new ArrayDeque<>();
            for (Node node = at; node != null && !node.isSameNode(request); node = node.getParentNode()) {
                names.addFirst(Elements.shortName(node));
            }
            return names.isEmpty() ? Elements.shortName(request) : Elements.shortText(String.join("/", names));
        }
    }
}
