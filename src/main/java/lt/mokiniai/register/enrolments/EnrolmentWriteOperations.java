package lt.mokiniai.register.enrolments;

import java.time.LocalDate;
import java.util.Set;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.StageChange;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.enrolments.rules.Cleared;
import lt.mokiniai.register.enrolments.rules.EnrolmentParts;
import lt.mokiniai.register.enrolments.rules.EnrolmentRules;
import lt.mokiniai.register.enrolments.rules.Offer;
import lt.mokiniai.register.enrolments.rules.RequestedValues;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.RegisterIds;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.Students;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.writing.Written;
import lt.mokiniai.wsdl.enrolments.ChangeEnrolment;
import lt.mokiniai.wsdl.enrolments.CorrectEnrolment;
import lt.mokiniai.wsdl.enrolments.EnrolStudent;
import lt.mokiniai.wsdl.enrolments.InterruptEnrolment;
import lt.mokiniai.wsdl.enrolments.ResumeEnrolment;
import lt.mokiniai.wsdl.enrolments.WithdrawStudent;
import org.springframework.stereotype.Component;

/** The operations that write enrolments: each reads what the request tells, and has the enrolment change itself. */
@Component
class EnrolmentWriteOperations {

    private final EnrolmentWrites writes;
    private final WritableEnrolments writable;
    private final Students students;
    private final EnrolmentRules rules;
    private final RequestedValues values;
    private final EnrolmentParts parts;
    private final EnrolmentCorrections corrections;

    EnrolmentWriteOperations(
            EnrolmentWrites writes,
            WritableEnrolments writable,
            Students students,
            EnrolmentRules rules,
            RequestedValues values,
            EnrolmentParts parts,
            EnrolmentCorrections corrections) {
        this.writes = writes;
        this.writable = writable;
        this.students = students;
        this.rules = rules;
        this.values = values;
        this.parts = parts;
        this.corrections = corrections;
    }

    Written enrol(EnrolStudent request, Scope scope) {
        InstitutionCode institution = CodeLists.institution(
                request.getInstitution().getKind(), request.getInstitution().getCode(), "institution");
        String programme = request.getProgramme();
        if (!writable.includes(institution.value(), programme, scope)) {
            throw WritableEnrolments.unknown("institution");
        }
        FoundPerson student = students.findToEnrol(request.getPerson(), scope)
                .orElseThrow(() -> WritableEnrolments.unknown("person"));
        String enrolmentId = RegisterIds.next();
        // What is not the student's is read before their row is locked.
        Offer offer = parts.offer(institution.value(), programme);
        return writes.write(student.id(), enrolmentId, request.getOverrule(), scope, change -> {
            History history = change.history();
            if (PersonIdentity.isStruck(history)) {
                // Since they were found.
                throw WritableEnrolments.unknown("person");
            }
            LocalDate from = request.getEnrolledFrom();
            StageContent first = parts.begun(change, offer, from, request.getStage());
            RegisteredEnrolment enrolment =
                    new RegisteredEnrolment(history.person(), enrolmentId, institution, programme);
            String cameFrom = values.cameFrom(history, request.getCameFrom(), "cameFrom");
            rules.expectsKnown(change::expects, cameFrom, "cameFrom");
            EnrolmentTerm content = new EnrolmentTerm(
                    enrolment,
                    values.unit(history, request.getUnit(), "unit"),
                    request.getExpectedEnd(),
                    values.contract(history, request.getLearningContract(), null, "learningContract", Fields.NONE),
                    cameFrom);
            enrolment.begin(history, Term.since(from), content, first);
            rules.requireNoOverlap(history, enrolment, "enrolledFrom");
        });
    }

    Written change(ChangeEnrolment request, Scope scope) {
        Cleared cleared = Cleared.asked(
                request.getClear(), Set.of("stage/"), scope.writing().settable());
        return writes.change(
                request.getEnrolmentId(), request.getVersion(), request.getOverrule(), scope, (enrolment, change) -> {
                    History history = change.history();
                    LocalDate from = request.getFrom();
                    values.day(history, from, "from");
                    parts.offer(enrolment).requireOpen(history, from, "from");
                    values.expectsRecent(change, from, "from");
                    StageContent told = values.stage(history, request.getStage(), from, "stage/");
                    StageChange tells = RequestedValues.change(
                            history,
                            told,
                            cleared,
                            "stage/",
                            EnrolmentWrites.settable(history, scope).within("stage"));
                    if (history.requires(!tells.told().isEmpty(), "stage", ExchangeError.NOTHING_TOLD)) {
                        parts.requireFits(
                                history,
                                enrolment,
                                change::expects,
                                tells,
                                enrolment.learns(history, from, tells),
                                from,
                                "stage/");
                    }
                    writes.requireKept(history, enrolment, "from");
                });
    }

    Written interrupt(InterruptEnrolment request, Scope scope) {
        return writes.change(
                request.getEnrolmentId(), request.getVersion(), request.getOverrule(), scope, (enrolment, change) -> {
                    History history = change.history();
                    LocalDate from = request.getFrom();
                    values.code(history, "INTERRUPTION_REASON", request.getReason(), from, "reason");
                    parts.offer(enrolment).requireOpen(history, from, "from");
                    values.expectsRecent(change, from, "from");
                    parts.days(history, from, request.getTo(), enrolment, "")
                            .ifPresent(days -> enrolment.interrupt(history, days, request.getReason()));
                });
    }

    Written resume(ResumeEnrolment request, Scope scope) {
        return writes.change(
                request.getEnrolmentId(), request.getVersion(), request.getOverrule(), scope, (enrolment, change) -> {
                    History history = change.history();
                    LocalDate day = request.getResumedFrom();
                    values.day(history, day, "resumedFrom");
                    parts.offer(enrolment).requireOpen(history, day, "resumedFrom");
                    values.expectsRecent(change, day, "resumedFrom");
                    enrolment.resume(history, day);
                });
    }

    Written withdraw(WithdrawStudent request, Scope scope) {
        return writes.change(
                request.getEnrolmentId(), request.getVersion(), request.getOverrule(), scope, (enrolment, change) -> {
                    parts.leave(enrolment, change, request.getEnrolledTo(), request.getReason(), request.getLeftTo());
                    writes.requireKept(change.history(), enrolment, "enrolledTo");
                });
    }

    Written correct(CorrectEnrolment request, Scope scope) {
        return corrections.correct(request, scope);
    }
}
