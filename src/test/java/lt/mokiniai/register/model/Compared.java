package lt.mokiniai.register.model;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.register.model.TaskModel.Decider;
import lt.mokiniai.wsdl.enrolments.Period;
import lt.mokiniai.wsdl.students.GetStudentResponse;
import lt.mokiniai.wsdl.types.Enrolment;
import lt.mokiniai.wsdl.types.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A register beside its model: what the register calls what stands in the model, and whether both tell the same histories. */
final class Compared {

    private static final String MUNICIPALITY = "190000022";
    private static final String AGENCY = "190000000";

    /** The kind of all restrictions. */
    static final String RESTRICTION = "COURT";

    /** Of institutions, not of students: children first. */
    private static final List<String> LISTS = List.of("class_batch_finding", "class_batch_entry", "class_batch");

    final Nodes nodes;
    final RegisterModel model;
    final List<StoredStudent> students = new ArrayList<>();
    final Map<Study, String> identifiers = new HashMap<>();
    final Map<Transfer, String> transfers = new HashMap<>();
    private final Map<Instant, Snapshot> known = new TreeMap<>();

    /** What was known at a time: of each student how their record answers, and their enrolments. */
    private record Snapshot(List<String> answers, List<Study> studies) {}

    /** Begins with a register in which nobody is. */
    Compared(Nodes nodes, RegisterModel model) {
        this.nodes = nodes;
        this.model = model;
        LISTS.forEach(table -> jdbc().update("DELETE FROM " + table));
        bench().clear();
    }

    Bench bench() {
        return nodes.bench();
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(bench().connections());
    }

    String registerId(Person person) {
        return students.get(person.number).registerId();
    }

    static ScopeBuilder school(String code) {
        return everything().studyingAt(code).actingFor(code, false);
    }

    static ScopeBuilder agency() {
        return agencyWithoutRestrictions().namingRestrictions(RESTRICTION);
    }

    static ScopeBuilder agencyWithoutRestrictions() {
        return everything().actingFor(AGENCY, true);
    }

    static ScopeBuilder scope(Decider by) {
        return switch (by.level()) {
            case SCHOOL -> school(by.code());
            case FOUNDER -> everything().foundedByMunicipality(by.code()).actingFor(MUNICIPALITY, true);
            case AGENCY -> agency();
        };
    }

    /** The services declare the fault of their WSDL, and throw refusals only. */
    static <T> T answered(Callable<T> question) {
        try {
            return question.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Any change of what is recorded shows in it. */
    List<String> stored() {
        JdbcTemplate jdbc = jdbc();
        return Stream.concat(
                        bench().stored().stream(),
                        Stream.concat(LISTS.stream(), Stream.of("institution"))
                                .flatMap(table -> jdbc.queryForList("SELECT * FROM " + table).stream()
                                        .map(row -> table + new TreeMap<>(row)))
                                .sorted())
                .toList();
    }

    /** Finds out what the register calls what began since it was asked last: answers tell it, and an answer may be lost. */
    void learnIdentifiers() {
        learnStudents();
        for (Study study : model.enrolments.studies) {
            if (!identifiers.containsKey(study)) {
                String id = read(study.student).stream()
                        .filter(each -> !identifiers.containsValue(each.getEnrolmentId()))
                        .filter(each -> ReadEnrolments.told(each).equals(study.read(Days.EVER)))
                        .map(Enrolment::getEnrolmentId)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no enrolment " + study.read(Days.EVER)));
                identifiers.put(study, id);
            }
        }
        List<String> all = new ArrayList<>(jdbc().queryForList("SELECT transfer_id FROM transfer", String.class));
        all.removeAll(transfers.values());
        model.transfers.stream()
                .filter(transfer -> !transfers.containsKey(transfer) && !all.isEmpty())
                .forEach(transfer -> transfers.put(transfer, all.remove(0)));
        assertThat(all).as("transfers of which the model knows nothing").isEmpty();
    }

    /** Finds out what the register calls who was registered since it was asked last. */
    void learnStudents() {
        if (students.size() < model.persons.size()) {
            List<StoredStudent> all = new ArrayList<>(jdbc().query(
                            "SELECT id, register_id FROM person",
                            (row, number) -> new StoredStudent(row.getLong(1), row.getString(2))));
            all.removeAll(students);
            students.addAll(all);
        }
        assertThat(students).as("students").hasSameSizeAs(model.persons);
    }

    /** Gives the identifier of a task: both open them in the same order. */
    String taskId(Task task) {
        return jdbc().queryForList("SELECT task_id FROM task ORDER BY id", String.class)
                .get(model.tasks.indexOf(task));
    }

    /** Remembers what is known now: it is told so for ever. */
    void remember() {
        known.put(
                bench().clock().instant(),
                new Snapshot(model.persons.stream().map(Person::answers).toList(), model.enrolments.snapshot()));
    }

    /** Looks whether what was known at all times is told as it was. */
    void compareAllThatWasKnown() {
        known.forEach((knownAt, then) -> compare(Days.EVER, knownAt, then));
    }

    /** Looks whether what was known of some days at one of the times is told as it was. */
    void compareSomethingThatWasKnown(Chance chance) {
        if (!known.isEmpty()) {
            Instant time = chance.of(List.copyOf(known.keySet()));
            LocalDate first = TODAY.plusDays(chance.below(200) - 100);
            compare(new Days(first, first.plusDays(chance.isOneIn(2) ? 0 : chance.below(60))), time, known.get(time));
        }
    }

    private void compare(Days asked, Instant knownAt, Snapshot then) {
        for (int student = 0; student < students.size(); student++) {
            int number = student;
            assertThat(answer(student, knownAt))
                    .as("how student %s answered as known at %s", student, knownAt)
                    .isEqualTo(student < then.answers.size() ? then.answers.get(student) : "NOT_FOUND");
            assertThat(read(student, asked, knownAt))
                    .extracting(ReadEnrolments::told)
                    .as("student %s in %s as known at %s", student, asked, knownAt)
                    .containsExactlyInAnyOrderElementsOf(then.studies.stream()
                            .filter(study -> study.student == number)
                            .map(study -> study.read(asked))
                            .filter(read -> !read.isEmpty())
                            .toList());
        }
    }

    private String answer(int student, Instant knownAt) {
        GetStudentResponse told = bench().within(agency()).student(by(students.get(student)), null, knownAt);
        return told.getOutcome() == Outcome.MERGED
                ? "MERGED " + numberOf(told.getMergedInto())
                : told.getOutcome().name();
    }

    int numberOf(String registerId) {
        return students.stream().map(StoredStudent::registerId).toList().indexOf(registerId);
    }

    /** Reads all that is recorded now of the enrolments of a student. */
    List<Enrolment> read(int student) {
        return read(student, Days.EVER, null);
    }

    private List<Enrolment> read(int student, Days asked, @Nullable Instant knownAt) {
        return bench().within(agency())
                .enrolments(by(students.get(student)), request -> {
                    Period period = new Period();
                    period.setFrom(asked.from());
                    period.setTo(asked.to() == null ? TODAY.plusYears(3) : asked.to());
                    request.setPeriod(period);
                    request.setKnownAt(knownAt);
                })
                .getEnrolment();
    }
}
