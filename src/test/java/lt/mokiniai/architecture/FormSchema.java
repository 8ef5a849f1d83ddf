package lt.mokiniai.architecture;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.Predicate;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.form.XmlWriter;

/** The schema of XML files of the form. */
final class FormSchema {

    private final StringBuilder text = new StringBuilder();

    private FormSchema() {}

    static String made() {
        FormSchema schema = new FormSchema();
        schema.write();
        return schema.text.toString();
    }

    private void write() {
        line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line(0, "<!-- Made from register/form/RecordKind and the bundles of texts by FormDocumentsTests. -->");
        line(
                0,
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"%1$s\" targetNamespace=\"%1$s\""
                                .formatted(XmlWriter.NAMESPACE)
                        + " elementFormDefault=\"qualified\">");
        register();
        student();
        Arrays.stream(RecordKind.values()).forEach(this::record);
        types();
        line(0, "</xs:schema>");
    }

    private void register() {
        line(1, "<xs:element name=\"" + XmlWriter.REGISTER + "\">");
        documentation(2, Messages.text(FormTexts.REGISTER));
        line(2, "<xs:complexType>");
        line(3, "<xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">");
        references(kind -> !kind.isOfStudents());
        line(4, "<xs:element ref=\"" + XmlWriter.STUDENT + "\"/>");
        line(3, "</xs:choice>");
        line(2, "</xs:complexType>");
        line(1, "</xs:element>");
    }

    private void student() {
        line(1, "<xs:element name=\"" + XmlWriter.STUDENT + "\">");
        documentation(2, Messages.text(FormTexts.STUDENT_RECORDS));
        line(2, "<xs:complexType>");
        line(3, "<xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">");
        references(RecordKind::isOfStudents);
        line(3, "</xs:choice>");
        Column key = RecordKind.IDENTITY.columns().get(0);
        attribute(XmlWriter.KEY, key, FormTexts.of(RecordKind.IDENTITY, key));
        line(2, "</xs:complexType>");
        line(1, "</xs:element>");
    }

    private void references(Predicate<RecordKind> which) {
        Arrays.stream(RecordKind.values())
                .filter(which)
                .forEach(kind -> line(4, "<xs:element ref=\"" + kind.element() + "\"/>"));
    }

    private void record(RecordKind kind) {
        line(1, "<xs:element name=\"" + kind.element() + "\">");
        documentation(2, FormTexts.of(kind));
        line(2, "<xs:complexType>");
        kind.columns().stream()
                // The student is named by the element around it.
                .skip(kind.isOfStudents() ? 1 : 0)
                .forEach(column -> attribute(column.name(), column, FormTexts.of(kind, column)));
        line(2, "</xs:complexType>");
        line(1, "</xs:element>");
    }

    private void attribute(String name, Column column, Text meaning) {
        line(
                3,
                "<xs:attribute name=\"%s\" type=\"%s\"%s>"
                        .formatted(name, type(column), column.isRequired() ? " use=\"required\"" : ""));
        documentation(4, meaning);
        line(3, "</xs:attribute>");
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case TEXT -> "Text" + column.most();
            case WORDS -> "Words" + column.most();
            case KEY -> "Key";
            case DATE -> "Day";
            case TIME -> "Moment";
            case NUMBER -> "Number";
        };
    }

    /** Spaces at the beginning or the end, and control characters, are no part of a value. */
    private void types() {
        TreeSet<Integer> texts = new TreeSet<>();
        TreeSet<Integer> words = new TreeSet<>();
        for (RecordKind kind : RecordKind.values()) {
            for (Column column : kind.columns()) {
                switch (column.type()) {
                    case TEXT -> texts.add(column.most());
                    case WORDS -> words.add(column.most());
                    case KEY, DATE, TIME, NUMBER -> {}
                }
            }
        }
        type("Key", "string", RecordKind.IDENTITY.columns().get(0).most(), "\\S(.*\\S)?");
        texts.forEach(most -> type("Text" + most, "string", most, "\\S(.*\\S)?"));
        words.forEach(most -> type("Words" + most, "string", most, "\\S+( \\S+)*"));
        type("Day", "date", 0, "[12][0-9]{3}-[0-9]{2}-[0-9]{2}");
        type("Moment", "dateTime", 0, "[12][^.]*(\\.[0-9]{1,6})?(Z|[+\\-][0-9]{2}:[0-9]{2})");
        type("Number", "nonNegativeInteger", 0, "[0-9]{1,9}");
    }

    private void type(String name, String base, int most, String pattern) {
        line(1, "<xs:simpleType name=\"" + name + "\">");
        line(2, "<xs:restriction base=\"xs:" + base + "\">");
        if (most > 0) {
            line(3, "<xs:maxLength value=\"" + most + "\"/>");
        }
        line(3, "<xs:pattern value=\"" + pattern + "\"/>");
        line(2, "</xs:restriction>");
        line(1, "</xs:simpleType>");
    }

    private void documentation(int depth, Text meaning) {
        line(depth, "<xs:annotation>");
        line(depth + 1, "<xs:documentation xml:lang=\"lt\">" + escaped(meaning.lt()) + ".</xs:documentation>");
        line(depth + 1, "<xs:documentation xml:lang=\"en\">" + escaped(meaning.en()) + ".</xs:documentation>");
        line(depth, "</xs:annotation>");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void line(int depth, String words) {
        text.append("  ".repeat(depth)).append(words).append('\n');
    }
}
