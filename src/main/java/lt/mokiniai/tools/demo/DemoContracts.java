package lt.mokiniai.tools.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import lt.mokiniai.contract.signatures.BothParties;
import lt.mokiniai.contract.signatures.ContractText;
import lt.mokiniai.contract.signatures.NotSigned;
import lt.mokiniai.contract.signatures.Signatories;
import lt.mokiniai.contract.signatures.SignatureVerifier;
import lt.mokiniai.kernel.LegalEntityCode;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Element;

/**
 * The demo's contracts: those of a folder or of the program, signed for both parties. A contract whose text has not changed
 * keeps its signatures, so that restarts run under the same files.
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
     * @param set the folder of the contracts, where a setting names one
     * @param usual the folder where none is named; where it is not there, the contracts are those of the program
     * @return how many files were written
     */
    int prepare(Optional<Path> set, Path usual) throws IOException, GeneralSecurityException {
        Path source = set.orElse(usual);
        if (set.isPresent() && !Files.isDirectory(source)) {
            throw new IllegalStateException("there is no folder " + source + "; mokiniai.demo.contracts must name the"
                    + " folder of the contracts that the demo signs (contracts/ of the source tree)");
        }
        SortedMap<String, byte[]> files = Files.isDirectory(source) ? files(source) : ofTheProgram();
        signatories.prepare(signatories.register());
        int written = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            written += prepare(file.getKey(), file.getValue()) ? 1 : 0;
        }
        forget(files.keySet());
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

    private static SortedMap<String, byte[]> files(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".xml")).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** Where the program runs without its sources, it has their contracts with it. */
    private static SortedMap<String, byte[]> ofTheProgram() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:contracts/*.xml")) {
            files.put(String.valueOf(file.getFilename()), file.getContentAsByteArray());
        }
        return files;
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
