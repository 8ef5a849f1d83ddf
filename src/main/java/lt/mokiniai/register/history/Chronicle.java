package lt.mokiniai.register.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import lt.mokiniai.kernel.scope.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * How the history of one person came about: what was recorded at which times. It is told in any order, and played in that
 * of time, so that the rules of a history hold at each of its times.
 */
public final class Chronicle {

    /** The time of what was recorded at no time yet: it is recorded when the chronicle is taken over. */
    public static final Instant WHEN_TAKEN_OVER = Instant.MAX;

    private final Person person;
    private final TreeMap<Instant, List<Consumer<History>>> steps = new TreeMap<>();

    /** @param known since when the register knows the person */
    public Chronicle(String registerId, Instant known) {
        this(new Person(registerId));
        at(known, history -> history.adds(history.person()));
    }

    /** @param person whom the register knows already */
    Chronicle(Person person) {
        this.person = person;
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

    /**
     * Tells where what was recorded at a time came from.
     *
     * @param reason of a correction: code list CORRECTION_REASON
     * @param overruled the codes of warnings, with a space between each two
     */
    public void cameFrom(Instant recorded, Provenance provenance, @Nullable String reason, @Nullable String overruled) {
        at(recorded, history -> history.adds(new PersonWrite(person, provenance, reason, overruled)));
    }

    /**
     * Plays it up to the present.
     *
     * @throws ContradictionException when two facts were believed that cannot both be true
     */
    public Played play() {
        List<Recorded> recorded = new ArrayList<>();
        History history = new History(person, new Earlier(recorded));
        steps.forEach((time, together) -> {
            together.forEach(step -> step.accept(history));
            history.check();
            if (!time.equals(WHEN_TAKEN_OVER)) {
                recorded.addAll(history.record(time));
            }
        });
        return new Played(history, recorded);
    }

    /** What the person's facts are about since an earlier time of the chronicle; the facts themselves the history keeps. */
    private record Earlier(List<Recorded> recorded) implements History.Recordings {

        @Override
        public <R extends Recorded> List<R> owned(Class<R> kind, Person of) {
            return recorded.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    /** A chronicle that was played: what was recorded, and what is to be recorded now. */
    public static final class Played {

        private final History history;
        private final List<Recorded> recorded;

        private Played(History history, List<Recorded> recorded) {
            this.history = history;
            this.recorded = recorded;
        }

        /** Whose history it is. */
        public Person person() {
            return history.person();
        }

        /** What was recorded: owners before the facts about them. */
        List<Recorded> recorded() {
            return recorded;
        }

        /** Whether something of it is to be recorded now. */
        boolean isOpen() {
            return !history.isUnchanged();
        }

        /** Records what is to be recorded now, and gives all that was ever recorded: owners before the facts about them. */
        List<Recorded> recordedBy(Instant now, Provenance provenance) {
            if (isOpen()) {
                history.comesFrom(provenance);
                recorded.addAll(history.record(now));
            }
            return recorded;
        }
    }
}
