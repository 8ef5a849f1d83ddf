package lt.mokiniai.register.enrolments.facts;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;

/**
 * The stages of an enrolment as they follow from what was told: a change on a day holds until the next, and tells nothing of
 * what it leaves out. So a change that is struck, or told late, shows in the stages after it, but for what they tell
 * themselves.
 */
final class Stages {

    private final RegisteredEnrolment enrolment;
    private final History history;
    private final TreeMap<LocalDate, StageChange> changes = new TreeMap<>();

    /** The stages that are believed. */
    Stages(RegisteredEnrolment enrolment, History history) {
        this.enrolment = enrolment;
        this.history = history;
        enrolment.stages(history).forEach(stage -> changes.put(stage.term().from(), stage.change()));
    }

    /** Whether a stage begins on a day. */
    boolean beginOn(LocalDate day) {
        return changes.containsKey(day);
    }

    /** Whether it is the day on which the first begins. */
    boolean beginFirstOn(LocalDate day) {
        return !changes.isEmpty() && changes.firstKey().equals(day);
    }

    /** Tells of a change, on top of what was told of the same day. */
    void tell(LocalDate day, StageChange change) {
        changes.merge(day, change, StageChange::and);
    }

    /** Gives up what was told of a day, and gives it. */
    StageChange forget(LocalDate day) {
        return Objects.requireNonNull(changes.remove(day), "no stage begins on the day");
    }

    /**
     * Records the stages of a term. What begins after the term is given up; what began before it holds from its first day on.
     */
    void record(Term term) {
        clip(term);
        enrolment.stages(history).forEach(history::strikes);
        StageContent before = StageContent.NONE;
        for (Map.Entry<LocalDate, StageChange> each : changes.entrySet()) {
            LocalDate next = changes.higherKey(each.getKey());
            EnrolmentStage stage = new EnrolmentStage(enrolment, each.getValue(), before);
            history.asserts(stage, new Term(each.getKey(), next == null ? term.to() : next.minusDays(1)));
            before = stage.content();
        }
    }

    /** Whether something that was told is given up where the term is another: it began before it, or begins after it. */
    boolean loseSomethingIn(Term term) {
        int begunBefore = changes.headMap(term.from(), true).size();
        int later = term.to() == null ? 0 : changes.tailMap(term.to(), false).size();
        // What was told first moves with the first day.
        return begunBefore > 1 || ((begunBefore == 0 && later == changes.size()) ? later > 1 : later > 0);
    }

    private void clip(Term term) {
        NavigableMap<LocalDate, StageChange> before = changes.headMap(term.from(), true);
        if (before.isEmpty()) {
            // The term begins earlier than was told: what was told first holds from its first day on.
            changes.put(term.from(), changes.pollFirstEntry().getValue());
        } else {
            StageContent first = StageContent.NONE;
            for (StageChange change : before.values()) {
                first = first.with(change);
            }
            before.clear();
            changes.put(term.from(), first.whole());
        }
        if (term.to() != null) {
            changes.tailMap(term.to(), false).clear();
        }
    }
}
