package lt.mokiniai.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.register.bench.Reference;
import lt.mokiniai.register.model.Task.Kind;
import lt.mokiniai.register.model.Task.Level;
import lt.mokiniai.register.model.Task.Subject;

/** All that a plain model knows of a register: students, enrolments, transfers and tasks, as they are believed today. */
final class RegisterModel {

    static final List<String> SCHOOLS = List.of(Reference.SCHOOL, Reference.VILNIUS_SCHOOL, Reference.PRIVATE_SCHOOL);

    /** The municipalities that founded schools; a private one has no such founder. */
    private static final Map<String, String> FOUNDERS =
            Map.of(Reference.SCHOOL, Reference.KAUNAS, Reference.VILNIUS_SCHOOL, Reference.VILNIUS);

    private static final int SCHOOL_DAYS = 5;
    private static final int AUTHORITY_DAYS = 20;

    final WritingModel enrolments;
    final List<Person> persons = new ArrayList<>();
    final List<Transfer> transfers = new ArrayList<>();
    /** In the order in which they were opened. */
    final List<Task> tasks = new ArrayList<>();
    /** The institutions that go on with the students of those that closed. */
    final Map<String, String> successors = new HashMap<>();

    private int time;

    RegisterModel(LocalDate today) {
        enrolments = new WritingModel(today);
    }

    LocalDate today() {
        return enrolments.today;
    }

    /** The model's own time: later whenever it is asked. */
    int nextTime() {
        return ++time;
    }

    /** The municipality that founded a school; nothing of a private one. */
    static String founder(String school) {
        return FOUNDERS.get(school);
    }

    /** Gives the enrolments of a student that are believed. */
    List<Study> believed(Person person) {
        return enrolments.studies.stream()
                .filter(study -> study.student == person.number && !study.isStruck)
                .toList();
    }

    /** Tells whether somebody has to decide about a move of a student. */
    boolean isTransferWaiting(Person person) {
        return transfers.stream().anyMatch(transfer -> transfer.person == person && transfer.isWaiting());
    }

    /** Opens a task, of which the term begins today. */
    void open(Kind kind, Level level, String institution, Subject subject) {
        tasks.add(new Task(kind, level, institution, subject, dueOn(level)));
    }

    LocalDate dueOn(Level level) {
        return today().plusDays(level == Level.SCHOOL ? SCHOOL_DAYS : AUTHORITY_DAYS);
    }

    /** Who decides what a school decides while it is open. */
    Level levelOf(String school) {
        return enrolments.isOpen(school, today()) ? Level.SCHOOL : Level.FOUNDER;
    }
}
