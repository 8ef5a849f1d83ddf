package lt.mokiniai.tools.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.signatures.BothParties;
import lt.mokiniai.contract.signatures.ContractText;
import lt.mokiniai.contract.signatures.NotSigned;
import lt.mokiniai.contract.signatures.Signatories;
import lt.mokiniai.contract.signatures.SignatureVerifier;
import lt.mokiniai.kernel.LegalEntityCode;
import org.w3c.dom.Element;

/**
 * The demo's contracts: those of a folder, signed for both parties. A contract whose text has not changed keeps its
 * signatures, so that restarts run under the same files.
 */
final class DemoContracts {

    /** Of the signed files. */
    static final String FOLDER = "contracts";

    /** Beside it: names of the files that the demo has put into it. What somebody else puts there is not touched. */
    private static final String MADE = "contracts.made";

    private final DemoFolder folder;
    private final DemoSignatories signatories;

    DemoContracts(DemoFolder folder, DemoSignatories signatories) {
        this.folder = folder;
        this.signatories = signatories;
    }

    /**
     * Signs what is new or has changed, and removes what was made of a source that is no more.
     *
     * @return how many files were written
     */
    int prepare(Path source) throws IOException, GeneralSecurityException {
        if (!Files.isDirectory(source)) {
            throw new IllegalStateException("there is no folder " + source + "; mokiniai.demo.contracts must name the"
                    + " folder of the contracts that the demo signs (contracts/ of the source tree)");
        }
        Set<String> names = names(source);
        signatories.prepare(signatories.register());
        int written = 0;
        for (String name : names) {
            written += prepare(name, Files.readAllBytes(source.resolve(name))) ? 1 : 0;
        }
        forget(names);
        return written;
    }

    private void forget(Set<String> names) throws IOException {
        List<String> made = folder.has(MADE)
                ? new String(folder.read(MADE), StandardCharsets.UTF_8).lines().toList()
                : List.of();
        for (String name : made) {
            if (!names.contains(name)) {
                Files.deleteIfExists(folder.in(FOLDER).path().resolve(name));
            }
        }
        folder.writePublic(MADE, String.join("\n", names).getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xml"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private boolean prepare(String name, byte[] source) throws IOException, GeneralSecurityException {
        DemoFolder signed = folder.in(FOLDER);
        byte[] before = signed.has(name) ? signed.read(name) : new byte[0];
        byte[] now = signed(source, before);
        if (Arrays.equals(now, before)) {
            return false;
        }
        signed.writePublic(name, now);
        return true;
    }

    private byte[] signed(byte[] source, byte[] before) throws IOException, GeneralSecurityException {
        Optional<LegalEntityCode> party = partyToSign(source);
        if (party.isEmpty()) {
            return source;
        }
        signatories.prepare(party.get());
        if (isSigned(before, source, party.get())) {
            return before;
        }
        byte[] ours = signatories.of(signatories.register()).sign(source);
        return signatories.of(party.get()).sign(ours);
    }

    private boolean isSigned(byte[] before, byte[] source, LegalEntityCode party) {
        try {
            ContractText text = ContractText.of(before);
            Signatories trusted =
                    Signatories.load(folder.in(DemoSignatories.FOLDER).path());
            return text.extendsText(ContractText.of(source))
                    && new BothParties(signatories.register(), trusted)
                            .problems(text.root(), party.value())
                            .isEmpty();
        } catch (NotSigned half) {
            return false;
        }
    }

    /**
     * Nobody for a file that is broken, which the reading of the contracts tells better, and for one that carries
     * signatures already: whoever made them wants them verified.
     */
    private Optional<LegalEntityCode> partyToSign(byte[] source) {
        try {
            Element root = ContractText.of(source).root();
            if (!SignatureVerifier.verify(root).isEmpty()
                    || !(root.getElementsByTagNameNS("*", "party").item(0) instanceof Element party)) {
                return Optional.empty();
            }
            return Optional.of(party.getAttribute("code"))
                    .filter(LegalEntityCode::isValid)
                    .map(LegalEntityCode::new)
                    .filter(code -> !code.equals(signatories.register()));
        } catch (NotSigned broken) {
            return Optional.empty();
        }
    }
}
