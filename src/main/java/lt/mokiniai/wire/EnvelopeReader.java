package lt.mokiniai.wire;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.Refusal;
import lt.mokiniai.wire.WireProperties.Limits;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;
import org.codehaus.stax2.XMLInputFactory2;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * Reads a message's bytes into a document within the limits (design, messages.md, 'Hard limits'): UTF-8, no DTD, no
 * processing instruction, no entity but the five of XML. Comments are left out, so that no text is split by one.
 */
@Component
class EnvelopeReader {

    // Woodstox names the limit in its message and nowhere else.
    private static final Pattern LIMIT =
            Pattern.compile("(Maximum [A-Za-z ]+|Attribute) limit \\((\\d+)\\)", Pattern.CASE_INSENSITIVE);

    private final XMLInputFactory factory;
    private final int longestText;

    EnvelopeReader(WireProperties properties) {
        Limits limits = properties.limits();
        WstxInputFactory woodstox = new WstxInputFactory();
        woodstox.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        woodstox.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        woodstox.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Else a fault in a text is found when it is asked for, by an exception that nobody declares.
        woodstox.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        woodstox.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
        woodstox.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) limits.elements());
        woodstox.setProperty(WstxInputProperties.P_MAX_CHILDREN_PER_ELEMENT, limits.children());
        woodstox.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
        woodstox.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.attributeSize());
        woodstox.setProperty(WstxInputProperties.P_MAX_CHARACTERS, (long) limits.bytes());
        this.factory = woodstox;
        this.longestText = limits.text();
    }

    /** @throws Refusal {@code MR-101} when it is not such XML, {@code MR-104} when it breaks a limit */
    Document read(byte[] message) {
        try {
            XMLStreamReader reader = new Strict(
                    // Named, so that it is not guessed from the first bytes.
                    factory.createXMLStreamReader(new ByteArrayInputStream(message), StandardCharsets.UTF_8.name()),
                    longestText);
            String encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !"UTF-8".equalsIgnoreCase(encoding)) {
                throw Refusal.of(ExchangeError.NOT_XML);
            }
            W3CDOMStreamWriter writer = new W3CDOMStreamWriter();
            StaxUtils.copy(reader, writer);
            Document document = writer.getDocument();
            document.normalize();
            return document;
        } catch (XMLStreamException e) {
            throw limitIn(e).orElseGet(() -> Refusal.of(ExchangeError.NOT_XML)).because(e);
        }
    }

    private static Optional<Refusal> limitIn(XMLStreamException e) {
        Matcher limit = LIMIT.matcher(String.valueOf(e.getMessage()));
        return limit.find()
                ? Optional.of(Refusal.of(ExchangeError.LIMIT).naming(limit.group(1) + " (" + limit.group(2) + ")"))
                : Optional.empty();
    }

    /** Lets elements and text through, passes over comments, and refuses what the profile has no use for. */
    private static final class Strict extends StreamReaderDelegate {

        // Woodstox does not keep its own limit of a text where it joins the pieces of one.
        private final int longestText;

        Strict(XMLStreamReader reader, int longestText) {
            super(reader);
            this.longestText = longestText;
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            while (event == XMLStreamConstants.COMMENT) {
                event = super.next();
            }
            if (event == XMLStreamConstants.DTD
                    || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                    || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw Refusal.of(ExchangeError.NOT_XML);
            }
            if (isText(event) && getTextLength() > longestText) {
                throw Refusal.of(ExchangeError.LIMIT).naming("text (" + longestText + ")");
            }
            return event;
        }

        private static boolean isText(int event) {
            return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
        }
    }
}
