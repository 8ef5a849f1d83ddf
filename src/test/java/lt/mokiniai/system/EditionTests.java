package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lt.mokiniai.Application;
import lt.mokiniai.contract.schema.ChangedSchemas;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.exchange.services.EndpointDispatch;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.tools.demo.DemoCast;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xmlunit.assertj3.XmlAssert;

/**
 * The whole register after a release that added to the schemas, whose endpoints answer with what was added: a contract of
 * the edition before is answered as it was, byte for byte, and one of the new edition gets what its groups now hold.
 */
class EditionTests {

    private static final String STUDENTS = "http://mokiniai.lt/students/v1";
    private static final Path FOLDER = Path.of("target", "exchange", "edition-contracts");
    private static final String TERM = "2020-01-01 2099-12-31";

    /** Another subsystem of the party of the later edition, whose contract is of the edition before. */
    private static final XRoadId EARLIER = XRoadId.parse("LT-DEMO/GOV/190000944/earlier");

    private static Register later;

    @BeforeAll
    static void startTheLaterRelease() throws IOException {
        Files.createDirectories(FOLDER);
        String grants = TestContracts.grantsOfEverything();
        String earlier = TestContracts.contract("901 everything", "190000905", "in-force", TERM, grants);
        String newer = TestContracts.contract("905 cases", "190000944", "in-force", TERM, grants)
                .replace("edition=\"1\"", "edition=\"2\"");
        Files.writeString(FOLDER.resolve("everything.xml"), earlier);
        String sameParty = TestContracts.contract("906 cases", "190000944", "in-force", TERM, grants)
                .replace("190000944/cases", "190000944/earlier");
        Files.writeString(FOLDER.resolve("cases.xml"), newer);
        Files.writeString(FOLDER.resolve("earlier.xml"), sameParty);
        SpringApplication application = new SpringApplication(Application.class);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new LaterRelease()));
        later = Register.start(
                Map.of(
                        "spring.datasource.url",
                        "jdbc:h2:mem:edition;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                        "mokiniai.contract.folder",
                        FOLDER.toString(),
                        // What is asked here is what an edition lets out; who signs a contract is another rule's test.
                        "mokiniai.contract.unsigned",
                        "true"),
                application);
    }

    @AfterAll
    static void stop() {
        later.close();
    }

    @Test
    void aContractOfTheEditionBeforeIsAnsweredAsItWas() {
        for (DemoCast person : new DemoCast[] {DemoCast.KAUNAS_STUDENT, DemoCast.TWIN_A}) {
            Reply before = Register.shared().as("everything").getStudent(person).send();
            Reply after = later.as("everything").getStudent(person).send();

            after.verify();
            assertThat(after.status()).as(after.toString()).isEqualTo(200);
            XmlAssert.assertThat(after.content())
                    .and(before.content())
                    .withNodeFilter(node -> !"knownAt".equals(node.getLocalName()))
                    .areSimilar();
            assertThat(receipt(after, "edition")).isEqualTo("1");
        }
    }

    @Test
    void aContractOfTheLaterEditionGetsWhatItsGroupsNowHold() {
        Reply answer = later.as("cases").getStudent(DemoCast.KAUNAS_STUDENT).send();

        answer.verify();
        assertThat(Xml.leaves(answer.content()).stream().map(leaf -> leaf.getLocalName() + "=" + leaf.getTextContent()))
                .contains("preferredLanguage=LT", "source=register");
        assertThat(receipt(answer, "edition")).isEqualTo("2");
    }

    @Test
    void aValueThatCameLaterIsToldAsTheOneThatStoodForIt() {
        String nobody = Client.person("39001010000");
        assertThat(outcome(later.as("everything").asks("getStudent", nobody).send()))
                .isEqualTo(outcome(Register.shared()
                        .as("everything")
                        .asks("getStudent", nobody)
                        .send()))
                .isEqualTo("NOT_FOUND");
        assertThat(outcome(later.as("cases").asks("getStudent", nobody).send())).isEqualTo("WITHHELD");
    }

    @Test
    void whatAPartyIsToldOfItselfIsOfTheNewestEditionOfItsContracts() {
        Element earlier =
                later.as("everything").asks("checkConnection", "").send().content();
        Element newer = later.as("cases").asks("checkConnection", "").send().content();

        assertThat(Xml.leaves(earlier)).extracting(Element::getLocalName).doesNotContain("notice");
        assertThat(Xml.leaves(newer)).extracting(Element::getLocalName).contains("notice");
    }

    @Test
    void whatStandsBesideAnAnswerIsOfTheEditionOfItsContractAndNotOfTheParty() {
        Client party = later.as("cases");
        Reply newer = party.getStudent(DemoCast.KAUNAS_STUDENT).send();
        Reply earlier = party.getStudent(DemoCast.KAUNAS_STUDENT).from(EARLIER).send();

        assertThat(Xml.children(newer.header("receipt"), "students")).hasSize(1);
        assertThat(earlier.status()).as(earlier.toString()).isEqualTo(200);
        assertThat(receipt(earlier, "edition")).isEqualTo("1");
        assertThat(Xml.children(earlier.header("receipt"), "students")).isEmpty();
    }

    @Test
    void aFaultIsOfTheEditionOfItsContractAndNotOfTheParty() {
        String wrong = Client.person("39001010001");
        Reply newer = later.as("cases").asks("getStudent", wrong).send();
        Reply earlier =
                later.as("cases").asks("getStudent", wrong).from(EARLIER).send();

        assertThat(newer.optional("field")).isPresent();
        assertThat(earlier.code()).isEqualTo(newer.code());
        assertThat(earlier.optional("field")).isEmpty();
    }

    private static String outcome(Reply reply) {
        return Xml.child(reply.content(), "outcome").getTextContent();
    }

    private static String receipt(Reply reply, String part) {
        return Xml.child(reply.header("receipt"), part).getTextContent();
    }

    /** Gives the register the schemas of a later edition, and puts what came with it into every answer. */
    private static final class LaterRelease implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof EndpointDispatch) {
                ProxyFactory dispatch = new ProxyFactory(bean);
                dispatch.setProxyTargetClass(true);
                dispatch.addAdvice(new Additions());
                return dispatch.getProxy();
            }
            return bean instanceof PublishedOperations ? ChangedSchemas.withLaterParts() : bean;
        }
    }

    private static final class Additions implements MethodInterceptor {

        @Override
        public @Nullable Object invoke(MethodInvocation call) throws Throwable {
            Object given = call.proceed();
            if (given instanceof Document answer) {
                for (Element origin : all(answer, Xml.TYPES, "origin")) {
                    added(origin, Xml.TYPES, "preferredLanguage", "LT", null);
                }
                for (Element student : all(answer, STUDENTS, "student")) {
                    Element response = (Element) student.getParentNode();
                    added(response, student.getNamespaceURI(), "source", "register", student);
                }
                for (Element set : all(answer, "http://mokiniai.lt/contracts/v1", "contractSet")) {
                    added((Element) set.getParentNode(), set.getNamespaceURI(), "notice", "maintenance", set);
                }
                all(answer, STUDENTS, "outcome").stream()
                        .filter(outcome -> "NOT_FOUND".equals(outcome.getTextContent()))
                        .forEach(outcome -> outcome.setTextContent("WITHHELD"));
            }
            return given;
        }

        private static List<Element> all(Document document, String namespace, String name) {
            NodeList found = document.getElementsByTagNameNS(namespace, name);
            return IntStream.range(0, found.getLength())
                    .mapToObj(found::item)
                    .map(Element.class::cast)
                    .toList();
        }

        private static void added(
                Element parent, String namespace, String name, String text, @Nullable Element before) {
            Element element = parent.getOwnerDocument().createElementNS(namespace, name);
            element.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns", namespace);
            element.setTextContent(text);
            parent.insertBefore(element, before);
        }
    }
}
