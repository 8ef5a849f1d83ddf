package lt.mokiniai.register.reference.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import lt.mokiniai.kernel.scope.Provenance;

/**
 * What whoever records needs to know.
 *
 * @param knownFrom the time from which on what is recorded is known; it is asked when something changes, and not before
 * @param provenance where it comes from
 * @param receivedOn the day from which on what changed holds, where none is told
 */
public record FactWriting(Supplier<Instant> knownFrom, Provenance provenance, LocalDate receivedOn) {}
