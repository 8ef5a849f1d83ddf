package lt.mokiniai.register;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static lt.mokiniai.register.bench.SettableClock.noon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.register.TransferModel.Kind;
import lt.mokiniai.register.TransferModel.State;
import lt.mokiniai.register.TransferModel.Task;
import lt.mokiniai.register.TransferModel.Transfer;
import lt.mokiniai.register.WritingModel.Days;
import lt.mokiniai.register.WritingModel.Study;
import lt.mokiniai.register.WritingModel.Told;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Reference;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.enrolments.Period;
import lt.mokiniai.wsdl.enrolments.StageContent;
import lt.mokiniai.wsdl.enrolments.TransferStudent;
import lt.mokiniai.wsdl.enrolments.TransferStudentResponse;
import lt.mokiniai.wsdl.enrolments.WithdrawTransfer;
import lt.mokiniai.wsdl.tasks.DecideTask;
import lt.mokiniai.wsdl.types.Enrolment;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever three schools and an authority ask, decide, object to and take back, while time passes and terms end, and schools go
 * on writing: the register and a plain model take and refuse the same, say the same of each transfer and task, and tell the
 * same of all days as known at any time.
 */
abstract class TransferModelContract {

    private static final List<String> SCHOOLS =
            List.of(Reference.SCHOOL, Reference.VILNIUS_SCHOOL, Reference.PRIVATE_SCHOOL);
    private static final List<String> WARNINGS = List.of("MR-601", "MR-602", "MR-603", "MR-604", "MR-605");

    /** What somebody does. */
    enum Deed {
        ENROL,
        CHANGE,
        INTERRUPT,
        WITHDRAW,
        STRIKE,
        ASK,
        DECIDE,
        TAKE_BACK,
        TIME
    }

    /** @param seed what is told follows from this */
    record Step(Deed deed, long seed) {}

    abstract Bench bench();

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(List.of(
                                Deed.ENROL,
                                Deed.ENROL,
                                Deed.CHANGE,
                                Deed.INTERRUPT,
                                Deed.WITHDRAW,
                                Deed.STRIKE,
                                Deed.ASK,
                                Deed.ASK,
                                Deed.ASK,
                                Deed.DECIDE,
                                Deed.DECIDE,
                                Deed.DECIDE,
                                Deed.TAKE_BACK,
                                Deed.TAKE_BACK,
                                Deed.TIME)),
                        Arbitraries.longs().between(0, 1_000_000))
                .as(Step::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(30);
    }

    @Property(tries = 12)
    void takesAndRefusesAndTellsWhatAPlainModelDoes(@ForAll("steps") List<Step> steps) {
        new Run(bench()).play(steps);
    }

    private static final class Run {

        private final Bench bench;
        private final TransferModel model = new TransferModel(new WritingModel(TODAY));
        private final List<StoredStudent> students;
        private final Map<Study, String> identifiers = new HashMap<>();
        private final Map<Transfer, String> transfers = new HashMap<>();
        private final Map<Instant, List<Study>> known = new TreeMap<>();

        Run(Bench bench) {
            this.bench = bench;
            bench.clear();
            this.students = List.of(bench.has(aPerson()), bench.has(aPerson()));
        }

        void play(List<Step> steps) {
            for (Step step : steps) {
                play(step.deed, new Random(step.seed));
                compareStates();
                known.put(bench.clock().instant(), model.enrolments.snapshot());
            }
            known.forEach(this::compare);
        }

        private void play(Deed deed, Random chance) {
            switch (deed) {
                case ENROL -> enrol(chance);
                case ASK -> ask(chance);
                case DECIDE -> any(model.tasks, chance, task -> decide(task, chance));
                case TAKE_BACK -> any(model.transfers, chance, this::takeBack);
                case TIME -> passTime(chance);
                default ->
                    any(
                            model.enrolments.studies.stream()
                                    .filter(study -> !study.isStruck)
                                    .toList(),
                            chance,
                            study -> write(deed, study, chance));
            }
        }

        private interface Act<T> {
            void on(T one);
        }

        /** The newest is likelier than the others. */
        private static <T> void any(List<T> all, Random chance, Act<T> act) {
            if (!all.isEmpty()) {
                act.on(all.get(chance.nextBoolean() ? all.size() - 1 : chance.nextInt(all.size())));
            }
        }

        private LocalDate day(Random chance) {
            return chance.nextInt(30) == 0
                    ? model.enrolments.today.plusMonths(15).plusDays(1)
                    : TODAY.plusDays(chance.nextInt(70) - 30);
        }

        private static Told told(Random chance) {
            return new Told(4 + chance.nextInt(20) % 8, chance.nextBoolean() ? "lt" : "pl");
        }

        private static <T> T of(List<T> values, Random chance) {
            return values.get(chance.nextInt(values.size()));
        }

        private void enrol(Random chance) {
            int student = chance.nextInt(students.size());
            Study study = new Study(student, of(SCHOOLS, chance), chance.nextInt(5) > 0);
            LocalDate from = TODAY.minusDays(40 + chance.nextInt(40));
            Told first = told(chance);
            bench.within(school(study.school));
            compare(
                    "enrol " + from + " " + first + " at " + study.school,
                    model.enrolments.enrol(study, from, null, first),
                    () -> identifiers.put(
                            study,
                            bench.write(WritingMessages.enrol(
                                            by(students.get(student)),
                                            study.school,
                                            study.isGeneral ? Reference.BASIC : Reference.MUSIC,
                                            from,
                                            null,
                                            first))
                                    .enrolmentId()));
        }

        private void write(Deed deed, Study study, Random chance) {
            String version = read(study.student, WritingModel.EVER, null).stream()
                    .filter(each -> each.getEnrolmentId().equals(identifiers.get(study)))
                    .map(Enrolment::getVersion)
                    .findFirst()
                    .orElseThrow();
            WritingMessages messages = new WritingMessages(identifiers.get(study), version);
            LocalDate day = day(chance);
            Told told = told(chance);
            bench.within(school(study.school));
            switch (deed) {
                case CHANGE ->
                    compare(
                            "change " + day + " " + told,
                            model.enrolments.change(study, day, told),
                            () -> bench.write(messages.change(day, told)));
                case INTERRUPT ->
                    compare(
                            "interrupt " + day,
                            model.enrolments.interrupt(study, day, day.plusDays(9), WritingModel.GOOD_REASON),
                            () -> bench.write(messages.interrupt(day, day.plusDays(9), WritingModel.GOOD_REASON)));
                case WITHDRAW ->
                    compare(
                            "withdraw " + day,
                            model.enrolments.withdraw(study, day, WritingModel.GOOD_LEAVING),
                            () -> bench.write(messages.withdraw(day, WritingModel.GOOD_LEAVING)));
                default -> compare("strike", model.enrolments.strike(study), () -> bench.write(messages.strike()));
            }
        }

        private void ask(Random chance) {
            Study asked = new Study(chance.nextInt(students.size()), of(SCHOOLS, chance), true);
            LocalDate from = day(chance);
            Told first = told(chance);
            Set<String> refused = model.ask(asked, from, first);
            bench.within(school(asked.school));
            compare("ask for " + from + " at " + asked.school, refused, () -> {
                TransferStudentResponse answer =
                        bench.write(service -> service.transferStudent(transfer(asked, from, first)));
                Transfer transfer = model.transfers.get(model.transfers.size() - 1);
                transfers.put(transfer, answer.getTransferId());
                assertThat(answer.getEnrolledFrom()).isEqualTo(from);
                assertThat(answer.getDueOn()).isEqualTo(model.tasks.get(model.tasks.size() - 1).dueOn);
            });
        }

        private TransferStudent transfer(Study asked, LocalDate from, Told first) {
            TransferStudent request = new TransferStudent();
            request.setPerson(by(students.get(asked.student)));
            TransferStudent.Institution institution = new TransferStudent.Institution();
            institution.setKind("LEGAL_ENTITY");
            institution.setCode(asked.school);
            request.setInstitution(institution);
            request.setProgramme(Reference.BASIC);
            request.setEnrolledFrom(from);
            TransferStudent.LearningContract contract = new TransferStudent.LearningContract();
            contract.setNumber("S-1");
            contract.setDate(TODAY);
            request.setLearningContract(contract);
            StageContent stage = new StageContent();
            stage.setClassLevel(first.level());
            stage.setLanguage(first.language());
            request.setStage(stage);
            request.getOverrule().addAll(WARNINGS);
            return request;
        }

        /** A school decides its own task, an authority one of its own; now and then somebody tries whose it is not. */
        private void decide(Task task, Random chance) {
            boolean asAuthority = task.isOfSchool == (chance.nextInt(8) == 0);
            String school = chance.nextInt(8) == 0 ? of(SCHOOLS, chance) : task.transfer.former.school;
            boolean may =
                    asAuthority ? !task.isOfSchool : task.isOfSchool && school.equals(task.transfer.former.school);
            boolean accepts = chance.nextInt(3) == 0;
            String taskId = taskId(task);
            bench.within(asAuthority ? agency() : school(school));
            compare(
                    (accepts ? "accept " : "object to ") + task.kind,
                    model.decide(task, may, accepts),
                    () -> bench.decide(service -> {
                        DecideTask request = new DecideTask();
                        request.setTaskId(taskId);
                        request.setDecision(accepts ? "ACCEPT" : "OBJECT");
                        request.setReason(accepts ? null : "STILL_ATTENDS");
                        return service.decideTask(request);
                    }));
        }

        /** What a school wrote of its enrolment since it ended is the matter of the rules. */
        private void takeBack(Transfer transfer) {
            if (transfer.state == State.DONE && !transfer.isFormerAsItWasLeft()) {
                return;
            }
            bench.within(school(transfer.asked.school));
            compare(
                    "take back " + transfer.state,
                    model.takeBack(transfer),
                    () -> bench.write(service -> {
                        WithdrawTransfer request = new WithdrawTransfer();
                        request.setTransferId(transfers.get(transfer));
                        request.setReason("MISTAKE");
                        return service.withdrawTransfer(request);
                    }));
        }

        /** The terms end some time after they are over. */
        private void passTime(Random chance) {
            LocalDate today = model.enrolments.today.plusDays(1 + chance.nextInt(9));
            model.enrolments.today = today;
            if (chance.nextInt(3) == 0) {
                bench.clock().set(noon(today));
            } else {
                assertThat(bench.termsEndOn(today)).as("terms that end").isEqualTo(model.endTerms());
            }
        }

        private static ScopeBuilder school(String code) {
            return everything().studyingAt(code).actingFor(code, false);
        }

        private static ScopeBuilder agency() {
            return everything().actingFor("190000000", true);
        }

        /** Gives the identifier of a task: the one of its kind that the register opened in the same order. */
        private String taskId(Task task) {
            List<Task> like = model.tasks.stream()
                    .filter(other -> other.transfer == task.transfer && other.kind == task.kind)
                    .toList();
            return told(task.transfer, task.kind).get(like.indexOf(task)).getTaskId();
        }

        private List<lt.mokiniai.wsdl.tasks.Task> told(Transfer transfer, Kind kind) {
            String code = kind == Kind.CONFIRMATION
                    ? "TRANSFER"
                    : kind == Kind.OBJECTION ? "TRANSFER_OBJECTED" : "TRANSFER_STRUCK";
            bench.within(kind == Kind.OBJECTION ? agency() : school(transfer.former.school));
            return bench
                    .tasks(request -> {
                        request.setKind(code);
                        request.setAsked(false);
                        request.setPageSize(100);
                    })
                    .getTask()
                    .stream()
                    .filter(each -> each.getEnrolmentId().equals(identifiers.get(transfer.former))
                            && each.getDay().equals(transfer.from)
                            && each.getOtherInstitution().equals(transfer.asked.school))
                    .toList();
        }

        private void compareStates() {
            for (Transfer transfer : model.transfers) {
                bench.within(school(transfer.asked.school));
                lt.mokiniai.wsdl.tasks.TaskTransfer told = bench
                        .tasks(request -> {
                            request.setAsked(true);
                            request.setPageSize(100);
                        })
                        .getTask()
                        .stream()
                        .map(lt.mokiniai.wsdl.tasks.Task::getTransfer)
                        .filter(each -> each != null && each.getTransferId().equals(transfers.get(transfer)))
                        .findFirst()
                        .orElseThrow();
                assertThat(told.getState()).as("what became of a transfer").isEqualTo(transfer.state.name());
                if (transfer.begun != null) {
                    identifiers.put(transfer.begun, told.getEnrolmentId());
                }
            }
        }

        private void compare(String name, Collection<String> refused, Supplier<?> act) {
            compare(name, refused, () -> {
                Object unused = act.get();
            });
        }

        private void compare(String name, Collection<String> refused, Runnable act) {
            List<String> before = bench.stored();
            try {
                act.run();
                assertThat(refused).as(name + " is taken").isEmpty();
            } catch (ExchangeException refusal) {
                assertThat(problems(refusal)).as(name + " is refused").isEqualTo(new TreeSet<>(refused));
                assertThat(bench.stored()).as(name + " changes nothing").isEqualTo(before);
            }
        }

        private static Set<String> problems(ExchangeException refusal) {
            Set<String> problems = new TreeSet<>();
            refusal.problems().forEach(each -> problems.add(each.error().code() + " " + each.field()));
            if (problems.isEmpty()) {
                problems.add(refusal.error().code() + " " + refusal.field().orElse("-"));
            }
            return problems;
        }

        private void compare(Instant knownAt, List<Study> then) {
            for (int student = 0; student < students.size(); student++) {
                int number = student;
                assertThat(read(student, WritingModel.EVER, knownAt))
                        .extracting(Run::told)
                        .as("student %s as known at %s", student, knownAt)
                        .containsExactlyInAnyOrderElementsOf(then.stream()
                                .filter(study -> study.student == number)
                                .map(study -> study.read(WritingModel.EVER))
                                .filter(read -> !read.isEmpty())
                                .toList());
            }
        }

        private List<Enrolment> read(int student, Days asked, Instant knownAt) {
            return bench.within(everything())
                    .enrolments(by(students.get(student)), request -> {
                        Period period = new Period();
                        period.setFrom(asked.from());
                        period.setTo(TODAY.plusYears(3));
                        request.setPeriod(period);
                        request.setKnownAt(knownAt);
                    })
                    .getEnrolment();
        }

        private static String told(Enrolment enrolment) {
            return WritingModelContract.told(enrolment);
        }
    }
}
