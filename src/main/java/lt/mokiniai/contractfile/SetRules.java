package lt.mokiniai.contractfile;

import static lt.mokiniai.contractfile.ContractDocument.attribute;
import static lt.mokiniai.contractfile.ContractDocument.child;
import static lt.mokiniai.contractfile.ContractDocument.children;
import static lt.mokiniai.contractfile.ContractDocument.only;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.Contract;
import lt.mokiniai.contractfile.problem.ContractProblem;
import lt.mokiniai.schema.PublishedOperations;
import lt.mokiniai.schema.SchemaTree;
import lt.mokiniai.schema.SchemaTree.DataItem;
import org.w3c.dom.Element;

/** What two contracts of one set must not do to each other. */
final class SetRules {

    private SetRules() {}

    /** Notes where a contract contradicts one of an earlier file: id, certificate, subsystem, grants, sources. */
    static void compare(ContractDocument document, Contract contract, Contract earlier, PublishedOperations published) {
        Element root = document.root();
        if (contract.id().equals(earlier.id())) {
            document.problem(root, ContractProblem.SAME_ID, earlier.file(), earlier.id());
        }
        if (!contract.party().code().equals(earlier.party().code())) {
            compareParties(document, contract, earlier);
        }
        if (contract.meets(earlier)) {
            if (isSameClient(contract, earlier)) {
                compareGrants(document, contract, earlier);
            }
            compareSources(document, earlier, published);
        }
    }

    private static void compareParties(ContractDocument document, Contract contract, Contract earlier) {
        Element party = only(document.root(), "party");
        boolean isSameCertificate = contract.signers().stream()
                .anyMatch(signer -> earlier.signers().stream().anyMatch(signer::names));
        if (isSameCertificate) {
            document.problem(party, ContractProblem.SAME_CERTIFICATE, earlier.file());
        }
        if (isSameClient(contract, earlier)) {
            document.problem(party, ContractProblem.SAME_CLIENT, earlier.file());
        }
    }

    private static void compareGrants(ContractDocument document, Contract contract, Contract earlier) {
        contract.grants().stream()
                .filter(grant -> earlier.grantOf(grant.name()).isPresent())
                .forEach(grant ->
                        document.problem(grant.line(), ContractProblem.SAME_GRANT.of(earlier.file(), grant.name())));
    }

    /** One and the same item stands at several paths: in the answer of each operation that gives it. */
    private static void compareSources(ContractDocument document, Contract earlier, PublishedOperations published) {
        Set<String> theirs = earlier.supply().stream()
                .flatMap(supply -> supply.sourceOf().stream())
                .flatMap(path -> numbers(path, published))
                .collect(Collectors.toSet());
        child(document.root(), "supply").stream()
                .flatMap(supply -> children(supply, "sourceOf"))
                .filter(item -> numbers(attribute(item, "path"), published).anyMatch(theirs::contains))
                .forEach(item ->
                        document.problem(item, ContractProblem.SAME_SOURCE, earlier.file(), attribute(item, "path")));
    }

    private static Stream<String> numbers(String path, PublishedOperations published) {
        return published.all().stream()
                .flatMap(operation -> operation.answer().at(path).flatMap(SchemaTree::item).stream())
                .map(DataItem::number);
    }

    private static boolean isSameClient(Contract contract, Contract earlier) {
        return contract.party().client().equals(earlier.party().client());
    }
}
