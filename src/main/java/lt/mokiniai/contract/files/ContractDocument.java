package lt.mokiniai.contract.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.form.ContractSchema;
import lt.mokiniai.contract.files.form.LinedXml;
import lt.mokiniai.contract.files.form.XmlFaults;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.kernel.texts.Notice;
import lt.mokiniai.platform.xml.Elements;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * One contract file as XML: parsed without DTD and entities, its lines kept, checked against {@code contract.xsd}. It
 * collects what is wrong with the file.
 */
final class ContractDocument {

    private final String file;
    private final FileProblems problems;
    private final @Nullable Element root;

    private ContractDocument(String file, byte[] bytes) {
        this.file = file;
        this.problems = new FileProblems(file);
        Element parsed = null;
        try {
            parsed = LinedXml.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
            ContractSchema.check(parsed, (at, notice) -> problem(line(at), notice));
        } catch (SAXParseException e) {
            problem(Math.max(1, e.getLineNumber()), XmlFaults.of(e));
        } catch (SAXException | IOException e) {
            problem(1, ContractProblem.NOT_UTF8.of());
        }
        this.root = parsed;
    }

    /** Reads a file's bytes. */
    static ContractDocument of(String file, byte[] bytes) {
        return new ContractDocument(file, bytes);
    }

    /** Whether the schema holds, so that the content can be read. */
    boolean isValid() {
        return problems.isEmpty();
    }

    /** The contract's element. */
    Element root() {
        return Objects.requireNonNull(root);
    }

    /** The file's name. */
    String file() {
        return file;
    }

    /** What was found to be wrong so far. */
    FileProblems problems() {
        return problems;
    }

    /** Notes what is wrong at an element, with the particulars of the problem. */
    void problem(Node at, ContractProblem problem, Object... particulars) {
        problem(line(at), problem.of(particulars));
    }

    /** Notes what is wrong at a line. */
    void problem(int line, Notice notice) {
        problems.add(line, notice);
    }

    /** The line of an element's start tag. */
    static int line(Node element) {
        return LinedXml.line(element);
    }

    /** The child elements, in order. */
    static Stream<Element> children(Element parent) {
        return Elements.children(parent).stream();
    }

    /** The child elements of this name, in order. */
    static Stream<Element> children(Element parent, String name) {
        return children(parent).filter(element -> name.equals(element.getLocalName()));
    }

    /** The first child element of this name. */
    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    /** The one child element that the schema puts there. */
    static Element only(Element parent, String name) {
        return child(parent, name).orElseThrow();
    }

    /** The texts of the child elements of this name. */
    static Set<String> values(Element parent, String name) {
        return children(parent, name).map(ContractDocument::text).collect(Collectors.toSet());
    }

    /** The text of an element, white space collapsed. */
    static String text(Element element) {
        return collapsed(element.getTextContent());
    }

    /** An attribute's value, white space collapsed; empty text when it is not there. */
    static String attribute(Element element, String name) {
        return collapsed(element.getAttribute(name));
    }

    private static String collapsed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
