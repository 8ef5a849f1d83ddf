package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.register.history.Recorded;
import lt.mokiniai.register.history.Term;
import org.jspecify.annotations.Nullable;

/**
 * A student's study of one programme at one institution. It has a term, stages within it (one class, one way of learning),
 * and interruptions, and keeps them in order (docs/register.md, 'Enrolment').
 */
@Entity
@Table(name = "enrolment")
public class RegisteredEnrolment extends Recorded {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "enrolment_seq")
    @SequenceGenerator(name = "enrolment_seq", sequenceName = "enrolment_seq", allocationSize = 50)
    @Nullable
    Long id;

    String registerId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Person person;

    InstitutionCode institution;

    String programme;

    protected RegisteredEnrolment() {}

    /**
     * An enrolment that has no term yet.
     *
     * @param registerId the identifier of the enrolment
     * @param programme its state code
     */
    public RegisteredEnrolment(Person person, String registerId, InstitutionCode institution, String programme) {
        this.person = person;
        this.registerId = registerId;
        this.institution = institution;
        this.programme = programme;
    }

    /** Where the student studies. */
    public InstitutionCode institution() {
        return institution;
    }

    /** Enrols the student: adds the enrolment, with its term and its first stage, which lasts as long. */
    public void begin(History history, Term term, EnrolmentTerm content, StageContent first) {
        history.adds(this);
        history.asserts(content, term);
        history.asserts(new EnrolmentStage(this, first), term);
    }

    /**
     * Changes how the student learns from a day on, until the next change that is known. So the stages are the term: each day
     * of it belongs to one.
     *
     * @throws IllegalStateException when the day is outside the term
     */
    public EnrolmentStage learns(History history, LocalDate from, StageContent content) {
        EnrolmentStage before = stages(history).stream()
                .filter(stage -> stage.term().includes(from))
                .findFirst()
                .orElseThrow(RegisteredEnrolment::outside);
        EnrolmentStage after = new EnrolmentStage(this, content);
        return before.term().from().equals(from)
                ? history.corrects(before, after)
                : history.changes(before, after, from);
    }

    /**
     * Interrupts the study.
     *
     * @throws IllegalStateException when a day of the interruption is outside the term, or another interruption's
     */
    public EnrolmentInterruption interrupt(History history, Term days, String reason) {
        requireWithin(history, days);
        if (history.believed(EnrolmentInterruption.class, this).stream()
                .anyMatch(other -> other.term().overlaps(days))) {
            throw new IllegalStateException("the study is interrupted on these days already");
        }
        return history.asserts(new EnrolmentInterruption(this, reason), days);
    }

    /**
     * Ends the enrolment: its term, the stage and the interruption that last beyond the day, and all that begin after it.
     *
     * @throws IllegalStateException when the day is outside the term
     */
    public void withdraw(History history, LocalDate last, Leaving leaving) {
        requireWithin(history, new Term(last, last));
        EnrolmentTerm term = term(history);
        history.strikes(term);
        history.asserts(term.left(leaving), term.term().until(last));
        stages(history).forEach(stage -> end(history, stage, last));
        history.believed(EnrolmentInterruption.class, this).forEach(interruption -> end(history, interruption, last));
    }

    /** The stages that are believed, in the order of time. */
    public List<EnrolmentStage> stages(History history) {
        return history.believed(EnrolmentStage.class, this);
    }

    private EnrolmentTerm term(History history) {
        return history.believed(EnrolmentTerm.class, this).get(0);
    }

    private void requireWithin(History history, Term days) {
        if (!term(history).term().includes(days)) {
            throw outside();
        }
    }

    private static IllegalStateException outside() {
        return new IllegalStateException("a day is outside the term of the enrolment");
    }

    private static void end(History history, EnrolmentFact fact, LocalDate last) {
        if (fact.term().from().isAfter(last)) {
            history.strikes(fact);
        } else if (fact.term().to() == null || fact.term().to().isAfter(last)) {
            history.ends(fact, last);
        }
    }
}
