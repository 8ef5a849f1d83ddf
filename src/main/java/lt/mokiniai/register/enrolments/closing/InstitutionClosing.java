package lt.mokiniai.register.enrolments.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.closing.ClosingInstitutions.Institution;
import lt.mokiniai.register.enrolments.closing.ClosingInstitutions.Standing;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.BrokenRules;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.reference.CodeLists;
import lt.mokiniai.register.students.Handling;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.writing.ItemOwnership;
import lt.mokiniai.register.writing.RecordWrites;
import lt.mokiniai.register.writing.ToldValues;
import lt.mokiniai.wsdl.enrolments.CloseInstitution;
import lt.mokiniai.wsdl.enrolments.CloseInstitutionResponse;
import lt.mokiniai.wsdl.enrolments.NotClosed;
import lt.mokiniai.wsdl.enrolments.StudentsOfClosing;
import org.springframework.stereotype.Component;

/**
 * Closes an institution: its last day is recorded, and the students who would be enrolled after it move to the successor, end, or
 * become tasks, as many as one message may be about. Who cannot be moved or ended becomes a task with the reason, so that each
 * message has fewer left; whoever has moved, ended or become a task is not found by the next.
 */
@Component
public class InstitutionClosing {

    private static final int MOST = 500;

    private final ClosingInstitutions institutions;
    private final ClosedStudies studies;
    private final ClosedSchoolTasks tasks;
    private final RecordWrites writes;
    private final ToldValues values;
    private final Handling handling;

    InstitutionClosing(
            ClosingInstitutions institutions,
            ClosedStudies studies,
            ClosedSchoolTasks tasks,
            RecordWrites writes,
            ToldValues values,
            Handling handling) {
        this.institutions = institutions;
        this.studies = studies;
        this.tasks = tasks;
        this.writes = writes;
        this.values = values;
        this.handling = handling;
    }

    /** A request that breaks no rule. */
    private record Asked(InstitutionCode institution, StudentsOfClosing students, Closing closing, boolean isTried) {}

    /**
     * Carries a request out.
     *
     * @throws ExchangeException {@code MR-501} where the scope does not decide about the institution, or of the rules that the
     *     request breaks
     */
    public CloseInstitutionResponse close(CloseInstitution request, Scope scope) {
        Asked asked = asked(request, scope);
        String institution = asked.institution().value();
        LocalDate lastDay = asked.closing().lastDay();
        List<Standing> standing = institutions.standing(institution, lastDay, Math.min(MOST, scope.largestBatch()));
        int all = institutions.count(institution, lastDay);
        scope.asksAbout(standing.size());
        if (!asked.isTried()) {
            institutions.close(
                    institution,
                    lastDay,
                    asked.closing().successor().map(InstitutionCode::value).orElse(null),
                    scope.writing().provenance());
            tasks.takeOver(asked.institution(), lastDay);
        }
        CloseInstitutionResponse response = new CloseInstitutionResponse();
        if (asked.students() == StudentsOfClosing.TASKS) {
            openTasks(asked, standing, scope);
            response.setTasks(standing.size());
        } else {
            Map<Long, ExchangeException> refused = carryOut(asked, standing, scope);
            int notDone = (int) standing.stream()
                    .filter(each -> refused.containsKey(each.person()))
                    .count();
            int done = standing.size() - notDone;
            response.setMoved(asked.students() == StudentsOfClosing.MOVE ? done : 0);
            response.setEnded(asked.students() == StudentsOfClosing.END ? done : 0);
            response.setTasks(notDone);
            standing.stream()
                    .filter(each -> refused.containsKey(each.person()))
                    .forEach(each ->
                            tell(response, each, Objects.requireNonNull(refused.get(each.person())), asked, scope));
        }
        response.setLeft(all - standing.size());
        return response;
    }

    private Asked asked(CloseInstitution request, Scope scope) {
        InstitutionCode institution = CodeLists.institution(
                request.getInstitution().getKind(), request.getInstitution().getCode(), "institution");
        Optional<InstitutionCode> successor = Optional.ofNullable(request.getSuccessor())
                .map(told -> CodeLists.institution(told.getKind(), told.getCode(), "successor"));
        Institution row = institutions
                .hold(institution.value(), scope)
                .orElseThrow(
                        () -> ExchangeException.of(ExchangeError.NOT_WRITABLE).at("institution"));
        LocalDate lastDay = request.getLastDay();
        BrokenRules broken = new BrokenRules();
        values.day(broken, lastDay, "lastDay");
        broken.requires(!lastDay.isBefore(row.open().from()), "lastDay", ExchangeError.INSTITUTION_NOT_OPEN);
        broken.requires(
                row.open().to() == null || row.open().to().equals(lastDay), "lastDay", ExchangeError.CLOSED_OTHERWISE);
        values.code(broken, "LEAVING_REASON", request.getReason(), lastDay, "reason");
        broken.requires(
                successor.isPresent() || request.getStudents() != StudentsOfClosing.MOVE,
                "successor",
                ExchangeError.NO_SUCCESSOR);
        successor.ifPresent(told -> {
            boolean canGoOn = !told.equals(institution) && institutions.isOpen(told.value(), lastDay.plusDays(1));
            broken.requires(canGoOn, "successor", ExchangeError.NO_SUCCESSOR);
            broken.requires(
                    row.successor() == null || row.successor().equals(told.value()),
                    "successor",
                    ExchangeError.CLOSED_OTHERWISE);
        });
        broken.requireNone();
        boolean goesOn = request.getStudents() != StudentsOfClosing.END;
        return new Asked(
                institution,
                request.getStudents(),
                new Closing(lastDay, successor.filter(told -> goesOn), request.getReason()),
                Boolean.TRUE.equals(request.isPreview()));
    }

    private void openTasks(Asked asked, List<Standing> standing, Scope scope) {
        if (!asked.isTried()) {
            standing.forEach(each -> tasks.open(
                    asked.institution(),
                    each,
                    asked.closing(),
                    Optional.empty(),
                    scope.writing().provenance()));
        }
    }

    private Map<Long, ExchangeException> carryOut(Asked asked, List<Standing> standing, Scope scope) {
        Map<Long, Set<String>> byPerson = standing.stream()
                .collect(Collectors.groupingBy(
                        Standing::person, Collectors.mapping(Standing::enrolmentId, Collectors.toSet())));
        return writes.writeEach(
                byPerson.keySet(),
                asked.isTried(),
                scope,
                (person, history) -> carryOut(history, byPerson.getOrDefault(person, Set.of()), asked, scope));
    }

    /** Opens the task about who cannot be moved or ended, and tells it, unless a restriction hides them. */
    private void tell(
            CloseInstitutionResponse response, Standing standing, ExchangeException refusal, Asked asked, Scope scope) {
        NotClosed told = new NotClosed();
        told.setEnrolmentId(standing.enrolmentId());
        told.setCode(refusal.error().code());
        told.setLt(refusal.messageLt());
        told.setEn(refusal.messageEn());
        if (!asked.isTried()) {
            told.setTaskId(tasks.open(
                    asked.institution(),
                    standing,
                    asked.closing(),
                    Optional.of(refusal.error().code()),
                    scope.writing().provenance()));
        }
        if (!handling.withholds(standing.person(), scope.namedRestrictions())) {
            response.getNotDone().add(told);
        }
    }

    private void carryOut(History history, Set<String> enrolmentIds, Asked asked, Scope scope) {
        ItemOwnership.require(history, scope, PersonIdentity.hasCode(history));
        boolean isAskedFor = asked.students() == StudentsOfClosing.MOVE
                && tasks.isAskedFor(history.person().number());
        history.requires(!isAskedFor, "institution", ExchangeError.TRANSFER_WAITS);
        history.owned(RegisteredEnrolment.class).stream()
                .filter(enrolment -> enrolmentIds.contains(enrolment.registerId()) && enrolment.isBelieved(history))
                .filter(enrolment ->
                        ClosedStudies.goesOn(history, enrolment, asked.closing().lastDay()))
                .toList()
                .forEach(enrolment -> studies.carryOut(history, enrolment, asked.closing()));
    }
}
