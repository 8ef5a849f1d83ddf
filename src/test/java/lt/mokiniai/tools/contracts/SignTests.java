package lt.mokiniai.tools.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.tools.command.Commands;
import lt.mokiniai.tools.command.Commands.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignTests {

    @TempDir
    private Path folder;

    private Path contract;
    private Path password;
    private Path signatories;

    @BeforeEach
    void prepare() throws Exception {
        contract = Files.copy(ContractText.EXAMPLE, folder.resolve("contract.xml"));
        password = Files.writeString(folder.resolve("password.txt"), "secret\n");
        TestPki.keystore(folder.resolve("register.p12"), "secret", Map.of("register", TestPki.REGISTER_EC));
        TestPki.keystore(folder.resolve("party.p12"), "secret", Map.of("party", TestPki.PARTY_RSA));
        TestPki.keystore(
                folder.resolve("both.p12"),
                "secret",
                Map.of("register", TestPki.REGISTER_EC, "party", TestPki.PARTY_RSA));
        signatories = Files.createDirectory(folder.resolve("signatories"));
        TestPki.pem(signatories.resolve("190000008.crt"), TestPki.REGISTER_EC.certificate());
        TestPki.pem(signatories.resolve("190000905.crt"), TestPki.PARTY_RSA.certificate());
    }

    @Test
    void signsForBothPartiesAndChangesNoLetter() throws Exception {
        assertThat(check().out())
                .contains("the register (190000008) has not signed", "the other party (190000905) has not signed");

        Outcome first = sign("register.p12");
        assertThat(first.code()).as(first.toString()).isZero();
        assertThat(first.out()).contains("Signed by CN=register: " + contract);
        assertThat(check().code()).isEqualTo(1);
        assertThat(sign("party.p12").code()).isZero();

        assertThat(check().code()).as(check().toString()).isZero();
        assertThat(Files.readString(contract).replaceAll("(?s)<ds:Signature .*?</ds:Signature>\\s*", ""))
                .isEqualToIgnoringWhitespace(ContractText.example());
    }

    @Test
    void checkTellsThatASignedTextWasChanged() throws Exception {
        sign("register.p12");
        sign("party.p12");
        Files.writeString(contract, Files.readString(contract).replace("largest=\"100\"", "largest=\"101\""));

        Outcome outcome = check();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("the contract is not the text that was signed");
    }

    /** The schema lets two stand there, and tells it by the name of a wildcard. */
    @Test
    void checkTellsOfAThirdSignatureInPlainWords() throws Exception {
        sign("register.p12");
        sign("party.p12");
        String signed = Files.readString(contract);
        String signature = signed.substring(
                signed.indexOf("<ds:Signature "), signed.indexOf("</ds:Signature>") + "</ds:Signature>".length());
        Files.writeString(contract, signed.replace("</contract>", signature + "</contract>"));

        assertThat(check().out().lines())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .contains(
                                "a contract has two signatures, and here are 3. Leave one of the register and one of the party",
                                "[MR-C608]"));
        assertThat(checked("--lang", "lt").out()).contains("sutartis turi du parašus, o čia jų yra 3", "[MR-C608]");
        Outcome third = sign("register.p12");
        assertThat(third.code()).isEqualTo(1);
        assertThat(third.err()).contains("a contract has two signatures, and here are 3");
    }

    @Test
    void writesElsewhereAndTakesAKeyByItsAlias() {
        Path out = folder.resolve("signed.xml");

        Outcome outcome = sign("both.p12", "--alias", "party", "--out", out.toString());

        assertThat(outcome.out()).contains("Signed by CN=party rsa: " + out);
        assertThat(out).content().contains("<ds:Signature ");
        assertThat(contract).hasContent(ContractText.example());
    }

    @Test
    void doesNotSignTwiceForOneParty() {
        sign("register.p12");

        Outcome again = sign("register.p12");

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("signed with this certificate already");
    }

    @Test
    void doesNotSignWhatTheRegisterWouldNotTake() throws Exception {
        String broken = Files.readString(contract).replace("id=\"MR-2026-900\" ", "");
        Files.writeString(contract, broken);

        Outcome outcome = sign("register.p12");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("<contract> lacks the attribute id");
        assertThat(contract).hasContent(broken);
    }

    @Test
    void doesNotSignForOneWhoIsNoSideOfTheContract() throws Exception {
        TestPki.keystore(folder.resolve("other.p12"), "secret", Map.of("other", TestPki.PARTY));

        Outcome unknown = sign("other.p12", trusting());
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("CN=party, O=Vilnius, C=LT is not in the folder of signatories");
        TestPki.pem(signatories.resolve("190000015.crt"), TestPki.PARTY.certificate());
        Outcome other = sign("other.p12", trusting());
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err())
                .contains(
                        "CN=party, O=Vilnius, C=LT signs for 190000015",
                        "the sides of the contract are 190000008 and 190000905");
        Outcome doubtful = sign("other.p12", "--signatories", signatories.toString());
        assertThat(doubtful.code()).isZero();
        assertThat(doubtful.err()).contains("whether 190000015 signs for the register, --register CODE tells");
        assertThat(Files.readString(contract)).contains("<ds:Signature ");
    }

    @Test
    void saysForWhichSideItHasSigned() {
        assertThat(sign("register.p12", trusting()).out()).contains("Signed by CN=register for 190000008: ");
        Outcome party = sign("party.p12", "--signatories", signatories.toString(), "--lang", "lt");
        assertThat(party.out()).contains("Pasirašė CN=party rsa už 190000905: ");
        assertThat(party.err()).isEmpty();
    }

    @Test
    void knowsASideByTheSubjectAndByTheContractItself() {
        TestPki.keystore(
                folder.resolve("qualified.p12"),
                "secret",
                Map.of("a", TestPki.party("CN=Director, OID.2.5.4.97=NTRLT-190000905", TestPki.ec("secp256r1"))));
        TestPki.keystore(
                folder.resolve("elsewhere.p12"),
                "secret",
                Map.of("a", TestPki.party("CN=Director, SERIALNUMBER=190000015", TestPki.ec("secp256r1"))));
        TestPki.keystore(
                folder.resolve("messages.p12"),
                "secret",
                Map.of(
                        "a",
                        TestPki.issue(
                                "CN=child-welfare, O=Pavyzdys Municipality, C=LT",
                                TestPki.ec("secp256r1"),
                                TestPki.authority("CN=Demo CA, O=Pupils' Register demo, C=LT"),
                                TestPki.FROM,
                                TestPki.TO,
                                TestPki.SIGNATURES,
                                false)));

        assertThat(sign("elsewhere.p12", "--register", "190000008").err()).contains("signs for 190000015");
        assertThat(sign("qualified.p12").out()).contains(" for 190000905: ");
        assertThat(sign("messages.p12").out()).contains(" for 190000905: ");
    }

    @Test
    void warnsWhereItCannotBeKnownForWhomAKeySigns() {
        Outcome outcome = sign("register.p12");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .contains("it is not known for whom CN=register signs; --signatories FOLDER --register CODE tell");
    }

    @Test
    void printsJson() {
        JsonNode signed =
                JsonMapper.shared().readTree(sign("register.p12", "--json").out());
        JsonNode again =
                JsonMapper.shared().readTree(sign("register.p12", "--json").out());

        assertThat(signed.get("signed").asBoolean()).isTrue();
        assertThat(signed.get("by").asString()).isEqualTo("CN=register");
        assertThat(signed.get("warning").get("en").asString()).startsWith("it is not known");
        assertThat(signed.get("written").asString()).isEqualTo(contract.toString());
        assertThat(again.get("signed").asBoolean()).isFalse();
        assertThat(again.get("reason").asString()).contains("signed with this certificate already");
        assertThat(sign("register.p12", "--lang", "lt").err())
                .contains("rinkmena šiuo sertifikatu jau pasirašyta. Dabar turi pasirašyti kita šalis")
                .doesNotContain("signed with this certificate");
    }

    @Test
    void printsAsJsonWhyAContractIsNotSound() throws Exception {
        Files.writeString(contract, Files.readString(contract).replace("id=\"MR-2026-900\" ", ""));

        assertThat(JsonMapper.shared()
                        .readTree(sign("register.p12", "--json").out())
                        .get("problems"))
                .hasSize(1);
    }

    @Test
    void explainsAKeyThatCannotBeUsed() throws Exception {
        assertThat(sign("both.p12").err()).contains("holds 2 keys; name one of them");
        assertThat(sign("both.p12", "--alias", "nobody").err()).contains("holds no key 'nobody'");
        assertThat(sign("no-such.p12").code()).isEqualTo(2);
        Files.writeString(password, "wrong");
        Outcome wrong = sign("register.p12");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("cannot open ", "with its password").doesNotContain("wrong");
    }

    @Test
    void explainsWrongUsage() {
        Outcome noPassword = Commands.run(
                "contract",
                "sign",
                contract.toString(),
                "--key",
                folder.resolve("register.p12").toString());
        assertThat(noPassword.code()).isEqualTo(2);
        assertThat(noPassword.err()).contains("--password-file is missing");
        assertThat(Commands.run("contract", "sign", contract.toString()).err()).contains("--key");
        assertThat(checked("--register", "190000008").code()).isZero();
        assertThat(checked("--signatories", "here").err())
                .contains("mokiniai contract check " + contract + " --signatories here --register CODE");
        assertThat(sign("register.p12", "--register", "19").err()).contains("'19' is no code of a legal entity");
        assertThat(checked("--signatories", signatories.toString(), "--register", "190000000")
                        .err())
                .contains("'190000000' is no code of a legal entity");
        assertThat(checked("--signatories", "no-such", "--register", "190000008")
                        .err())
                .contains("there is no folder no-such");
        assertThat(checked("--signatories", "no-such", "--register", "190000008")
                        .code())
                .isEqualTo(2);
    }

    private Outcome sign(String keystore, String... options) {
        List<String> words = new ArrayList<>(List.of("contract", "sign", contract.toString()));
        words.addAll(List.of("--key", folder.resolve(keystore).toString(), "--password-file", password.toString()));
        words.addAll(List.of(options));
        return Commands.run(words.toArray(String[]::new));
    }

    private String[] trusting() {
        return new String[] {"--signatories", signatories.toString(), "--register", "190000008"};
    }

    private Outcome check() {
        return checked("--signatories", signatories.toString(), "--register", "190000008");
    }

    private Outcome checked(String... options) {
        List<String> words = new ArrayList<>(List.of("contract", "check", contract.toString()));
        words.addAll(List.of(options));
        return Commands.run(words.toArray(String[]::new));
    }
}
