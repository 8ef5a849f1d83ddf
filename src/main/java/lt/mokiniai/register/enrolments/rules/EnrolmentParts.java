package lt.mokiniai.register.enrolments.rules;

import java.time.LocalDate;
import java.util.Optional;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.enrolments.facts.Leaving;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.SchoolClass;
import lt.mokiniai.register.enrolments.facts.StageChange;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.enrolments.rules.EnrolmentRules.Expectation;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.wsdl.types.LeftTo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at the stages and interruptions that a request tells of, within their enrolment. */
@Component
public class EnrolmentParts {

    private final Offers offers;
    private final EnrolmentRules rules;
    private final RequestedValues values;

    EnrolmentParts(Offers offers, EnrolmentRules rules, RequestedValues values) {
        this.offers = offers;
        this.rules = rules;
        this.values = values;
    }

    /** Gives what is known of the programme of an enrolment at its institution. */
    public Offer offer(RegisteredEnrolment enrolment) {
        return offer(enrolment.institution().value(), enrolment.programme());
    }

    /** Gives what is known of a programme, by its state code, at an institution. */
    public Offer offer(String institution, String programme) {
        return offers.of(institution, programme);
    }

    /** Looks at how a student begins to learn on a day what is offered, and gives it. */
    public StageContent begun(
            Change change, Offer offer, LocalDate from, lt.mokiniai.wsdl.enrolments.StageContent told) {
        History history = change.history();
        values.day(history, from, "enrolledFrom");
        offer.requireOn(history, from, "institution", "programme");
        StageContent first = values.stage(history, told, from, "stage/");
        offer.requireFits(history, first.schoolClass(), "stage/");
        values.expectsRecent(change, from, "enrolledFrom");
        rules.expectsAge(change::expects, history, first.schoolClass(), from, "stage/classLevel");
        return first;
    }

    /** Gives the days of an interruption, which lasts as long as the enrolment where no end is told; nothing where they are none. */
    public Optional<Term> days(
            History history, LocalDate from, @Nullable LocalDate to, RegisteredEnrolment enrolment, String path) {
        values.day(history, from, path + "from");
        values.day(history, to, path + "to");
        LocalDate last = to == null ? enrolment.term(history).term().to() : to;
        return history.requires(
                        last == null || !last.isBefore(from), path + "from", ExchangeError.ENDS_BEFORE_BEGINNING)
                ? Optional.of(new Term(from, last))
                : Optional.empty();
    }

    /** Ends an enrolment on a day, as a request tells of it by {@code enrolledTo}, {@code reason} and {@code leftTo}. */
    public void leave(
            RegisteredEnrolment enrolment, Change change, LocalDate last, String reason, @Nullable LeftTo told) {
        History history = change.history();
        values.day(history, last, "enrolledTo");
        values.code(history, "LEAVING_REASON", reason, last, "reason");
        String leftTo = values.leftTo(history, told, "leftTo");
        offer(enrolment).requireOpen(history, last, "enrolledTo");
        values.expectsRecent(change, last, "enrolledTo");
        rules.expectsKnown(change::expects, leftTo, "leftTo");
        LocalDate first = enrolment.term(history).term().from();
        if (!last.isBefore(first)) {
            change.expects(
                    enrolment.keepsAllIn(history, new Term(first, last)), "enrolledTo", ExchangeError.PARTS_GIVEN_UP);
        }
        enrolment.withdraw(history, last, new Leaving(reason, leftTo));
    }

    /**
     * Looks at the class in which a student is from a day on, where a change told of it: together with what stayed as it was.
     *
     * @param begun the stage that the change led to; nothing where it breaks a rule, and the class is looked at by itself
     * @param path of the element, with a slash at its end
     */
    public void requireFits(
            History history,
            RegisteredEnrolment enrolment,
            Expectation expectation,
            StageChange tells,
            Optional<EnrolmentStage> begun,
            LocalDate day,
            String path) {
        if (tells.told().stream().noneMatch(SchoolClass.ITEMS::contains)) {
            return;
        }
        SchoolClass in =
                begun.map(EnrolmentStage::content).orElse(tells.content()).schoolClass();
        offer(enrolment).requireFits(history, in, path);
        rules.expectsAge(expectation, history, in, day, path + "classLevel");
        rules.expectsALevelAYear(expectation, history, enrolment, day, path + "classLevel");
    }
}
