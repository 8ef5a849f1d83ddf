package lt.mokiniai.tools.standins;

import java.util.Optional;
import lt.mokiniai.intake.transport.pulling.SourceQuestion.Numbered;

/** What a source has to deliver. */
@FunctionalInterface
public interface SourceDeliveries {

    /**
     * Gives a part of a delivery, as the XML of the request by which the source could push it.
     *
     * @param register whose records, by its name
     * @param asked which delivery; nothing where a full one is asked for
     * @param first which of its records is to be the first, from 1
     * @return nothing where there is no such delivery
     */
    Optional<String> part(String register, Optional<Numbered> asked, int first);
}
