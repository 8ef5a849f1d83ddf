package lt.mokiniai.contract.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.exchange.security.TestPki.Pair;
import lt.mokiniai.kernel.LegalEntityCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BothPartiesTests {

    private static final LegalEntityCode REGISTER = new LegalEntityCode("190000008");
    private static final String PARTY = "190000039";
    private static final String CONTRACT = Signed.text(Signed.TICKETING);

    private static final Pair OURS = TestPki.REGISTER_EC;
    private static final Pair OUR_DIRECTOR = TestPki.REGISTER_RSA;
    private static final Pair THEIRS = TestPki.PARTY_RSA;
    private static final Pair THEIR_DIRECTOR = TestPki.PARTY_P384;
    private static final Pair OF_BOTH = TestPki.REVOKED;
    private static final Pair STRANGER = TestPki.OF_A_STRANGER;

    @TempDir
    private static Path folder;

    private static BothParties rule;

    @BeforeAll
    static void trust() {
        TestPki.pem(folder.resolve("190000008.crt"), OURS.certificate());
        TestPki.pem(folder.resolve("190000008-director.pem"), OUR_DIRECTOR.certificate());
        TestPki.pem(folder.resolve("190000008-x.crt"), OF_BOTH.certificate());
        TestPki.pem(folder.resolve("190000039.crt"), THEIRS.certificate());
        TestPki.pem(folder.resolve("190000039-director.crt"), THEIR_DIRECTOR.certificate());
        TestPki.pem(folder.resolve("190000039-x.crt"), OF_BOTH.certificate());
        rule = new BothParties(REGISTER, Signatories.load(folder));
    }

    @Test
    void takesWhatSomebodyOfEachPartyHasSignedInAnyOrder() {
        assertThat(problems(Signed.by(CONTRACT, OURS, THEIRS))).isEmpty();
        assertThat(problems(Signed.by(CONTRACT, THEIR_DIRECTOR, OUR_DIRECTOR))).isEmpty();
        assertThat(problems(Signed.by(CONTRACT, OF_BOTH, OURS))).isEmpty();
        assertThat(problems(Signed.by(CONTRACT, THEIRS, OF_BOTH))).isEmpty();
    }

    @Test
    void missesBothSignatures() {
        assertThat(problems(CONTRACT))
                .containsExactly(
                        "1: the register (190000008) has not signed the contract."
                                + " Let 190000008 sign it with 'contract sign'",
                        "1: the other party (190000039) has not signed the contract."
                                + " Let 190000039 sign it with 'contract sign'");
    }

    @Test
    void missesTheSignatureOfOne() {
        assertThat(problems(Signed.by(CONTRACT, THEIRS)))
                .singleElement()
                .asString()
                .startsWith("1: the register (190000008) has not signed");
        assertThat(problems(Signed.by(CONTRACT, OURS)))
                .singleElement()
                .asString()
                .startsWith("1: the other party (190000039) has not signed");
        assertThat(problems(Signed.by(CONTRACT, OF_BOTH)))
                .singleElement()
                .asString()
                .startsWith("1: the other party (190000039) has not signed");
    }

    @Test
    void refusesAStrangerWithoutNamingAnybody() {
        assertThat(problems(Signed.by(CONTRACT, OURS, STRANGER)))
                .singleElement()
                .asString()
                .matches("1: the certificate of this signature \\(SHA-256 thumbprint [0-9a-f]{64}\\) is trusted to sign"
                        + " neither for 190000008 nor for 190000039\\. If it may, put it into .*")
                .doesNotContain("Vilnius");
    }

    @Test
    void refusesTheSignatureOfAnotherPartyOfTheRegister() {
        List<SignatureProblem> problems = rule.problems(
                ContractText.of(Signed.bytes(Signed.by(CONTRACT, OURS, THEIRS))).root(), "191000018");

        assertThat(problems)
                .singleElement()
                .asString()
                .contains("is trusted to sign neither for 190000008 nor for 191000018");
    }

    @Test
    void refusesTwoOfOneInstitution() {
        assertThat(problems(Signed.by(CONTRACT, OURS, OUR_DIRECTOR)))
                .containsExactly("1: both signatures are of one institution, 190000008."
                        + " One must be of the register (190000008) and one of the other party (190000039)");
        assertThat(problems(Signed.by(CONTRACT, THEIR_DIRECTOR, THEIRS)))
                .singleElement()
                .asString()
                .contains("both signatures are of one institution, 190000039");
    }

    @Test
    void refusesAContractOfTheRegisterWithItself() {
        String signed = Signed.by(CONTRACT, OURS, OUR_DIRECTOR);

        assertThat(rule.problems(ContractText.of(Signed.bytes(signed)).root(), "190000008"))
                .singleElement()
                .asString()
                .contains("both signatures are of one institution, 190000008");
    }

    @Test
    void refusesOneSignatureThatStandsTwice() {
        String once = Signed.by(CONTRACT, OF_BOTH);
        String signature = Signed.signature(once, 1);

        assertThat(problems(once.replace(signature, signature + signature)))
                .singleElement()
                .asString()
                .contains("the contract was signed with this certificate before");
    }

    @Test
    void refusesAThirdSignature() {
        String signed = Signed.by(CONTRACT, OURS, THEIRS);
        String third = Signed.signature(Signed.by(CONTRACT, OUR_DIRECTOR), 1);

        assertThat(problems(signed.replace("</contract>", third + "</contract>")))
                .containsExactly("1: a contract has two signatures, and here are 3."
                        + " Leave one of the register and one of the party");
    }

    @Test
    void tellsOfEachSignatureWhatIsWrongWithIt() {
        String changed = Signed.by(CONTRACT, OURS, THEIRS).replace("until=\"2035", "until=\"2036");

        assertThat(problems(changed))
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("1: the contract is not the text that was signed"))
                .allMatch(problem -> problem.contains("Restore the text that was signed"));
    }

    private static List<String> problems(String text) {
        return rule.problems(ContractText.of(Signed.bytes(text)).root(), PARTY).stream()
                .map(SignatureProblem::toString)
                .toList();
    }
}
