package lt.mokiniai.register.enrolments;

import java.time.LocalDate;
import java.util.Optional;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.Leaving;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.SchoolClass;
import lt.mokiniai.register.enrolments.facts.StageChange;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.enrolments.rules.EnrolmentRules;
import lt.mokiniai.register.enrolments.rules.Offer;
import lt.mokiniai.register.enrolments.rules.Offers;
import lt.mokiniai.register.enrolments.rules.RequestedValues;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.RegisterIds;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.Students;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.register.writing.Written;
import lt.mokiniai.wsdl.enrolments.ChangeEnrolment;
import lt.mokiniai.wsdl.enrolments.CorrectEnrolment;
import lt.mokiniai.wsdl.enrolments.EnrolStudent;
import lt.mokiniai.wsdl.enrolments.InterruptEnrolment;
import lt.mokiniai.wsdl.enrolments.InterruptionCorrection;
import lt.mokiniai.wsdl.enrolments.ResumeEnrolment;
import lt.mokiniai.wsdl.enrolments.StageCorrection;
import lt.mokiniai.wsdl.enrolments.TermCorrection;
import lt.mokiniai.wsdl.enrolments.WithdrawStudent;
import lt.mokiniai.wsdl.types.Movement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The operations that write enrolments: each reads what the request tells, and has the enrolment change itself. */
@Component
class EnrolmentWriteOperations {

    private final EnrolmentWrites writes;
    private final WritableEnrolments writable;
    private final Students students;
    private final Offers offers;
    private final EnrolmentRules rules;
    private final RequestedValues values;
    private final ReadTimes times;

    EnrolmentWriteOperations(
            EnrolmentWrites writes,
            WritableEnrolments writable,
            Students students,
            Offers offers,
            EnrolmentRules rules,
            RequestedValues values,
            ReadTimes times) {
        this.writes = writes;
        this.writable = writable;
        this.students = students;
        this.offers = offers;
        this.rules = rules;
        this.values = values;
        this.times = times;
    }

    Written enrol(EnrolStudent request, Scope scope) {
        InstitutionCode institution = CodeLists.institution(
                request.getInstitution().getKind(), request.getInstitution().getCode(), "institution");
        String programme = request.getProgramme();
        if (!writable.includes(institution.value(), programme, scope)) {
            throw WritableEnrolments.unknown("institution");
        }
        FoundPerson student = students.findAnybody(request.getPerson(), scope)
                .orElseThrow(() -> WritableEnrolments.unknown("person"));
        String enrolmentId = RegisterIds.next();
        return writes.write(student.id(), enrolmentId, request.getOverrule(), scope, change -> {
            History history = change.history();
            LocalDate from = request.getEnrolledFrom();
            values.day(history, from, "enrolledFrom");
            Offer offer = offers.of(institution.value(), programme);
            offer.requireOn(history, from, "institution", "programme");
            StageContent first = values.stage(history, request.getStage(), from, "stage/");
            offer.requireFits(history, first.schoolClass(), "stage/");
            rules.expectsRecent(change::expects, from, "enrolledFrom");
            rules.expectsAge(change::expects, history, first.schoolClass(), from, "stage/classLevel");
            RegisteredEnrolment enrolment =
                    new RegisteredEnrolment(history.person(), enrolmentId, institution, programme);
            EnrolmentTerm content = new EnrolmentTerm(
                    enrolment,
                    values.unit(history, request.getUnit(), "unit"),
                    request.getExpectedEnd(),
                    values.contract(history, request.getLearningContract(), "learningContract"),
                    values.cameFrom(history, request.getCameFrom(), "cameFrom"));
            enrolment.begin(history, Term.since(from), content, first);
            rules.requireNoOverlap(history, enrolment, "enrolledFrom");
        });
    }

    Written change(ChangeEnrolment request, Scope scope) {
        return writes.change(
                request.getEnrolmentId(), request.getVersion(), request.getOverrule(), scope, (enrolment, change) -> {
                    History history = change.history();
                    LocalDate from = request.getFrom();
                    values.day(history, from, "from");
                    StageContent told = values.stage(history, request.getStage(), from, "stage/");
                    requireFits(enrolment, change, told.schoolClass(), from, "stage/");
                    StageChange tells = StageChange.to(told);
                    if (history.requires(!tells.told().isEmpty(), "stage", ExchangeError.NOTHING_TOLD)) {
                        enrolment.learns(history, from, tells);
                    }
                });
    }

    Written interrupt(InterruptEnrolment request, Scope scope) {
        return writes.change(
                request.getEnrolmentId(), request.getVersion(), request.getOverrule(), scope, (enrolment, change) -> {
                    History history = change.history();
                    LocalDate from = request.getFrom();
                    values.code(history, "INTERRUPTION_REASON", request.getReason(), from, "reason");
                    days(history, from, request.getTo(), enrolment, "")
                            .ifPresent(days -> enrolment.interrupt(history, days, request.getReason()));
                });
    }

    Written resume(ResumeEnrolment request, Scope scope) {
        return writes.change(
                request.getEnrolmentId(), request.getVersion(), request.getOverrule(), scope, (enrolment, change) -> {
                    values.day(change.history(), request.getResumedFrom(), "resumedFrom");
                    enrolment.resume(change.history(), request.getResumedFrom());
                });
    }

    Written withdraw(WithdrawStudent request, Scope scope) {
        return writes.change(
                request.getEnrolmentId(), request.getVersion(), request.getOverrule(), scope, (enrolment, change) -> {
                    History history = change.history();
                    LocalDate last = request.getEnrolledTo();
                    values.day(history, last, "enrolledTo");
                    values.code(history, "LEAVING_REASON", request.getReason(), last, "reason");
                    String leftTo = values.leftTo(history, request.getLeftTo(), "leftTo");
                    enrolment.withdraw(history, last, new Leaving(request.getReason(), leftTo));
                });
    }

    Written correct(CorrectEnrolment request, Scope scope) {
        return writes.change(
                request.getEnrolmentId(), request.getVersion(), request.getOverrule(), scope, (enrolment, change) -> {
                    History history = change.history();
                    values.code(history, "CORRECTION_REASON", request.getReason(), times.today(), "reason");
                    history.becauseOf(request.getReason());
                    if (request.getTerm() != null) {
                        correctTerm(enrolment, change, request.getTerm());
                    } else if (request.getStage() != null) {
                        correctStage(enrolment, change, request.getStage());
                    } else if (request.getInterruption() != null) {
                        correctInterruption(enrolment, history, request.getInterruption());
                    } else {
                        enrolment.strike(history);
                    }
                });
    }

    private void correctTerm(RegisteredEnrolment enrolment, Change change, TermCorrection told) {
        History history = change.history();
        EnrolmentTerm wrong = enrolment.term(history);
        boolean goesOn = Boolean.TRUE.equals(told.isStillEnrolled());
        LocalDate from = told.getEnrolledFrom() == null ? wrong.term().from() : told.getEnrolledFrom();
        LocalDate to =
                goesOn ? null : told.getEnrolledTo() == null ? wrong.term().to() : told.getEnrolledTo();
        values.day(history, from, "term/enrolledFrom");
        values.day(history, to, "term/enrolledTo");
        Movement movement = told.getMovement() == null ? new Movement() : told.getMovement();
        boolean tellsOfLeaving = movement.getReason() != null || movement.getLeftTo() != null;
        history.requires(
                to == null ? !tellsOfLeaving : wrong.leaving() != null || movement.getReason() != null,
                "term/movement",
                ExchangeError.LEAVING_OF_AN_END);
        if (history.requires(to == null || !to.isBefore(from), "term", ExchangeError.ENDS_BEFORE_BEGINNING)) {
            EnrolmentTerm right = wrong.corrected(
                    values.unit(history, told.getUnit(), "term/unit"),
                    told.getExpectedEnd(),
                    values.contract(history, told.getLearningContract(), "term/learningContract"),
                    values.cameFrom(history, movement.getCameFrom(), "term/movement/cameFrom"),
                    to == null ? null : leaving(history, wrong.leaving(), movement, to));
            enrolment.correctTerm(history, right, new Term(from, to));
            rules.requireNoOverlap(history, enrolment, "term");
            if (told.getEnrolledFrom() != null) {
                offer(enrolment).requireOn(history, from, "term/enrolledFrom", "term/enrolledFrom");
                rules.expectsRecent(change::expects, from, "term/enrolledFrom");
            }
        }
    }

    private Leaving leaving(History history, @Nullable Leaving wrong, Movement told, LocalDate day) {
        values.code(history, "LEAVING_REASON", told.getReason(), day, "term/movement/reason");
        String leftTo = values.leftTo(history, told.getLeftTo(), "term/movement/leftTo");
        return new Leaving(
                told.getReason() == null && wrong != null ? wrong.leavingReason() : told.getReason(),
                leftTo == null && wrong != null ? wrong.leftTo() : leftTo);
    }

    private void correctStage(RegisteredEnrolment enrolment, Change change, StageCorrection told) {
        History history = change.history();
        if (Boolean.TRUE.equals(told.isNeverWas())) {
            enrolment.strikeStage(history, told.getBegins());
            return;
        }
        LocalDate from = told.getFrom() == null ? told.getBegins() : told.getFrom();
        values.day(history, from, "stage/from");
        StageContent right = told.getContent() == null
                ? StageContent.NONE
                : values.stage(history, told.getContent(), from, "stage/content/");
        requireFits(enrolment, change, right.schoolClass(), from, "stage/content/");
        StageChange tells = StageChange.to(right);
        if (history.requires(
                !tells.told().isEmpty() || !from.equals(told.getBegins()), "stage", ExchangeError.NOTHING_TOLD)) {
            enrolment.correctStage(history, told.getBegins(), from, tells);
        }
    }

    private void correctInterruption(RegisteredEnrolment enrolment, History history, InterruptionCorrection told) {
        if (Boolean.TRUE.equals(told.isNeverWas())) {
            enrolment.strikeInterruption(history, told.getBegins());
            return;
        }
        enrolment.interruption(history, told.getBegins(), "interruption/begins").ifPresent(wrong -> {
            LocalDate from = told.getFrom() == null ? wrong.term().from() : told.getFrom();
            values.code(history, "INTERRUPTION_REASON", told.getReason(), from, "interruption/reason");
            boolean goesOn = Boolean.TRUE.equals(told.isStillInterrupted());
            LocalDate to =
                    told.getTo() != null || goesOn ? told.getTo() : wrong.term().to();
            days(history, from, to, enrolment, "interruption/")
                    .ifPresent(days -> enrolment.correctInterruption(history, wrong, days, told.getReason()));
        });
    }

    /** Gives the days of an interruption, which lasts as long as the enrolment where no end is told; nothing where they are none. */
    private Optional<Term> days(
            History history, LocalDate from, @Nullable LocalDate to, RegisteredEnrolment enrolment, String path) {
        values.day(history, from, path + "from");
        values.day(history, to, path + "to");
        LocalDate last = to == null ? enrolment.term(history).term().to() : to;
        return history.requires(
                        last == null || !last.isBefore(from), path + "from", ExchangeError.ENDS_BEFORE_BEGINNING)
                ? Optional.of(new Term(from, last))
                : Optional.empty();
    }

    private void requireFits(
            RegisteredEnrolment enrolment, Change change, @Nullable SchoolClass in, LocalDate day, String path) {
        offer(enrolment).requireFits(change.history(), in, path);
        rules.expectsAge(change::expects, change.history(), in, day, path + "classLevel");
    }

    private Offer offer(RegisteredEnrolment enrolment) {
        return offers.of(enrolment.institution().value(), enrolment.programme());
    }
}
