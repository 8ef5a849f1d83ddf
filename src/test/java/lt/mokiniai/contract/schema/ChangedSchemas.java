package lt.mokiniai.contract.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lt.mokiniai.Fork;

/** Copies of {@code wsdl/} on the class path, with what a later release may put into it. */
public final class ChangedSchemas {

    /** The place on the class path of schemas to which an edition 2 has added something of every kind. */
    public static final String SECOND_EDITION = secondEdition();

    private ChangedSchemas() {}

    /** A text that is put before or after another one of a file, or in its place. */
    public record Change(String file, String old, String changed) {}

    /** Gives the operations of the schemas with an edition 2. */
    public static PublishedOperations published() {
        return PublishedOperations.load(SECOND_EDITION);
    }

    /**
     * Gives operations whose getStudent asks by a {@code status} since edition 1, of which a value came with edition 2:
     * none of the published requests holds an enumeration yet.
     */
    public static PublishedOperations withALaterValueToAskBy() {
        String person = "<xs:element name=\"person\" type=\"t:PersonSelector\">";
        String status = structure("status").replace("edition=\"2\"", "edition=\"1\"");
        return PublishedOperations.load(copy(
                "value-to-ask-by",
                List.of(
                        new Change("students.xsd", person, status.replace("t:Text", "t:CertificateStatus") + person),
                        value("CertificateStatus", "SUSPENDED", "REVOKED"))));
    }

    /** Makes a copy with changes; gives its place on the class path, which ends in a slash. */
    static String copy(String name, List<Change> changes) {
        String place = "schemas/" + Fork.NAME + "/" + name + "/";
        Path copy = Fork.CLASSES.resolve(place);
        try (Stream<Path> files = Files.walk(Path.of("wsdl"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                for (Change change : changes) {
                    if (file.endsWith(change.file())) {
                        if (!text.contains(change.old())) {
                            throw new AssertionError(file + " does not hold " + change.old());
                        }
                        text = text.replace(change.old(), change.changed());
                    }
                }
                Path written = copy.resolve(file);
                Files.createDirectories(written.getParent());
                Files.write(written, text.getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return place;
    }

    /**
     * Gives the operations of the schemas with an edition 2, in which parts of a receipt and of a fault that the register
     * writes today are as if they had come with it.
     */
    public static PublishedOperations withLaterParts() {
        List<Change> changes = secondEditionChanges();
        changes.add(marked("<xs:element name=\"students\" type=\"xs:int\">"));
        changes.add(marked("<xs:element name=\"field\" type=\"xs:string\" minOccurs=\"0\">"));
        return PublishedOperations.load(copy("second-edition-of-parts", changes));
    }

    private static Change marked(String element) {
        String declared = part("types.xsd", Pattern.quote(element) + ".*?</xs:element>")
                .findFirst()
                .orElseThrow();
        String optional = element.contains("minOccurs") ? element : element.replace(">", " minOccurs=\"0\">");
        return new Change(
                "types.xsd",
                declared,
                declared.replace(element, optional)
                        .replace(
                                "</xs:annotation>",
                                "<xs:appinfo><meta:since xmlns:meta=\"http://mokiniai.lt/meta/v1\" edition=\"2\"/></xs:appinfo></xs:annotation>"));
    }

    private static String secondEdition() {
        return copy("second-edition", secondEditionChanges());
    }

    private static List<Change> secondEditionChanges() {
        List<Change> changes = new ArrayList<>();
        // An operation that is declared as getStudent is.
        changes.addAll(
                newOperation("students.xsd", "  <xs:element name=\"getStudent(Response)?\">.*?\n  </xs:element>\n"));
        changes.addAll(
                newOperation("students.wsdl", "  <wsdl:message name=\"getStudent(Response)?\">.*?</wsdl:message>\n"));
        changes.addAll(newOperation("students.wsdl", "    <wsdl:operation name=\"getStudent\">.*?</wsdl:operation>\n"));
        changes.addAll(List.of(
                // Items in groups, one of a special category among them.
                addedTo("Origin", item("preferredLanguage", "MR-2.4", "personal")),
                addedTo("SpecialNeeds", item("plan", "MR-5.3", "special")),
                // A choice within a group.
                addedTo(
                        "Residence",
                        "<xs:choice minOccurs=\"0\">" + item("postcode", "MR-3.7", "personal")
                                + item("abroad", "MR-3.8", "personal") + "</xs:choice>"),
                // What a request may ask by: a criterion, and a fact.
                addedToOf("students.xsd", "FindCriteria", item("sex", "MR-1.7", "personal")),
                new Change(
                        "students.xsd",
                        "<xs:element name=\"studiesInMunicipality\"",
                        item("hasCertificate", "MR-15.1", "personal").replace(" minOccurs=\"0\"", "")
                                + "<xs:element name=\"studiesInMunicipality\""),
                // Values of enumerations: of what is in every answer, and of a data item.
                value("Outcome", "WITHHELD", "NOT_FOUND"),
                value("CertificateStatus", "SUSPENDED", "REVOKED"),
                value("AbsenceReason", "ERASED", "NOT_RECORDED"),
                // What no grant names: in an answer, a request, a receipt, a fault, and of a party itself.
                new Change(
                        "students.xsd",
                        "<xs:element name=\"student\" type=\"t:Student\" minOccurs=\"0\">",
                        structure("source") + "<xs:element name=\"student\" type=\"t:Student\" minOccurs=\"0\">"),
                addedTo("Receipt", structure("node")),
                addedTo("Fault", structure("hint")),
                new Change(
                        "contracts.xsd",
                        "<xs:element name=\"contractSet\" type=\"tns:Sha256\">",
                        structure("notice") + "<xs:element name=\"contractSet\" type=\"tns:Sha256\">"),
                new Change(
                        "students.xsd",
                        "<xs:element name=\"person\" type=\"t:PersonSelector\">",
                        structure("brief") + "<xs:element name=\"person\" type=\"t:PersonSelector\">"),
                // A way of delivery.
                new Change(
                        "enrolments.xsd",
                        "<meta:delivers as=\"batch\" edition=\"1\"/>",
                        "<meta:delivers as=\"batch\" edition=\"1\"/><meta:delivers as=\"extract\" edition=\"2\"/>")));
        return changes;
    }

    static Change addedTo(String type, String elements) {
        return addedToOf("types.xsd", type, elements);
    }

    private static Change addedToOf(String file, String type, String elements) {
        String declared = part(file, "  <xs:complexType name=\"" + type + "\">.*?</xs:complexType>\n")
                .findFirst()
                .orElseThrow();
        int end = declared.lastIndexOf("</xs:sequence>");
        return new Change(file, declared, declared.substring(0, end) + elements + declared.substring(end));
    }

    static String item(String name, String number, String sensitivity) {
        return "<xs:element name=\"%s\" type=\"t:Text\" minOccurs=\"0\">%s</xs:element>"
                .formatted(
                        name,
                        annotation(
                                "<meta:item xmlns:meta=\"http://mokiniai.lt/meta/v1\" number=\"%s\" sensitivity=\"%s\" edition=\"2\"/>"
                                        .formatted(number, sensitivity)));
    }

    private static String structure(String name) {
        return "<xs:element name=\"%s\" type=\"t:Text\" minOccurs=\"0\">%s</xs:element>"
                .formatted(name, annotation("<meta:since xmlns:meta=\"http://mokiniai.lt/meta/v1\" edition=\"2\"/>"));
    }

    static Change value(String type, String value, String earlier) {
        String declared = part("types.xsd", "  <xs:simpleType name=\"" + type + "\">.*?</xs:simpleType>\n")
                .findFirst()
                .orElseThrow();
        return new Change(
                "types.xsd",
                declared,
                declared.replace(
                        "</xs:restriction>",
                        "<xs:enumeration value=\"%s\">%s</xs:enumeration></xs:restriction>"
                                .formatted(
                                        value,
                                        annotation(
                                                "<meta:since xmlns:meta=\"http://mokiniai.lt/meta/v1\" edition=\"2\" earlier=\"%s\"/>"
                                                        .formatted(earlier)))));
    }

    private static String annotation(String mark) {
        return "<xs:annotation><xs:documentation xml:lang=\"lt\">Naujas.</xs:documentation>"
                + "<xs:documentation xml:lang=\"en\">New.</xs:documentation><xs:appinfo>" + mark
                + "</xs:appinfo></xs:annotation>";
    }

    private static List<Change> newOperation(String file, String pattern) {
        return part(file, pattern)
                .map(declared -> new Change(
                        file,
                        declared,
                        declared
                                + declared.replace("getStudent", "previewStudent")
                                        .replace("edition=\"1\"", "edition=\"2\"")))
                .toList();
    }

    private static Stream<String> part(String file, String pattern) {
        try (Stream<Path> files = Files.walk(Path.of("wsdl"))) {
            Path found = files.filter(path -> path.endsWith(file)).findFirst().orElseThrow();
            return Pattern.compile(pattern, Pattern.DOTALL)
                    .matcher(Files.readString(found))
                    .results()
                    .map(MatchResult::group)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
