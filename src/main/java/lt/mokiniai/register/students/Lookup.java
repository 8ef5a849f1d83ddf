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
 * @param mergedInto the one that the record was merged into, when it was
 */
public record Lookup(Outcome outcome, Optional<FoundPerson> person, Optional<FoundPerson> mergedInto) {

    private Lookup(Outcome outcome, Optional<FoundPerson> person) {
        this(outcome, person, Optional.empty());
    }

    static Lookup merged(FoundPerson into) {
        return new Lookup(Outcome.MERGED, Optional.empty(), Optional.of(into));
    }

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
