package lt.mokiniai.contract.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.signatures.BothParties;
import lt.mokiniai.contract.signatures.ContractSigner;
import lt.mokiniai.contract.signatures.Signatories;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.kernel.LegalEntityCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of contracts as it is read in earnest: only what both parties have signed. */
class SignedContractsTests {

    @TempDir
    private Path folder;

    private Path contracts;
    private Path signatories;

    @BeforeEach
    void trust() throws IOException {
        contracts = Files.createDirectory(folder.resolve("contracts"));
        signatories = Files.createDirectory(folder.resolve("signatories"));
        TestPki.pem(signatories.resolve("190000008.crt"), TestPki.REGISTER_EC.certificate());
        TestPki.pem(signatories.resolve("190000039.crt"), TestPki.PARTY_RSA.certificate());
    }

    @Test
    void takesWhatBothHaveSigned() throws IOException {
        write(contract(), TestPki.REGISTER_EC, TestPki.PARTY_RSA);

        assertThat(read().all()).hasSize(1);
    }

    /** What the canonical text holds and the contract does not say must be in the tree of the reader too. */
    @Test
    void takesWhateverXmlItIsWrittenIn() throws IOException {
        String text = contract()
                .replace("<everyone/>", "<?one two?><c:everyone xmlns:c='http://mokiniai.lt/contract/v1'/><!-- c -->")
                .replace("<delivery>", "<delivery xmlns:unused=\"urn:unused\">")
                .replace("reduced fare", "<![CDATA[reduced]]> f&#97;re")
                .replace("\n", "\r\n");
        write("<?before?>\n" + text.substring(text.indexOf("<contract")), TestPki.PARTY_RSA, TestPki.REGISTER_EC);

        assertThat(read().all()).hasSize(1);
    }

    @Test
    void tellsTheLineOfASignatureThatIsNotIntact() throws IOException {
        write(contract(), TestPki.REGISTER_EC, TestPki.PARTY_RSA);
        Path file = contracts.resolve("a.xml");
        String signed = Files.readString(file);
        Files.writeString(file, signed.replace("until=\"2035", "until=\"2036"));
        long line = signed.lines()
                        .takeWhile(text -> !text.startsWith("<ds:Signature"))
                        .count()
                + 1;

        assertThat(problems())
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("a.xml:"))
                .first()
                .asString()
                .startsWith("a.xml:" + line + ": the contract is not the text that was signed");
    }

    @Test
    void findsAProcessingInstructionThatWasPutInLater() throws IOException {
        write(contract(), TestPki.REGISTER_EC, TestPki.PARTY_RSA);
        Path file = contracts.resolve("a.xml");
        Files.writeString(file, Files.readString(file).replace("<everyone/>", "<everyone/><?x y?>"));

        assertThat(problems()).hasSize(2);
    }

    @Test
    void refusesWhatOneHasSigned() throws IOException {
        write(contract(), TestPki.REGISTER_EC);

        assertThat(problems())
                .containsExactly("a.xml:4: the other party (190000039) has not signed the contract."
                        + " Let 190000039 sign it with 'contract sign' [MR-C613]");
    }

    @Test
    void verifiesAnewWhereThoseWhoMaySignAreOthers() throws IOException {
        write(contract(), TestPki.REGISTER_EC, TestPki.PARTY_RSA);
        SetReader reader = new SetReader(
                PublishedOperations.load(),
                () -> Optional.of(new BothParties(new LegalEntityCode("190000008"), Signatories.load(signatories))));
        FileSet files = new ContractFolder(contracts, ContractFolder.LARGEST_FILE).files();

        reader.read(files);
        assertThat(reader.verified()).isOne();
        reader.read(files);
        assertThat(reader.verified()).isZero();
        Files.delete(signatories.resolve("190000039.crt"));
        assertThatThrownBy(() -> reader.read(files)).hasMessageContaining("MR-C6");
        assertThat(reader.verified()).isOne();
    }

    private static String contract() throws IOException {
        return Files.readString(Path.of("contracts/MR-2026-003-ticketing.xml"));
    }

    private void write(String text, TestPki.Pair... signers) throws IOException {
        byte[] file = text.getBytes(StandardCharsets.UTF_8);
        for (TestPki.Pair signer : signers) {
            file = new ContractSigner(signer.key(), signer.certificate()).sign(file);
        }
        Files.write(contracts.resolve("a.xml"), file);
    }

    private List<String> problems() {
        return catchThrowableOfType(BrokenContracts.class, this::read).problems().stream()
                .map(BrokenContracts.Problem::toString)
                .toList();
    }

    private ContractSet read() {
        BothParties rule = new BothParties(new LegalEntityCode("190000008"), Signatories.load(signatories));
        return new SetReader(PublishedOperations.load(), () -> Optional.of(rule))
                .read(new ContractFolder(contracts, ContractFolder.LARGEST_FILE).files());
    }
}
