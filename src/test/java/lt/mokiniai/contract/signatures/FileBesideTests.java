package lt.mokiniai.contract.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.exchange.security.TestPki.Pair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature of a document and of a file beside it: whatever of both is changed is found, and neither is left out. */
class FileBesideTests {

    private static final String NOTE = "<note><kind>FULL</kind></note>";

    @TempDir
    private Path folder;

    private FileBeside data = new FileBeside("data.csv", Path.of("data.csv"));

    @BeforeEach
    void write() throws IOException {
        data = new FileBeside("data.csv", Files.writeString(folder.resolve("data.csv"), "a,b\r\n1,ąžuolas\r\n"));
    }

    private byte[] signed(Pair signer) {
        return new ContractSigner(signer.key(), signer.certificate()).sign(NOTE.getBytes(StandardCharsets.UTF_8), data);
    }

    private List<ContractSignature> verified(byte[] note) {
        return SignatureVerifier.verify(ContractText.of(note).root(), Optional.of(data));
    }

    @Test
    void holdsForBothAsTheyWereSigned() {
        for (Pair signer : List.of(TestPki.PARTY, TestPki.PARTY_RSA, TestPki.PARTY_P384)) {
            assertThat(verified(signed(signer)))
                    .singleElement()
                    .satisfies(signature -> assertThat(signature.isIntact()).isTrue())
                    .satisfies(signature -> assertThat(signature.certificate()).contains(signer.certificate()));
        }
    }

    @Test
    void findsAChangeOfTheFile() throws IOException {
        byte[] note = signed(TestPki.PARTY);
        Files.writeString(data.path(), "a,b\r\n1,ąžuolai\r\n");
        assertThat(code(note)).isEqualTo("MR-C606");
    }

    @Test
    void findsAChangeOfTheNote() {
        String note = new String(signed(TestPki.PARTY), StandardCharsets.UTF_8);
        assertThat(code(note.replace("FULL", "PART").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("MR-C606");
    }

    @Test
    void findsThatItNamesAnotherFile() {
        byte[] note = signed(TestPki.PARTY);
        data = new FileBeside("other.csv", data.path());
        assertThat(code(note)).isEqualTo("MR-C605");
    }

    @Test
    void aSignatureOfTheNoteAloneIsNone() {
        byte[] note = new ContractSigner(TestPki.PARTY.key(), TestPki.PARTY.certificate())
                .sign(NOTE.getBytes(StandardCharsets.UTF_8));
        assertThat(code(note)).isEqualTo("MR-C605");
    }

    /** What a contract is signed with names no file: else one that nobody has read would be signed too. */
    @Test
    void aContractIsNotSignedWithAFile() {
        assertThat(SignatureVerifier.verify(
                        ContractText.of(signed(TestPki.PARTY)).root()))
                .singleElement()
                .satisfies(signature -> assertThat(signature.isIntact()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".csv", "../data.csv", "a/b.csv", "file:data.csv", "#id", "ą.csv", "a b.csv"})
    void namesOfFoldersAndAddressesAreNone(String name) {
        assertThat(FileBeside.isName(name)).isFalse();
        assertThatThrownBy(() -> new FileBeside(name, data.path())).isInstanceOf(IllegalArgumentException.class);
    }

    private String code(byte[] note) {
        List<ContractSignature> signatures = verified(note);
        assertThat(signatures).hasSize(1);
        return signatures.get(0).problem().orElseThrow().notice().code();
    }
}
