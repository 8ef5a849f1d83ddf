package lt.mokiniai.register.model;

import static lt.mokiniai.register.bench.Asking.by;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lt.mokiniai.wsdl.students.GetStudentResponse;
import lt.mokiniai.wsdl.students.RemoveStudent;
import lt.mokiniai.wsdl.students.RemoveStudentResponse;
import lt.mokiniai.wsdl.types.Outcome;

/** Registrations of nobody that schools ask to be struck. */
final class RemovalActs {

    private final Compared register;
    private final RemovalModel model;

    RemovalActs(Compared register, RemovalModel model) {
        this.register = register;
        this.model = model;
    }

    /** Of a school where the student is; now and then of another. */
    Act<?> ask(Chance chance) {
        Person person = chance.of(register.model.persons);
        String school = chance.any(register.model.believed(person))
                .filter(study -> !chance.isOneIn(6))
                .map(study -> study.school)
                .orElseGet(chance::school);
        String version = version(person);
        return new Act<RemoveStudentResponse>(
                "remove " + person + " of " + school,
                () -> model.ask(person, school),
                () -> {
                    RemoveStudent request = new RemoveStudent();
                    request.setRegisterId(register.registerId(person));
                    request.setVersion(version);
                    request.setReason("MISTAKE");
                    register.bench().within(Compared.school(school));
                    return register.bench().writeStudent(service -> service.removeStudent(request));
                },
                answer -> {
                    List<Task> tasks = register.model.tasks;
                    assertThat(answer.getDueOn()).isEqualTo(tasks.get(tasks.size() - 1).dueOn);
                });
    }

    private String version(Person person) {
        GetStudentResponse told =
                register.bench().within(Compared.agency()).student(by(register.students.get(person.number)));
        return told.getOutcome() == Outcome.FOUND ? told.getStudent().getVersion() : "AAAA";
    }
}
