package lt.mokiniai.register.model;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.SettableClock.TODAY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lt.mokiniai.register.bench.Bench.ServiceCall;
import lt.mokiniai.wsdl.types.Enrolment;

/** What a school writes of its own enrolments. */
final class EnrolmentActs {

    private final Compared register;
    private final WritingModel model;

    EnrolmentActs(Compared register) {
        this.register = register;
        this.model = register.model.enrolments;
    }

    Act<?> enrol(Chance chance) {
        Person person = chance.of(register.model.persons);
        Study study = new Study(person.number, chance.school(), chance.isOneIn(5) ? Programme.MUSIC : Programme.BASIC);
        LocalDate from = TODAY.minusDays(40 + chance.below(40));
        Told first = chance.told();
        return new Act<WritingMessages.Answer>(
                "enrol " + person + " " + from + " " + first + " at " + study.school,
                // Enrolled again, it is another enrolment.
                () -> person.isThere() ? model.enrol(study.copy(), from, null, first) : Set.of("MR-501 person"),
                () -> {
                    register.bench().within(Compared.school(study.school));
                    return register.bench()
                            .write(WritingMessages.enrol(
                                    by(register.students.get(person.number)),
                                    study.school,
                                    study.programme.code(),
                                    from,
                                    null,
                                    first));
                },
                answer -> register.identifiers.put(model.studies.get(model.studies.size() - 1), answer.enrolmentId()));
    }

    Optional<Act<?>> change(Chance chance) {
        return any(chance).map(study -> {
            LocalDate day = chance.day(model.today);
            Told told = chance.told();
            return write(
                    "change " + day + " " + told,
                    study,
                    () -> model.change(study, day, told),
                    messages(study).change(day, told));
        });
    }

    Optional<Act<?>> interrupt(Chance chance) {
        return any(chance).map(study -> {
            LocalDate day = chance.day(model.today);
            LocalDate last = day.plusDays(9);
            return write(
                    "interrupt " + day,
                    study,
                    () -> model.interrupt(study, day, last, WritingModel.GOOD_REASON),
                    messages(study).interrupt(day, last, WritingModel.GOOD_REASON));
        });
    }

    Optional<Act<?>> withdraw(Chance chance) {
        return any(chance).map(study -> {
            LocalDate day = chance.day(model.today);
            return write(
                    "withdraw " + day,
                    study,
                    () -> model.withdraw(study, day, WritingModel.GOOD_LEAVING),
                    messages(study).withdraw(day, WritingModel.GOOD_LEAVING));
        });
    }

    Optional<Act<?>> strike(Chance chance) {
        return any(chance)
                .map(study -> write(
                        "strike",
                        study,
                        () -> model.strike(study),
                        messages(study).strike()));
    }

    private Optional<Study> any(Chance chance) {
        return chance.any(
                model.studies.stream().filter(study -> !study.isStruck).toList());
    }

    private Act<?> write(
            String name,
            Study study,
            Supplier<? extends Collection<String>> does,
            ServiceCall<WritingMessages.Answer> call) {
        return new Act<WritingMessages.Answer>(
                        name + " of " + study.read(Days.EVER),
                        does,
                        () -> {
                            register.bench().within(Compared.school(study.school));
                            return register.bench().write(call);
                        },
                        answer -> {})
                .ofVersion(study);
    }

    /** With the version that the enrolment has now. */
    private WritingMessages messages(Study study) {
        String id = register.identifiers.get(study);
        String version = register.read(study.student).stream()
                .filter(each -> each.getEnrolmentId().equals(id))
                .map(Enrolment::getVersion)
                .findFirst()
                .orElseThrow();
        return new WritingMessages(id, version);
    }
}
