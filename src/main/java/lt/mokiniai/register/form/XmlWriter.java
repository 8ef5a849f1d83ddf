package lt.mokiniai.register.form;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lt.mokiniai.platform.embedded.OwnerOnly;
import org.jspecify.annotations.Nullable;

/** Writes an XML file, as {@code load/register-1.xsd} has it; its owner alone may read it. */
public final class XmlWriter implements RecordWriter {

    /** The namespace of the form; its number changes with the form. */
    public static final String NAMESPACE = "http://mokiniai.lt/load/1";

    /** The root element. */
    public static final String REGISTER = "register";

    /** The element around the records of a student. */
    public static final String STUDENT = "student";

    /** Its attribute, what the file names the student by. */
    public static final String KEY = "key";

    private final OutputStream file;
    private final XMLStreamWriter xml;
    private @Nullable String student;
    private long changed;

    /**
     * Writes a new file.
     *
     * @throws UncheckedIOException when there is such a file
     */
    public XmlWriter(Path path) {
        try {
            OwnerOnly.createFile(path);
            file = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(file, StandardCharsets.UTF_8.name());
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            line(0);
            xml.writeStartElement(NAMESPACE, REGISTER);
            xml.writeDefaultNamespace(NAMESPACE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    @Override
    public void write(RecordKind kind, List<@Nullable String> values) {
        if (values.size() != kind.columns().size()) {
            throw new IllegalArgumentException(kind + " has " + kind.columns().size() + " columns");
        }
        int first = kind.isOfStudents() ? 1 : 0;
        if (kind.isOfStudents() ? !Objects.equals(student, values.get(0)) : student != null) {
            throw new IllegalStateException(kind + " stands within another student, or within none");
        }
        List<@Nullable String> written = Column.written(kind.columns(), values);
        changed += written.equals(values) ? 0 : 1;
        try {
            line(1 + first);
            xml.writeEmptyElement(NAMESPACE, kind.element());
            for (int i = first; i < written.size(); i++) {
                String value = written.get(i);
                if (value != null) {
                    attribute(kind.columns().get(i).name(), value);
                }
            }
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    @Override
    public long changed() {
        return changed;
    }

    @Override
    public void beginStudent(String key) {
        if (student != null) {
            throw new IllegalStateException("the student before has not ended");
        }
        student = key;
        try {
            line(1);
            xml.writeStartElement(NAMESPACE, STUDENT);
            attribute(KEY, key);
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    @Override
    public void endStudent() {
        student = null;
        try {
            line(1);
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** What XML cannot hold (XML 1.0, 2.2) would make the whole file unreadable. */
    private void attribute(String name, String value) throws XMLStreamException {
        if (value.codePoints()
                .anyMatch(character -> character < ' '
                        || Character.getType(character) == Character.SURROGATE
                        || character == 0xFFFE
                        || character == 0xFFFF)) {
            throw new IllegalArgumentException("a value of " + name + " has a character that XML cannot hold");
        }
        xml.writeAttribute(name, value);
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** Ends the file; the root is not ended where a student is not, so that such a file is told as cut off. */
    @Override
    public void close() {
        try (OutputStream closed = file) {
            if (student == null) {
                line(0);
                xml.writeEndElement();
                line(0);
            }
            xml.flush();
            closed.flush();
        } catch (XMLStreamException e) {
            throw failed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UncheckedIOException failed(XMLStreamException e) {
        return new UncheckedIOException(
                e.getNestedException() instanceof IOException io ? io : new IOException("XML cannot be written", e));
    }
}
