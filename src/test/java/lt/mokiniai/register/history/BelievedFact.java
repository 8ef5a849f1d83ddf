package lt.mokiniai.register.history;

import java.util.stream.Stream;

/**
 * A fact that is believed at the end of a chronicle.
 *
 * @param owner who or what it is about
 */
public record BelievedFact(Fact fact, Recorded owner) {

    /** Gives what is believed when all of a chronicle was told, without a database. */
    public static Stream<BelievedFact> of(Chronicle chronicle) {
        return chronicle.play().recorded().stream()
                .filter(Fact.class::isInstance)
                .map(Fact.class::cast)
                .filter(fact -> fact.believedUntil == null)
                .map(fact -> new BelievedFact(fact, fact.owner()));
    }
}
