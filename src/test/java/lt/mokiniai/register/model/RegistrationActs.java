package lt.mokiniai.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.register.model.Task.Kind;
import lt.mokiniai.register.model.Task.Level;
import lt.mokiniai.register.model.Task.Subject;
import lt.mokiniai.wsdl.students.RegisterStudent;
import lt.mokiniai.wsdl.students.RegisterStudentResponse;

/** Students without a code whom schools register, all of one name: each of one school may be one that it registered before. */
final class RegistrationActs {

    private static final int MOST = 7;

    private final Compared register;
    private final RegisterModel model;

    RegistrationActs(Compared register) {
        this.register = register;
        this.model = register.model;
    }

    Optional<Act<?>> register(Chance chance) {
        if (model.persons.size() >= MOST) {
            return Optional.empty();
        }
        String school = chance.school();
        boolean overrules = chance.isOneIn(2);
        return Optional.of(new Act<RegisterStudentResponse>(
                "register at " + school + " " + overrules,
                () -> does(school, overrules),
                () -> {
                    register.bench().within(Compared.school(school));
                    return register.bench().writeStudent(service -> service.registerStudent(request(overrules)));
                },
                answer -> {
                    register.learnStudents();
                    assertThat(answer.getRegisterId())
                            .isEqualTo(register.registerId(model.persons.get(model.persons.size() - 1)));
                }));
    }

    /** The agency looks at the new record beside each that is alike, unless who registers has not seen them. */
    private Set<String> does(String school, boolean overrules) {
        List<Person> alike = new ArrayList<>(model.persons.stream()
                .filter(person -> person.isThere() && school.equals(person.registrar))
                .toList());
        if (!alike.isEmpty() && !overrules) {
            return Set.of("MR-611 identity");
        }
        alike.sort(Comparator.comparingLong(
                person -> register.students.get(person.number).number()));
        Person registered = new Person(model.persons.size(), false, school);
        model.persons.add(registered);
        alike.forEach(person -> model.open(Kind.MERGE, Level.AGENCY, school, Subject.beside(registered, person)));
        return Set.of();
    }

    private static RegisterStudent request(boolean overrules) {
        RegisterStudent.Identity identity = new RegisterStudent.Identity();
        identity.setGivenNames("Ona");
        identity.setFamilyName("Dukart");
        identity.setBirthDate(LocalDate.of(2012, 3, 5));
        RegisterStudent request = new RegisterStudent();
        request.setIdentity(identity);
        if (overrules) {
            request.getOverrule().add("MR-611");
        }
        return request;
    }
}
