package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.Reference.BASIC;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.enrolments.Period;
import lt.mokiniai.wsdl.enrolments.StageContent;
import lt.mokiniai.wsdl.enrolments.TransferStudent;
import lt.mokiniai.wsdl.enrolments.TransferStudentResponse;
import lt.mokiniai.wsdl.enrolments.WithdrawTransfer;
import lt.mokiniai.wsdl.tasks.DecideTask;
import lt.mokiniai.wsdl.tasks.Task;
import lt.mokiniai.wsdl.types.Enrolment;

/** Those who have to do with a transfer of the tests: a school of Kaunas, one of Vilnius, the municipality of Kaunas, the agency. */
final class Movers {

    static final LocalDate MOVE = TODAY.plusDays(6);

    private static final String MUNICIPALITY = "190000022";
    private static final String AGENCY = "190000000";

    private final Bench bench;

    Movers(Bench bench) {
        this.bench = bench;
    }

    static ScopeBuilder school(String code) {
        return everything().studyingAt(code).actingFor(code, false);
    }

    static ScopeBuilder municipality() {
        return everything().foundedByMunicipality(KAUNAS).actingFor(MUNICIPALITY, true);
    }

    static ScopeBuilder agency() {
        return everything().namingRestrictions("ADOPTION", "COURT").actingFor(AGENCY, true);
    }

    static TransferStudent transfer(StoredStudent student, Consumer<TransferStudent> more) {
        TransferStudent request = new TransferStudent();
        request.setPerson(by(student));
        TransferStudent.Institution institution = new TransferStudent.Institution();
        institution.setKind("LEGAL_ENTITY");
        institution.setCode(VILNIUS_SCHOOL);
        request.setInstitution(institution);
        request.setProgramme(BASIC);
        request.setEnrolledFrom(MOVE);
        TransferStudent.LearningContract contract = new TransferStudent.LearningContract();
        contract.setNumber("S-77");
        contract.setDate(TODAY);
        request.setLearningContract(contract);
        StageContent stage = new StageContent();
        stage.setClassLevel(8);
        stage.setClassName("8V");
        request.setStage(stage);
        more.accept(request);
        return request;
    }

    /** Has the school of Vilnius ask for a student. */
    TransferStudentResponse asked(StoredStudent student) {
        bench.within(school(VILNIUS_SCHOOL));
        return bench.write(service -> service.transferStudent(transfer(student, request -> {})));
    }

    static DecideTask decision(String taskId, String decision, String reason) {
        DecideTask request = new DecideTask();
        request.setTaskId(taskId);
        request.setDecision(decision);
        request.setReason(reason);
        return request;
    }

    /** Has somebody decide, and gives the state of the task. */
    String decides(ScopeBuilder who, String taskId, String decision) {
        bench.within(who);
        return bench.decide(service -> service.decideTask(
                        decision(taskId, decision, decision.equals("ACCEPT") ? null : "STILL_ATTENDS")))
                .getState();
    }

    /** Has the school of Vilnius take a transfer back. */
    String takenBack(TransferStudentResponse asked) {
        bench.within(school(VILNIUS_SCHOOL));
        return bench.write(service -> service.withdrawTransfer(withdrawal(asked.getTransferId())))
                .getState();
    }

    static WithdrawTransfer withdrawal(String transferId) {
        WithdrawTransfer request = new WithdrawTransfer();
        request.setTransferId(transferId);
        request.setReason("MISTAKE");
        return request;
    }

    List<Task> tasks(ScopeBuilder who) {
        bench.within(who);
        return bench.tasks(request -> {}).getTask();
    }

    List<Task> open(ScopeBuilder who) {
        bench.within(who);
        return bench.tasks(request -> request.setOpen(true)).getTask();
    }

    /** The open tasks that somebody decides. */
    List<Task> deciding(ScopeBuilder who) {
        bench.within(who);
        return bench.tasks(request -> {
                    request.setOpen(true);
                    request.setAsked(false);
                })
                .getTask();
    }

    /** The only open task that somebody decides. */
    Task waiting(ScopeBuilder who) {
        List<Task> tasks = deciding(who);
        if (tasks.size() != 1) {
            throw new AssertionError(tasks.size() + " tasks wait");
        }
        return tasks.get(0);
    }

    /** What the school of Vilnius is told of its transfer, as it is told of each task: state, what became of it, why not. */
    String told() {
        return tasks(school(VILNIUS_SCHOOL)).stream()
                .map(task -> task.getState() + " " + task.getTransfer().getState() + " "
                        + task.getTransfer().getProblem())
                .toList()
                .toString();
    }

    /** What anybody reads of a student's enrolments two years back and ahead: days, movement, stages, interruptions. */
    List<String> read(StoredStudent student) {
        return bench
                .within(everything())
                .enrolments(by(student), request -> {
                    Period period = new Period();
                    period.setFrom(TODAY.minusYears(2));
                    period.setTo(TODAY.plusYears(2));
                    request.setPeriod(period);
                })
                .getEnrolment()
                .stream()
                .map(Movers::told)
                .toList();
    }

    private static String told(Enrolment enrolment) {
        boolean isMoved = enrolment.getMovement() != null;
        String from = isMoved && enrolment.getMovement().getCameFrom() != null
                ? " from " + enrolment.getMovement().getCameFrom().getCode()
                : "";
        String to = isMoved && enrolment.getMovement().getLeftTo() != null
                ? " " + enrolment.getMovement().getReason() + " to "
                        + enrolment.getMovement().getLeftTo().getCode()
                : "";
        return enrolment.getInstitution().getCode() + " " + enrolment.getEnrolledFrom() + ".."
                + enrolment.getEnrolledTo() + from + to
                + enrolment.getStage().stream()
                        .map(stage -> " " + stage.getFrom() + ".." + stage.getTo() + " " + stage.getClassName())
                        .toList()
                + enrolment.getInterruption().stream()
                        .map(each -> " " + each.getFrom() + ".." + each.getTo())
                        .toList();
    }
}
