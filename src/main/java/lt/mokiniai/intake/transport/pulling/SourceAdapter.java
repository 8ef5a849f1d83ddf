package lt.mokiniai.intake.transport.pulling;

import java.util.Optional;

/**
 * Asks sources that speak one protocol. It verifies that the answer is whole, is an answer to the question, and was signed with
 * the certificate that it tells; whose certificate that is, and what the records say, is looked at by whoever asked.
 */
public interface SourceAdapter {

    /** By which settings name it, {@code soap}. */
    String name();

    /**
     * Asks for a part of a delivery.
     *
     * @return nothing where the source has no such delivery
     * @throws lt.mokiniai.intake.transport.NotDelivered {@code MR-S631} to {@code MR-S638} when there is no answer that can be read
     */
    Optional<SourceAnswer> ask(SourceQuestion question);
}
