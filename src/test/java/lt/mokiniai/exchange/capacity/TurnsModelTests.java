package lt.mokiniai.exchange.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.Thoroughness;
import org.junit.jupiter.api.Test;

/**
 * Every state that a small number of places can come to, whatever two parties (three, where tests are thorough) send, in whatever order their work ends
 * and whoever stops waiting: in each of them the limits hold, nobody waits beside a place that it could have, and whoever
 * waits waits for work that is being done.
 */
class TurnsModelTests {

    private static final Limits SMALL = new Limits(3, 2, 2, 2, 1, 3, 2);
    private static final Limits NARROW = new Limits(2, 1, 1, 1, 1, 3, 2);
    private static final List<String> PARTIES = List.of("a", "b", "c").subList(0, Thoroughness.of(2, 3));

    /** One thing that happens: something arrives, or one of those at work or of those that wait goes. */
    private record Step(String party, Kind kind, int done, int impatient) {

        static Step arrival(String party, Kind kind) {
            return new Step(party, kind, -1, -1);
        }

        static Step done(int index) {
            return new Step("", Kind.SINGLE, index, -1);
        }

        static Step impatient(int index) {
            return new Step("", Kind.SINGLE, -1, index);
        }
    }

    @Test
    void holdInEveryStateOfThreePlaces() {
        assertThat(explored(SMALL)).isGreaterThan(300);
    }

    @Test
    void holdInEveryStateOfTwoPlaces() {
        assertThat(explored(NARROW)).isGreaterThan(100);
    }

    private static int explored(Limits limits) {
        Set<String> seen = new HashSet<>();
        Deque<List<Step>> open = new ArrayDeque<>(List.of(List.of()));
        while (!open.isEmpty()) {
            List<Step> path = open.removeFirst();
            for (Step step : steps(ObservedTurns.after(limits, path))) {
                List<Step> longer = new ArrayList<>(path);
                longer.add(step);
                ObservedTurns turns = ObservedTurns.after(limits, longer);
                if (seen.add(turns.state())) {
                    turns.assertSound();
                    open.addLast(longer);
                }
            }
        }
        return seen.size();
    }

    private static List<Step> steps(ObservedTurns turns) {
        List<Step> steps = new ArrayList<>();
        for (String party : PARTIES) {
            for (Kind kind : Kind.values()) {
                steps.add(Step.arrival(party, kind));
            }
        }
        for (int i = 0; i < turns.atWork.size(); i++) {
            steps.add(Step.done(i));
        }
        for (int i = 0; i < turns.waiting.size(); i++) {
            steps.add(Step.impatient(i));
        }
        return steps;
    }

    /** The places with what the test itself knows of who is where. */
    private static final class ObservedTurns {

        private final Limits limits;
        private final Turns turns;
        private final List<Turns.Ticket> atWork = new ArrayList<>();
        private final List<Turns.Ticket> waiting = new ArrayList<>();

        private ObservedTurns(Limits limits) {
            this.limits = limits;
            this.turns = new Turns(limits);
        }

        static ObservedTurns after(Limits limits, List<Step> path) {
            ObservedTurns observed = new ObservedTurns(limits);
            path.forEach(observed::take);
            return observed;
        }

        private void take(Step step) {
            if (step.done() >= 0) {
                turns.leave(atWork.remove(step.done()));
            } else if (step.impatient() >= 0) {
                turns.giveUp(waiting.remove(step.impatient()));
            } else {
                turns.arrive(step.party(), step.kind()).ifPresent(waiting::add);
            }
            List<Turns.Ticket> begun =
                    waiting.stream().filter(Turns.Ticket::isAtWork).toList();
            waiting.removeAll(begun);
            atWork.addAll(begun);
        }

        /** What decides about the future: who is at work, who waits in which order, and whose turn comes before whose. */
        String state() {
            return atWork.stream().map(ObservedTurns::name).sorted().collect(Collectors.joining(","))
                    + "|" + waiting.stream().map(ObservedTurns::name).collect(Collectors.joining(","))
                    + "|" + turns.order().stream().map(ObservedTurns::name).collect(Collectors.joining(","));
        }

        private static String name(Turns.Ticket ticket) {
            return ticket.party + (ticket.kind == Kind.LIST ? "L" : "S");
        }

        void assertSound() {
            assertThat(atWork.size()).isLessThanOrEqualTo(limits.all());
            assertThat(waiting.size()).isLessThanOrEqualTo(limits.waiting());
            for (Kind kind : Kind.values()) {
                assertThat(count(atWork, kind)).isLessThanOrEqualTo(limits.of(kind));
            }
            for (String party : PARTIES) {
                assertThat(of(atWork, party)).isLessThanOrEqualTo(limits.ofParty());
                assertThat(count(ofParty(atWork, party), Kind.LIST)).isLessThanOrEqualTo(limits.listsOfParty());
                assertThat(of(waiting, party)).isLessThanOrEqualTo(limits.waitingOfParty());
            }
            waiting.forEach(this::assertWaitsForWork);
        }

        private void assertWaitsForWork(Turns.Ticket ticket) {
            int own = of(atWork, ticket.party);
            int ownOfKind = count(ofParty(atWork, ticket.party), ticket.kind);
            boolean ownShareIsUsed = own >= limits.ofParty() || ownOfKind >= limits.ofParty(ticket.kind);
            boolean noPlace = atWork.size() >= limits.all() || count(atWork, ticket.kind) >= limits.of(ticket.kind);
            assertThat(ownShareIsUsed || noPlace).as(state()).isTrue();
            // Whom others keep waiting waits for work of its kind: lists cannot keep all singles out, nor singles
            // lists.
            if (!ownShareIsUsed) {
                int leftByTheOtherKind = limits.all() - limits.of(ticket.kind == Kind.LIST ? Kind.SINGLE : Kind.LIST);
                assertThat(count(atWork, ticket.kind))
                        .as(state())
                        .isGreaterThanOrEqualTo(Math.min(leftByTheOtherKind, limits.of(ticket.kind)))
                        .isPositive();
            }
        }

        private static List<Turns.Ticket> ofParty(List<Turns.Ticket> tickets, String party) {
            return tickets.stream().filter(ticket -> ticket.party.equals(party)).toList();
        }

        private static int of(List<Turns.Ticket> tickets, String party) {
            return ofParty(tickets, party).size();
        }

        private static int count(List<Turns.Ticket> tickets, Kind kind) {
            return (int) tickets.stream().filter(ticket -> ticket.kind == kind).count();
        }
    }
}
