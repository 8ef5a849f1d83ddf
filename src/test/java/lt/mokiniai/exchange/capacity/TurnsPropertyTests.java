package lt.mokiniai.exchange.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * However many messages a party sends: while one of another party waits, and its own party has not what it may have, each
 * other party begins one of the same kind before it at the most. So whoever waits begins after as many as there are other
 * parties, and when its own earlier ones are done.
 */
class TurnsPropertyTests {

    private static final int STEPS = 400;
    private static final List<String> PARTIES = List.of("a", "b", "c", "d", "e");

    private final Map<Turns.Ticket, Map<String, Integer>> overtaken = new HashMap<>();
    private final List<Turns.Ticket> atWork = new ArrayList<>();
    private final List<Turns.Ticket> waiting = new ArrayList<>();

    @Property(tries = 200)
    void nobodyIsOvertakenTwiceByTheSameParty(@ForAll long seed) {
        Random random = new Random(seed);
        int places = 2 + random.nextInt(9);
        Limits limits = Limits.ofExchanges(
                places,
                new CapacityProperties(
                        0.2 + 0.6 * random.nextDouble(),
                        0.2 + 0.6 * random.nextDouble(),
                        4 + random.nextInt(20),
                        Duration.ZERO,
                        Duration.ZERO,
                        0,
                        Duration.ZERO));
        Turns turns = new Turns(limits);
        overtaken.clear();
        atWork.clear();
        waiting.clear();
        for (int step = 0; step < STEPS; step++) {
            // Some parties send most of what there is, and more arrives than is done while the places fill.
            if (atWork.isEmpty() || random.nextInt(5) < 3) {
                String party = PARTIES.get(Math.min(random.nextInt(5), random.nextInt(5)));
                Kind kind = random.nextInt(3) == 0 ? Kind.LIST : Kind.SINGLE;
                turns.arrive(party, kind).ifPresent(waiting::add);
            } else {
                turns.leave(atWork.remove(random.nextInt(atWork.size())));
            }
            observe(limits);
        }
    }

    private void observe(Limits limits) {
        List<Turns.Ticket> begun =
                waiting.stream().filter(Turns.Ticket::isAtWork).toList();
        waiting.removeAll(begun);
        atWork.addAll(begun);
        overtaken.keySet().retainAll(waiting);
        for (Turns.Ticket first : begun) {
            for (Turns.Ticket later : waiting) {
                if (later.kind != first.kind) {
                    continue;
                }
                Map<String, Integer> byWhom = overtaken.computeIfAbsent(later, none -> new HashMap<>());
                if (later.party.equals(first.party)) {
                    // Its own party had its turn; it comes again when the others had theirs.
                    byWhom.clear();
                } else if (mayHaveMore(limits, later)) {
                    assertThat(byWhom.merge(first.party, 1, Integer::sum))
                            .as("%s before a %s of %s, %s", first.party, later.kind, later.party, limits)
                            .isEqualTo(1);
                }
            }
        }
    }

    private boolean mayHaveMore(Limits limits, Turns.Ticket ticket) {
        long own = atWork.stream()
                .filter(other -> other.party.equals(ticket.party))
                .count();
        long ownOfKind = atWork.stream()
                .filter(other -> other.party.equals(ticket.party) && other.kind == ticket.kind)
                .count();
        return own < limits.ofParty() && ownOfKind < limits.ofParty(ticket.kind);
    }
}
