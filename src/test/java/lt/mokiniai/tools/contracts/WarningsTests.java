package lt.mokiniai.tools.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lt.mokiniai.contract.signatures.ContractSigner;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.tools.command.Commands;
import lt.mokiniai.tools.command.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code contract check} says of sound contracts that a person should look at again. */
class WarningsTests {

    private static final String LISTS = "<grant service=\"students\" version=\"v1\" operation=\"resolveStudents\">";

    private final LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), Dates.ZONE);

    @TempDir
    private Path folder;

    @Test
    void aContractThatHasEnded() {
        assertThat(warnings(sound("until=\"2099-12-31\"", "until=\"2026-01-31\"")))
                .containsExactly("a.xml:2: the contract ended on 2026-01-31. Nothing is answered under it: agree on its"
                        + " next version, or take the file out of the folder [MR-C703]");
        assertThat(warnings(sound("until=\"2099-12-31\"", "until=\"" + today + "\"")))
                .isEmpty();
    }

    @Test
    void aDepthSinceADayThatIsAhead() {
        String since = "<since>%s</since>";
        assertThat(warnings(sound("<years>2</years>", since.formatted("2034-09-01"))))
                .singleElement()
                .asString()
                .contains("a.xml:", "<since> 2034-09-01 is ahead", "[MR-C704]");
        assertThat(warnings(sound("<years>2</years>", since.formatted(today)))).isEmpty();
    }

    @Test
    void aRestrictionThatIsLiftedWithoutAWordOnHandling() {
        assertThat(warnings(sound("<item path=\"student/handling\"/>", "")))
                .singleElement()
                .asString()
                .contains("the restriction COURT is lifted", "Grant the item 'handling'", "[MR-C711]");
    }

    @Test
    void someKindsOfRestrictionThatNoActNames() {
        assertThat(warnings(sound("<act items=\"MR-6\">", "<act>")))
                .singleElement()
                .asString()
                .contains("of the restrictions COURT alone is lifted", "[MR-C712]");
        assertThat(warnings(sound("<act items=\"MR-6\">", "<act>")
                        .replace(
                                "<restriction>COURT</restriction>",
                                "<restriction>ADOPTION</restriction><restriction>COURT</restriction>"
                                        + "<restriction>PROTECTED</restriction>")))
                .isEmpty();
    }

    @Test
    void aQuotaOfADayBelowThatOfAMinute() {
        String quota = "<quota><messages perMinute=\"%d\" perDay=\"60\"/></quota>";
        assertThat(warnings(withQuota(quota.formatted(61))))
                .singleElement()
                .asString()
                .contains("perDay=\"60\" is less than perMinute=\"61\"", "[MR-C705]");
        assertThat(warnings(withQuota(quota.formatted(60)))).isEmpty();
    }

    @Test
    void aQuotaOfAMonthBelowTheLargestList() {
        String quota = "<quota><students distinctPerMonth=\"%d\"/></quota>";
        assertThat(warnings(ofLists(quota.formatted(49))))
                .singleElement()
                .asString()
                .contains("distinctPerMonth=\"49\" is less than the largest list, 50 students", "[MR-C706]");
        assertThat(warnings(ofLists(quota.formatted(50)))).isEmpty();
        assertThat(warnings(ofLists("<quota><students perMessage=\"20\" distinctPerMonth=\"20\"/></quota>")))
                .isEmpty();
    }

    /** The number that says who the student is stands in the file, and not in what is told of it. */
    @Test
    void aStudentWhoIsNamedTwice() {
        String request = read("sound-request").replace("000000000000002E", "0000000000000017");

        assertThat(warnings(request))
                .singleElement()
                .asString()
                .contains("this student is named on line 38 already", "[MR-C707]")
                .startsWith("a.xml:39:")
                .doesNotContain("0000000000000017");
    }

    @Test
    void theRegisterAsItsOwnParty() {
        String own = sound();

        assertThat(warnings(own, "--register", "190000015"))
                .singleElement()
                .asString()
                .contains("a.xml:3: the party 190000015 is the register itself", "[MR-C708]");
        assertThat(warnings(own, "--register", "190000008")).isEmpty();
    }

    @Test
    void aSignerWhoseCertificateHasExpired() {
        TestPki.Pair expired = TestPki.issue(
                "CN=signatory",
                TestPki.ec("secp256r1"),
                TestPki.AUTHORITY,
                TestPki.FROM,
                Instant.parse("2025-06-30T12:00:00Z"),
                TestPki.SIGNATURES,
                false);
        byte[] sound = sound().getBytes(StandardCharsets.UTF_8);
        String signed = new String(
                new ContractSigner(expired.key(), expired.certificate()).sign(sound), StandardCharsets.UTF_8);

        assertThat(warnings(signed))
                .singleElement()
                .asString()
                .contains("the certificate of this signature was valid until 2025-06-30", "[MR-C709]");
    }

    @Test
    void aClientInOtherCaseThanAnotherOfTheSameSet() throws IOException {
        String sound = sound();
        write("a.xml", sound);
        write("b.xml", sound.replace("id=\"MR-2026-101\"", "id=\"MR-2026-102\"").replace("/cases\"", "/Cases\""));
        write(
                "c.xml",
                sound.replace("id=\"MR-2026-101\"", "id=\"MR-2026-103\"")
                        .replace("/GOV/190000015/cases", "/gov/190000015/other"));

        assertThat(told())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("b.xml:3: client=\"LT-TEST/GOV/190000015/Cases\" differs from"
                        + " LT-TEST/GOV/190000015/cases in capital and small letters alone"))
                .anyMatch(line ->
                        line.startsWith("c.xml:3: client=\"LT-TEST/gov/190000015/other\" differs from LT-TEST/GOV"))
                .allMatch(line -> line.endsWith("[MR-C710]"));
    }

    @Test
    void isToldInLithuanianTooAndLetsTheCheckPass() {
        write("a.xml", sound("until=\"2099-12-31\"", "until=\"2026-01-31\""));

        Outcome outcome = Commands.run("contract", "check", "--lang", "lt", folder.toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("įspėjimas: ", "sutartis nebegalioja: paskutinė jos diena buvo 2026-01-31", "[MR-C703]");
        assertThat(Commands.run("contract", "check", "--json", folder.toString())
                        .out())
                .contains("\"severity\" : \"WARNING\"", "\"code\" : \"MR-C703\"");
    }

    private List<String> warnings(String contract, String... options) {
        write("a.xml", contract);
        return told(options);
    }

    private List<String> told(String... options) {
        Outcome outcome =
                Commands.run(Stream.concat(Stream.of("contract", "check", folder.toString()), Arrays.stream(options))
                        .toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        return outcome.out()
                .lines()
                .filter(line -> line.startsWith("warning: "))
                .map(line -> line.substring("warning: ".length()).replace(folder + "/", ""))
                .toList();
    }

    private void write(String name, String contract) {
        ContractText.written(folder, name, contract);
    }

    private static String sound() {
        return read("sound");
    }

    private static String sound(String piece, String other) {
        String contract = sound();
        assertThat(contract).contains(piece);
        return contract.replace(piece, other);
    }

    private static String withQuota(String quota) {
        return sound("</delivery>", "</delivery>" + quota);
    }

    private static String ofLists(String quota) {
        return withQuota(quota)
                .replaceFirst("<grant service=[^>]*>", LISTS)
                .replaceFirst(
                        "(?s)<fields>.*?</fields>",
                        "<fields><item path=\"result/student/handling\"/><item path=\"result/student/identity/sex\"/></fields>")
                .replaceFirst("(?s)<delivery>.*?</delivery>", "<delivery><batch largest=\"50\"/></delivery>");
    }

    private static String read(String fixture) {
        try {
            return Files.readString(Path.of("src/test/resources/contracts", fixture, "contract.xml"))
                    .replace("until=\"2026-12-31\"", "until=\"2099-12-31\"")
                    // One kind of restriction is lifted, so an act names the item that says the kind.
                    .replaceFirst("(?s)(<legalBasisToReceive>.*?)<act>", "$1<act items=\"MR-6\">");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
