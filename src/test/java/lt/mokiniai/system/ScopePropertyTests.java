package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.description.Description;
import lt.mokiniai.register.rules.Columns;
import lt.mokiniai.system.ContractFile.Grant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xmlunit.assertj3.XmlAssert;

/**
 * Whatever a contract grants of each operation, and whoever is asked about: from the socket to the database and back, the
 * signed answer holds all that is granted and nothing else, by every way of telling it.
 */
class ScopePropertyTests {

    private static final RandomContracts CONTRACTS = new RandomContracts("random");
    private static final Register REGISTER = CONTRACTS.start();
    private static final ScopeQuestions QUESTIONS = new ScopeQuestions(REGISTER);

    @AfterContainer
    static void stop() {
        REGISTER.close();
    }

    @Property(tries = 5, edgeCases = EdgeCasesMode.NONE)
    void anAnswerHoldsAllThatIsGrantedAndNothingElse(
            @ForAll("contracts") List<RandomGrant> grants, @ForAll("questions") RandomQuestions questions) {
        ContractFile contract = CONTRACTS.inForce(REGISTER, grants);
        Map<String, Description> narrowed = new TreeMap<>();
        for (RandomGrant random : grants) {
            String operation = random.operation();
            Grant grant = Optional.ofNullable(contract.grants().get(operation)).orElseThrow();
            Description own =
                    narrowed.computeIfAbsent(Message.SERVICES.get(operation), service -> narrowedWsdl(service));
            for (String content : questions.of(operation, grant.isCurrentOnly(), QUESTIONS, REGISTER)) {
                Element expected = QUESTIONS.expected(operation, content, grant, new Narrowing(operation, grant));
                Message message = REGISTER.as(RandomContracts.PARTY).asks(operation, content);
                REGISTER.sql().recent();
                Reply reply = message.send();
                List<String> statements = REGISTER.sql().recent();

                assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
                reply.verify();
                assertThat(itemsIn(reply.content(), operation))
                        .as(reply.toString())
                        .allMatch(grant::holds);
                XmlAssert.assertThat(text(inOneOrder(reply.content())))
                        .as("%s %s", operation, content)
                        .and(text(inOneOrder(expected)))
                        .areSimilar();
                PublishedSchema.of(operation).validate(reply.content());
                assertThat(own.accepts(withoutId(reply.content())))
                        .as("narrowed WSDL: %s", reply)
                        .isTrue();
                Element whole = QUESTIONS.whole(operation, content);
                assertThat(own.accepts(withoutId(whole)))
                        .as("narrowed WSDL: %s", text(whole))
                        .isEqualTo(itemsIn(whole, operation).stream().allMatch(grant::holds));
                assertThat(columns(statements))
                        .as("columns read by %s for %s", operation, random.items())
                        .isSubsetOf(Columns.of(random.items()));
            }
        }
    }

    /** One grant of every operation. */
    @Provide
    Arbitrary<List<RandomGrant>> contracts() {
        return Combinators.combine(TestContracts.ALL.keySet().stream()
                        .sorted()
                        .map(name -> name.substring(name.indexOf('/') + 1))
                        .map(ScopePropertyTests::grantOf)
                        .toList())
                .as(grants -> grants);
    }

    @Provide
    Arbitrary<RandomQuestions> questions() {
        return RandomQuestions.to(REGISTER);
    }

    private static Arbitrary<RandomGrant> grantOf(String operation) {
        return Combinators.combine(
                        Arbitraries.subsetOf(PublishedSchema.of(operation).items())
                                .ofMinSize(1),
                        Arbitraries.of(true, false),
                        some("SELECT DISTINCT municipality FROM person_residence ORDER BY 1"),
                        some("SELECT DISTINCT institution FROM enrolment ORDER BY 1"),
                        Arbitraries.subsetOf("ADOPTION", "COURT", "PROTECTED"),
                        Arbitraries.of(true, false))
                .as((items, byGroup, municipalities, institutions, restrictions, isCurrentOnly) -> new RandomGrant(
                        operation, items, byGroup, municipalities, institutions, restrictions, isCurrentOnly, ""));
    }

    /** None as often as some, since two criteria together leave few students. */
    private static Arbitrary<Set<String>> some(String query) {
        List<String> values = REGISTER.jdbc().sql(query).query(String.class).list();
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, Arbitraries.just(Set.of())),
                net.jqwik.api.Tuple.of(1, Arbitraries.subsetOf(values).ofMinSize(1)));
    }

    /** The paths of the data items that stand in an answer. */
    private static Set<String> itemsIn(Element answer, String operation) {
        PublishedSchema schema = PublishedSchema.of(operation);
        return paths(answer, "").filter(schema::isItem).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> paths(Element parent, String prefix) {
        return Xml.children(parent).stream().flatMap(child -> {
            String path = prefix + child.getLocalName();
            return Xml.children(child).isEmpty() ? Stream.of(path) : paths(child, path + "/");
        });
    }

    private static Set<String> columns(List<String> statements) {
        return statements.stream()
                .filter(statement -> statement.startsWith("select "))
                .flatMap(statement -> Columns.selectedBy(statement).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Description narrowedWsdl(String service) {
        Reply reply = REGISTER.as(RandomContracts.PARTY)
                .asks("getServiceDescription", "<m:service>" + service + "</m:service><m:version>v1</m:version>")
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return Description.of(Base64.getMimeDecoder()
                .decode(Xml.child(reply.content(), "file").getTextContent()));
    }

    private static Element withoutId(Element content) {
        Document copy = Xml.parse(Xml.write(content));
        copy.getDocumentElement().removeAttributeNS(Xml.WSU, "Id");
        return copy.getDocumentElement();
    }

    /** Lists that do not say who students are stand in an order of the contract's own; here it does not matter. */
    private static Element inOneOrder(Element answer) {
        Element copy = Xml.parse(Xml.write(answer)).getDocumentElement();
        Stream.of("student", "student")
                .flatMap(entry -> Xml.children(copy, entry).stream())
                .sorted(Comparator.comparing(Element::getTextContent))
                .forEach(copy::appendChild);
        return copy;
    }

    private static String text(Element element) {
        return new String(Xml.write(element), StandardCharsets.UTF_8);
    }
}
