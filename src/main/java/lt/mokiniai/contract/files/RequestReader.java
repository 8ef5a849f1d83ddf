package lt.mokiniai.contract.files;

import static lt.mokiniai.contract.files.ContractDocument.child;
import static lt.mokiniai.contract.files.ContractDocument.children;

import java.util.Optional;
import java.util.Set;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.contract.model.Grant.Requested;
import lt.mokiniai.contract.schema.PublishedOperation;
import org.w3c.dom.Element;

/** Reads what a request may ask by or set (docs/decisions/0010, docs/decisions/0036). */
final class RequestReader {

    private static final String ASKS = "asks";
    private static final String WRITES = "writes";

    private final ContractDocument document;
    private final ItemsReader items;
    private final Kind kind;

    /** @param kind of the contract */
    RequestReader(ContractDocument document, ItemsReader items, Kind kind) {
        this.document = document;
        this.items = items;
        this.kind = kind;
    }

    Requested read(Element grant, PublishedOperation operation) {
        Requested requested =
                Requested.of(operation, operation.writes() ? set(grant, operation) : asked(grant, operation));
        ContractProblem never = operation.writes() ? ContractProblem.NEVER_SENT : ContractProblem.NEVER_ASKED;
        if (!operation.writes() || !requested.items().isEmpty()) {
            operation
                    .request()
                    .missingIn(requested.message())
                    .forEach(missing -> document.problem(grant, never, operation.operation(), missing));
        }
        return requested;
    }

    private Set<String> asked(Element grant, PublishedOperation operation) {
        child(grant, WRITES)
                .ifPresent(writes -> document.problem(writes, ContractProblem.DOES_NOT_WRITE, operation.operation()));
        return child(grant, ASKS)
                .map(given -> items.asked(given, operation.request()))
                .orElse(Set.of());
    }

    private Set<String> set(Element grant, PublishedOperation operation) {
        child(grant, ASKS)
                .ifPresent(asks -> document.problem(asks, ContractProblem.DOES_NOT_ASK, operation.operation()));
        if (!kind.mayWrite()) {
            document.problem(grant, ContractProblem.MAY_NOT_WRITE, operation.operation(), kind);
            return Set.of();
        }
        Optional<Element> writes = child(grant, WRITES);
        if (writes.isEmpty()) {
            document.problem(grant, ContractProblem.WRITES_MISSING, operation.operation());
        }
        writes.filter(list -> children(list).findAny().isEmpty())
                .ifPresent(list -> document.problem(list, ContractProblem.WRITES_EMPTY));
        return writes.map(list -> items.set(list, operation.request())).orElse(Set.of());
    }
}
