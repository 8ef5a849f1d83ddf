package lt.mokiniai.register.results.facts;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.enrolments.facts.EnrolmentFact;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;
import org.jspecify.annotations.Nullable;

/**
 * A result of a student in an enrolment. It holds from the day on which it was decided, for ever (docs/register.md, 'Results').
 */
@Entity
public class EnrolmentResult extends EnrolmentFact {

    /** What a school decides of a student who left is decided soon. */
    private static final int DAYS_AFTER_LEAVING = 31;

    @Embedded
    ResultKey key;

    @Embedded
    ResultValue value;

    @Nullable
    Integer classLevel;

    /** Code list LANGUAGE. */
    @Nullable
    String language;

    protected EnrolmentResult() {}

    /**
     * @param classLevel in which the student learnt in the school year
     * @param language in which the subject was taught
     */
    public EnrolmentResult(
            RegisteredEnrolment enrolment,
            ResultKey key,
            ResultValue value,
            @Nullable Integer classLevel,
            @Nullable String language) {
        super(enrolment);
        this.key = key;
        this.value = value;
        this.classLevel = classLevel;
        this.language = language;
    }

    /** What tells it from the others of its enrolment. */
    public ResultKey key() {
        return key;
    }

    /** How it was assessed. */
    public ResultValue value() {
        return value;
    }

    /** Gives the same with another value. */
    public EnrolmentResult valued(ResultValue other) {
        return new EnrolmentResult(owner(), key, other, classLevel, language);
    }

    /** The class level in which the student learnt. */
    public @Nullable Integer classLevel() {
        return classLevel;
    }

    /** The language in which the subject was taught. */
    public @Nullable String language() {
        return language;
    }

    /**
     * Looks whether the student learnt what was assessed, as far as it is known: the day of the decision is of the school year,
     * not before the enrolment and, when it has ended, soon after it; and the student was in the class level then.
     *
     * @param decided the day of the decision
     * @param path of the element that tells of the result, with a slash at its end
     */
    public void requireGround(Findings findings, History history, LocalDate decided, String path) {
        Term learnt = owner().term(history).term();
        SchoolYear year = new SchoolYear(key.schoolYear());
        boolean isOfYear = findings.requires(
                year.days().includes(decided), path + "decidedOn", ExchangeError.DECIDED_OUTSIDE_SCHOOL_YEAR);
        boolean isEnrolled = findings.requires(
                isDecidedOf(learnt, year, decided), path + "decidedOn", ExchangeError.OUTSIDE_ENROLMENT);
        if (isOfYear && isEnrolled) {
            findings.requires(
                    isOfLevel(history, year, decided), path + "classLevel", ExchangeError.CLASS_LEVEL_OF_RESULT);
        }
    }

    /** Tells whether the student learnt what was assessed, as {@link #requireGround} looks at it. */
    public boolean hasGround(History history) {
        SchoolYear year = new SchoolYear(key.schoolYear());
        LocalDate decided = term().from();
        return owner().isBelieved(history)
                && isDecidedOf(owner().term(history).term(), year, decided)
                && isOfLevel(history, year, decided);
    }

    /**
     * A decision follows learning: of who left in the last months of a school year it may be made until 31 August (additional
     * work in the summer), of who left before them within a month.
     */
    private static boolean isDecidedOf(Term learnt, SchoolYear year, LocalDate decided) {
        if (decided.isBefore(learnt.from())) {
            return false;
        }
        LocalDate left = learnt.to();
        if (left == null) {
            return true;
        }
        if (left.isBefore(year.days().from())) {
            return false;
        }
        LocalDate latest = year.endsFrom(left) ? year.last() : left.plusDays(DAYS_AFTER_LEAVING);
        return !decided.isAfter(latest);
    }

    /** The student was in the level in the school year, up to the decision; a level is told where the student was in one. */
    private boolean isOfLevel(History history, SchoolYear year, LocalDate decided) {
        Term before = new Term(year.days().from(), decided);
        boolean isWithoutLevel = true;
        for (EnrolmentStage stage : owner().stages(history)) {
            if (stage.term().overlaps(before)) {
                Integer level = stage.content().classLevel();
                isWithoutLevel &= level == null;
                if (level != null && level.equals(classLevel)) {
                    return true;
                }
            }
        }
        return isWithoutLevel && classLevel == null;
    }

    @Override
    protected Object line() {
        return key;
    }

    @Override
    protected EnrolmentResult again() {
        return new EnrolmentResult(owner(), key, value, classLevel, language);
    }
}
