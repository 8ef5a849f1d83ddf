package lt.mokiniai.tools.client;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import lt.mokiniai.platform.xml.XmlParsers;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the register answered: an answer or a fault. */
public final class Reply {

    private static final String TYPES = "http://mokiniai.lt/types/v1";

    private final Document document;

    private Reply(Document document) {
        this.document = document;
    }

    /**
     * Reads what came back.
     *
     * @throws IOException when the bytes are no SOAP message
     */
    public static Reply read(byte[] bytes, int status) throws IOException {
        Document document;
        try {
            document = XmlParsers.parse(bytes);
        } catch (SAXException e) {
            throw new IOException("HTTP " + status + " and no XML: is this the address of the service?", e);
        }
        Reply reply = new Reply(document);
        if (reply.first(Namespaces.SOAP, "Body").isEmpty()) {
            throw new IOException("HTTP " + status + " and no SOAP message");
        }
        return reply;
    }

    /** The whole envelope. */
    public Document document() {
        return document;
    }

    /** The element within the Body. */
    public Element content() {
        return Elements.all(document, Namespaces.SOAP, "Body").stream()
                .flatMap(found -> Elements.children(found).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the answer's Body is empty"));
    }

    /** Tells whether there is a signature; it is verified elsewhere. */
    public boolean isSigned() {
        return first(Namespaces.WSSE, "Security").isPresent();
    }

    /** Tells whether it is a SOAP Fault. */
    public boolean isFault() {
        return "Fault".equals(content().getLocalName())
                && Namespaces.SOAP.equals(content().getNamespaceURI());
    }

    /**
     * A fault as the register tells it.
     *
     * @param code such as {@code MR-305}; empty where the fault is not the register's own
     * @param text what is wrong; of a fault that is not the register's own, what it says, in both
     * @param field what it is about
     * @param contract under which it was refused
     * @param correlationId the number under which the register logged it
     * @param remedy what to do
     * @param problems all that is wrong with a message that writes, the first included
     */
    public record Fault(
            Optional<String> code,
            Text text,
            Optional<String> field,
            Optional<String> contract,
            Optional<String> correlationId,
            Optional<Text> remedy,
            List<Problem> problems) {}

    /** One thing that is wrong with a message that writes. */
    public record Problem(String code, String field, Text text) {}

    /** The fault, where it is one. */
    public Optional<Fault> fault() {
        if (!isFault()) {
            return Optional.empty();
        }
        Optional<String> code = text("code");
        return Optional.of(new Fault(
                code,
                code.isPresent()
                        ? new Text(text("lt").orElse(""), text("en").orElse(""))
                        : Text.same(content().getTextContent().strip()),
                text("field"),
                text("contract"),
                text("correlationId"),
                code.flatMap(Reply::remedy),
                problems()));
    }

    private List<Problem> problems() {
        return first(TYPES, "fault").stream()
                .flatMap(fault -> Elements.children(fault, "problem").stream())
                .map(problem -> {
                    Element message = Elements.children(problem, "message").get(0);
                    return new Problem(
                            text(problem, "code"),
                            text(problem, "field"),
                            new Text(text(message, "lt"), text(message, "en")));
                })
                .toList();
    }

    /** The receipt by the names of its elements, where the answer has one. */
    public Map<String, String> receipt() {
        Map<String, String> said = new LinkedHashMap<>();
        first(TYPES, "receipt")
                .ifPresent(receipt -> Elements.children(receipt)
                        .forEach(part -> said.put(
                                part.getLocalName(), part.getTextContent().strip())));
        return said;
    }

    /** A fault in lines to read: code and text, what it is about, the number under which the register logged it. */
    public List<String> faultLines() {
        List<String> lines = new ArrayList<>();
        Fault fault = fault().orElseThrow();
        if (fault.code().isEmpty()) {
            lines.add(fault.text().en());
            return lines;
        }
        lines.add(fault.code().get() + "  " + fault.text().en());
        lines.add("        " + fault.text().lt());
        Text toDo = Messages.text("command.what-to-do");
        fault.remedy().ifPresent(remedy -> {
            lines.add("        " + toDo.en() + ": " + remedy.en());
            lines.add("        " + toDo.lt() + ": " + remedy.lt());
        });
        fault.field().ifPresent(field -> lines.add("        field: " + field));
        fault.problems().stream().skip(1).forEach(problem -> {
            lines.add(problem.code() + "  " + problem.text().en());
            lines.add("        " + problem.text().lt());
            lines.add("        field: " + problem.field());
        });
        fault.contract().ifPresent(contract -> lines.add("        contract: " + contract));
        fault.correlationId().ifPresent(number -> lines.add("        correlation id: " + number));
        return lines;
    }

    private static Optional<Text> remedy(String code) {
        return ExchangeError.of(code).map(ExchangeError::remedy);
    }

    /** The receipt in one line, where the answer has one. */
    public Optional<String> receiptLine() {
        return first(TYPES, "receipt")
                .map(receipt -> "Receipt " + text(receipt, "number") + ": contract " + text(receipt, "contract")
                        + ", version " + text(receipt, "contractVersion") + ", edition "
                        + text(receipt, "edition") + ", grant " + text(receipt, "grant")
                        + ", students: " + text(receipt, "students") + represented(receipt) + ".");
    }

    /** For whom another party acted, and who that was. */
    private static String represented(Element receipt) {
        return text(receipt, "represented").equals("-")
                ? ""
                : ", for " + text(receipt, "represented") + ", by " + text(receipt, "representative");
    }

    /** Tells whether the register received these very bytes (X-Road message protocol 4.0, {@code requestHash}). */
    public boolean answers(byte[] request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(request);
            return first(Namespaces.XROAD, "requestHash")
                    .map(hash -> Base64.getEncoder().encodeToString(digest).equals(hash.getTextContent()))
                    .orElse(false);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }

    private Optional<String> text(String name) {
        return first(TYPES, name).map(element -> element.getTextContent().strip());
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS(TYPES, name);
        return found.getLength() == 0 ? "-" : found.item(0).getTextContent();
    }

    private Optional<Element> first(String namespace, String name) {
        return Optional.ofNullable(
                (Element) document.getElementsByTagNameNS(namespace, name).item(0));
    }
}
