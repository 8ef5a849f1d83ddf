package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.child;
import static lt.mokiniai.contract.files.ContractDocument.children;
import static lt.mokiniai.contract.files.ContractDocument.line;
import static lt.mokiniai.contract.files.ContractDocument.only;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Contract.Source;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.signatures.BothParties;
import lt.mokiniai.kernel.texts.Notice;
import org.w3c.dom.Element;

/**
 * What came of reading one file by itself: all that is needed of it to compare it with others, and not its tree.
 *
 * @param problems what is wrong with it
 * @param sound the contract, where it could be read, so that it can be compared
 */
record ReadFile(FileProblems problems, Optional<SoundContract> sound) {

    /**
     * A contract with the lines that are told of it.
     *
     * @param line of the contract's element
     * @param partyLine of the other party's
     */
    record SoundContract(Contract contract, int line, int partyLine, List<SourceLine> sources) {}

    /** An item of which the contract's party is the source. */
    record SourceLine(Source source, int line) {

        /** Tells whether another is the source of the same item for some of the same students. */
        boolean meets(SourceLine other) {
            return source.of().overlaps(other.source().of())
                    && !Collections.disjoint(source.numbers(), other.source().numbers());
        }
    }

    /** Reads a file, and verifies its signatures where they are asked for. */
    static ReadFile of(String name, FileSet files, PublishedOperations published, Optional<BothParties> signedBy) {
        byte[] bytes = files.read(name);
        ContractDocument document = ContractDocument.of(name, bytes);
        if (!document.isValid()) {
            return new ReadFile(document.problems(), Optional.empty());
        }
        Optional<Contract> contract = ContractReader.read(document, bytes, published);
        Element root = document.root();
        contract.ifPresent(read ->
                signedBy.ifPresent(rule -> rule.problems(root, read.party().code())
                        .forEach(problem -> document.problem(problem.line(), problem.notice()))));
        return new ReadFile(
                document.problems(),
                contract.map(read ->
                        new SoundContract(read, line(root), line(only(root, "party")), sources(root, published))));
    }

    /** Says of a file why it cannot be read. */
    static ReadFile unread(String name, Notice why) {
        FileProblems problems = new FileProblems(name);
        problems.add(1, why);
        return new ReadFile(problems, Optional.empty());
    }

    private static List<SourceLine> sources(Element root, PublishedOperations published) {
        return child(root, "supply").stream()
                .flatMap(supply -> children(supply, "sourceOf"))
                .map(item -> new SourceLine(ContractReader.source(item, published), line(item)))
                .toList();
    }
}
