package lt.mokiniai.contract.schema;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.xml.Elements;

/**
 * A rule of a schema that a request breaks, in words: which element or attribute is missing or not expected. Of what the
 * validator says, only names are taken, and never a value: a value may be personal data. The text can follow a colon.
 */
final class BrokenRule {

    private static final Pattern SENTENCE = Pattern.compile("(?s)(cvc-[a-zA-Z0-9.\\-]+): (.*)");
    private static final Pattern STARTING = Pattern.compile("(?s).*starting with element '([^']+)'.*");
    private static final Pattern EXPECTED = Pattern.compile("(?s).*One of '([^']+)' is expected.*");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?s).*?[aA]ttribute,? '([^']+)'.*");
    private static final Pattern TYPE = Pattern.compile("(?s).* is not a valid value for '(\\w+)'\\.\\s*");

    private BrokenRule() {}

    /**
     * Reads what the validator says in English.
     *
     * @param at local name of the element where it stands
     */
    static Text of(String message, String at) {
        Matcher sentence = SENTENCE.matcher(message);
        if (!sentence.matches()) {
            return text("schema.element", at);
        }
        String rule = sentence.group(1);
        return told(rule, sentence.group(2), at).then(" (" + rule + ")");
    }

    private static Text told(String rule, String text, String at) {
        if (rule.startsWith("cvc-complex-type.2.4")) {
            return misplaced(text, at);
        }
        return switch (rule) {
            case "cvc-elt.1", "cvc-elt.1.a" -> text("schema.unknown-element", at);
            case "cvc-complex-type.2.1", "cvc-complex-type.2.3" -> text("schema.text-among-elements", at);
            case "cvc-type.3.1.2", "cvc-complex-type.2.2" -> text("schema.element-in-text", at);
            case "cvc-type.3.1.1", "cvc-complex-type.3.2.2" -> text("schema.unknown-attribute", at, attribute(text));
            case "cvc-complex-type.4" -> text("schema.missing-attribute", at, attribute(text));
            default -> value(text, at);
        };
    }

    private static Text misplaced(String text, String at) {
        Matcher expected = EXPECTED.matcher(text);
        String wantedNames = expected.matches() ? expected.group(1) : "";
        String wanted = names(wantedNames);
        Matcher starting = STARTING.matcher(text);
        if (!starting.matches()) {
            return wanted.isEmpty() ? text("schema.count", at) : text("schema.missing-element", at, wanted);
        }
        String found = names(starting.group(1));
        Matcher sameName = Pattern.compile("\"([^\"]*)\":" + Pattern.quote(found) + "(?=[,}])")
                .matcher(wantedNames);
        if (sameName.find()) {
            return text("schema.other-namespace", found, sameName.group(1));
        }
        return wanted.isEmpty()
                ? text("schema.unexpected-element", Elements.shortText(found))
                : text("schema.other-element", Elements.shortText(found), wanted);
    }

    private static Text value(String text, String at) {
        Matcher type = TYPE.matcher(text);
        return text("schema.value", at).then(type.matches() ? ", " + type.group(1) : "");
    }

    /** The names of a list such as {@code {"namespace":name, other}}, as the validator writes it. */
    private static String names(String list) {
        return Pattern.compile(", ")
                .splitAsStream(list.replaceAll("[{}]", ""))
                .map(name -> name.replaceAll("^\"[^\"]*\":", "").replaceAll("^.*:", ""))
                .collect(Collectors.joining(" / "));
    }

    private static String attribute(String text) {
        Matcher named = ATTRIBUTE.matcher(text);
        return named.matches() ? Elements.shortText(named.group(1)) : "";
    }
}
