package lt.mokiniai.tools.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import lt.mokiniai.tools.command.Commands;
import lt.mokiniai.tools.command.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TryTests {

    private static final String EXAMPLE = ContractText.EXAMPLE.toString();
    private static final String BENEFITS = "contracts/MR-2026-001-benefits.xml";
    private static final String FIND = "<s:findStudents xmlns:s='http://mokiniai.lt/students/v1'"
            + " xmlns:t='http://mokiniai.lt/types/v1'><s:criteria>"
            + "<s:institution><t:kind>LEGAL_ENTITY</t:kind><t:code>191000018</t:code></s:institution></s:criteria></s:findStudents>";

    @TempDir
    private Path folder;

    /** The signed requests of the examples, under the contract of who sent them. */
    @ParameterizedTest
    @CsvSource({
        "MR-2026-001-benefits, getStudent/benefits, 0",
        "MR-2026-002-municipality, findStudents/municipality, 0",
        "MR-2026-003-ticketing, confirmStudentFact/ticketing, 0",
        "MR-2026-004-migration, resolveStudents/migration, 0",
        "MR-2026-005-school, getClassRoster/school, 0",
        "MR-2026-003-ticketing, refused/operation-not-granted, 1",
        "MR-2026-001-benefits, refused/issue-missing, 1",
        "MR-2026-001-benefits, refused/schema, 1",
        "MR-2026-001-benefits, refused/wrong-operation, 1",
        "MR-2026-001-benefits, getStudent/municipality, 1",
    })
    void saysOfARequestWhatTheServiceAnswered(String contract, String example, int code) {
        Outcome outcome = tried("contracts/" + contract + ".xml", "docs/examples/" + example + "/request.xml");

        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(code);
        assertThat(outcome.out()).contains(code == 0 ? "It would be answered under " : "It would be refused.");
    }

    @Test
    void saysWhatWouldComeAboutWhom() {
        String body = ContractText.written(folder, "body.xml", FIND);

        Outcome outcome = tried(EXAMPLE, body, "--day", "2026-11-26", "--user", "inspector-1");

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out())
                .contains("DEPTH       passed", "under MR-2026-900 version 1")
                .contains(
                        "About: students of whom all this holds: declared residence in municipality 19 Kaunas City Municipality")
                .contains("  student/identity/givenNames (MR-1.4, personal)")
                .doesNotContain("personalCode");
    }

    @Test
    void saysWhichRuleRefusesInBothLanguagesAndWhatToDo() {
        String body = ContractText.written(
                folder, "body.xml", FIND.replace("</s:criteria>", "<s:bornFrom>2015-01-01</s:bornFrom></s:criteria>"));

        Outcome outcome = tried(EXAMPLE, body, "--day", "2026-11-26", "--user", "inspector-1");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("SCHEMA      passed", "ASKS        refused", "DELIVERY    not reached")
                .contains("MR-306 The contract does not allow asking by criteria/bornFrom.")
                .contains("Sutartis neleidžia klausti pagal criteria/bornFrom.", "Leave the element out");
    }

    @Test
    void saysWhatMayNotBeSet() {
        String body = ContractText.written(
                folder,
                "body.xml",
                "<e:changeEnrolment xmlns:e='http://mokiniai.lt/enrolments/v1'><e:enrolmentId>0000000000000000</e:enrolmentId>"
                        + "<e:version>x</e:version><e:from>2026-10-01</e:from><e:stage><e:funding>VF</e:funding></e:stage>"
                        + "</e:changeEnrolment>");

        assertThat(tried("contracts/MR-2026-005-school.xml", body).out())
                .contains("SCHEMA      passed", "ASKS        refused")
                .contains(
                        "MR-312 The contract does not allow setting stage/funding.",
                        "Sutartis neleidžia nurodyti stage/funding.");
    }

    @Test
    void looksAtTheDayAndAtTheHeadersThatAreGiven() {
        String body = ContractText.written(folder, "body.xml", FIND);

        assertThat(tried(EXAMPLE, body, "--day", "2026-08-31", "--user", "u").out())
                .contains("CONTRACT    refused", "MR-302 The contract is not in force: 2026-09-01 – 2028-08-31.");
        assertThat(tried(EXAMPLE, body, "--day", "2026-09-01").out()).contains("HEADERS     refused", "MR-304");
    }

    @Test
    void doesNotKnowAnOperationThatIsNotPublished() {
        String body = ContractText.written(folder, "body.xml", "<getLearner xmlns='http://mokiniai.lt/students/v1'/>");
        String elsewhere = ContractText.written(folder, "other.xml", FIND.replace("mokiniai.lt", "example.lt"));

        assertThat(tried(EXAMPLE, body).out()).contains("OPERATION   refused", "MR-108");
        assertThat(tried(EXAMPLE, elsewhere).out()).contains("OPERATION   refused", "MR-108");
    }

    @Test
    void printsJson() {
        String body = ContractText.written(folder, "body.xml", FIND);

        JsonNode refused = JsonMapper.shared()
                .readTree(tried(EXAMPLE, body, "--json", "--day", "2026-11-26").out());
        JsonNode allowed = JsonMapper.shared()
                .readTree(tried(EXAMPLE, body, "--json", "--day", "2026-11-26", "--user", "u")
                        .out());

        assertThat(refused.get("allowed").asBoolean()).isFalse();
        JsonNode headers = check(refused, "HEADERS");
        assertThat(headers.get("result").asString()).isEqualTo("REFUSED");
        assertThat(headers.get("fault").get("code").asString()).isEqualTo("MR-304");
        assertThat(check(refused, "SCHEMA").get("result").asString()).isEqualTo("NOT_REACHED");
        assertThat(check(refused, "SIGNATURE").get("result").asString()).isEqualTo("NOT_RUN");
        assertThat(refused.get("contract").asString()).isEqualTo("MR-2026-900");
        assertThat(allowed.get("allowed").asBoolean()).isTrue();
        assertThat(allowed.get("grant").asString()).isEqualTo("students/v1/findStudents");
        assertThat(allowed.get("items")).hasSize(3);
    }

    @Test
    void sumsUpInLithuanian() {
        String body = ContractText.written(folder, "body.xml", FIND);

        assertThat(tried(EXAMPLE, body, "--lang", "lt", "--day", "2026-11-26", "--user", "u")
                        .out())
                .contains("DEPTH       leidžia", "Būtų atsakyta pagal sutarties MR-2026-900 redakciją 1.")
                .contains("Apie: mokiniai, kuriems tinka", "Gali būti šie duomenys:");
        assertThat(tried(EXAMPLE, body, "--lang", "lt", "--day", "2026-11-26").out())
                .contains("HEADERS     atmeta", "DELIVERY    neprieita", "Būtų atmesta.")
                .contains("Nurodykite naudotoją, kurio vardu klausiama.")
                .doesNotContain("Name the user");
    }

    @Test
    void printsAsJsonWhyTheContractIsNotSound() {
        Outcome outcome = tried("src/test/resources/contracts/missing-id/contract.xml", "no-matter.xml", "--json");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(JsonMapper.shared()
                        .readTree(outcome.out())
                        .get("problems")
                        .get(0)
                        .get("line")
                        .asInt())
                .isEqualTo(2);
    }

    /** The check of the envelope is the service's own: what it refuses there, is refused here. */
    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource({
        "(?s)^.*$, not XML, MR-101",
        "^<\\?xml[^>]*\\?>|^, '<?xml version=\"1.1\"?>', MR-101",
        "^<\\?xml[^>]*\\?>|^, '<!DOCTYPE a [<!ENTITY b \"c\">]>', MR-101",
        "http://schemas.xmlsoap.org/soap/envelope/, http://www.w3.org/2003/05/soap-envelope, MR-102",
        "'(?s)<([a-z]+):Header.*</[a-z]+:Header>', '', MR-102",
        "'</([a-z]+):Body>', '<more/></$1:Body>', MR-102",
        "'</([a-z]+):Header>', '<other xmlns=\"urn:other\"/></$1:Header>', MR-110",
    })
    void refusesAnEnvelopeThatTheServiceRefuses(String part, String by, String code) {
        Outcome outcome = tried(BENEFITS, changed(part, by));
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(1);
        assertThat(outcome.out()).contains("MESSAGE     refused", code, "XROAD       not reached");
        assertThat(tried(BENEFITS, ContractText.written(folder, "good.xml", envelope()))
                        .out())
                .contains("MESSAGE     passed");
    }

    /** Gives a file with an envelope that was good before it was changed. */
    private String changed(String part, String by) {
        String good = envelope();
        String bad = good.replaceFirst(part, by);
        assertThat(bad).isNotEqualTo(good);
        return ContractText.written(folder, "bad.xml", bad);
    }

    @Test
    void looksAtNoEnvelopeWhereThereIsNone() {
        String body = ContractText.written(folder, "body.xml", FIND);

        assertThat(tried(EXAMPLE, body, "--user", "u").out()).contains("MESSAGE     not run here");
    }

    /** What the service refuses of an envelope's headers is refused here by the same checks. */
    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource({
        "<xrd:id[ >].*?</xrd:id>, '', MR-106",
        "(<xrd:client[^>]*) id:objectType=\"SUBSYSTEM\", $1, MR-106",
        "(<xrd:service[^>]*) id:objectType=\"SERVICE\", $1, MR-106",
        "(<xrd:userId.*?</xrd:userId>), $1$1, MR-106",
        ">4.0<, >3.9<, MR-105",
        "serviceCode>getStudent<, serviceCode>findStudents<, MR-107",
        "serviceVersion>v1<, serviceVersion>v2<, MR-107",
        "subsystemCode>benefits<, subsystemCode>other<, MR-214",
    })
    void refusesTheHeadersThatTheServiceRefuses(String part, String by, String code) {
        assertThat(tried(BENEFITS, ContractText.written(folder, "good.xml", envelope()))
                        .code())
                .isZero();
        Outcome outcome = tried(BENEFITS, changed(part, by));
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("It would be refused.", code);
    }

    @Test
    void namesTheChecksThatItCannotMake() {
        String file = ContractText.written(folder, "good.xml", envelope());
        String register = "LT-DEMO/GOV/190000008/mokiniai";

        assertThat(tried(BENEFITS, file).out())
                .contains("SIGNATURE   not run here", "XROAD       passed", "REGISTER    not run here")
                .contains("REPLAY      not run here", "QUOTA       not run here", "VALUES      not run here");
        assertThat(tried(BENEFITS, file, "--register", register).out()).contains("REGISTER    passed");
        assertThat(tried(BENEFITS, file, "--register", "LT-DEMO/GOV/190000008/other")
                        .out())
                .contains("REGISTER    refused", "MR-111");
        assertThat(tried(BENEFITS, file, "--register", "nonsense").code()).isEqualTo(2);
    }

    private static String envelope() {
        try {
            return Files.readString(Path.of("docs/examples/getStudent/benefits/request.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode check(JsonNode tried, String name) {
        return StreamSupport.stream(tried.get("checks").spliterator(), false)
                .filter(check -> check.get("check").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome tried(String contract, String request, String... options) {
        String[] words = new String[4 + options.length];
        words[0] = "contract";
        words[1] = "try";
        words[2] = contract;
        words[3] = request;
        System.arraycopy(options, 0, words, 4, options.length);
        return Commands.run(words);
    }
}
