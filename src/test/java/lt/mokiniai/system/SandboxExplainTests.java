package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lt.mokiniai.kernel.faults.Stage;
import lt.mokiniai.tools.demo.DemoCast;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a tester is told of a message that the service would refuse, and who cannot sign yet is told too. */
class SandboxExplainTests {

    private static final Register REGISTER = Register.second();
    private static final Sandbox SANDBOX = new Sandbox(REGISTER);

    /** All but those of another method: what is posted is explained. */
    static Stream<Breach> breaches() {
        return Stream.of(MessageBreaches.all(), SignatureBreaches.all(), ContractBreaches.all())
                .flatMap(List::stream)
                .filter(breach -> breach.broken().isPosted());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void namesTheVeryRefusalThatTheDoorGives(Breach breach) {
        Message broken = breach.broken();
        JsonNode told = SANDBOX.explain(broken);
        Reply refused = broken.send();

        assertThat(refused.code()).isEqualTo(breach.error().code());
        assertThat(told.get("verdict").asString()).as(told.toString()).isEqualTo("REFUSED");
        assertThat(codes(told)).as(told.toString()).containsExactly(refused.code());
    }

    @Test
    void aGoodMessageIsAllowedAndNotSpent() {
        Message message = good();
        JsonNode told = SANDBOX.explain(message);

        assertThat(told.get("verdict").asString()).as(told.toString()).isEqualTo("ALLOWED");
        checks(told)
                .extracting(check -> check.get("name").asString())
                .containsExactly(Arrays.stream(Stage.values()).map(Stage::name).toArray(String[]::new));
        checks(told)
                .filteredOn(check -> !"PASSED".equals(check.get("result").asString()))
                .extracting(check ->
                        check.get("name").asString() + " " + check.get("result").asString())
                .containsExactly("REPLAY NOT_RUN", "VALUES NOT_RUN", "STUDENTS NOT_RUN");
        parts(told).hasSize(8).allSatisfy(part -> {
            assertThat(part.get("signed").asBoolean()).isTrue();
            assertThat(part.get("changed").asBoolean()).isFalse();
        });
        assertThat(told.at("/seen/certificate/subject").asString()).contains("CN=benefits");
        assertThat(told.at("/seen/certificate/fault").isNull()).isTrue();
        assertThat(told.at("/seen/signatureAlgorithm/0").asString()).endsWith("#ecdsa-sha256");
        assertThat(Math.abs(told.at("/seen/times/secondsAhead").asDouble())).isLessThan(60);
        assertThat(message.send().status()).isEqualTo(200);
    }

    @Test
    void whoCannotSignYetIsToldWhichPartsMustBe() {
        JsonNode told = SANDBOX.explain(good().unsigned());

        assertThat(codes(told)).containsExactly("MR-201");
        parts(told)
                .extracting(part -> part.get("name").asString())
                .contains("Body", "Timestamp", "client", "service", "id", "userId", "issue", "protocolVersion");
        parts(told).noneMatch(part -> part.get("signed").asBoolean());
        assertThat(told.at("/seen/certificate").isNull()).isTrue();
    }

    @Test
    void theHeaderThatIsNotSignedIsNamed() {
        JsonNode told = SANDBOX.explain(good().withoutSigning("issue"));

        assertThat(codes(told)).containsExactly("MR-204");
        parts(told)
                .filteredOn(part -> !part.get("signed").asBoolean())
                .extracting(part -> part.get("name").asString())
                .containsExactly("issue");
    }

    @Test
    void thePartThatWasChangedAfterSigningIsNamed() {
        JsonNode told = SANDBOX.explain(good().tamperedAfterSigning(xml -> xml.replace("B-2026-77", "B-2026-78")));

        assertThat(codes(told)).containsExactly("MR-202");
        parts(told)
                .filteredOn(part -> part.get("changed").asBoolean())
                .extracting(part -> part.get("name").asString())
                .containsExactly("issue");
    }

    @Test
    void anOldTimestampIsToldWithTheDifferenceOfTheClocks() {
        JsonNode told = SANDBOX.explain(good().at(REGISTER.clock().instant().minus(Duration.ofMinutes(6))));

        assertThat(codes(told)).containsExactly("MR-206");
        assertThat(told.at("/seen/times/secondsAhead").asDouble()).isBetween(-420.0, -359.0);
        assertThat(told.at("/seen/times/created").asString()).isNotBlank();
    }

    @Test
    void aCertificateThatIsNotTrustedIsShown() {
        JsonNode told = SANDBOX.explain(good().signedBy("stranger.p12"));

        assertThat(codes(told)).containsExactly("MR-209");
        assertThat(told.at("/seen/certificate/issuer").asString()).contains("CN=benefits");
        assertThat(told.at("/seen/certificate/fault/code").asString()).isEqualTo("MR-209");
        assertThat(SANDBOX.explain(good().signedBy("revoked"))
                        .at("/seen/certificate/fault/code")
                        .asString())
                .isEqualTo("MR-210");
        assertThat(SANDBOX.explain(good().signedBy("expired"))
                        .at("/seen/certificate/fault/code")
                        .asString())
                .isEqualTo("MR-211");
    }

    @Test
    void aSoapActionOfAnotherOperationIsToldAtTheOperation() {
        JsonNode told = SANDBOX.explain(good().soapAction("http://mokiniai.lt/students/v1/findStudents"));

        assertThat(codes(told)).containsExactly("MR-107");
        checks(told).filteredOn(check -> !check.get("fault").isNull()).first().satisfies(check -> {
            assertThat(check.at("/fault/whatToDo/lt").asString()).startsWith("Visose trijose vietose");
            assertThat(check.at("/fault/whatToDo/en").asString()).startsWith("Give the three the same name");
        });
        checks(told)
                .filteredOn(check -> !check.get("fault").isNull())
                .extracting(check -> check.get("name").asString())
                .containsExactly("OPERATION");
    }

    @Test
    void theAddressIsAskedAboutWhereItIsGiven() {
        Message message = good();
        assertThat(answer(message, "explain/students/v1")).contains("would be taken");
        assertThat(answer(message, "explain/enrolments/v1")).contains("MR-108");
    }

    @Test
    void peopleReadLinesInBothLanguages() {
        String text = SANDBOX.explainAsText(good().withoutSigning("issue"));

        assertThat(text)
                .contains("Pranešimas būtų atmestas. / The message would be refused.")
                .contains("REFUSED     SIGNATURE", "MR-204 Parašas", "MR-204 The signature", "NOT_REACHED PARTY")
                .contains("-> Pridėkite Reference", "-> Add a Reference")
                .contains("NOT SIGNED issue", "signed     Body")
                .contains("CN=benefits");
    }

    /** A CXF client that is given keys alone signs with RSA-SHA1, whatever the policy says. */
    @Test
    void whoSignsWithRsaSha1IsToldThePropertyOfCxf() {
        Message message =
                REGISTER.as("health").getStudent(DemoCast.KAUNAS_STUDENT).hashedWith("sha1");

        assertThat(SANDBOX.explainAsText(message))
                .contains("MR-208")
                .containsSubsequence(
                        "ws-security.asymmetric.signature.algorithm", "ws-security.asymmetric.signature.algorithm");
    }

    @Test
    void whatIsNoXmlAndWhatIsNoMessageIsToldToo() {
        for (String bytes : List.of("", "no xml", "<a/>", "<!DOCTYPE a><a/>")) {
            JsonNode told = SANDBOX.explain(good().raw(message -> bytes.getBytes(StandardCharsets.UTF_8)));
            assertThat(codes(told)).as(bytes).hasSize(1);
        }
    }

    @Test
    void nothingIsToldOfAStudent() {
        for (Message message : List.of(
                good(), good().unsigned(), good().within(Client.person("59403149014")), good().soapAction("x"))) {
            for (String told : List.of(SANDBOX.explain(message).toString(), SANDBOX.explainAsText(message))) {
                assertThat(told).doesNotContain("59403149013", "59403149014", "B-2026-77", "Saulėnas", "Jokūbas");
            }
        }
    }

    private static String answer(Message message, String path) {
        HttpResponse<byte[]> response = message.post(SANDBOX.address(path), "text/plain");
        assertThat(response.statusCode()).isEqualTo(200);
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static List<String> codes(JsonNode told) {
        return elements(told.get("checks"))
                .filter(check -> !check.get("fault").isNull())
                .map(check -> check.at("/fault/code").asString())
                .toList();
    }

    private static ListAssert<JsonNode> checks(JsonNode told) {
        return assertThat(elements(told.get("checks")).toList());
    }

    private static ListAssert<JsonNode> parts(JsonNode told) {
        return assertThat(elements(told.at("/seen/parts")).toList());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Message good() {
        return REGISTER.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
    }
}
