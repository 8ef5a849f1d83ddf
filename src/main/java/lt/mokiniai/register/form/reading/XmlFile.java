package lt.mokiniai.register.form.reading;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.XMLConstants;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.RecordPlace;
import lt.mokiniai.register.form.XmlWriter;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An XML file of records: {@code register}, within it records that are not of students, and {@code student} elements with
 * theirs. The value of a column is an attribute; no record has content.
 */
final class XmlFile extends DefaultHandler {

    /** How much text may stand between the beginnings of two elements. */
    private static final long LONGEST = 1 << 20;

    private final String name;
    private final RecordIntake intake;
    private @Nullable Utf8Reader text;
    private @Nullable Locator locator;
    private int depth;
    /** How deep the element stands whose content is not looked at; 0 where there is none. */
    private int skipped;

    private boolean isInStudent;
    private @Nullable String student;
    private boolean isTextTold;

    XmlFile(String name, RecordIntake intake) {
        this.name = name;
        this.intake = intake;
    }

    /** Reads it, to its end or to where it can be read no further. */
    void read(Utf8Reader reader) throws IOException {
        text = reader;
        reader.allow(LONGEST);
        try {
            XmlParsers.events().parse(new InputSource(reader), this);
            if (reader.endsInCharacter()) {
                intake.unreadable(LoadProblem.ENCODING.at(new RecordPlace(name, reader.line()), null));
            }
        } catch (Utf8Reader.TooMuchException e) {
            intake.unreadable(LoadProblem.VALUE_TOO_LONG.at(new RecordPlace(name, reader.line()), null, LONGEST));
        } catch (SAXParseException e) {
            RecordPlace place = new RecordPlace(name, Math.max(1, e.getLineNumber()));
            if (reader.isAtEnd() && reader.isEmpty()) {
                intake.unreadable(LoadProblem.NO_RECORDS.at(place, null));
            } else if (reader.isAtEnd()) {
                intake.unreadable(LoadProblem.CUT_OFF.at(place, null));
            } else {
                intake.unreadable(LoadProblem.NOT_XML.at(place, null, e.getColumnNumber()));
            }
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
        if (text != null) {
            text.allow(LONGEST);
        }
        isTextTold = false;
        depth++;
        if (skipped > 0) {
            return;
        }
        boolean isOurs = uri.equals(XmlWriter.NAMESPACE);
        Optional<RecordKind> kind = isOurs ? RecordKind.ofElement(local) : Optional.empty();
        if (depth == 1 && isOurs && local.equals(XmlWriter.REGISTER)) {
            registerElement(attributes);
        } else if (depth == 2 && isOurs && local.equals(XmlWriter.STUDENT)) {
            studentElement(attributes);
        } else if (depth == 2 && kind.isPresent() && !kind.get().isOfStudents()) {
            record(kind.get(), attributes);
        } else if (depth == 3 && isInStudent && kind.isPresent() && kind.get().isOfStudents()) {
            record(kind.get(), attributes);
        } else {
            skipped = depth;
            intake.unreadable(LoadProblem.UNKNOWN_ELEMENT.at(place(), Elements.shortText(local)));
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        isTextTold = false;
        if (skipped == depth) {
            skipped = 0;
        }
        if (depth == 2) {
            isInStudent = false;
        }
        depth--;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (skipped > 0 || isTextTold) {
            return;
        }
        for (int i = start; i < start + length; i++) {
            if (" \t\r\n".indexOf(characters[i]) < 0) {
                isTextTold = true;
                intake.unreadable(LoadProblem.UNKNOWN_ELEMENT.at(place(), null));
                return;
            }
        }
    }

    private void registerElement(Attributes attributes) {
        for (int i = 0; i < attributes.getLength(); i++) {
            // Where the schema is found may be said; it is not looked up.
            if (!isDeclaration(attributes, i)
                    && !attributes.getURI(i).equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
                unknown(attributes, i);
            }
        }
    }

    private void studentElement(Attributes attributes) {
        isInStudent = true;
        student = null;
        for (int i = 0; i < attributes.getLength(); i++) {
            if (isOwn(attributes, i) && attributes.getLocalName(i).equals(XmlWriter.KEY)) {
                student = valueOf(attributes, i);
            } else if (!isDeclaration(attributes, i)) {
                unknown(attributes, i);
            }
        }
        LoadProblem problem =
                RecordKind.IDENTITY.columns().get(0).problem(student).orElse(null);
        if (problem != null) {
            // Whose records these are cannot be told; each of them would say the same.
            skipped = depth;
            intake.unreadable(
                    problem == LoadProblem.VALUE_TOO_LONG
                            ? problem.at(
                                    place(),
                                    XmlWriter.KEY,
                                    RecordKind.IDENTITY.columns().get(0).most())
                            : problem.at(place(), XmlWriter.KEY));
        }
    }

    private void record(RecordKind kind, Attributes attributes) {
        @Nullable String[] values = new String[kind.columns().size()];
        if (kind.isOfStudents()) {
            values[0] = student;
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            if (isDeclaration(attributes, i)) {
                continue;
            }
            int column = isOwn(attributes, i) ? place(kind, attributes.getLocalName(i)) : -1;
            if (column < 0) {
                intake.broken(kind, student, LoadProblem.UNKNOWN_ELEMENT.at(place(), attribute(attributes, i)));
                return;
            }
            values[column] = valueOf(attributes, i);
        }
        intake.record(kind, place(), Arrays.asList(values));
    }

    /** The place of an attribute among the values; -1 where there is no such attribute. */
    private static int place(RecordKind kind, String attribute) {
        int place = kind.find(attribute);
        // The student is named by the element around the record.
        return place == 0 && kind.isOfStudents() ? -1 : place;
    }

    private static @Nullable String valueOf(Attributes attributes, int i) {
        String value = attributes.getValue(i);
        return value.isEmpty() ? null : value;
    }

    private static boolean isOwn(Attributes attributes, int i) {
        return attributes.getURI(i).isEmpty();
    }

    private static boolean isDeclaration(Attributes attributes, int i) {
        return attributes.getURI(i).equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI);
    }

    private void unknown(Attributes attributes, int i) {
        intake.unreadable(LoadProblem.UNKNOWN_ELEMENT.at(place(), attribute(attributes, i)));
    }

    private static String attribute(Attributes attributes, int i) {
        return Elements.shortText(attributes.getLocalName(i));
    }

    private RecordPlace place() {
        return new RecordPlace(name, locator == null ? 1 : Math.max(1, locator.getLineNumber()));
    }
}
