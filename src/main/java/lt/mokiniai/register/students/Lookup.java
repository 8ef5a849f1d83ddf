package lt.mokiniai.register.students;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.wsdl.types.Outcome;

/**
 * What looking up one person came to. A person who is not in the register and one outside the population are the same:
 * not found.
 *
 * @param outcome the outcome
 * @param person the person, when found
 */
public record Lookup(Outcome outcome, Optional<FoundPerson> person) {

    static Lookup of(List<FoundPerson> candidates) {
        return switch (candidates.size()) {
            case 0 -> new Lookup(Outcome.NOT_FOUND, Optional.empty());
            case 1 -> new Lookup(Outcome.FOUND, Optional.of(candidates.get(0)));
            default -> new Lookup(Outcome.AMBIGUOUS, Optional.empty());
        };
    }

    static Lookup invalid() {
        return new Lookup(Outcome.INVALID, Optional.empty());
    }
}
