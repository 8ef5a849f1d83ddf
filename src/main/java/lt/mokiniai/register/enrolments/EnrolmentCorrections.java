package lt.mokiniai.register.enrolments;

import java.time.LocalDate;
import java.util.Set;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.Leaving;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.StageChange;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.enrolments.rules.Cleared;
import lt.mokiniai.register.enrolments.rules.EnrolmentParts;
import lt.mokiniai.register.enrolments.rules.EnrolmentRules;
import lt.mokiniai.register.enrolments.rules.RequestedValues;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.register.writing.Written;
import lt.mokiniai.wsdl.enrolments.CorrectEnrolment;
import lt.mokiniai.wsdl.enrolments.InterruptionCorrection;
import lt.mokiniai.wsdl.enrolments.StageCorrection;
import lt.mokiniai.wsdl.enrolments.TermCorrection;
import lt.mokiniai.wsdl.types.Movement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The operation that corrects what is recorded of an enrolment: of its term, a stage or an interruption, or that it never was. */
@Component
class EnrolmentCorrections {

    private final EnrolmentWrites writes;
    private final EnrolmentParts parts;
    private final EnrolmentRules rules;
    private final RequestedValues values;
    private final ReadTimes times;

    EnrolmentCorrections(
            EnrolmentWrites writes,
            EnrolmentParts parts,
            EnrolmentRules rules,
            RequestedValues values,
            ReadTimes times) {
        this.writes = writes;
        this.parts = parts;
        this.rules = rules;
        this.values = values;
        this.times = times;
    }

    /**
     * What a request may set, and what it says that there is none of.
     *
     * @param settable by path below the request's element
     */
    private record Asked(Fields settable, Cleared cleared) {}

    Written correct(CorrectEnrolment request, Scope scope) {
        Cleared cleared = Cleared.asked(
                request.getClear(), corrected(request), scope.writing().settable());
        return writes.change(
                request.getEnrolmentId(), request.getVersion(), request.getOverrule(), scope, (enrolment, change) -> {
                    History history = change.history();
                    Asked asked = new Asked(EnrolmentWrites.settable(history, scope), cleared);
                    values.code(history, "CORRECTION_REASON", request.getReason(), times.today(), "reason");
                    history.becauseOf(request.getReason());
                    if (request.getTerm() != null) {
                        correctTerm(enrolment, change, request.getTerm(), asked);
                    } else if (request.getStage() != null) {
                        correctStage(enrolment, change, request.getStage(), asked);
                        writes.requireKept(history, enrolment, "stage");
                    } else if (request.getInterruption() != null) {
                        correctInterruption(enrolment, change, request.getInterruption());
                    } else {
                        enrolment.strike(history);
                        writes.requireKept(history, enrolment, "neverWas");
                    }
                });
    }

    /** The parts that a request corrects, and so may clear. */
    private static Set<String> corrected(CorrectEnrolment request) {
        if (request.getTerm() != null) {
            return Set.of("term/");
        }
        return request.getStage() != null
                        && !Boolean.TRUE.equals(request.getStage().isNeverWas())
                ? Set.of("stage/content/")
                : Set.of();
    }

    private void correctTerm(RegisteredEnrolment enrolment, Change change, TermCorrection told, Asked asked) {
        History history = change.history();
        EnrolmentTerm wrong = enrolment.term(history);
        boolean goesOn = Boolean.TRUE.equals(told.isStillEnrolled());
        LocalDate from = told.getEnrolledFrom() == null ? wrong.term().from() : told.getEnrolledFrom();
        LocalDate to =
                goesOn ? null : told.getEnrolledTo() == null ? wrong.term().to() : told.getEnrolledTo();
        values.day(history, from, "term/enrolledFrom");
        values.day(history, to, "term/enrolledTo");
        Movement movement = told.getMovement() == null ? new Movement() : told.getMovement();
        requireEither(history, told, movement, asked.cleared());
        boolean tellsOfLeaving = movement.getReason() != null || movement.getLeftTo() != null;
        history.requires(
                to == null ? !tellsOfLeaving : wrong.leaving() != null || movement.getReason() != null,
                "term/movement",
                ExchangeError.LEAVING_OF_AN_END);
        if (history.requires(to == null || !to.isBefore(from), "term", ExchangeError.ENDS_BEFORE_BEGINNING)) {
            Term right = new Term(from, to);
            boolean isMoved = !right.equals(wrong.term());
            change.expects(!isMoved || enrolment.keepsAllIn(history, right), "term", ExchangeError.PARTS_GIVEN_UP);
            String cameFrom = values.cameFrom(history, movement.getCameFrom(), "term/movement/cameFrom");
            rules.expectsKnown(change::expects, cameFrom, "term/movement/cameFrom");
            EnrolmentTerm corrected = wrong.corrected(
                    values.unit(history, told.getUnit(), "term/unit"),
                    told.getExpectedEnd(),
                    values.contract(
                            history,
                            told.getLearningContract(),
                            wrong.contract(),
                            "term/learningContract",
                            asked.settable().within("term/learningContract")),
                    cameFrom,
                    to == null ? null : leaving(change, wrong.leaving(), movement, to, asked.cleared()),
                    asked.cleared().ofTerm());
            enrolment.correctTerm(history, corrected, right);
            if (told.getEnrolledFrom() != null) {
                parts.offer(enrolment).requireOn(history, from, "term/enrolledFrom", "term/enrolledFrom");
                values.expectsRecent(change, from, "term/enrolledFrom");
            }
            if (told.getEnrolledTo() != null) {
                parts.offer(enrolment).requireOpen(history, to, "term/enrolledTo");
                values.expectsRecent(change, to, "term/enrolledTo");
            }
            if (isMoved) {
                writes.requireKept(history, enrolment, "term");
                rules.requireNoOverlap(history, enrolment, "term");
            }
        }
    }

    private static void requireEither(History history, TermCorrection told, Movement movement, Cleared cleared) {
        cleared.requireEither(history, "term/unit", told.getUnit());
        cleared.requireEither(history, "term/expectedEnd", told.getExpectedEnd());
        cleared.requireEither(history, "term/learningContract", told.getLearningContract());
        cleared.requireEither(history, "term/movement/cameFrom", movement.getCameFrom());
        cleared.requireEither(history, "term/movement/leftTo", movement.getLeftTo());
    }

    private Leaving leaving(Change change, @Nullable Leaving wrong, Movement told, LocalDate day, Cleared cleared) {
        History history = change.history();
        values.code(history, "LEAVING_REASON", told.getReason(), day, "term/movement/reason");
        String leftTo = values.leftTo(history, told.getLeftTo(), "term/movement/leftTo");
        rules.expectsKnown(change::expects, leftTo, "term/movement/leftTo");
        boolean isLeft = leftTo != null || cleared.ofTerm().contains("leftTo");
        return wrong == null
                ? new Leaving(told.getReason(), leftTo)
                : new Leaving(
                        told.getReason() == null ? wrong.leavingReason() : told.getReason(),
                        isLeft ? leftTo : wrong.leftTo());
    }

    private void correctStage(RegisteredEnrolment enrolment, Change change, StageCorrection told, Asked asked) {
        History history = change.history();
        if (Boolean.TRUE.equals(told.isNeverWas())) {
            enrolment.strikeStage(history, told.getBegins());
            return;
        }
        LocalDate from = told.getFrom() == null ? told.getBegins() : told.getFrom();
        values.day(history, from, "stage/from");
        parts.offer(enrolment).requireOpen(history, told.getFrom(), "stage/from");
        values.expectsRecent(change, told.getFrom(), "stage/from");
        StageContent right = told.getContent() == null
                ? StageContent.NONE
                : values.stage(history, told.getContent(), from, "stage/content/");
        StageChange tells = RequestedValues.change(
                history,
                right,
                asked.cleared(),
                "stage/content/",
                asked.settable().within("stage/content"));
        if (history.requires(
                !tells.told().isEmpty() || !from.equals(told.getBegins()), "stage", ExchangeError.NOTHING_TOLD)) {
            parts.requireFits(
                    history,
                    enrolment,
                    change::expects,
                    tells,
                    enrolment.correctStage(history, told.getBegins(), from, tells),
                    from,
                    "stage/content/");
        }
    }

    private void correctInterruption(RegisteredEnrolment enrolment, Change change, InterruptionCorrection told) {
        History history = change.history();
        if (Boolean.TRUE.equals(told.isNeverWas())) {
            enrolment.strikeInterruption(history, told.getBegins());
            return;
        }
        enrolment.interruption(history, told.getBegins(), "interruption/begins").ifPresent(wrong -> {
            LocalDate from = told.getFrom() == null ? wrong.term().from() : told.getFrom();
            values.code(history, "INTERRUPTION_REASON", told.getReason(), from, "interruption/reason");
            values.expectsRecent(change, told.getFrom(), "interruption/from");
            boolean goesOn = Boolean.TRUE.equals(told.isStillInterrupted());
            LocalDate to =
                    told.getTo() != null || goesOn ? told.getTo() : wrong.term().to();
            parts.days(history, from, to, enrolment, "interruption/")
                    .ifPresent(days -> enrolment.correctInterruption(history, wrong, days, told.getReason()));
        });
    }
}
