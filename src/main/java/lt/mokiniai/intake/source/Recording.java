package lt.mokiniai.intake.source;

import java.time.Instant;
import java.time.LocalDate;
import lt.mokiniai.kernel.scope.Provenance;

/** What whoever records something of a delivery needs to know. */
public interface Recording {

    /**
     * The time from which on what is recorded is known. The write is announced for all nodes when this is asked first: who finds
     * that nothing changes does not ask.
     */
    Instant knownFrom();

    /** The register's day on which the delivery was received: what changed holds from it where a record tells no day. */
    LocalDate receivedOn();

    /** Where what is recorded comes from. */
    Provenance provenance();
}
