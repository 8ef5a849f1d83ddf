package lt.mokiniai.contractfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.Contract;
import lt.mokiniai.contract.ContractSet;
import lt.mokiniai.contract.Digest;
import lt.mokiniai.contractfile.BrokenContracts.Problem;
import lt.mokiniai.schema.PublishedOperations;
import lt.mokiniai.signature.BothParties;

/** Reads contract files that are to be in force together: all of them or none. */
public final class SetReader {

    private final PublishedOperations published;
    private final Supplier<Optional<BothParties>> signedBy;

    /** A reader that looks at no signature. */
    public SetReader(PublishedOperations published) {
        this(published, Optional::empty);
    }

    /** @param signedBy who must have signed each contract, asked once for each set; nobody where none need to */
    public SetReader(PublishedOperations published, Supplier<Optional<BothParties>> signedBy) {
        this.published = published;
        this.signedBy = signedBy;
    }

    /** Gives the contract files of a folder, by name; none when it holds none, or is not there. */
    public static SortedMap<String, byte[]> filesOf(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file :
                    entries.filter(path -> path.toString().endsWith(".xml")).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
        return files;
    }

    /** Gives the hash by which files are known as one set, without reading what stands in them. */
    public static String hashOf(SortedMap<String, byte[]> files) {
        return Digest.sha256(files.entrySet().stream()
                .map(file -> Digest.sha256(file.getValue()) + "  " + file.getKey() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a sound contract as if it were written for the newest edition of the data items.
     *
     * @param bytes of its file
     */
    public Contract inNewestEdition(Contract contract, byte[] bytes) {
        ContractDocument document = ContractDocument.of(contract.file(), bytes);
        document.root().setAttribute("edition", String.valueOf(published.edition()));
        return ContractReader.read(document, bytes, published).orElseThrow();
    }

    /**
     * Reads files as one set.
     *
     * @param files their bytes by name
     * @throws BrokenContracts when a file is wrong, or files contradict each other
     */
    public ContractSet read(SortedMap<String, byte[]> files) {
        Optional<BothParties> signatures = signedBy.get();
        List<Problem> problems = new ArrayList<>();
        List<Contract> contracts = new ArrayList<>();
        files.forEach((name, bytes) -> {
            ContractDocument document = ContractDocument.of(name, bytes);
            if (document.isValid()) {
                ContractReader.read(document, bytes, published).ifPresent(contract -> {
                    signatures.ifPresent(rule -> rule.problems(
                                    document.root(), contract.party().code())
                            .forEach(problem -> document.problem(problem.line(), problem.notice())));
                    contracts.forEach(earlier -> SetRules.compare(document, contract, earlier, published));
                    contracts.add(contract);
                });
            }
            problems.addAll(document.problems());
        });
        if (!problems.isEmpty()) {
            throw new BrokenContracts(problems);
        }
        return new ContractSet(hashOf(files), contracts);
    }
}
