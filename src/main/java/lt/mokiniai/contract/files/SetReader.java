package lt.mokiniai.contract.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import lt.mokiniai.contract.files.BrokenContracts.Problem;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.signatures.BothParties;

/**
 * Reads contract files that are to be in force together: all of them or none. What a file came to is kept for the next
 * set, as long as the file and those who may sign are the same: of a thousand contracts of which one is new, one is
 * read and verified. Nothing else is kept than what the last two sets held.
 */
public final class SetReader {

    /**
     * What the reading of a file depends on.
     *
     * @param digest SHA-256 of its bytes
     * @param trust SHA-256 of who may sign, or nothing where signatures are not asked for
     */
    private record Key(String name, String digest, String trust) {}

    private final PublishedOperations published;
    private final Supplier<Optional<BothParties>> signedBy;
    private Map<Key, ReadFile> last = Map.of();
    private Map<Key, ReadFile> before = Map.of();
    private int verified;

    /** A reader that looks at no signature. */
    public SetReader(PublishedOperations published) {
        this(published, Optional::empty);
    }

    /** @param signedBy who must have signed each contract, asked once for each set; nobody where none need to */
    public SetReader(PublishedOperations published, Supplier<Optional<BothParties>> signedBy) {
        this.published = published;
        this.signedBy = signedBy;
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

    /** Reads a contract that was in force, by itself; nothing where its text cannot be read any more. */
    public Optional<Contract> earlier(String name, byte[] bytes) {
        ContractDocument document = ContractDocument.of(name, bytes);
        return document.isValid() ? ContractReader.read(document, bytes, published) : Optional.empty();
    }

    /**
     * Reads files as one set.
     *
     * @throws BrokenContracts when a file is wrong or cannot be read, or files contradict each other
     */
    public synchronized ContractSet read(FileSet files) {
        Optional<BothParties> signatures = signedBy.get();
        String trust = signatures.map(BothParties::digest).orElse("");
        Map<Key, ReadFile> now = new HashMap<>();
        SetRules rules = new SetRules();
        List<Problem> problems = new ArrayList<>();
        List<Contract> contracts = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(files.digests().keySet());
        names.addAll(files.unread().keySet());
        verified = 0;
        for (String name : names) {
            ReadFile read = Optional.ofNullable(files.unread().get(name))
                    .map(why -> ReadFile.unread(name, why))
                    .orElseGet(() -> read(name, files, signatures, trust, now));
            FileProblems ofTheFile = read.problems().copy();
            read.sound().ifPresent(sound -> {
                rules.add(sound, ofTheFile);
                contracts.add(sound.contract());
            });
            problems.addAll(ofTheFile.all());
        }
        if (!now.keySet().equals(last.keySet())) {
            before = last;
            last = now;
        }
        if (!problems.isEmpty()) {
            throw new BrokenContracts(problems);
        }
        return new ContractSet(files.hash(), contracts);
    }

    /** How many files of the last set were read and verified, and not known from a set before. */
    public synchronized int verified() {
        return verified;
    }

    private ReadFile read(
            String name, FileSet files, Optional<BothParties> signatures, String trust, Map<Key, ReadFile> now) {
        Key key = new Key(name, String.valueOf(files.digests().get(name)), trust);
        ReadFile known = last.getOrDefault(key, before.get(key));
        if (known == null) {
            verified++;
            known = ReadFile.of(name, files, published, signatures);
        }
        now.put(key, known);
        return known;
    }
}
