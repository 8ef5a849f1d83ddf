package lt.mokiniai.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.tools.demo.DemoCast;
import lt.mokiniai.tools.demo.DemoProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same properties as the tests of the start page, so that both run on one start. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "mokiniai.demo.folder=target/demo/${random.uuid}",
            "mokiniai.demo.students=20",
            "management.server.port=0"
        })
@ActiveProfiles("demo")
class CallTests {

    private static final String PERSON =
            "personalCode=" + DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow();

    /** What a call printed, and its exit code. */
    private record Outcome(int code, String out, String err) {}

    @LocalServerPort
    private int port;

    @Autowired
    private DemoProperties demo;

    @TempDir
    private Path temporary;

    @Test
    void printsAnAnswerAndWhoSignedIt() {
        Outcome outcome = call("getStudent", "--as", "municipality", "--user", "inspector-1", PERSON);

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out())
                .contains("<outcome>FOUND</outcome>", ">Jokūbas<", "contract MR-2026-002", "students: 1")
                .contains("Signature verified: signed by CN=register,");
    }

    @Test
    void givesAnotherPartyWhatItsOwnContractNames() {
        Outcome outcome = call("getStudent", "--as", "benefits", "--issue", "CASE-1", PERSON);

        assertThat(outcome.out()).contains(">Jokūbas<").doesNotContain("residence", "registerId");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void verifiesAnAnswerThatTheRegisterSignedWithRsa() {
        Outcome outcome = call("confirmStudentFact", "--as", "ticketing", PERSON, "learnsGeneralOrVocational=");

        assertThat(outcome.out()).contains("Signature verified");
    }

    @Test
    void printsARefusalInBothLanguagesAndFails() {
        Outcome outcome = call("getStudent", "--as", "benefits", PERSON);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("MR-305", "requires the header issue", "reikalauja antraštės issue", "correlation id: ")
                .contains("what to do: Name the case", "ką daryti: Nurodykite bylą")
                .contains("contract: MR-2026-001", "Signature verified");
    }

    @Test
    void saysThatAnAnswerToARevokedPartyIsNotSigned() {
        Outcome outcome = call("getStudent", "--as", "revoked", PERSON);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("MR-210", "NOT SIGNED").doesNotContain("Signature verified");
    }

    @Test
    void doesNotTakeAnAnswerFromAnAuthorityThatItDoesNotTrust() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        X509Certificate other = ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()[0];
        Path trust = Files.writeString(
                temporary.resolve("other.crt"),
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(other.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");

        Outcome outcome =
                call("getStudent", "--as", "municipality", "--user", "u", PERSON, "--trust", trust.toString());

        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(1);
        assertThat(outcome.out()).contains("NOT VERIFIED: MR-2").doesNotContain("Signature verified");
    }

    @Test
    void isRefusedWhenItSendsTheSameIdAgain() {
        String[] words = {"getStudent", "--as", "municipality", "--user", "u", "--id", "again-1", PERSON};

        assertThat(call(words).code()).isZero();
        assertThat(call(words).out()).contains("MR-215");
    }

    @Test
    void printsTheBytesThatItSends() {
        Outcome outcome =
                call("getStudent", "--as", "municipality", "--user", "u", "--id", "seen-1", "--print-request", PERSON);

        assertThat(outcome.out())
                .startsWith("<soap:Envelope")
                .contains(">seen-1</xrd:id>", "SignatureValue>", "Signature verified");
    }

    @Test
    void savesASignedMessageForAnotherProgramToSend() throws Exception {
        Path file = temporary.resolve("request.xml");

        Outcome outcome = call("getStudent", "--as", "municipality", "--user", "u", "--save", file.toString(), PERSON);

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        String address = "http://localhost:" + port + "/services/students/v1";
        assertThat(outcome.out())
                .contains("not sent", "--data-binary '@" + file + "'", address)
                .doesNotContain("Jokūbas");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Content-Type", "text/xml; charset=utf-8")
                                .POST(HttpRequest.BodyPublishers.ofFile(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).contains("FOUND", "Jokūbas");
    }

    @Test
    void sendsABodyOfOnesOwnWithAKeyOfOnesOwn() throws Exception {
        Path body = temporary.resolve("own body.xml");
        Files.writeString(
                body, """
                <s:getStudent xmlns:s="http://mokiniai.lt/students/v1" xmlns:t="http://mokiniai.lt/types/v1">
                  <s:person><t:personalCode>%s</t:personalCode></s:person>
                </s:getStudent>
                """.formatted(DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow()));

        Outcome outcome = call(
                "getStudent",
                "--keystore",
                demo.folder().resolve("municipality.p12").toString(),
                "--password=demo",
                "--user",
                "u",
                "--body",
                body.toString());

        assertThat(outcome.out()).contains("<outcome>FOUND</outcome>", "Signature verified");
    }

    @Test
    void writesAsASchoolAndTellsAllThatIsWrongAtOnce() {
        Outcome read = call("getEnrolments", "--as", "school", "--user", "u", PERSON);
        String enrolment = told(read, "enrolmentId");
        Outcome written = call(
                "changeEnrolment",
                "--as=school",
                "--user=u",
                "enrolmentId=" + enrolment,
                "version=" + told(read, "version"),
                "from=" + LocalDate.now(Dates.ZONE),
                "stage/way=DISTANCE");
        assertThat(written.code()).as(written.toString()).isZero();
        assertThat(written.out()).contains(">" + enrolment + "<", "students: 1", "Signature verified");

        Outcome refused = call(
                "interruptEnrolment",
                "--as=school",
                "--user=u",
                "enrolmentId=" + enrolment,
                "version=" + told(written, "version"),
                "from=2001-02-03",
                "reason=TIRED");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out())
                .contains("MR-402  The code list INTERRUPTION_REASON", "field: reason")
                .contains("MR-503  A day is outside", "Diena nepatenka", "field: from");
    }

    /** Single values of lists stand in words; a class stands in a file. */
    @Test
    void recordsResultsAsASchoolByWordsAndByAFile(@TempDir Path folder) throws Exception {
        String enrolment = told(call("getEnrolments", "--as", "school", "--user", "u", PERSON), "enrolmentId");
        Outcome recorded = call(
                "recordResults",
                "--as=school",
                "--user=u",
                "entry/enrolmentId=" + enrolment,
                "entry/result/kind=SUBJECT_PROGRAMME",
                "entry/result/subject=MATE",
                "entry/result/schoolYear=2025",
                "entry/result/classLevel=7",
                "entry/result/grade=9",
                "entry/result/decidedOn=2026-06-10");
        assertThat(recorded.code()).as(recorded.toString()).isZero();
        assertThat(recorded.out()).contains(">" + enrolment + "<", "students: 1", "Signature verified");

        String result = "<r:result><r:kind>SUBJECT_PROGRAMME</r:kind><r:subject>%s</r:subject>"
                + "<r:schoolYear>2025</r:schoolYear><r:classLevel>7</r:classLevel><r:grade>9</r:grade>"
                + "<r:decidedOn>2026-06-10</r:decidedOn></r:result>";
        Path body = Files.writeString(
                folder.resolve("class.xml"),
                "<r:recordResults xmlns:r=\"http://mokiniai.lt/results/v1\"><r:entry><r:enrolmentId>" + enrolment
                        + "</r:enrolmentId>" + result.formatted("LIET") + result.formatted("MATE")
                        + "</r:entry></r:recordResults>");
        Outcome refused = call("recordResults", "--as=school", "--user=u", "--body", body.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("MR-565", "field: entry[1]/result[2]");
    }

    private static String told(Outcome outcome, String element) {
        Matcher matcher = Pattern.compile(element + ">([^<]+)<").matcher(outcome.out());
        assertThat(matcher.find()).as(outcome.toString()).isTrue();
        return matcher.group(1);
    }

    @Test
    void explainsARequestThatIsGivenAsAValue() {
        Outcome outcome = call(
                "explainRequest",
                "--as",
                "municipality",
                "--user",
                "u",
                "request=<getStudent xmlns=\"http://mokiniai.lt/students/v1\"><person><personalCode xmlns=\"http://mokiniai.lt/types/v1\">"
                        + PERSON.substring("personalCode=".length()) + "</personalCode></person></getStudent>");

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).contains("MR-2026-002", "Signature verified").doesNotContain("MR-103");
    }

    @Test
    void tellsALostAnswerAgain() {
        Outcome lost = call("getStudent", "--as", "municipality", "--user", "u", "--raw", PERSON);
        Outcome outcome = call(
                "getOutcome", "--as", "municipality", "--user", "u", "--json", "id=" + told(lost, "<xrd:id [^>]*"));

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out())
                .contains("\"outcome\" : \"ANSWERED\"", "\"getStudentResponse\" : {", "\"familyName\"", "MR-2026-002");
    }

    @Test
    void givesTheBytesOfTheAnswerAlone() {
        Outcome outcome = call("getStudent", "--as", "municipality", "--user", "u", "--raw", PERSON);

        assertThat(outcome.out()).startsWith("<soap:Envelope").endsWith("</soap:Envelope>");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void failsWhereNobodyAnswers() {
        assertThat(run(
                        "call",
                        "getStudent",
                        "--as",
                        "school",
                        "--folder",
                        demo.folder().toString(),
                        "--url",
                        "http://localhost:1",
                        PERSON))
                .satisfies(outcome -> assertThat(outcome.code()).isEqualTo(1))
                .satisfies(outcome -> assertThat(outcome.err()).contains("is the service running?"));
    }

    @Test
    void explainsWrongUsage() {
        assertThat(call("getLearner", "--as", "school").err()).contains("no operation 'getLearner'");
        assertThat(call("getStudent", PERSON).err()).contains("--as PARTY");
        assertThat(call("getStudent", "--as", "ghost", PERSON).err()).contains("there is no", "ghost.p12");
        assertThat(call("getStudent", "--as", "school", "colour=red").err()).contains("no 'colour'", "validOn");
        assertThat(call("getStudent", "--as", "school", "colour").err()).contains("not PATH=VALUE");
        assertThat(call("getStudent", "--as", "school", "colour").code()).isEqualTo(2);
    }

    /** What an answer holds, who signed it and under which contract, for a program that reads no XML. */
    @Test
    void printsAnAnswerAsJson() {
        Outcome outcome = call("getStudent", "--as", "municipality", "--user", "inspector-1", "--json", PERSON);

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        JsonNode told = JsonMapper.shared().readTree(outcome.out());
        assertThat(told.get("answered").asBoolean()).isTrue();
        assertThat(told.get("operation").asString()).isEqualTo("getStudent");
        assertThat(told.at("/answer/outcome").asString()).isEqualTo("FOUND");
        assertThat(told.at("/answer/student/identity/givenNames").asString()).isEqualTo("Jokūbas");
        assertThat(told.at("/receipt/contract").asString()).isEqualTo("MR-2026-002");
        assertThat(told.at("/signature/verified").asBoolean()).isTrue();
        assertThat(told.at("/signature/signer").asString()).startsWith("CN=register,");
    }

    @Test
    void printsARefusalAsJsonInBothLanguages() {
        Outcome refused = call("getStudent", "--as", "benefits", "--json", "--print-request", PERSON);

        assertThat(refused.code()).isEqualTo(1);
        JsonNode told = JsonMapper.shared().readTree(refused.out());
        assertThat(told.get("answered").asBoolean()).isFalse();
        assertThat(told.get("status").asInt()).isEqualTo(500);
        assertThat(told.at("/fault/code").asString()).isEqualTo("MR-305");
        assertThat(told.at("/fault/text/lt").asString()).contains("reikalauja antraštės issue");
        assertThat(told.at("/fault/remedy/en").asString()).contains("Name the case");
        assertThat(told.at("/fault/contract").asString()).isEqualTo("MR-2026-001");
        assertThat(told.at("/signature/verified").asBoolean()).isTrue();
        assertThat(refused.err()).contains("Envelope");

        JsonNode stranger = JsonMapper.shared()
                .readTree(
                        call("getStudent", "--as", "revoked", "--json", PERSON).out());
        assertThat(stranger.at("/signature/verified").asBoolean()).isFalse();
        assertThat(stranger.at("/signature/reason/lt").asString()).contains("NEPASIRAŠYTA");
    }

    /** A list of one is a list too: a program need not look how many there were. */
    @Test
    void aListOfOneIsAListInJson() {
        JsonNode told = JsonMapper.shared()
                .readTree(call(
                                "resolveStudents",
                                "--as",
                                "municipality",
                                "--user",
                                "inspector-1",
                                "--json",
                                "entry/person/personalCode=" + PERSON.substring(PERSON.indexOf('=') + 1),
                                "entry/reference=1")
                        .out());

        assertThat(told.at("/answer/result").isArray()).as(told.toString()).isTrue();
    }

    @Test
    void saysWhatItSaysInLithuanianToo() {
        assertThat(call("getStudent", "--as", "municipality", "--user", "u", "--lang", "lt", PERSON)
                        .out())
                .contains("Parašas patikrintas: pasirašė CN=register,");
        assertThat(run("call", "getStudnt", "--lang=lt").err())
                .contains("nėra operacijos 'getStudnt'; gal norėjote getStudent");
        assertThat(run("call", "getStudnt").err())
                .contains("there is no operation 'getStudnt'; did you mean getStudent");
    }

    /** From the schemas: what must be there, what stands instead of what, of which type, which values there are. */
    @Test
    void tellsWhatARequestTakesAsItsSchemaSays() {
        String help = run("call", "getStudent", "--help").out();
        assertThat(help)
                .contains("person/personalCode=…\n", "this, or instead of it person/registerId, person/withoutCode")
                .contains("person/withoutCode/birthDate=…\n", "required where person/withoutCode is given; date")
                .contains("this, or instead of it person/withoutCode/givenNames, person/withoutCode/familyName")
                .contains("may be left out; date");
        assertThat(run("call", "getStudent", "--help", "--lang", "lt").out())
                .contains("būtina, kai nurodoma person/withoutCode; date", "galima praleisti; date")
                .doesNotContain("required");
        assertThat(run("call", "verifyCertificate", "--help").out())
                .contains("this, or instead of it paper", "issueDate=…", "required; date");
        assertThat(run("call", "resolveStudents", "--help").out()).contains("; may be repeated; ");
        assertThat(run("call", "explainRequest", "--help").out()).contains("an element as it would be sent");
        JsonNode paths = JsonMapper.shared()
                .readTree(run("call", "verifyCertificate", "--help", "--json").out())
                .get("takes");
        assertThat(paths)
                .filteredOn(path -> path.get("path").asString().equals("issueDate"))
                .singleElement()
                .satisfies(date -> {
                    assertThat(date.get("isRequired").asBoolean()).isTrue();
                    assertThat(date.get("type").asString()).isEqualTo("date");
                    assertThat(date.at("/presence/lt").asString()).isEqualTo("būtina");
                });
        assertThat(JsonMapper.shared()
                        .readTree(run("call", "--json").out())
                        .get(0)
                        .get("operation"))
                .isNotNull();
    }

    private Outcome call(String... words) {
        List<String> all = new ArrayList<>(List.of("call", "--url", "http://localhost:" + port));
        all.addAll(List.of("--folder", demo.folder().toString()));
        all.addAll(List.of(words));
        return run(all.toArray(String[]::new));
    }

    private static Outcome run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = Main.commandLine(Main.language(words));
        commands.setOut(new PrintWriter(out));
        commands.setErr(new PrintWriter(err));
        int code = commands.execute(words);
        return new Outcome(code, out.toString(), err.toString());
    }
}
