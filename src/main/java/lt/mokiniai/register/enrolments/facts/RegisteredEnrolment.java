package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.register.history.PersonRecord;
import lt.mokiniai.register.history.Term;
import org.jspecify.annotations.Nullable;

/**
 * A student's study of one programme at one institution. It has a term, stages within it (one class, one way of learning),
 * and interruptions, and keeps them in order (docs/register.md, 'Enrolment'). A rule that a change breaks is told to the
 * history, by the path of the request's field; nothing is recorded then.
 */
@Entity
@Table(name = "enrolment")
public class RegisteredEnrolment extends PersonRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "enrolment_seq")
    @SequenceGenerator(name = "enrolment_seq", sequenceName = "enrolment_seq", allocationSize = 50)
    @Nullable
    Long id;

    String registerId;

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
        super(person);
        this.registerId = registerId;
        this.institution = institution;
        this.programme = programme;
    }

    /** Gives an enrolment of the person of a history by its identifier; nothing where it is not believed. */
    public static Optional<RegisteredEnrolment> find(History history, String registerId) {
        return history.owned(RegisteredEnrolment.class).stream()
                .filter(each -> each.registerId.equals(registerId) && each.isBelieved(history))
                .findFirst();
    }

    @Override
    protected RegisteredEnrolment of(Person other) {
        return new RegisteredEnrolment(other, registerId, institution, programme);
    }

    @Override
    public boolean isSameAs(PersonRecord other) {
        return other instanceof RegisteredEnrolment same && same.registerId.equals(registerId);
    }

    /** The identifier of the enrolment. */
    public String registerId() {
        return registerId;
    }

    /** Where the student studies. */
    public InstitutionCode institution() {
        return institution;
    }

    /** The state code of the programme. */
    public String programme() {
        return programme;
    }

    /** Enrols the student: adds the enrolment, with its term and its first stage, which lasts as long. */
    public void begin(History history, Term term, EnrolmentTerm content, StageContent first) {
        history.requires(
                !content.isExpectedToEndBefore(term.from()), "expectedEnd", ExchangeError.ENDS_BEFORE_BEGINNING);
        history.adds(this);
        history.asserts(content, term);
        history.asserts(new EnrolmentStage(this, first), term);
    }

    /**
     * Changes how the student learns from a day on, until the next change that is known. So the stages are the term: each day
     * of it belongs to one.
     *
     * @return the stage that begins on the day; nothing where the day is outside the term
     */
    public Optional<EnrolmentStage> learns(History history, LocalDate from, StageChange change) {
        if (!isWithin(history, new Term(from, from), "from")) {
            return Optional.empty();
        }
        Stages stages = new Stages(this, history);
        stages.tell(from, change);
        stages.record(days(history));
        return stageOn(history, from);
    }

    /**
     * Corrects what was told of a stage: it began on another day, or its change was another.
     *
     * @param from the day on which it begins, as it is believed
     * @param right the day on which it began
     * @param change what is right in what was told
     * @return the stage as it is right; nothing where a rule is broken
     */
    public Optional<EnrolmentStage> correctStage(History history, LocalDate from, LocalDate right, StageChange change) {
        Stages stages = new Stages(this, history);
        if (!history.requires(stages.beginOn(from), "stage/begins", ExchangeError.NO_SUCH_PART)
                || !isWithin(history, new Term(right, right), "stage/from")) {
            return Optional.empty();
        }
        boolean canMove = right.equals(from) || !(stages.beginFirstOn(from) || stages.beginOn(right));
        if (!history.requires(canMove, "stage/from", ExchangeError.STAGE_CANNOT_MOVE)) {
            return Optional.empty();
        }
        stages.tell(right, stages.forget(from).and(change));
        stages.record(days(history));
        return stageOn(history, right);
    }

    /** Strikes what was told of a stage: it never was, and what was before it went on. The first stage is corrected. */
    public void strikeStage(History history, LocalDate from) {
        Stages stages = new Stages(this, history);
        if (history.requires(stages.beginOn(from), "stage/begins", ExchangeError.NO_SUCH_PART)
                && history.requires(!stages.beginFirstOn(from), "stage/begins", ExchangeError.FIRST_STAGE)) {
            stages.forget(from);
            stages.record(days(history));
        }
    }

    /** Interrupts the study. */
    public void interrupt(History history, Term days, String reason) {
        interrupt(history, days, reason, "");
    }

    /** Ends the interruption of a day: learning goes on from that day on. */
    public void resume(History history, LocalDate day) {
        Optional<EnrolmentInterruption> interruption = interruptions(history).stream()
                .filter(each -> each.term().includes(day) && each.term().from().isBefore(day))
                .findFirst();
        if (history.requires(interruption.isPresent(), "resumedFrom", ExchangeError.NOT_INTERRUPTED)) {
            history.ends(interruption.orElseThrow(), day.minusDays(1));
        }
    }

    /** Corrects the days of an interruption, and its reason where that is told. */
    public void correctInterruption(History history, EnrolmentInterruption wrong, Term days, @Nullable String reason) {
        history.strikes(wrong);
        interrupt(history, days, reason == null ? wrong.reason() : reason, "interruption/");
    }

    /** Strikes the interruption that begins on a day: it never was. */
    public void strikeInterruption(History history, LocalDate from) {
        interruption(history, from, "interruption/begins").ifPresent(history::strikes);
    }

    /** Gives the interruption that begins on a day; that there is none is told of a field. */
    public Optional<EnrolmentInterruption> interruption(History history, LocalDate from, String field) {
        Optional<EnrolmentInterruption> found = interruptions(history).stream()
                .filter(each -> each.term().from().equals(from))
                .findFirst();
        history.requires(found.isPresent(), field, ExchangeError.NO_SUCH_PART);
        return found;
    }

    /** Ends the enrolment: its term, the stage and the interruption that last beyond the day, and all that begin after it. */
    public void withdraw(History history, LocalDate last, Leaving leaving) {
        EnrolmentTerm term = term(history);
        if (history.requires(term.term().to() == null, "enrolledTo", ExchangeError.ALREADY_ENDED)
                && isWithin(history, new Term(last, last), "enrolledTo")) {
            record(history, term.left(leaving), term.term().until(last));
        }
    }

    /** Corrects the term: its days, and what is told with them. Stages and interruptions follow. */
    public void correctTerm(History history, EnrolmentTerm right, Term days) {
        history.requires(
                !right.isExpectedToEndBefore(days.from()), "term/expectedEnd", ExchangeError.ENDS_BEFORE_BEGINNING);
        record(history, right, days);
    }

    /**
     * Tells whether a term of other days would keep all that is told of stages and interruptions. What it gives up does not
     * come back when the term is made longer again. An interruption that lasts as long as the enrolment ends with it.
     */
    public boolean keepsAllIn(History history, Term days) {
        LocalDate last = days(history).to();
        return !new Stages(this, history).loseSomethingIn(days)
                && interruptions(history).stream()
                        .map(EnrolmentInterruption::term)
                        .allMatch(each -> days.includes(each)
                                || (Objects.equals(each.to(), last)
                                        && days.includes(new Term(each.from(), each.from()))));
    }

    /** The stage of a day; nothing where the day is outside the term. */
    public Optional<EnrolmentStage> stageOn(History history, LocalDate day) {
        return stages(history).stream()
                .filter(each -> each.term().includes(day))
                .findFirst();
    }

    /** Strikes the enrolment: it never was. */
    public void strike(History history) {
        history.strikes(term(history));
        stages(history).forEach(history::strikes);
        interruptions(history).forEach(history::strikes);
    }

    /** Whether it is believed that there is such an enrolment: none that was struck. */
    public boolean isBelieved(History history) {
        return !history.believed(EnrolmentTerm.class, this).isEmpty();
    }

    /** Whether the student was enrolled on a day. */
    public boolean includes(History history, LocalDate day) {
        return includes(history.believed(EnrolmentTerm.class, this), day);
    }

    /** Whether the student was enrolled on a day that the unit of work took away. */
    public boolean loses(History history, LocalDate day) {
        return includes(history.recorded(EnrolmentTerm.class, this), day) && !includes(history, day);
    }

    /** Whether the unit of work took a day away. */
    public boolean losesDays(History history) {
        return history.recorded(EnrolmentTerm.class, this).stream()
                .anyMatch(before -> !isBelieved(history) || !days(history).includes(before.term()));
    }

    private static boolean includes(List<EnrolmentTerm> terms, LocalDate day) {
        return terms.stream().anyMatch(term -> term.term().includes(day));
    }

    /** The term that is believed. */
    public EnrolmentTerm term(History history) {
        return history.believed(EnrolmentTerm.class, this).get(0);
    }

    /** The stages that are believed, in the order of time. */
    public List<EnrolmentStage> stages(History history) {
        return history.believed(EnrolmentStage.class, this);
    }

    private List<EnrolmentInterruption> interruptions(History history) {
        return history.believed(EnrolmentInterruption.class, this);
    }

    private Term days(History history) {
        return term(history).term();
    }

    private void record(History history, EnrolmentTerm content, Term days) {
        Stages stages = new Stages(this, history);
        history.strikes(term(history));
        history.asserts(content, days);
        stages.record(days);
        interruptions(history).forEach(interruption -> clip(history, interruption, days));
    }

    private void interrupt(History history, Term days, String reason, String path) {
        boolean isFree =
                interruptions(history).stream().noneMatch(other -> other.term().overlaps(days));
        boolean isWithin = isWithin(history, days, path + "from");
        if (history.requires(isFree, path + "from", ExchangeError.INTERRUPTIONS_OVERLAP) && isWithin) {
            history.asserts(new EnrolmentInterruption(this, reason), days);
        }
    }

    private boolean isWithin(History history, Term days, String field) {
        return history.requires(days(history).includes(days), field, ExchangeError.OUTSIDE_ENROLMENT);
    }

    private static void clip(History history, EnrolmentInterruption interruption, Term days) {
        Term term = interruption.term();
        if (!term.overlaps(days)) {
            history.strikes(interruption);
        } else if (!days.includes(term)) {
            LocalDate from = term.from().isBefore(days.from()) ? days.from() : term.from();
            LocalDate to = days.includes(new Term(from, term.to())) ? term.to() : days.to();
            history.dates(interruption, new Term(from, to));
        }
    }
}
