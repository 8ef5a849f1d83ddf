package lt.mokiniai.register.enrolments.rules;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.SchoolClass;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must hold, or is likely, of an enrolment by what else is known of the student. */
@Component
public class EnrolmentRules {

    /** A student of a class level is older by these years than the level says, at the least and at the most. */
    private static final int YOUNGEST = 5;

    private static final int OLDEST = 9;

    private static final MonthDay SCHOOL_YEAR = MonthDay.of(9, 1);

    /** The letters of a country's code. */
    private static final int COUNTRY = 2;

    private final Offers offers;

    /** @param offers what is known of what institutions teach */
    public EnrolmentRules(Offers offers) {
        this.offers = offers;
    }

    /** Tells of what is unlikely. */
    @FunctionalInterface
    public interface Expectation {
        void expects(boolean condition, String field, ExchangeError warning);
    }

    /** A student is of an age at which others are in the class. */
    public void expectsAge(
            Expectation expectation, History history, @Nullable SchoolClass in, LocalDate day, String field) {
        if (in == null || in.classLevel() == null) {
            return;
        }
        int level = in.classLevel();
        boolean isUsual = history.believed(PersonIdentity.class, history.person()).stream()
                .filter(identity -> identity.term().includes(day))
                .allMatch(identity -> {
                    int age = day.getYear() - identity.birthDate().getYear();
                    return level + YOUNGEST <= age && age <= level + OLDEST;
                });
        expectation.expects(isUsual, field, ExchangeError.AGE_OF_LEVEL);
    }

    /**
     * A student is in one class level for a school year, and in the next in the level above: the school year lasts from 1
     * September to 31 August (docs/register.md, 'Enrolment'). A student may be moved up or back at another time, or learn the
     * same again, so it is a warning. It looks at the change of level on a day, and at the next one.
     */
    public void expectsALevelAYear(
            Expectation expectation, History history, RegisteredEnrolment enrolment, LocalDate day, String field) {
        if (!offers.of(enrolment.institution().value(), enrolment.programme()).hasLevels()) {
            return;
        }
        List<EnrolmentStage> stages = enrolment.stages(history);
        boolean isUsual = true;
        for (int i = 1; i < stages.size(); i++) {
            boolean isConcerned = stages.get(i).term().from().equals(day)
                    || stages.get(i - 1).term().from().equals(day);
            isUsual &= !isConcerned || isUsualStep(stages.get(i - 1), stages.get(i));
        }
        expectation.expects(isUsual, field, ExchangeError.LEVEL_OF_YEAR);
    }

    private static boolean isUsualStep(EnrolmentStage before, EnrolmentStage after) {
        Integer from = before.content().classLevel();
        Integer to = after.content().classLevel();
        return from == null
                || to == null
                || from.equals(to)
                || (to == from + 1 && MonthDay.from(after.term().from()).equals(SCHOOL_YEAR));
    }

    /** An institution that a student came from or went to is one that the register knows; countries are in their list. */
    public void expectsKnown(Expectation expectation, @Nullable String place, String path) {
        expectation.expects(
                place == null || place.length() == COUNTRY || offers.isKnown(place),
                path + "/code",
                ExchangeError.UNKNOWN_PLACE);
    }

    /**
     * A student has one enrolment in general education at a time. It is looked at when all else holds, so that nobody asks
     * for it by messages that would be refused, and says nothing of the other enrolment.
     */
    public void requireNoOverlap(History history, RegisteredEnrolment enrolment, String field) {
        history.requireUnbroken();
        requireNoOverlap(history, history, enrolment, field);
    }

    /** Tells where a student has another enrolment in general education at the time of one. */
    public void requireNoOverlap(Findings findings, History history, RegisteredEnrolment enrolment, String field) {
        if (!enrolment.isBelieved(history) || !isGeneralEducation(enrolment)) {
            return;
        }
        boolean isFree = inGeneralEducation(history, enrolment.term(history).term()).stream()
                .allMatch(other -> other == enrolment);
        findings.requires(isFree, field, ExchangeError.ENROLMENTS_OVERLAP);
    }

    /** Gives the enrolments of a student in general education that last on some day of these, by their first days. */
    public List<RegisteredEnrolment> inGeneralEducation(History history, Term days) {
        return history.owned(RegisteredEnrolment.class).stream()
                .filter(each -> each.isBelieved(history))
                .filter(each -> each.term(history).term().overlaps(days))
                .filter(this::isGeneralEducation)
                .sorted(Comparator.comparing(each -> each.term(history).term().from()))
                .toList();
    }

    /** Whether a student can have one of its kind at a time. */
    boolean isGeneralEducation(RegisteredEnrolment enrolment) {
        return offers.of(enrolment.institution().value(), enrolment.programme()).isGeneralEducation();
    }
}
