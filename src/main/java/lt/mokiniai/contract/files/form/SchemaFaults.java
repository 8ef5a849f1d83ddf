package lt.mokiniai.contract.files.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.crypto.dsig.XMLSignature;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.signatures.SignatureFault;
import lt.mokiniai.kernel.texts.Notice;
import lt.mokiniai.platform.xml.Elements;
import org.w3c.dom.Element;

/**
 * Says in plain words which rule of {@code contract.xsd} is broken. The validator tells it as English sentences, of a
 * value two: first why it is wrong, then where it stands; no sentence of it reaches anybody.
 */
final class SchemaFaults {

    private static final Pattern SENTENCE = Pattern.compile("(?s)([a-zA-Z0-9.\\-]+): (.*)");
    private static final Pattern OF_A_VALUE =
            Pattern.compile("cvc-(pattern|enumeration|datatype|min|max|length|fraction|total).*");
    private static final Pattern STARTS_WITH = Pattern.compile("(?s).*starting with element '(.+?)'\\..*");
    private static final Pattern EXPECTED = Pattern.compile("(?s).*One of '(.+)' is expected.*");
    private static final Pattern AT_THE_MOST = Pattern.compile("(?s)'(.+?)' can occur a maximum of '(\\d+)' times.*");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?s).*?[aA]ttribute,? '([^']+)'.*");
    private String why = "";

    /** Gives what is wrong at an element; nothing yet where the sentence only says why a value is wrong. */
    Optional<Notice> of(Element at, String message) {
        Matcher sentence = SENTENCE.matcher(message);
        if (!sentence.matches()) {
            return Optional.of(other(at));
        }
        String rule = sentence.group(1);
        String text = sentence.group(2);
        if (OF_A_VALUE.matcher(rule).matches()) {
            why = message;
            return Optional.empty();
        }
        Matcher named = ATTRIBUTE.matcher(text);
        String attribute = named.matches() ? named.group(1) : "";
        if (rule.startsWith("cvc-complex-type.2.4")) {
            return Optional.of(misplaced(at, text));
        }
        return Optional.of(
                switch (rule) {
                    case "cvc-elt.1", "cvc-elt.1.a" -> ContractProblem.NOT_A_CONTRACT.of(at.getLocalName());
                    case "cvc-complex-type.2.1" -> ContractProblem.NOT_EMPTY.of(at.getLocalName());
                    case "cvc-complex-type.2.3" ->
                        ContractProblem.TEXT_AMONG_ELEMENTS.of(at.getLocalName(), ContractSchema.contentOf(at));
                    case "cvc-type.3.1.2", "cvc-complex-type.2.2" ->
                        ContractProblem.ELEMENT_IN_TEXT.of(at.getLocalName());
                    case "cvc-type.3.1.1", "cvc-complex-type.3.2.2" ->
                        ContractProblem.ATTRIBUTE_UNKNOWN.of(at.getLocalName(), attribute, attributesOf(at));
                    case "cvc-complex-type.4" ->
                        ContractSchema.explained(
                                ContractProblem.ATTRIBUTE_MISSING.of(at.getLocalName(), attribute), at, attribute);
                    case "cvc-attribute.3" -> ValueFaults.of(at, attribute, why);
                    case "cvc-type.3.1.3" -> ValueFaults.of(at, "", why);
                    default -> other(at);
                });
    }

    private static Notice other(Element at) {
        return ContractProblem.OTHER_RULE.of(String.valueOf(at.getLocalName()));
    }

    private static Notice misplaced(Element at, String text) {
        Matcher most = AT_THE_MOST.matcher(text);
        if (most.matches() && most.group(1).startsWith("WC[")) {
            return SignatureFault.TOO_MANY.notice().with(signatures(at));
        } else if (most.matches()) {
            return ContractProblem.ELEMENT_TOO_OFTEN.of(local(most.group(1)), most.group(2));
        }
        Matcher expected = EXPECTED.matcher(text);
        String wanted = expected.matches() ? wanted(expected.group(1)) : "";
        Matcher starting = STARTS_WITH.matcher(text);
        if (!starting.matches()) {
            return wanted.isEmpty()
                    ? other(at)
                    : ContractProblem.ELEMENT_MISSING.of(at.getLocalName(), wanted, ContractSchema.contentOf(at));
        }
        // The validator stands at the element that is too much, or at the one that holds it: both happen.
        String name = local(starting.group(1));
        Element parent = name.equals(at.getLocalName()) && at.getParentNode() instanceof Element holding ? holding : at;
        String order = ContractSchema.contentOf(parent);
        return wanted.isEmpty()
                ? ContractProblem.ELEMENT_TOO_MANY.of(name, parent.getLocalName(), order)
                : ContractProblem.ELEMENT_INSTEAD.of(name, wanted, parent.getLocalName(), order);
    }

    private static int signatures(Element at) {
        Element contract = at.getOwnerDocument().getDocumentElement();
        return Elements.children(contract, XMLSignature.XMLNS, "Signature").size();
    }

    /** The names that the validator lists, {@code {"namespace":name, WC["namespace"]}}. */
    private static String wanted(String list) {
        return Pattern.compile(", ")
                .splitAsStream(list.replaceAll("[{}]", ""))
                .map(name -> name.startsWith("WC[") ? "ds:Signature" : local(name))
                .map(name -> "<" + name + ">")
                .collect(Collectors.joining(" / "));
    }

    private static String local(String name) {
        return name.replaceAll("[{}]", "").replaceAll("^\"[^\"]*\":", "").replaceAll("^.*:", "");
    }

    private static String attributesOf(Element at) {
        return String.join(", ", ContractSchema.attributesOf(at)).transform(names -> names.isEmpty() ? "–" : names);
    }
}
