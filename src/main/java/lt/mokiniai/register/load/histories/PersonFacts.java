package lt.mokiniai.register.load.histories;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.students.facts.PersonCitizenship;
import lt.mokiniai.register.students.facts.PersonGuardian;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.register.students.facts.PersonOrigin;
import lt.mokiniai.register.students.facts.PersonResidence;
import lt.mokiniai.register.students.facts.PersonRestriction;
import lt.mokiniai.register.students.facts.PersonSpecialNeeds;
import lt.mokiniai.wsdl.students.RegisterStudent;
import org.jspecify.annotations.Nullable;

/** The facts about a person, by their records. */
final class PersonFacts {

    private final StudentFrame student;

    PersonFacts(StudentFrame student) {
        this.student = student;
    }

    /** Adds all of them. */
    void add() {
        each(RecordKind.IDENTITY, (record, from) -> identity(record));
        each(RecordKind.ORIGIN, this::origin);
        each(RecordKind.CITIZENSHIP, (record, from) -> citizenship(record));
        each(RecordKind.RESIDENCE, this::residence);
        each(RecordKind.GUARDIAN, this::guardian);
        each(RecordKind.SPECIAL_NEEDS, this::needs);
        each(RecordKind.RESTRICTION, this::restriction);
    }

    private interface Content {
        Optional<? extends Fact> of(FormRecord record, LocalDate from);
    }

    private void each(RecordKind kind, Content content) {
        student.records(kind).forEach(record -> student.add(record, term -> content.of(record, term.from())));
    }

    private Optional<PersonIdentity> identity(FormRecord record) {
        RegisterStudent.Identity told = new RegisterStudent.Identity();
        told.setPersonalCode(record.text("personalCode"));
        told.setForeignerId(record.text("foreignerId"));
        told.setGivenNames(record.required("givenNames"));
        told.setFamilyName(record.required("familyName"));
        told.setBirthDate(record.date("birthDate"));
        told.setSex(record.text("sex"));
        Optional<String> sex = student.rules().identities().sex(findings(record), told);
        LocalDate death = record.date("dateOfDeath");
        findings(record)
                .requires(
                        death == null || !death.isBefore(told.getBirthDate()),
                        "dateOfDeath",
                        ExchangeError.BEFORE_BIRTH);
        findings(record)
                .requires(
                        death == null || !death.isAfter(student.rules().values().today()),
                        "dateOfDeath",
                        ExchangeError.TOO_FAR_AHEAD);
        return isCode(told.getPersonalCode())
                ? Optional.of(new PersonIdentity(
                        student.person(),
                        code(record),
                        told.getForeignerId(),
                        name(record),
                        told.getBirthDate(),
                        sex.orElse(told.getSex()),
                        death))
                : Optional.empty();
    }

    private Optional<PersonOrigin> origin(FormRecord record, LocalDate from) {
        student.rules().values().country(findings(record), record.text("country"), "country");
        code(record, "LANGUAGE", from, "motherTongue");
        return Optional.of(new PersonOrigin(student.person(), record.text("country"), record.text("motherTongue")));
    }

    private Optional<PersonCitizenship> citizenship(FormRecord record) {
        student.rules().values().country(findings(record), record.required("country"), "country");
        return Optional.of(new PersonCitizenship(student.person(), record.required("country")));
    }

    private Optional<PersonResidence> residence(FormRecord record, LocalDate from) {
        code(record, "MUNICIPALITY", from, "municipality");
        return Optional.of(new PersonResidence(
                student.person(),
                record.required("municipality"),
                record.text("eldership"),
                record.text("locality"),
                record.text("street"),
                record.text("house")));
    }

    private Optional<PersonGuardian> guardian(FormRecord record, LocalDate from) {
        student.rules().identities().code(findings(record), record.text("personalCode"), "personalCode");
        student.rules().identities().name(findings(record), record.required("givenNames"), "givenNames");
        student.rules().identities().name(findings(record), record.required("familyName"), "familyName");
        code(record, "RELATION", from, "relation");
        return isCode(record.text("personalCode"))
                ? Optional.of(new PersonGuardian(
                        student.person(),
                        Objects.requireNonNull(record.number("place")),
                        code(record),
                        name(record),
                        record.required("relation"),
                        record.text("phone"),
                        record.text("email")))
                : Optional.empty();
    }

    private Optional<PersonSpecialNeeds> needs(FormRecord record, LocalDate from) {
        code(record, "NEED_GROUP", from, "group");
        code(record, "NEED_LEVEL", from, "level");
        return Optional.of(new PersonSpecialNeeds(student.person(), record.required("group"), record.text("level")));
    }

    private Optional<PersonRestriction> restriction(FormRecord record, LocalDate from) {
        code(record, "RESTRICTION", from, "kind");
        return Optional.of(new PersonRestriction(student.person(), record.required("kind")));
    }

    private void code(FormRecord record, String list, LocalDate day, String column) {
        student.rules().code(student.findings(), record, list, day, column);
    }

    private Findings findings(FormRecord record) {
        return student.findings().of(record);
    }

    private static PersonName name(FormRecord record) {
        return new PersonName(record.required("givenNames"), record.required("familyName"));
    }

    private static boolean isCode(@Nullable String told) {
        return told == null || PersonalCode.isValid(told);
    }

    private static @Nullable PersonalCode code(FormRecord record) {
        String told = record.text("personalCode");
        return told == null ? null : new PersonalCode(told);
    }
}
