package lt.mokiniai.register.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A student of a model, by their place in it. */
final class Person {

    private static final int NEVER = Integer.MAX_VALUE;

    final int number;
    /** Whether they have a Lithuanian personal code. */
    final boolean hasCode;
    /** The school that registered them; nothing where it was long ago, and none of the model. */
    final String registrar;
    /** Whether their registration was struck: nobody is there. */
    boolean isRemoved;
    /** Into whom the record was merged; nothing where it stands by itself. */
    Merged merged;
    /** Those whom somebody found to be other persons. */
    final Set<Person> distinct = new HashSet<>();
    /** Whether a restriction is recorded of this record, and at which of the model's times one first was. */
    boolean isRestricted;

    int firstRestricted = NEVER;

    Person(int number, boolean hasCode, String registrar) {
        this.number = number;
        this.hasCode = hasCode;
        this.registrar = registrar;
    }

    /**
     * That a record was merged into another.
     *
     * @param time the model's own
     * @param moved the enrolments that went over
     * @param wasRestricted whether the record that was merged was
     * @param tookRestriction whether the other took that over
     */
    record Merged(Person into, int time, List<Study> moved, boolean wasRestricted, boolean tookRestriction) {}

    /** Whether somebody answers under this number. */
    boolean isThere() {
        return !isRemoved && merged == null;
    }

    /** The record in which all that were merged came together. */
    Person kept() {
        return merged == null ? this : merged.into.kept();
    }

    /** Whether a restriction protects the student now, of whichever record. */
    boolean isHidden() {
        return isRestricted || kept().isRestricted;
    }

    void restrict(int time) {
        isRestricted = true;
        firstRestricted = Math.min(firstRestricted, time);
    }

    /** How the record answers. */
    String answers() {
        return isRemoved ? "NOT_FOUND" : merged == null ? "FOUND" : "MERGED " + kept().number;
    }

    @Override
    public String toString() {
        return "student " + number;
    }
}
