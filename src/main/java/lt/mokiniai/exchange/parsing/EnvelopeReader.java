package lt.mokiniai.exchange.parsing;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.util.SymbolTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.codehaus.stax2.XMLInputFactory2;
import org.w3c.dom.Document;

/**
 * Reads a message's bytes into a document within the limits (docs/messages.md, 'Limits'): XML 1.0 in UTF-8, no DTD, no
 * processing instruction, no entity but the five of XML. Comments are left out, so that no text is split by one.
 */
public final class EnvelopeReader {

    // Woodstox names the limit in its message and nowhere else.
    private static final Pattern LIMIT =
            Pattern.compile("^(Maximum [A-Za-z ]{1,40}|Attribute) limit \\((\\d+)\\)", Pattern.CASE_INSENSITIVE);

    final XMLInputFactory factory;
    private final Limits limits;

    /** @param limits what a message may measure */
    public EnvelopeReader(Limits limits) {
        WstxInputFactory woodstox = new ForgetfulFactory();
        woodstox.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        woodstox.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        woodstox.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Else a fault in a text is found when it is asked for, by an exception that nobody declares.
        woodstox.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        // Else names outlive their message, in tables that all messages share.
        woodstox.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
        woodstox.setProperty(XMLInputFactory2.P_INTERN_NS_URIS, false);
        woodstox.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
        woodstox.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) limits.elements());
        woodstox.setProperty(WstxInputProperties.P_MAX_CHILDREN_PER_ELEMENT, limits.children());
        woodstox.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
        woodstox.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.attributeSize());
        woodstox.setProperty(WstxInputProperties.P_MAX_CHARACTERS, (long) limits.bytes());
        this.factory = woodstox;
        this.limits = limits;
    }

    /**
     * Reads a message whole.
     *
     * @throws ExchangeException {@code MR-101} when it is not such XML, {@code MR-102} when its root is not an Envelope of SOAP
     *     1.1, {@code MR-104} when it breaks a limit
     */
    public Document read(byte[] message) {
        if (message.length > limits.bytes()) {
            throw ExchangeException.of(ExchangeError.LIMIT).naming("bytes (" + limits.bytes() + ")");
        }
        return read(message, new MessageMeter(limits, message.length));
    }

    Document read(byte[] message, MessageMeter meter) {
        try {
            // The encoding is named, so that it is not guessed from the first bytes.
            XMLStreamReader reader =
                    factory.createXMLStreamReader(new ByteArrayInputStream(message), StandardCharsets.UTF_8.name());
            String encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !"UTF-8".equalsIgnoreCase(encoding)) {
                throw ExchangeException.of(ExchangeError.NOT_XML);
            }
            // XML 1.1 has control characters, which an answer in XML 1.0 could not hand back.
            String version = reader.getVersion();
            if (version != null && !"1.0".equals(version)) {
                throw ExchangeException.of(ExchangeError.NOT_XML);
            }
            return new TreeBuilder(reader, meter).build();
        } catch (XMLStreamException e) {
            throw limitIn(e)
                    .orElseGet(() -> ExchangeException.of(ExchangeError.NOT_XML))
                    .because(e);
        }
    }

    private static Optional<ExchangeException> limitIn(XMLStreamException e) {
        Matcher limit = LIMIT.matcher(String.valueOf(e.getMessage()));
        return limit.find()
                ? Optional.of(
                        ExchangeException.of(ExchangeError.LIMIT).naming(limit.group(1) + " (" + limit.group(2) + ")"))
                : Optional.empty();
    }

    /**
     * Takes no name of one message over to the next. Woodstox would: what a stranger sent, names of a megabyte or names
     * that share one place of the table, would stay and slow down whatever is read later.
     */
    private static final class ForgetfulFactory extends WstxInputFactory {

        @Override
        public synchronized void updateSymbolTable(SymbolTable ofOneMessage) {}
    }
}
