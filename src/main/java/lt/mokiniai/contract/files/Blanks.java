package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.attribute;
import static lt.mokiniai.contract.files.ContractDocument.children;
import static lt.mokiniai.contract.files.ContractDocument.text;

import java.util.regex.Pattern;
import lt.mokiniai.contract.files.form.ContractSchema;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import org.w3c.dom.Element;

/** Finds what {@code contract new} leaves to be filled in and nobody has filled in. */
final class Blanks {

    private static final Pattern NUMBER = Pattern.compile("(MR-[0-9]{4}-)0+");
    private static final Text MARK = Messages.text("template.mark");
    private static final Pattern BLANK =
            Pattern.compile("(" + Pattern.quote(MARK.lt()) + "|" + Pattern.quote(MARK.en()) + ")(: | / |$)");
    private static final Pattern NOBODY = Pattern.compile("0+");

    private final ContractDocument document;

    Blanks(ContractDocument document) {
        this.document = document;
    }

    void check() {
        String id = attribute(document.root(), "id");
        if (NUMBER.matcher(id).matches()) {
            document.problem(document.root(), ContractProblem.NO_NUMBER, id, id.replaceAll("0+$", "014"));
        }
        children(document.root()).forEach(child -> check(document.root(), child));
    }

    /** Tells whether a text is still the one that {@code contract new} wrote. */
    static boolean isBlank(Element element) {
        return BLANK.matcher(text(element).strip()).lookingAt();
    }

    private void check(Element parent, Element element) {
        if (children(element).findAny().isPresent()) {
            children(element).forEach(child -> check(element, child));
        } else if (isBlank(element)) {
            String place = parent.getLocalName() + "/" + element.getLocalName();
            document.problem(
                    ContractDocument.line(element),
                    ContractSchema.explained(ContractProblem.NOT_FILLED_IN.of(place), parent, ""));
        } else if ("registerId".equals(element.getLocalName())
                && NOBODY.matcher(text(element)).matches()) {
            document.problem(element, ContractProblem.NO_STUDENT);
        }
    }
}
