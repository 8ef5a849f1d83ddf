package lt.mokiniai.intake.transport.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.dsig.XMLSignature;
import lt.mokiniai.intake.transport.TransportProblem;
import lt.mokiniai.intake.transport.files.BatchCopy.Copied;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.register.form.RecordPlace;
import lt.mokiniai.register.form.reading.Utf8Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An XML document as a stream of the elements within its root, each a tree of its own; those of signatures are passed by. How
 * many there are does not count for the memory that it takes.
 */
final class ElementFile extends DefaultHandler {

    /** How many characters an element within the root may take, with what is within it. */
    private static final int LONGEST = 1 << 20;

    /** Takes the elements, one after the other. */
    interface Visitor {

        /** Takes the root, without what is within it. */
        void root(Element root);

        /** Takes an element within the root. */
        void element(Element element, RecordPlace place);
    }

    private final Copied file;
    private final Visitor visitor;
    private final Deque<Element> open = new ArrayDeque<>();
    private @Nullable Utf8Reader text;
    private @Nullable Locator locator;
    private int depth;
    private long line;

    private ElementFile(Copied file, Visitor visitor) {
        this.file = file;
        this.visitor = visitor;
    }

    /**
     * Reads a file.
     *
     * @throws lt.mokiniai.intake.transport.NotDelivered {@code MR-S603} to {@code MR-S605} when it cannot be read to its end
     */
    static void read(Copied file, Visitor visitor) {
        try (InputStream bytes = Files.newInputStream(file.path())) {
            new ElementFile(file, visitor).read(new Utf8Reader(bytes));
        } catch (Utf8Reader.NotUtf8Exception e) {
            throw TransportProblem.ENCODING
                    .refusal(new RecordPlace(file.name(), e.line()))
                    .because(e);
        } catch (IOException e) {
            throw TransportProblem.NOT_READABLE
                    .refusal(file.top(), e.getClass().getSimpleName())
                    .because(e);
        }
    }

    private void read(Utf8Reader reader) throws IOException {
        text = reader;
        reader.allow(LONGEST);
        try {
            XmlParsers.events().parse(new InputSource(reader), this);
            if (reader.endsInCharacter()) {
                throw TransportProblem.ENCODING.refusal(new RecordPlace(file.name(), reader.line()));
            }
        } catch (Utf8Reader.TooMuchException e) {
            throw TransportProblem.TOO_LARGE
                    .refusal(new RecordPlace(file.name(), reader.line()), DataSize.ofBytes(LONGEST))
                    .because(e);
        } catch (SAXParseException e) {
            RecordPlace place = new RecordPlace(file.name(), Math.max(1, e.getLineNumber()));
            throw reader.isAtEnd()
                    ? TransportProblem.CUT_OFF.refusal(place).because(e)
                    : TransportProblem.NOT_XML
                            .refusal(place, e.getColumnNumber())
                            .because(e);
        } catch (SAXException e) {
            throw new IOException("the parser gave up", e);
        }
    }

    @Override
    public void setDocumentLocator(Locator here) {
        locator = here;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        depth++;
        if (depth <= 2 && text != null) {
            text.allow(LONGEST);
        }
        if (depth == 1) {
            visitor.root(made(XmlParsers.newDocument(), uri, qualified, attributes));
        } else if (depth == 2) {
            line = here();
            if (!XMLSignature.XMLNS.equals(uri)) {
                open.push(made(XmlParsers.newDocument(), uri, qualified, attributes));
            }
        } else if (!open.isEmpty()) {
            Element child = made(open.element().getOwnerDocument(), uri, qualified, attributes);
            open.element().appendChild(child);
            open.push(child);
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        if (!open.isEmpty()) {
            Element ended = open.pop();
            if (depth == 2) {
                ended.normalize();
                visitor.element(ended, new RecordPlace(file.name(), line));
            }
        }
        depth--;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        String told = new String(characters, start, length);
        if (!open.isEmpty()) {
            open.element().appendChild(open.element().getOwnerDocument().createTextNode(told));
        } else if (depth == 1 && !told.isBlank()) {
            throw TransportProblem.NOT_A_BATCH.refusal(new RecordPlace(file.name(), here()));
        }
    }

    private long here() {
        return locator == null ? 1 : Math.max(1, locator.getLineNumber());
    }

    private static Element made(Document document, String uri, String qualified, Attributes attributes) {
        Element element = document.createElementNS(orNone(uri), qualified);
        for (int i = 0; i < attributes.getLength(); i++) {
            element.setAttributeNS(orNone(attributes.getURI(i)), attributes.getQName(i), attributes.getValue(i));
        }
        return element;
    }

    private static @Nullable String orNone(String namespace) {
        return namespace.isEmpty() ? null : namespace;
    }

    /**
     * What an XML document is, as far as it tells without its records.
     *
     * @param root without what is within it
     * @param first the first element within it
     * @param more how many follow
     */
    record Outline(Element root, Optional<Element> first, long more) {

        /**
         * Reads a document, to its end.
         *
         * @throws lt.mokiniai.intake.transport.NotDelivered when it cannot be
         */
        static Outline of(Copied file) {
            Reading reading = new Reading();
            ElementFile.read(file, reading);
            Element root =
                    reading.roots.stream().findFirst().orElseThrow(() -> TransportProblem.CUT_OFF.refusal(file.top()));
            return new Outline(root, reading.first, reading.more);
        }

        private static final class Reading implements Visitor {

            private final List<Element> roots = new ArrayList<>();
            private Optional<Element> first = Optional.empty();
            private long more;

            @Override
            public void root(Element root) {
                roots.add(root);
            }

            @Override
            public void element(Element element, RecordPlace place) {
                if (first.isEmpty()) {
                    first = Optional.of(element);
                } else {
                    more++;
                }
            }
        }
    }
}
