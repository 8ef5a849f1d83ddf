package lt.mokiniai.register.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How the history of one person came about: what was recorded at which times. It is told in any order, and played in that
 * of time, so that the rules of a history hold at each of its times.
 */
public final class Chronicle {

    private final Person person;
    private final TreeMap<Instant, List<Consumer<History>>> steps = new TreeMap<>();

    /** @param known since when the register knows the person */
    public Chronicle(String registerId, Instant known) {
        person = new Person(registerId);
        at(known, history -> history.adds(history.person()));
    }

    /** Whose history it is. */
    public Person person() {
        return person;
    }

    /** Tells of something that was recorded at a time. */
    public Chronicle at(Instant recorded, Consumer<History> step) {
        steps.computeIfAbsent(recorded, time -> new ArrayList<>()).add(step);
        return this;
    }

    /** Gives all that was ever recorded: owners before the facts about them. */
    List<Recorded> play() {
        History history = new History(person, History.NOTHING);
        List<Recorded> recorded = new ArrayList<>();
        steps.forEach((time, together) -> {
            together.forEach(step -> step.accept(history));
            history.check();
            recorded.addAll(history.record(time));
        });
        return recorded;
    }
}
