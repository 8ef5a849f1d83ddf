package lt.mokiniai.clerk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lt.mokiniai.command.Commands;
import lt.mokiniai.command.Commands.Outcome;
import lt.mokiniai.security.TestPki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(outcome.err()).contains("Attribute 'id' must appear");
        assertThat(contract).hasContent(broken);
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
        assertThat(checked("--register", "190000008").err()).contains("go together");
        assertThat(checked("--signatories", signatories.toString(), "--register", "190000000")
                        .err())
                .contains("go together");
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

    private Outcome check() {
        return checked("--signatories", signatories.toString(), "--register", "190000008");
    }

    private Outcome checked(String... options) {
        List<String> words = new ArrayList<>(List.of("contract", "check", contract.toString()));
        words.addAll(List.of(options));
        return Commands.run(words.toArray(String[]::new));
    }
}
