package lt.mokiniai.register.history;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.kernel.faults.Problem;

/**
 * The histories of several persons that one unit of work changes: all of it is recorded at one time, or nothing is. The rules
 * that are broken are told in the order in which they were found, of whichever person.
 */
public final class Histories implements Findings {

    private final BrokenRules broken = new BrokenRules();
    private final Map<Long, History> histories = new LinkedHashMap<>();

    /** @param persons whose rows are locked, by their internal numbers */
    Histories(Map<Long, Person> persons, History.Recordings recordings) {
        persons.forEach((number, person) -> histories.put(number, new History(person, recordings, broken)));
    }

    /**
     * Gives the history of a person.
     *
     * @param person the register's internal number
     * @throws IllegalArgumentException when the unit of work does not change what is believed of them
     */
    public History of(long person) {
        History history = histories.get(person);
        if (history == null) {
            throw new IllegalArgumentException("the row of a person is not locked");
        }
        return history;
    }

    /** All of them, in the order in which the rows were locked. */
    public Collection<History> all() {
        return List.copyOf(histories.values());
    }

    /** Demands that no rule was broken up to now, of whichever person, or of none. */
    void requireUnbroken() {
        broken.requireNone();
    }

    @Override
    public void breaks(Problem problem) {
        broken.breaks(problem);
    }
}
