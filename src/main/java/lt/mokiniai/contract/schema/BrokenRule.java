package lt.mokiniai.contract.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule of a schema that a request breaks, in words: which element or attribute is missing or not expected. Of what the
 * validator says, only names are taken, and never a value: a value may be personal data.
 *
 * @param lt in Lithuanian; it can follow a colon
 * @param en in English
 */
record BrokenRule(String lt, String en) {

    private static final Pattern SENTENCE = Pattern.compile("(?s)(cvc-[a-zA-Z0-9.\\-]+): (.*)");
    private static final Pattern STARTING = Pattern.compile("(?s).*starting with element '([^']+)'.*");
    private static final Pattern EXPECTED = Pattern.compile("(?s).*One of '([^']+)' is expected.*");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?s).*?[aA]ttribute,? '([^']+)'.*");
    private static final Pattern TYPE = Pattern.compile("(?s).* is not a valid value for '(\\w+)'\\.\\s*");

    /**
     * Reads what the validator says in English.
     *
     * @param at local name of the element where it stands
     */
    static BrokenRule of(String message, String at) {
        Matcher sentence = SENTENCE.matcher(message);
        if (!sentence.matches()) {
            return new BrokenRule("elementas " + at, "the element " + at);
        }
        String rule = sentence.group(1);
        BrokenRule told = told(rule, sentence.group(2), at);
        return new BrokenRule(told.lt + " (" + rule + ")", told.en + " (" + rule + ")");
    }

    private static BrokenRule told(String rule, String text, String at) {
        if (rule.startsWith("cvc-complex-type.2.4")) {
            return misplaced(text, at);
        }
        return switch (rule) {
            case "cvc-elt.1", "cvc-elt.1.a" ->
                new BrokenRule("elemento " + at + " schemoje nėra", "the schema has no element " + at);
            case "cvc-complex-type.2.1", "cvc-complex-type.2.3" ->
                new BrokenRule(
                        "elemente " + at + " yra teksto, kurio ten būti negali",
                        "the element " + at + " holds text, which cannot stand there");
            case "cvc-type.3.1.2", "cvc-complex-type.2.2" ->
                new BrokenRule(
                        "elemente " + at + " negali būti kitų elementų",
                        "the element " + at + " cannot hold other elements");
            case "cvc-type.3.1.1", "cvc-complex-type.3.2.2" ->
                new BrokenRule(
                        "elementas " + at + " negali turėti atributo " + attribute(text),
                        "the element " + at + " cannot have the attribute " + attribute(text));
            case "cvc-complex-type.4" ->
                new BrokenRule(
                        "elementui " + at + " trūksta atributo " + attribute(text),
                        "the element " + at + " lacks the attribute " + attribute(text));
            default -> value(text, at);
        };
    }

    private static BrokenRule misplaced(String text, String at) {
        Matcher expected = EXPECTED.matcher(text);
        String wantedNames = expected.matches() ? expected.group(1) : "";
        String wanted = names(wantedNames);
        Matcher starting = STARTING.matcher(text);
        if (!starting.matches()) {
            return wanted.isEmpty()
                    ? new BrokenRule(
                            "elemente " + at + " kas nors kartojama dažniau arba rečiau, nei galima",
                            "in the element " + at + " something stands more or less often than it may")
                    : new BrokenRule(
                            "elemente " + at + " trūksta elemento " + wanted,
                            "in the element " + at + " the element " + wanted + " is missing");
        }
        String found = names(starting.group(1));
        Matcher sameName = Pattern.compile("\"([^\"]*)\":" + Pattern.quote(found) + "(?=[,}])")
                .matcher(wantedNames);
        if (sameName.find()) {
            String namespace = sameName.group(1);
            return new BrokenRule(
                    "elementas " + found + " turi būti vardų srities " + namespace,
                    "the element " + found + " must be of the namespace " + namespace);
        }
        return wanted.isEmpty()
                ? new BrokenRule(
                        "elementas " + found + " čia negalimas", "the element " + found + " is not expected here")
                : new BrokenRule(
                        "elementas " + found + " čia negalimas, turi būti " + wanted,
                        "the element " + found + " is not expected here, but " + wanted);
    }

    private static BrokenRule value(String text, String at) {
        Matcher type = TYPE.matcher(text);
        String of = type.matches() ? ", " + type.group(1) : "";
        return new BrokenRule(
                "elemento " + at + " reikšmė ne tokio tipo, koks turi būti" + of,
                "the value of the element " + at + " is not of its type" + of);
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
        return named.matches() ? named.group(1) : "";
    }
}
