package lt.mokiniai.contract.schema;

import java.util.Arrays;
import java.util.Locale;
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
 * @param writtenUnder the kinds of contract under which it writes; none where it does not write
 * @param isInParts whether it does its work in parts, each a transaction of its own
 * @param deliveries how it delivers, and since which edition; none when it tells a party about itself alone, and no
 *     contract grants it
 */
public record PublishedOperation(
        OperationId id,
        SchemaTree request,
        SchemaTree answer,
        Set<String> writtenUnder,
        boolean isInParts,
        Map<WayOfDelivery, Integer> deliveries) {

    /** A way in which an operation delivers, as schemas mark it and contracts grant it (contract.xsd, {@code Delivery}). */
    public enum WayOfDelivery {
        /** About many students at once. */
        BATCH,
        /** What changed since. */
        CHANGES,
        /** As a file of all whom the grant reaches. */
        EXTRACT,
        /** About one student at a time. */
        SINGLE;

        /** Finds the way that contracts and schemas write so, {@code single}. */
        public static Optional<WayOfDelivery> named(String name) {
            return Arrays.stream(values())
                    .filter(way -> way.toString().equals(name))
                    .findFirst();
        }

        /** As contracts and schemas write it, {@code single}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Keeps its own copies. */
    public PublishedOperation {
        writtenUnder = Set.copyOf(writtenUnder);
        deliveries = Map.copyOf(deliveries);
    }

    /** Tells whether it writes: the data items of its request are what is set, and not what is asked by. */
    public boolean writes() {
        return !writtenUnder.isEmpty();
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
    public Set<WayOfDelivery> ways() {
        return deliveries.keySet();
    }

    /** Tells whether contracts grant it; one that tells a party about itself needs no grant. */
    public boolean isGrantable() {
        return !deliveries.isEmpty();
    }

    /** Gives the operation as contracts see it that may not write. */
    PublishedOperation forReaders() {
        return new PublishedOperation(id, request, answer.forReaders(), writtenUnder, isInParts, deliveries);
    }

    /** Gives the operation as it was in an edition; empty when it came later. */
    Optional<PublishedOperation> in(int edition) {
        if (request.edition() > edition) {
            return Optional.empty();
        }
        Map<WayOfDelivery, Integer> known = new TreeMap<>(deliveries);
        known.values().removeIf(since -> since > edition);
        return Optional.of(
                new PublishedOperation(id, request.in(edition), answer.in(edition), writtenUnder, isInParts, known));
    }

    /** The newest edition in which something came to it. */
    int newest() {
        int delivery =
                deliveries.values().stream().mapToInt(since -> since).max().orElse(1);
        return Math.max(delivery, Math.max(request.newest(), answer.newest()));
    }
}
