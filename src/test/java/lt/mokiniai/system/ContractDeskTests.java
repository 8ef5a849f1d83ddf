package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.exchange.quota.GrantId;
import lt.mokiniai.exchange.quota.Quotas;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What a party learns about itself: how it is seen and what its contracts say, and nothing of anybody else. */
class ContractDeskTests {

    private static final Register REGISTER = Register.shared();

    @Test
    void tellsHowTheCallerIsSeen() throws Exception {
        X509Certificate certificate = REGISTER.parties().signer("benefits").certificate();
        Instant slow = REGISTER.clock().instant().minusSeconds(90);
        Element seen =
                answer(ask("benefits", "checkConnection", "").withIssue(null).at(slow));
        assertThat(Double.parseDouble(text(seen, "clockDifference"))).isCloseTo(-90, within(30.0));
        assertThat(Duration.between(
                                Instant.parse(text(seen, "messageCreated")), Instant.parse(text(seen, "receivedAt")))
                        .toMillis())
                .isEqualTo(Math.round(-1000 * Double.parseDouble(text(seen, "clockDifference"))));
        assertThat(text(seen, "client"))
                .isEqualTo(REGISTER.contractOf("benefits").client().toString());
        assertThat(text(Xml.child(seen, "party"), "code")).isEqualTo("190000015");
        assertThat(text(seen, "userIdPresent")).isEqualTo("true");
        assertThat(text(seen, "issuePresent")).isEqualTo("false");
        assertThat(text(seen, "answerKey")).isEqualTo("EC");
        Element shown = Xml.child(seen, "certificate");
        assertThat(text(shown, "subject"))
                .isEqualTo(certificate.getSubjectX500Principal().getName());
        assertThat(text(shown, "issuer"))
                .isEqualTo(certificate.getIssuerX500Principal().getName());
        assertThat(text(shown, "serial"))
                .isEqualTo(certificate.getSerialNumber().toString());
        assertThat(text(shown, "thumbprint"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        assertThat(Instant.parse(text(shown, "validFrom")))
                .isEqualTo(certificate.getNotBefore().toInstant());
        assertThat(Instant.parse(text(shown, "validUntil")))
                .isEqualTo(certificate.getNotAfter().toInstant());
        assertThat(Long.parseLong(text(shown, "daysLeft")))
                .isEqualTo(Duration.between(
                                Instant.parse(text(seen, "receivedAt")),
                                certificate.getNotAfter().toInstant())
                        .toDays());
        Element signature = Xml.child(seen, "signature");
        assertThat(text(signature, "algorithm")).isEqualTo("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");
        assertThat(text(signature, "digestAlgorithm")).isEqualTo("http://www.w3.org/2001/04/xmlenc#sha256");
        assertThat(text(signature, "keyReference")).isEqualTo("BINARY_SECURITY_TOKEN");
        assertThat(text(seen, "contractSet"))
                .isEqualTo(REGISTER.bean(ActiveContracts.class).current().hash());
        assertThat(new String(Xml.write(seen), StandardCharsets.UTF_8)).doesNotContain("EE-31");
    }

    @ParameterizedTest
    @CsvSource({
        "ended,ENDED",
        "coming,NOT_YET",
        "suspended,SUSPENDED",
        "cases,IN_FORCE",
        "archive,IN_FORCE",
        "ticketing,IN_FORCE"
    })
    void tellsTheStateOfTheContractsThatNameTheCertificate(String party, String state) {
        Element seen = answer(ask(party, "checkConnection", ""));
        Element contract = Xml.child(seen, "contract");
        assertThat(text(contract, "id")).isEqualTo(REGISTER.contractOf(party).id());
        assertThat(text(contract, "state")).isEqualTo(state);
        assertThat(text(contract, "forThisClient")).isEqualTo("true");
        assertThat(text(Xml.child(answer(ask(party, "getContract", "")), "contract"), "state"))
                .isEqualTo(state);
    }

    @Test
    void asksAsAnotherSubsystemWithoutContractsOfItsOwn() {
        Message message = ask("cases", "checkConnection", "")
                .from(REGISTER.contractOf("archive").client());
        assertThat(text(Xml.child(answer(message), "contract"), "forThisClient"))
                .isEqualTo("false");
        Message contracts = ask("cases", "getContract", "")
                .from(REGISTER.contractOf("archive").client());
        assertThat(Xml.children(answer(contracts), "contract")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"benefits", "municipality", "ticketing", "migration", "school"})
    void saysWhatTheContractSays(String party) {
        ContractFile written = REGISTER.contractOf(party);
        Element contract = Xml.child(answer(ask(party, "getContract", "")), "contract");
        assertThat(text(contract, "id")).isEqualTo(written.id());
        assertThat(Xml.children(contract, "file")).isEmpty();
        List<Element> grants = Xml.children(contract, "grant");
        assertThat(grants).hasSameSizeAs(written.grants().keySet());
        for (Element grant : grants) {
            ContractFile.Grant rule = written.grants().get(text(grant, "operation"));
            PublishedSchema schema = PublishedSchema.of(text(grant, "operation"));
            assertThat(paths(grant, "item")).isNotEmpty().allMatch(rule::holds).allMatch(schema::isItem);
            assertThat(paths(grant, "item")).containsAll(rule.items());
            assertThat(paths(grant, "asks")).isEqualTo(rule.asks());
            assertThat(Xml.children(Xml.child(grant, "depth"), "since").isEmpty())
                    .isEqualTo(rule.isCurrentOnly());
        }
    }

    @Test
    void givesTheSignedFileByteForByte() throws IOException {
        Element contract = Xml.child(answer(ask("school", "getContract", "<m:withFile>true</m:withFile>")), "contract");
        byte[] file = Base64.getMimeDecoder().decode(text(contract, "file"));
        assertThat(file)
                .isEqualTo(Files.readAllBytes(REGISTER.demoFolder().resolve("contracts/MR-2026-005-school.xml")));
        assertThat(text(contract, "digest")).isEqualTo(sha256(file));
    }

    @Test
    void aContractOfSomebodyElseIsAsOneThatDoesNotExist() {
        List<String> answers = Stream.of("MR-2026-002", "MR-2026-906", "MR-1999-001")
                .map(id -> answer(ask("cases", "getContract", "<m:id>" + id + "</m:id><m:withFile>true</m:withFile>")))
                .map(ContractDeskTests::written)
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0)).doesNotContain("<contract>");
        assertThat(Xml.children(answer(ask("cases", "getContract", "<m:id>MR-2026-905</m:id>")), "contract"))
                .hasSize(1);
    }

    @Test
    void countsWhatIsLeftAndTakesNothing() {
        Contract contract = REGISTER.bean(ActiveContracts.class).current().all().stream()
                .filter(candidate -> candidate.id().equals("MR-2026-910"))
                .findFirst()
                .orElseThrow();
        Grant grant = contract.grants().get(0);
        GrantId id = new GrantId(contract.id(), grant.id());
        Message question = REGISTER.as("metered").getStudent(DemoCast.KAUNAS_STUDENT);
        assertThat(Explained.by(question.explainedByContent()).verdict()).isEqualTo("ALLOWED");
        assertThat(quota())
                .containsExactly(
                        "MESSAGES_PER_MINUTE 1000 1000",
                        "MESSAGES_PER_DAY 2 2",
                        "STUDENTS_PER_MESSAGE 5 5",
                        "DISTINCT_STUDENTS_PER_MONTH 1 1");
        REGISTER.bean(Quotas.class).takeMessage(id, grant.delivery().quota());
        assertThat(quota().get(1)).matches("MESSAGES_PER_DAY 2 1 .*T.*Z");
        assertThat(Explained.by(question.explainedByContent()).verdict()).isEqualTo("ALLOWED");
        REGISTER.bean(Quotas.class).takeMessage(id, grant.delivery().quota());
        Explained explained = Explained.by(question.explainedByContent());
        assertThat(explained.refusing()).isEqualTo("QUOTA");
        assertThat(explained.code()).isEqualTo(ExchangeError.MESSAGES_A_DAY.code());
        assertThat(explained.verdict()).isEqualTo("REFUSED");
    }

    private static List<String> quota() {
        Element seen = answer(ask("metered", "checkConnection", ""));
        Element grant = Xml.child(Xml.child(seen, "contract"), "grant");
        return Xml.children(grant, "quota").stream()
                .map(axis -> String.join(
                        " ",
                        Xml.children(axis).stream().map(Element::getTextContent).toList()))
                .toList();
    }

    private static Message ask(String party, String operation, String content) {
        return REGISTER.as(party).asks(operation, content);
    }

    private static Element answer(Message message) {
        Reply reply = message.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        reply.verify();
        PublishedSchema.of(message.operation()).validate(reply.content());
        return reply.content();
    }

    private static Set<String> paths(Element grant, String name) {
        Set<String> paths = new TreeSet<>();
        Xml.children(grant, name).forEach(item -> paths.add(text(item, "path")));
        return paths;
    }

    private static String text(Element parent, String name) {
        return Xml.child(parent, name).getTextContent();
    }

    private static String written(Element answer) {
        return new Explained(answer).withoutTimes();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
