package lt.mokiniai.exchange.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who is at work, who waits, and who is next. Whoever may begin does: nobody waits beside a place that it could have.
 * Of those who may begin, single reads go before lists; of one kind, parties take turns: the turn of a message is the
 * later of its arrival and of the last beginning of one of its party and kind, and the earliest turn is next. So a party
 * that sends many delays another's message once at the most, and lists have a place that single reads cannot take.
 *
 * <p>Plain state, for one thread at a time.
 */
final class Turns {

    /** A message that waits or is at work. */
    static final class Ticket {
        final String party;
        final Kind kind;
        private final long arrival;
        private boolean begun;

        private Ticket(String party, Kind kind, long arrival) {
            this.party = party;
            this.kind = kind;
            this.arrival = arrival;
        }

        boolean isAtWork() {
            return begun;
        }
    }

    /** The messages of a party and kind. */
    private record Source(String party, Kind kind) {

        static Source of(Ticket ticket) {
            return new Source(ticket.party, ticket.kind);
        }
    }

    private final Limits limits;
    private final List<Ticket> atWork = new ArrayList<>();
    private final List<Ticket> waiting = new ArrayList<>();
    /** Counts arrivals and beginnings, in their order. */
    private long now;
    /** When one of the party and kind last began. Only while some of its messages wait is that later than an arrival. */
    private final Map<Source, Long> begun = new HashMap<>();

    Turns(Limits limits) {
        this.limits = limits;
    }

    /**
     * Takes a message: it begins at once, or waits.
     *
     * @return nothing when it can neither begin nor wait
     */
    Optional<Ticket> arrive(String party, Kind kind) {
        Ticket arrived = new Ticket(party, kind, ++now);
        waiting.add(arrived);
        begin();
        boolean isTooMuch = waiting.size() > limits.waiting()
                || count(waiting, ticket -> ticket.party.equals(party)) > limits.waitingOfParty();
        if (arrived.begun || !isTooMuch) {
            return Optional.of(arrived);
        }
        giveUp(arrived);
        return Optional.empty();
    }

    /** A message that was at work is done; others may begin. */
    void leave(Ticket done) {
        if (!atWork.remove(done)) {
            throw new IllegalStateException("it was not at work");
        }
        begin();
        forget(done);
    }

    /** A message waits no longer. */
    void giveUp(Ticket impatient) {
        if (!waiting.remove(impatient)) {
            throw new IllegalStateException("it did not wait");
        }
        forget(impatient);
    }

    int atWork(Kind kind) {
        return count(atWork, ticket -> ticket.kind == kind);
    }

    int waiting() {
        return waiting.size();
    }

    /** Those that wait, in the order of their turns. */
    List<Ticket> order() {
        return waiting.stream()
                .sorted(Comparator.comparing((Ticket ticket) -> ticket.kind)
                        .thenComparing(this::turn)
                        .thenComparing(ticket -> ticket.arrival))
                .toList();
    }

    private void begin() {
        Optional<Ticket> next = next();
        while (next.isPresent()) {
            Ticket beginning = next.get();
            waiting.remove(beginning);
            atWork.add(beginning);
            beginning.begun = true;
            begun.put(Source.of(beginning), ++now);
            next = next();
        }
    }

    private Optional<Ticket> next() {
        return order().stream().filter(this::mayBegin).findFirst();
    }

    private boolean mayBegin(Ticket ticket) {
        return atWork.size() < limits.all()
                && atWork(ticket.kind) < limits.of(ticket.kind)
                && count(atWork, other -> other.party.equals(ticket.party)) < limits.ofParty()
                && count(atWork, other -> Source.of(other).equals(Source.of(ticket))) < limits.ofParty(ticket.kind);
    }

    private long turn(Ticket ticket) {
        return Math.max(ticket.arrival, begun.getOrDefault(Source.of(ticket), 0L));
    }

    /** A message that arrives now has a later turn than anything that began: nothing is to be remembered for it. */
    private void forget(Ticket gone) {
        if (waiting.stream().noneMatch(ticket -> Source.of(ticket).equals(Source.of(gone)))) {
            begun.remove(Source.of(gone));
        }
    }

    private static int count(List<Ticket> tickets, Predicate<Ticket> which) {
        return (int) tickets.stream().filter(which).count();
    }
}
