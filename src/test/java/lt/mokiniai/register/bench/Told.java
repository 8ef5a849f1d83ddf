package lt.mokiniai.register.bench;

import java.time.Instant;
import java.util.function.Consumer;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.register.history.Term;

/** The history of one person as a test tells it, for the history store. */
final class Told {

    private final Chronicle chronicle;
    private final Instant known;

    Told(String registerId, Instant known) {
        this.chronicle = new Chronicle(registerId, known);
        this.known = known;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    Person person() {
        return chronicle.person();
    }

    /** Tells of something that was known from the beginning. */
    void always(Consumer<History> step) {
        chronicle.at(known, step);
    }

    /** Tells of a fact when the row says that it was recorded, and strikes it when its belief ended. */
    void fact(Row row, Fact fact) {
        Instant recorded = row.recordedAt().isBefore(known) ? known : row.recordedAt();
        chronicle.at(recorded, history -> history.asserts(fact, new Term(row.validFrom(), row.validTo())));
        if (row.believedUntil() != null) {
            chronicle.at(row.believedUntil(), history -> history.strikes(fact));
        }
    }
}
