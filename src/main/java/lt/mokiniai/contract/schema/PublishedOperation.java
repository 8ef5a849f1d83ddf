package lt.mokiniai.contract.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.ServiceId;

/**
 * One operation that the register publishes.
 *
 * @param id its service and name
 * @param request what may stand in its request
 * @param answer what may stand in its answer
 * @param deliveries how it delivers, of {@code single}, {@code batch}, {@code changes}, {@code extract}, and since which
 *     edition; none when it tells a party about itself alone, and no contract grants it
 */
public record PublishedOperation(
        OperationId id, SchemaTree request, SchemaTree answer, Map<String, Integer> deliveries) {

    /** Keeps its own copy of the deliveries. */
    public PublishedOperation {
        deliveries = Map.copyOf(deliveries);
    }

    /** Its service. */
    public ServiceId service() {
        return id.service();
    }

    /** Its name within its service, {@code getStudent}. */
    public String operation() {
        return id.name();
    }

    /** How it delivers. */
    public Set<String> ways() {
        return deliveries.keySet();
    }

    /** Tells whether contracts grant it; one that tells a party about itself needs no grant. */
    public boolean isGrantable() {
        return !deliveries.isEmpty();
    }

    /** Gives the operation as it was in an edition; empty when it came later. */
    Optional<PublishedOperation> in(int edition) {
        if (request.edition() > edition) {
            return Optional.empty();
        }
        Map<String, Integer> known = new TreeMap<>(deliveries);
        known.values().removeIf(since -> since > edition);
        return Optional.of(new PublishedOperation(id, request.in(edition), answer.in(edition), known));
    }

    /** The newest edition in which something came to it. */
    int newest() {
        int delivery =
                deliveries.values().stream().mapToInt(since -> since).max().orElse(1);
        return Math.max(delivery, Math.max(request.newest(), answer.newest()));
    }
}
