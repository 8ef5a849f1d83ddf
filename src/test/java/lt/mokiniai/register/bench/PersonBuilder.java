package lt.mokiniai.register.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.register.students.facts.PersonCitizenship;
import lt.mokiniai.register.students.facts.PersonGuardian;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.students.facts.PersonOrigin;
import lt.mokiniai.register.students.facts.PersonResidence;
import lt.mokiniai.register.students.facts.PersonRestriction;
import lt.mokiniai.register.students.facts.PersonSpecialNeeds;

/** Says what the register holds of a person; {@code from}, {@code to} and {@code believed} speak of the fact before. */
public final class PersonBuilder {

    private final String registerId = Numbers.registerId();
    private final List<Row> facts = new ArrayList<>();
    private final List<EnrolmentBuilder> enrolments = new ArrayList<>();
    private final List<CertificateBuilder> certificates = new ArrayList<>();
    private Row identity = Row.fact("person_identity");
    private Row last = identity;
    private int guardians;
    private Instant recordedAt = Row.known(Row.ALWAYS);

    /** The birth date of a person of whom a test says no other. */
    static final LocalDate BORN = LocalDate.of(2012, 3, 5);

    private PersonBuilder() {
        facts.add(identity);
        code(Numbers.personalCode()).named("Ona", "Kazlauskė").bornOn(BORN);
    }

    public static PersonBuilder aPerson() {
        return new PersonBuilder();
    }

    public PersonBuilder code(String code) {
        identity.with("personal_code", code);
        return this;
    }

    public PersonBuilder withoutCode() {
        return code(null);
    }

    public PersonBuilder foreignerId(String id) {
        identity.with("foreigner_id", id);
        return withoutCode();
    }

    public PersonBuilder named(String given, String family) {
        identity.with("given_names", given).with("family_name", family);
        return this;
    }

    public PersonBuilder bornOn(LocalDate day) {
        identity.with("birth_date", day);
        return this;
    }

    public PersonBuilder sex(String sex) {
        identity.with("sex", sex);
        return this;
    }

    public PersonBuilder diedOn(LocalDate day) {
        identity.with("date_of_death", day);
        return this;
    }

    /** Begins another row of the identity, like the one before. */
    public PersonBuilder identifiedAgain() {
        identity = identity.again().held(Row.ALWAYS, null).believed(Row.known(Row.ALWAYS), null);
        return add(identity);
    }

    public PersonBuilder livingIn(String municipality) {
        return add(Row.fact("person_residence").with("municipality", municipality));
    }

    public PersonBuilder livingAt(String municipality, String eldership, String locality, String street, String house) {
        livingIn(municipality);
        last.with("eldership", eldership)
                .with("locality", locality)
                .with("street", street)
                .with("house", house);
        return this;
    }

    public PersonBuilder originating(String country, String motherTongue) {
        return add(Row.fact("person_origin").with("country", country).with("mother_tongue", motherTongue));
    }

    public PersonBuilder citizenOf(String country) {
        return add(Row.fact("person_citizenship").with("country", country));
    }

    public PersonBuilder guardian(String given, String family) {
        return add(Row.fact("person_guardian")
                .with("ordinal", ++guardians)
                .with("personal_code", Numbers.personalCode())
                .with("given_names", given)
                .with("family_name", family)
                .with("relation", "PARENT")
                .with("phone", "+370600000")
                .with("email", "guardian@example.lt"));
    }

    public PersonBuilder ordinal(int ordinal) {
        last.with("ordinal", ordinal);
        return this;
    }

    public PersonBuilder needing(String group, String level) {
        return add(Row.fact("person_special_needs").with("need_group", group).with("need_level", level));
    }

    public PersonBuilder restricted(String kind) {
        return add(Row.fact("person_restriction").with("kind", kind));
    }

    public PersonBuilder studying(EnrolmentBuilder enrolment) {
        enrolments.add(enrolment);
        return this;
    }

    public PersonBuilder certified(CertificateBuilder certificate) {
        certificates.add(certificate);
        return this;
    }

    public PersonBuilder from(LocalDate day) {
        last.with("valid_from", day);
        return this;
    }

    public PersonBuilder to(LocalDate day) {
        last.with("valid_to", day);
        return this;
    }

    public PersonBuilder believed(Instant since, Instant until) {
        last.believed(since, until);
        return this;
    }

    /** Since when the register knows the person at all. */
    public PersonBuilder recordedAt(Instant time) {
        recordedAt = time;
        return this;
    }

    private PersonBuilder add(Row fact) {
        facts.add(fact);
        last = fact;
        return this;
    }

    String registerId() {
        return registerId;
    }

    /** Gives the history of the person as it was told. */
    public Chronicle chronicle() {
        Told told = new Told(registerId, recordedAt);
        facts.forEach(row -> told.fact(row, fact(row, told.person())));
        enrolments.forEach(enrolment -> enrolment.tell(told));
        certificates.forEach(certificate -> certificate.begin(told));
        certificates.forEach(certificate -> certificate.tell(told));
        return told.chronicle();
    }

    private static Fact fact(Row row, Person person) {
        return switch (row.table()) {
            case "person_identity" ->
                new PersonIdentity(
                        person,
                        row.code("personal_code"),
                        row.text("foreigner_id"),
                        row.name(),
                        row.day("birth_date"),
                        row.text("sex"),
                        row.day("date_of_death"));
            case "person_origin" -> new PersonOrigin(person, row.text("country"), row.text("mother_tongue"));
            case "person_citizenship" -> new PersonCitizenship(person, row.text("country"));
            case "person_residence" ->
                new PersonResidence(
                        person,
                        row.text("municipality"),
                        row.text("eldership"),
                        row.text("locality"),
                        row.text("street"),
                        row.text("house"));
            case "person_guardian" ->
                new PersonGuardian(
                        person,
                        row.number("ordinal"),
                        row.code("personal_code"),
                        row.name(),
                        row.text("relation"),
                        row.text("phone"),
                        row.text("email"));
            case "person_special_needs" ->
                new PersonSpecialNeeds(person, row.text("need_group"), row.text("need_level"));
            case "person_restriction" -> new PersonRestriction(person, row.text("kind"));
            default -> throw new IllegalArgumentException(row.table());
        };
    }
}
