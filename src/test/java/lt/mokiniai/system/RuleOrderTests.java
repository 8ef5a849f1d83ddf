package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lt.mokiniai.Fork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Of several rules that a message breaks, explainRequest names the one that the message is then refused by. */
class RuleOrderTests {

    private static final String SPENT = "cases";
    private static final String UNBOUND = "archive";
    private static final Register REGISTER = start();

    /** A rule that a search can break, with the code that refuses it; in no order. */
    private enum Broken {
        GRANT("MR-303"),
        HEADER("MR-304"),
        SCHEMA("MR-103"),
        ASKS("MR-306"),
        DELIVERY("MR-405"),
        DEPTH("MR-404"),
        QUOTA("MR-308");

        final String code;

        Broken(String code) {
            this.code = code;
        }
    }

    @AfterAll
    static void stop() {
        REGISTER.close();
    }

    static List<Set<Broken>> everyCombination() {
        List<Set<Broken>> combinations = new ArrayList<>(List.of(EnumSet.noneOf(Broken.class)));
        for (Broken rule : Broken.values()) {
            for (Set<Broken> without : List.copyOf(combinations)) {
                Set<Broken> with = EnumSet.of(rule);
                with.addAll(without);
                combinations.add(with);
            }
        }
        return combinations;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyCombination")
    void theRuleThatIsNamedFirstIsTheOneThatRefuses(Set<Broken> broken) {
        Message message = message(broken);
        Explained whole = Explained.by(message.explained());
        Explained content = Explained.by(message.explainedByContent());

        Reply reply = message.send();

        assertThat(whole.code()).isEqualTo(reply.code());
        assertThat(content.code()).isEqualTo(reply.code());
        List<String> order = order(content.answer());
        assertThat(order.indexOf(whole.refusing())).isEqualTo(order.indexOf(content.refusing()));
        if (broken.isEmpty()) {
            assertThat(reply.status()).isEqualTo(200);
        } else {
            assertThat(broken).extracting(rule -> rule.code).contains(reply.code());
        }
    }

    private static Message message(Set<Broken> broken) {
        StringBuilder content = new StringBuilder("<m:criteria>");
        content.append(broken.contains(Broken.ASKS) ? "<m:bornFrom>2010-01-01</m:bornFrom>" : "");
        content.append("</m:criteria>");
        content.append(broken.contains(Broken.DEPTH) ? "<m:validOn>1980-01-01</m:validOn>" : "");
        content.append("<m:pageSize>")
                .append(broken.contains(Broken.DELIVERY) ? 7 : 3)
                .append("</m:pageSize>");
        content.append(broken.contains(Broken.SCHEMA) ? "<m:unknown/>" : "");
        String operation = broken.contains(Broken.GRANT) ? "getStudent" : "findStudents";
        Message message =
                REGISTER.as(broken.contains(Broken.QUOTA) ? SPENT : UNBOUND).asks(operation, content.toString());
        return broken.contains(Broken.HEADER) ? message.withUserId(null) : message;
    }

    /** The names of the rules as they are told. */
    private static List<String> order(Element answer) {
        List<String> names = new ArrayList<>();
        Xml.children(answer, "rule")
                .forEach(rule -> names.add(Xml.child(rule, "name").getTextContent()));
        return names;
    }

    private static Register start() {
        Path folder = Fork.folder("exchange/rule-order-contracts");
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("spent.xml"), contract("905 " + SPENT, "<quota><messages perDay=\"1\"/></quota>"));
            Files.writeString(folder.resolve("unbound.xml"), contract("906 " + UNBOUND, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Register register = Register.start(Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:rule-order;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "mokiniai.demo.students",
                "20",
                "mokiniai.contract.folder",
                folder.toString(),
                "mokiniai.contract.unsigned",
                "true"));
        Reply last = register.as(SPENT)
                .asks("findStudents", "<m:criteria/><m:pageSize>3</m:pageSize>")
                .send();
        assertThat(last.status()).as(last.toString()).isEqualTo(200);
        return register;
    }

    private static String contract(String name, String quota) throws IOException {
        return TestContracts.contract(name, "190000944", "in-force", "2020-01-01 2099-12-31", """
                <grant service="students" version="v1" operation="findStudents">
                  <fields><item path="student/identity/givenNames"/></fields>
                  <population><everyone/></population>
                  <depth><years>2</years></depth>
                  <delivery><batch largest="5"/></delivery>
                  %s
                  <requires><userId/></requires>
                </grant>""".formatted(quota));
    }
}
