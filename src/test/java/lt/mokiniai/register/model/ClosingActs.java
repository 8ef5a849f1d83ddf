package lt.mokiniai.register.model;

import static lt.mokiniai.register.bench.Asking.institution;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lt.mokiniai.register.bench.Reference;
import lt.mokiniai.register.model.ClosingModel.Came;
import lt.mokiniai.register.model.ClosingModel.Students;
import lt.mokiniai.register.model.TaskModel.Decider;
import lt.mokiniai.wsdl.enrolments.CloseInstitution;
import lt.mokiniai.wsdl.enrolments.CloseInstitutionResponse;
import lt.mokiniai.wsdl.enrolments.NotClosed;
import lt.mokiniai.wsdl.enrolments.StudentsOfClosing;

/** Schools that their founders close: once or more often, whatever becomes of the students, and previews of it. */
final class ClosingActs {

    private final Compared register;
    private final ClosingModel model;

    ClosingActs(Compared register, ClosingModel model) {
        this.register = register;
        this.model = model;
    }

    Act<?> close(Chance chance) {
        String school = chance.school();
        LocalDate known = register.model.enrolments.lastDays.get(school);
        LocalDate lastDay = known == null || chance.isOneIn(8) ? chance.day(register.model.today()) : known;
        Students students = chance.of(List.of(Students.values()));
        String before = register.model.successors.get(school);
        String successor = chance.isOneIn(4) ? null : before == null || chance.isOneIn(8) ? chance.school() : before;
        ClosingModel.Act act = new ClosingModel.Act(school, lastDay, students, successor, chance.isOneIn(3));
        Decider by = by(school, chance);
        return new Act<CloseInstitutionResponse>(
                act + " by " + by,
                () -> model.close(
                        act, by, Comparator.comparingLong(this::student).thenComparingLong(this::row)),
                () -> {
                    register.bench().within(Compared.scope(by));
                    return register.bench().write(service -> service.closeInstitution(request(act)));
                },
                answer -> compare(answer, act, by));
    }

    private static Decider by(String school, Chance chance) {
        String founder = RegisterModel.founder(school);
        if (chance.isOneIn(8)) {
            return Decider.municipality(chance.isOneIn(2) ? Reference.KAUNAS : Reference.VILNIUS);
        }
        return founder == null || chance.isOneIn(2) ? Decider.agency() : Decider.municipality(founder);
    }

    private long student(Study study) {
        return register.students.get(study.student).number();
    }

    /** The number of the row that is believed. */
    private long row(Study study) {
        return register.jdbc()
                .queryForObject(
                        "SELECT MAX(e.id) FROM enrolment e JOIN person p ON p.id = e.person_id"
                                + " WHERE e.register_id = ? AND p.register_id = ?",
                        Long.class,
                        register.identifiers.get(study),
                        register.students.get(study.student).registerId());
    }

    private static CloseInstitution request(ClosingModel.Act act) {
        CloseInstitution request = new CloseInstitution();
        request.setInstitution(institution(act.school()));
        request.setLastDay(act.lastDay());
        request.setStudents(StudentsOfClosing.valueOf(act.students().name()));
        request.setReason(ClosingModel.REASON);
        request.setSuccessor(act.successor() == null ? null : institution(act.successor()));
        request.setPreview(act.isPreview() ? true : null);
        return request;
    }

    private void compare(CloseInstitutionResponse answer, ClosingModel.Act act, Decider by) {
        Came came = model.came;
        assertThat(answer.getMoved()).as("moved").isEqualTo(act.students() == Students.MOVE ? came.done() : 0);
        assertThat(answer.getEnded()).as("ended").isEqualTo(act.students() == Students.END ? came.done() : 0);
        assertThat(answer.getTasks()).as("tasks").isEqualTo(came.tasks());
        assertThat(answer.getLeft()).as("left").isZero();
        Map<String, String> notDone = new TreeMap<>();
        came.notDone().forEach((study, code) -> {
            boolean isTold = by.equals(Decider.agency())
                    || !register.model.persons.get(study.student).isHidden();
            if (isTold) {
                notDone.put(register.identifiers.get(study), code);
            }
        });
        assertThat(answer.getNotDone().stream()
                        .collect(Collectors.toMap(NotClosed::getEnrolmentId, NotClosed::getCode)))
                .as("not done")
                .isEqualTo(notDone);
    }
}
