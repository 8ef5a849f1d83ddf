package lt.mokiniai.schema;

import java.util.Set;

/**
 * One operation that the register publishes.
 *
 * @param service the service and its major version, {@code students/v1}
 * @param operation such as {@code getStudent}
 * @param request what may stand in its request
 * @param answer what may stand in its answer
 * @param ways how it delivers: of {@code single}, {@code batch}, {@code changes}, {@code extract}; none when it tells a
 *     party about itself alone, and no contract grants it
 */
public record PublishedOperation(
        String service, String operation, SchemaTree request, SchemaTree answer, Set<String> ways) {

    /** Keeps its own copy of the ways. */
    public PublishedOperation {
        ways = Set.copyOf(ways);
    }

    /** The operation with its service and version, {@code students/v1/getStudent}. */
    public String name() {
        return service + "/" + operation;
    }

    /** Tells whether contracts grant it; one that tells a party about itself needs no grant. */
    public boolean isGrantable() {
        return !ways.isEmpty();
    }
}
