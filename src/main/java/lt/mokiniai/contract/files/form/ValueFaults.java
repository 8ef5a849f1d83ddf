package lt.mokiniai.contract.files.form;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.kernel.texts.Notice;
import org.w3c.dom.Element;

/** Says in plain words why a value of a contract is not one that {@code contract.xsd} lets stand there. */
final class ValueFaults {

    private static final Pattern OF_A_TYPE =
            Pattern.compile("(?s)cvc-datatype-valid[0-9.]*: '(.*)' is not a valid value for '(\\w+)'.*");
    private static final Pattern OF_A_FACET = Pattern.compile(
            "(?s)cvc-(\\w+)-valid: Value '(.*)' (?:with length = '\\d+' )?is not facet-valid with respect"
                    + " to \\w+ '(.*?)'(?:\\.| for).*?(?:type '(\\w*)'.*)?");
    private static final int LONGEST = 60;

    /** What stands here, by mistake too, may say who a person is. */
    private static final Set<String> NOT_REPEATED = Set.of("registerId", "subject", "issuer");

    private ValueFaults() {}

    /**
     * Gives what is wrong with the value of an element or attribute.
     *
     * @param attribute its name; empty for the element's text
     * @param why what the validator said of the value
     */
    static Notice of(Element at, String attribute, String why) {
        String name = String.valueOf(at.getLocalName());
        String place = attribute.isEmpty() ? "<" + name + ">" : "<" + name + " " + attribute + "=\"…\">";
        Matcher type = OF_A_TYPE.matcher(why);
        Matcher facet = OF_A_FACET.matcher(why);
        Notice notice;
        if (type.matches()) {
            notice = ofType(type.group(2), place, shown(name, type.group(1)));
        } else if (facet.matches()) {
            String kind = facet.group(1) + (facet.group(4) == null ? "" : "/" + facet.group(4));
            notice = ofFacet(kind, place, shown(name, facet.group(2)), facet.group(3));
        } else {
            String value = attribute.isEmpty() ? at.getTextContent() : at.getAttribute(attribute);
            notice = ContractProblem.WRONG_SHAPE.of(place, shown(name, value));
        }
        return ContractSchema.explained(notice, at, attribute);
    }

    private static Notice ofType(String type, String place, String value) {
        return switch (type) {
            case "date" -> ContractProblem.NOT_A_DATE.of(place, value);
            case "boolean" -> ContractProblem.NOT_TRUE_OR_FALSE.of(place, value);
            case "integer" -> ContractProblem.NOT_A_NUMBER.of(place, value);
            default -> ContractProblem.WRONG_SHAPE.of(place, value);
        };
    }

    private static Notice ofFacet(String kind, String place, String value, String bound) {
        return switch (kind.replaceFirst("/.*", "")) {
            case "minInclusive" -> ContractProblem.TOO_SMALL.of(place, value, bound);
            case "maxInclusive" -> ContractProblem.TOO_LARGE.of(place, value, bound);
            case "enumeration" -> ContractProblem.NOT_ONE_OF.of(place, value, bound.replaceAll("[\\[\\]]", ""));
            case "minLength" -> ContractProblem.NOTHING_WRITTEN.of(place);
            case "maxLength" -> ContractProblem.TOO_LONG.of(place, bound);
            case "pattern" ->
                kind.endsWith("/Day")
                        ? ContractProblem.NOT_A_DATE.of(place, value)
                        : ContractProblem.WRONG_SHAPE.of(place, value);
            default -> ContractProblem.WRONG_SHAPE.of(place, value);
        };
    }

    private static String shown(String element, String value) {
        if (NOT_REPEATED.contains(element)) {
            return "…";
        }
        String line = value.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
