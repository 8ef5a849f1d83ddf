package lt.mokiniai.register.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lt.mokiniai.register.model.Task.Closing;
import lt.mokiniai.register.model.Task.Kind;
import lt.mokiniai.register.model.Task.Level;
import lt.mokiniai.register.model.Task.State;
import lt.mokiniai.register.model.Task.Subject;
import lt.mokiniai.register.model.TaskModel.Decider;

/** A second, plain definition of schools that close (docs/decisions/0052-schools-that-close.md). */
final class ClosingModel {

    /** Of who leaves a school that closes. */
    static final String REASON = "TRANSFER";

    private final RegisterModel register;
    private final WritingModel enrolments;
    /** What the last closing, or preview of one, came to. */
    Came came;

    ClosingModel(RegisterModel register) {
        this.register = register;
        this.enrolments = register.enrolments;
    }

    /** What becomes of whoever would be enrolled after the last day. */
    enum Students {
        MOVE,
        END,
        TASKS
    }

    /**
     * One act of a founder.
     *
     * @param successor nothing where none is told
     */
    record Act(String school, LocalDate lastDay, Students students, String successor, boolean isPreview) {}

    /**
     * What an act came to.
     *
     * @param done how many moved or ended
     * @param notDone the codes of the rules that did not allow it, by enrolment
     * @param tasks how many became tasks
     */
    record Came(int done, Map<Study, String> notDone, int tasks) {}

    /** @param order in which the register looks at enrolments: by student, and of one by their rows */
    Set<String> close(Act act, Decider by, Comparator<Study> order) {
        boolean decides = by.level() == Level.AGENCY
                || (by.level() == Level.FOUNDER && by.code().equals(RegisterModel.founder(act.school)));
        if (!decides) {
            return Set.of("MR-501 institution");
        }
        Set<String> refused = wrong(act);
        if (!refused.isEmpty()) {
            return refused;
        }
        String goesOnAt = act.students == Students.END ? null : act.successor;
        List<Study> standing = enrolments.studies.stream()
                .filter(study -> !study.isStruck && study.school.equals(act.school) && lasts(study, act.lastDay))
                .filter(study -> !isTask(study))
                .sorted(order)
                .toList();
        if (!act.isPreview) {
            enrolments.lastDays.put(act.school, act.lastDay);
            if (goesOnAt != null) {
                register.successors.put(act.school, goesOnAt);
            }
            giveToFounder(act);
        }
        Closing closing = new Closing(act.lastDay, goesOnAt);
        Map<Study, String> notDone = act.students == Students.TASKS ? Map.of() : carryOut(act, closing, standing);
        List<Study> tasks = act.students == Students.TASKS
                ? standing
                : standing.stream().filter(notDone::containsKey).toList();
        if (!act.isPreview) {
            tasks.forEach(study -> open(act, study, closing));
        }
        came = new Came(standing.size() - tasks.size(), notDone, tasks.size());
        return Set.of();
    }

    private Set<String> wrong(Act act) {
        Set<String> wrong = new TreeSet<>();
        LocalDate known = enrolments.lastDays.get(act.school);
        if (!enrolments.mayBeTold(act.lastDay)) {
            wrong.add("MR-511 lastDay");
        }
        if (known != null && !known.equals(act.lastDay)) {
            wrong.add("MR-550 lastDay");
        }
        if (act.successor == null) {
            if (act.students == Students.MOVE) {
                wrong.add("MR-551 successor");
            }
            return wrong;
        }
        boolean canGoOn =
                !act.successor.equals(act.school) && enrolments.isOpen(act.successor, act.lastDay.plusDays(1));
        if (!canGoOn) {
            wrong.add("MR-551 successor");
        }
        String before = register.successors.get(act.school);
        if (before != null && !before.equals(act.successor)) {
            wrong.add("MR-550 successor");
        }
        return wrong;
    }

    private static boolean lasts(Study study, LocalDate lastDay) {
        return study.days.to() == null || study.days.to().isAfter(lastDay);
    }

    private boolean isTask(Study study) {
        return register.tasks.stream()
                .anyMatch(task -> task.isOpen() && task.kind == Kind.CLOSED_SCHOOL && task.subject.study() == study);
    }

    private void giveToFounder(Act act) {
        register.tasks.stream()
                .filter(task -> task.isOpen() && task.level == Level.SCHOOL && task.institution.equals(act.school))
                .filter(task -> task.dueOn.isAfter(act.lastDay))
                .forEach(task -> {
                    task.level = Level.FOUNDER;
                    task.dueOn = register.dueOn(Level.FOUNDER);
                });
    }

    private void open(Act act, Study study, Closing closing) {
        register.open(
                Kind.CLOSED_SCHOOL,
                Level.FOUNDER,
                act.school,
                Subject.closing(register.persons.get(study.student), study, closing));
        Task task = register.tasks.get(register.tasks.size() - 1);
        // The term begins when the school is closed.
        task.dueOn = task.dueOn.plusDays(Math.max(0, ChronoUnit.DAYS.between(register.today(), act.lastDay)));
    }

    /** Moves or ends what stands of each student, all of it or nothing; of a preview nothing. */
    private Map<Study, String> carryOut(Act act, Closing closing, List<Study> standing) {
        Map<Study, String> notDone = new LinkedHashMap<>();
        for (Person person : register.persons) {
            List<Study> theirs = standing.stream()
                    .filter(study -> study.student == person.number)
                    .toList();
            if (!theirs.isEmpty()) {
                List<Study> before = theirs.stream().map(Study::copy).toList();
                int size = enrolments.studies.size();
                List<String> wrong = new ArrayList<>();
                if (act.students == Students.MOVE && isAskedFor(person)) {
                    wrong.add("MR-572 institution");
                }
                theirs.forEach(study -> wrong.addAll(go(study, closing)));
                if (!wrong.isEmpty()) {
                    theirs.forEach(study -> notDone.put(study, wrong.get(0).split(" ")[0]));
                }
                if (!wrong.isEmpty() || act.isPreview) {
                    for (int i = 0; i < theirs.size(); i++) {
                        theirs.get(i).become(before.get(i));
                    }
                    enrolments.studies.subList(size, enrolments.studies.size()).clear();
                }
            }
        }
        return notDone;
    }

    private boolean isAskedFor(Person person) {
        return register.tasks.stream()
                .filter(task -> task.isOpen() && task.subject.person() == person)
                .anyMatch(task -> task.kind == Kind.TRANSFER || task.kind == Kind.TRANSFER_OBJECTED);
    }

    /** Ends an enrolment, or has it go on at the successor; gives the rules that this breaks. */
    private List<String> go(Study study, Closing closing) {
        List<String> wrong = new ArrayList<>();
        Study before = study.copy();
        if (study.days.from().isAfter(closing.lastDay())) {
            study.isStruck = true;
        } else if (study.days.to() != null) {
            wrong.add("MR-510 enrolledTo");
        } else {
            study.lasts(new Days(study.days.from(), closing.lastDay()));
            study.leaving = REASON;
        }
        if (closing.successor() != null) {
            goOn(before, closing, wrong);
        }
        return wrong;
    }

    private void goOn(Study before, Closing closing, List<String> wrong) {
        LocalDate first = later(closing.lastDay().plusDays(1), before.days.from());
        if (!enrolments.isOpen(closing.successor(), first)) {
            wrong.add("MR-512 successor");
        }
        Days days = new Days(first, null);
        if (!wrong.isEmpty()) {
            return;
        }
        if (before.isGeneral()
                && !enrolments.general(before.student, days, null).isEmpty()) {
            wrong.add("MR-517 successor");
            return;
        }
        Study next = new Study(before.student, closing.successor(), before.programme);
        next.days = days;
        next.told.put(first, before.on(first));
        before.told.tailMap(first, false).keySet().forEach(day -> next.told.put(day, before.on(day)));
        before.interruptions.forEach((pause, reason) -> {
            if (pause.to() == null || !pause.to().isBefore(first)) {
                next.interruptions.put(new Days(later(first, pause.from()), pause.to()), reason);
            }
        });
        enrolments.studies.add(next);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Somebody decides what becomes of a student of a school that closed.
     *
     * @param day on which they left, of who says that it was another; nothing where it is the last
     */
    Set<String> decide(Task task, State decision, LocalDate day) {
        Study study = task.subject.study();
        Closing closing = task.subject.closing();
        if (study.isStruck || !lasts(study, closing.lastDay())) {
            return Set.of();
        }
        if (decision == State.OBJECTED) {
            return Set.of("MR-553 decision");
        }
        Study before = study.copy();
        Set<String> refused = new TreeSet<>();
        if (decision == State.ACCEPTED) {
            refused.addAll(go(study, closing));
        } else {
            LocalDate left = day == null ? closing.lastDay() : day;
            if (left.isAfter(closing.lastDay())) {
                refused.add("MR-512 day");
            }
            refused.addAll(go(study, new Closing(left, null)));
        }
        if (!refused.isEmpty()) {
            study.become(before);
        }
        return refused;
    }

    /** Nobody decided: the agency has to. */
    void lapse(Task task) {
        register.open(Kind.CLOSED_SCHOOL, Level.AGENCY, task.institution, task.subject);
    }
}
