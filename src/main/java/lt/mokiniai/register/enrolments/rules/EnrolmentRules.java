package lt.mokiniai.register.enrolments.rules;

import java.time.LocalDate;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.SchoolClass;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.times.ReadTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must hold, or is likely, of an enrolment by what else is known of the student. */
@Component
public class EnrolmentRules {

    /** What is told of an enrolment that began longer ago is looked at again. */
    private static final int RECENT_DAYS = 92;

    /** A student of a class level is older by these years than the level says, at the least and at the most. */
    private static final int YOUNGEST = 5;

    private static final int OLDEST = 9;

    private final Offers offers;
    private final ReadTimes times;

    EnrolmentRules(Offers offers, ReadTimes times) {
        this.offers = offers;
        this.times = times;
    }

    /** Tells of what is unlikely. */
    @FunctionalInterface
    public interface Expectation {
        void expects(boolean condition, String field, ExchangeError warning);
    }

    /** What a school tells of today or of a short while ago is likelier than what it tells of long ago. */
    public void expectsRecent(Expectation expectation, LocalDate day, String field) {
        expectation.expects(!day.isBefore(times.today().minusDays(RECENT_DAYS)), field, ExchangeError.LONG_AGO);
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
     * A student has one enrolment in general education at a time. It is looked at when all else holds, so that nobody asks
     * for it by messages that would be refused, and says nothing of the other enrolment.
     */
    public void requireNoOverlap(History history, RegisteredEnrolment enrolment, String field) {
        history.requireUnbroken();
        if (!enrolment.isBelieved(history) || !isGeneralEducation(enrolment)) {
            return;
        }
        boolean isFree = history.owned(RegisteredEnrolment.class).stream()
                .filter(other -> other != enrolment && other.isBelieved(history))
                .filter(other -> other.term(history)
                        .term()
                        .overlaps(enrolment.term(history).term()))
                .noneMatch(this::isGeneralEducation);
        history.requires(isFree, field, ExchangeError.ENROLMENTS_OVERLAP);
    }

    private boolean isGeneralEducation(RegisteredEnrolment enrolment) {
        return offers.of(enrolment.institution().value(), enrolment.programme()).isGeneralEducation();
    }
}
