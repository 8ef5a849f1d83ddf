package lt.mokiniai.system;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What an answer of explainRequest says. */
record Explained(Element answer) {

    static Explained by(Message explanation) {
        Reply reply = explanation.send();
        if (reply.status() != 200) {
            throw new AssertionError(reply);
        }
        PublishedSchema.of("explainRequest").validate(reply.content());
        return new Explained(reply.content());
    }

    String verdict() {
        return Xml.child(answer, "verdict").getTextContent();
    }

    /** The code of the rule that refuses, or an empty text. */
    String code() {
        return rules().stream()
                .flatMap(rule -> Xml.children(rule, "code").stream())
                .map(Element::getTextContent)
                .collect(Collectors.joining());
    }

    /** What each rule says, by its name. */
    Map<String, String> results() {
        return rules().stream()
                .collect(Collectors.toMap(
                        rule -> Xml.child(rule, "name").getTextContent(),
                        rule -> Xml.child(rule, "result").getTextContent()));
    }

    /** The name of the rule that refuses, or an empty text. */
    String refusing() {
        return rules().stream()
                .filter(rule -> "REFUSED".equals(Xml.child(rule, "result").getTextContent()))
                .map(rule -> Xml.child(rule, "name").getTextContent())
                .collect(Collectors.joining());
    }

    /** What is said of the rule that refuses, in both languages. */
    String text() {
        return rules().stream()
                .flatMap(rule -> Xml.children(rule, "text").stream())
                .map(Element::getTextContent)
                .collect(Collectors.joining());
    }

    List<String> texts(String name) {
        return Xml.children(answer, name).stream().map(Element::getTextContent).toList();
    }

    /** The whole answer without when quotas free. */
    String withoutTimes() {
        return new String(Xml.write(answer), java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll("<freesAt>[^<]*</freesAt>", "")
                .replaceAll(" \\S+:Id=\"[^\"]*\"", "");
    }

    private List<Element> rules() {
        return Xml.children(answer, "rule");
    }
}
