package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.Asking.byCode;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.Refusals;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.students.ChangePersonalCode;
import lt.mokiniai.wsdl.students.GuardianTold;
import lt.mokiniai.wsdl.students.NamesTold;
import lt.mokiniai.wsdl.students.OriginTold;
import lt.mokiniai.wsdl.students.RegisterStudent;
import lt.mokiniai.wsdl.students.ResidenceTold;
import lt.mokiniai.wsdl.students.SpecialNeedsTold;
import lt.mokiniai.wsdl.students.UpdateStudent;
import lt.mokiniai.wsdl.types.Origin;
import lt.mokiniai.wsdl.types.Student;
import lt.mokiniai.wsdl.types.Warning;
import org.junit.jupiter.api.Test;

/** A school changes and corrects what is recorded of its students (docs/register.md, 'Writing students'). */
public interface StudentWritingRules {

    Bench bench();

    LocalDate DAY = TODAY.minusDays(10);
    /** Codes of that day with a serial number of 600 and more are nobody's. */
    LocalDate BIRTHDAY = LocalDate.of(1922, 3, 5);

    /** A student of the school, as that school sees and writes them. */
    final class Writer {

        private final Bench bench;
        private final StoredStudent student;
        private String version;

        Writer(Bench bench, PersonBuilder person) {
            this.bench = bench;
            this.student = bench.has(person);
            see();
        }

        void see() {
            version = read(TODAY).getVersion();
            asSchool();
        }

        void asSchool() {
            bench.within(everything().studyingAt(SCHOOL));
        }

        Student read(LocalDate day) {
            return bench.within(everything()).student(by(student), day, null).getStudent();
        }

        private UpdateStudent request(Consumer<UpdateStudent> more) {
            UpdateStudent request = new UpdateStudent();
            request.setRegisterId(student.registerId());
            request.setVersion(version);
            more.accept(request);
            return request;
        }

        List<Warning> updates(Consumer<UpdateStudent> more) {
            asSchool();
            return bench.writeStudent(service -> {
                var answer = service.updateStudent(request(more));
                version = answer.getVersion();
                return answer.getWarning();
            });
        }

        void refused(Consumer<UpdateStudent> more, String... problems) {
            asSchool();
            Refusals.assertStudentRefused(bench, service -> service.updateStudent(request(more)), problems);
        }

        private ChangePersonalCode codeChange(String code, Consumer<ChangePersonalCode> more) {
            ChangePersonalCode request = new ChangePersonalCode();
            request.setRegisterId(student.registerId());
            request.setVersion(version);
            request.setFrom(DAY);
            request.setPersonalCode(code);
            more.accept(request);
            return request;
        }

        void changesCode(String code, Consumer<ChangePersonalCode> more) {
            asSchool();
            version = bench.writeStudent(service -> service.changePersonalCode(codeChange(code, more)))
                    .getVersion();
        }

        void refusedCode(String code, Consumer<ChangePersonalCode> more, String... problems) {
            asSchool();
            Refusals.assertStudentRefused(
                    bench, service -> service.changePersonalCode(codeChange(code, more)), problems);
        }
    }

    private static PersonBuilder student() {
        return aPerson().bornOn(BIRTHDAY).studying(at(SCHOOL));
    }

    private static Consumer<UpdateStudent> named(String given, String family, LocalDate from) {
        NamesTold names = new NamesTold();
        names.setFrom(from);
        names.setGivenNames(given);
        names.setFamilyName(family);
        return request -> request.setNames(names);
    }

    private static Consumer<UpdateStudent> living(String municipality, LocalDate from) {
        ResidenceTold residence = new ResidenceTold();
        residence.setFrom(from);
        residence.setMunicipality(municipality);
        return request -> request.setResidence(residence);
    }

    private static Consumer<UpdateStudent> guardian(Consumer<GuardianTold> more) {
        GuardianTold guardian = new GuardianTold();
        guardian.setPlace(1);
        guardian.setFrom(DAY);
        more.accept(guardian);
        return request -> request.getGuardian().add(guardian);
    }

    private static Consumer<UpdateStudent> correcting(Consumer<UpdateStudent> told) {
        return told.andThen(request -> request.setReason("MISTAKE"));
    }

    @Test
    default void aChangeHoldsFromItsDayAndTellsNothingElse() {
        Writer school = new Writer(
                bench(),
                student().livingIn(KAUNAS).guardian("Rasa", "Kazlauskienė").originating("LT", "lt"));
        school.updates(named(null, "Petraitytė", DAY)
                .andThen(living(VILNIUS, DAY))
                .andThen(guardian(told -> told.setPhone("+37060000009"))));
        Student before = school.read(DAY.minusDays(1));
        Student after = school.read(TODAY);
        assertThat(before.getIdentity().getFamilyName()).isEqualTo("Kazlauskė");
        assertThat(after.getIdentity().getFamilyName()).isEqualTo("Petraitytė");
        assertThat(after.getIdentity().getGivenNames()).isEqualTo("Ona");
        assertThat(before.getResidence().getMunicipality()).isEqualTo(KAUNAS);
        assertThat(after.getResidence().getSince()).isEqualTo(DAY);
        assertThat(before.getGuardian().get(0).getPhone()).isEqualTo("+370600000");
        assertThat(after.getGuardian().get(0).getPhone()).isEqualTo("+37060000009");
        assertThat(after.getGuardian().get(0).getEmail()).isEqualTo("guardian@example.lt");
        assertThat(after.getOrigin().getMotherTongue()).isEqualTo("lt");
    }

    @Test
    default void aCorrectionHoldsForAllDaysOfWhatWasWrong() {
        Writer school = new Writer(bench(), student().livingIn(KAUNAS).needing("DISORDER", "LOW"));
        SpecialNeedsTold none = new SpecialNeedsTold();
        none.setFrom(TODAY);
        none.setNone(true);
        school.updates(correcting(named(null, "Kazlauskaitė", TODAY)
                .andThen(living(VILNIUS, TODAY))
                .andThen(request -> request.setSpecialNeeds(none))));
        Student earlier = school.read(LocalDate.of(2015, 9, 1));
        assertThat(earlier.getIdentity().getFamilyName()).isEqualTo("Kazlauskaitė");
        assertThat(earlier.getResidence().getMunicipality()).isEqualTo(VILNIUS);
        assertThat(earlier.getSpecialNeeds()).isNull();
        school.refused(correcting(request -> request.setSpecialNeeds(none)), "MR-507 specialNeeds/from");
        school.refused(named(null, "Petraitytė", DAY).andThen(request -> request.setReason("WRONG")), "MR-402 reason");
    }

    private static Consumer<UpdateStudent> origin(LocalDate from, Consumer<OriginTold> more) {
        OriginTold origin = new OriginTold();
        origin.setFrom(from);
        more.accept(origin);
        return request -> request.setOrigin(origin);
    }

    private static Consumer<UpdateStudent> citizen(LocalDate from, String... countries) {
        return origin(from, told -> told.getCitizenship().addAll(List.of(countries)));
    }

    /** The right citizenship was held on the days of the wrong one; one that was left out, from the day on that is told. */
    @Test
    default void aCorrectedCitizenshipWasHeldOnTheDaysOfTheWrongOne() {
        LocalDate began = TODAY.minusYears(10);
        LocalDate ended = TODAY.minusYears(4);
        LocalDate told = TODAY.minusYears(6);
        Writer school = new Writer(
                bench(),
                student()
                        .citizenOf("LT")
                        .from(began)
                        .to(ended)
                        .citizenOf("PL")
                        .from(TODAY.minusYears(5))
                        .to(TODAY.minusYears(3)));
        school.updates(correcting(citizen(told, "UA")));
        for (LocalDate day : List.of(began, told, ended)) {
            assertThat(school.read(day).getOrigin().getCitizenship())
                    .as("%s", day)
                    .contains("UA")
                    .doesNotContain("LT");
        }
        assertThat(school.read(ended.plusDays(1)).getOrigin().getCitizenship()).containsExactly("PL");
        assertThat(citizenships(school, began.minusDays(1))).isEmpty();
        // What is known of other days of the right one stands.
        school.updates(correcting(citizen(told, "PL")));
        assertThat(citizenships(school, began)).containsExactly("PL");
        assertThat(citizenships(school, TODAY.minusYears(3))).containsExactly("PL");
        assertThat(citizenships(school, TODAY)).isEmpty();
        school.updates(correcting(citizen(told, "PL", "LV")));
        assertThat(citizenships(school, told.minusDays(1))).containsExactly("PL");
        assertThat(citizenships(school, TODAY)).containsExactly("LV");
    }

    private static List<String> citizenships(Writer school, LocalDate day) {
        return Optional.ofNullable(school.read(day).getOrigin())
                .map(Origin::getCitizenship)
                .orElse(List.of());
    }

    /** An origin of which nothing is left has ended: there is nothing to correct any more. */
    @Test
    default void anOriginThatIsClearedIsThereNoMore() {
        Writer school = new Writer(bench(), student().originating("LT", "lt"));
        school.updates(origin(DAY, told -> {})
                .andThen(request -> request.getClear().addAll(List.of("origin/country", "origin/motherTongue"))));
        assertThat(school.read(DAY.minusDays(1)).getOrigin().getCountry()).isEqualTo("LT");
        school.refused(correcting(origin(TODAY, told -> told.setCountry("UA"))), "MR-507 origin/from");
        school.updates(origin(TODAY, told -> told.setCountry("UA")));
        assertThat(school.read(TODAY).getOrigin().getCountry()).isEqualTo("UA");
    }

    /** What was recorded before is given up with a reason alone; what the school recorded today, it may tell otherwise. */
    @Test
    default void aChangeOnTheFirstDayOfWhatIsRecordedDemandsAReason() {
        Writer school = new Writer(
                bench(),
                aPerson()
                        .bornOn(BIRTHDAY)
                        .named("Ona", "Kazlauskė")
                        .from(DAY)
                        .studying(at(SCHOOL))
                        .livingIn(KAUNAS)
                        .from(DAY)
                        .needing("DISORDER", "LOW")
                        .from(DAY));
        SpecialNeedsTold none = new SpecialNeedsTold();
        none.setFrom(DAY);
        none.setNone(true);
        school.refused(
                living(VILNIUS, DAY).andThen(request -> request.setSpecialNeeds(none)),
                "MR-540 residence/from",
                "MR-540 specialNeeds/from");
        school.refused(named(null, "Petraitytė", DAY), "MR-540 names/from");
        school.updates(correcting(living(VILNIUS, DAY)));
        school.updates(living(KAUNAS, DAY));
        assertThat(school.read(DAY).getResidence().getMunicipality()).isEqualTo(KAUNAS);
        bench().clock().set(bench().clock().instant().plus(1, ChronoUnit.DAYS));
        school.refused(living(VILNIUS, DAY), "MR-540 residence/from");
    }

    /** A change that is told late does not undo the one after it, and what did not change then follows. */
    @Test
    default void aLaterChangeStands() {
        Writer school = new Writer(bench(), student());
        school.updates(named(null, "Petraitytė", DAY.plusDays(5)));
        school.updates(named("Ona Marija", "Jonaitytė", DAY));
        assertThat(school.read(DAY).getIdentity().getFamilyName()).isEqualTo("Jonaitytė");
        assertThat(school.read(TODAY).getIdentity().getFamilyName()).isEqualTo("Petraitytė");
        assertThat(school.read(TODAY).getIdentity().getGivenNames()).isEqualTo("Ona Marija");
    }

    @Test
    default void whatEndsIsThereNoMoreAndWhatIsClearedHasNoValue() {
        Writer school = new Writer(
                bench(),
                student()
                        .livingIn(KAUNAS)
                        .guardian("Rasa", "Kazlauskienė")
                        .guardian("Petras", "Kazlauskas")
                        .originating("LT", "lt")
                        .citizenOf("LT"));
        OriginTold origin = new OriginTold();
        origin.setFrom(DAY);
        origin.getCitizenship().addAll(List.of("LT", "UA"));
        school.updates(guardian(told -> told.setEmail(null)).andThen(request -> {
            request.setOrigin(origin);
            request.getClear().addAll(List.of("guardian/phone", "origin/country"));
        }));
        assertThat(school.read(TODAY).getGuardian().get(0).getPhone()).isNull();
        assertThat(school.read(TODAY).getGuardian().get(0).getEmail()).isNotNull();
        assertThat(school.read(TODAY).getOrigin().getCountry()).isNull();
        assertThat(school.read(TODAY).getOrigin().getCitizenship()).containsExactlyInAnyOrder("LT", "UA");
        school.updates(guardian(told -> told.setNone(true)));
        assertThat(school.read(TODAY).getGuardian()).hasSize(1);
        assertThat(school.read(DAY.minusDays(1)).getGuardian()).hasSize(2);
        for (String path : List.of("names/familyName", "residence/house", "x")) {
            school.refused(
                    guardian(told -> told.setPhone("+370611"))
                            .andThen(request -> request.getClear().add(path)),
                    "MR-524 clear");
        }
        school.refused(
                guardian(told -> {
                            told.setPlace(2);
                            told.setPhone("+370611");
                        })
                        .andThen(request -> request.getClear().add("guardian/phone")),
                "MR-523 guardian/phone");
    }

    @Test
    default void whatIsWrongIsToldAtOnceAndWhatIsUnlikelyIsOverruled() {
        Writer school = new Writer(bench(), student());
        school.refused(
                named("Оna", null, BIRTHDAY.minusDays(1))
                        .andThen(living("98", TODAY.plusMonths(16)))
                        .andThen(guardian(told -> told.setPhone("+370611"))),
                "MR-534 names/givenNames",
                "MR-538 names/from",
                "MR-507 names/from",
                "MR-601 names/from",
                "MR-402 residence/municipality",
                "MR-511 residence/from");
        school.refused(guardian(told -> told.setPhone("+370611")), "MR-536 guardian");
        school.refused(guardian(told -> told.setEmail("ona@example.org\nrasa@example.org")), "MR-526 guardian/email");
        school.refused(living(KAUNAS, TODAY.minusDays(93)), "MR-601 residence/from");
        assertThat(school.updates(living(KAUNAS, TODAY.minusDays(93))
                        .andThen(request -> request.getOverrule().add("MR-601"))))
                .extracting(Warning::getCode)
                .containsExactly("MR-601");
        school.refused(living(KAUNAS, TODAY.minusDays(20)), "MR-521 registerId");
        school.refused(request -> {}, "MR-521 registerId");
    }

    @Test
    default void aConflictTellsPathsAndNoValuesAndWhatIsNotSeenDoesNotBlock() {
        Writer school = new Writer(bench(), student().livingIn(KAUNAS).guardian("Rasa", "Kazlauskienė"));
        Writer other = school;
        String seen = other.version;
        school.updates(guardian(told -> told.setPhone("+37060000009")));
        school.version = seen;
        school.refused(living(VILNIUS, DAY), "MR-502 version");
        bench().within(everything().studyingAt(SCHOOL).readingOnly("student/residence/municipality"));
        bench().writeStudent(service -> service.updateStudent(school.request(living(VILNIUS, DAY))));
        school.version = "A".repeat(32);
        school.refused(living(KAUNAS, DAY), "MR-518 version");
    }

    @Test
    default void aSchoolWritesItsStudentsAndWhomItRegisteredUntilTheyAreEnrolled() {
        Writer former = new Writer(bench(), aPerson().studying(at(SCHOOL).to(TODAY.minusDays(1))));
        former.refused(living(KAUNAS, DAY), "MR-501 registerId");
        Writer foreign = new Writer(bench(), aPerson().studying(at(VILNIUS_SCHOOL)));
        foreign.refused(living(KAUNAS, DAY), "MR-501 registerId");
        foreign.refusedCode(PersonalCode.completing("4220305800").value(), request -> {}, "MR-501 registerId");
        assertThat(bench().toldAbout()).isEmpty();
        Writer future = new Writer(bench(), aPerson().studying(at(SCHOOL).from(TODAY.plusDays(1))));
        future.updates(living(KAUNAS, DAY));

        RegisterStudent.Identity identity = new RegisterStudent.Identity();
        identity.setGivenNames("Nauja");
        identity.setFamilyName("Mokinė");
        identity.setBirthDate(BIRTHDAY);
        RegisterStudent request = new RegisterStudent();
        request.setIdentity(identity);
        former.asSchool();
        var registered = bench().writeStudent(service -> service.registerStudent(request));
        UpdateStudent update = new UpdateStudent();
        update.setRegisterId(registered.getRegisterId());
        update.setVersion(registered.getVersion());
        living(KAUNAS, DAY).accept(update);
        bench().writeStudent(service -> service.updateStudent(update));
        bench().enrol(registered.getRegisterId(), VILNIUS_SCHOOL);
        Refusals.assertStudentRefused(
                bench().within(everything().studyingAt(SCHOOL)),
                service -> service.updateStudent(update),
                "MR-501 registerId");
    }

    @Test
    default void anItemOfAnotherSourceIsRefusedWithItsPath() {
        Writer school = new Writer(bench(), student().livingIn(KAUNAS));
        Writer withoutCode = new Writer(bench(), student().withoutCode().livingIn(KAUNAS));
        Text owner = new Text("Gyventojų registras", "Population Register");
        for (Writer writer : List.of(school, withoutCode)) {
            bench().within(everything()
                    .studyingAt(SCHOOL)
                    .ownedBy(withCode -> withCode ? Map.of("residence/municipality", owner) : Map.of()));
            if (writer == school) {
                Refusals.assertStudentRefused(
                        bench(),
                        service -> service.updateStudent(writer.request(living(VILNIUS, DAY))),
                        "MR-530 residence/municipality");
            } else {
                bench().writeStudent(service -> service.updateStudent(writer.request(living(VILNIUS, DAY))));
            }
        }
    }

    /** Elsewhere a residence is told as a whole, and what is left out of it is none. */
    @Test
    default void anItemOfAnotherSourceStaysAsItWasWhereItIsLeftOut() {
        Writer school = new Writer(bench(), student().livingAt(KAUNAS, "1301", "13010", "130100", "7"));
        bench().within(everything().studyingAt(SCHOOL).ownedByOthers("residence/house", "residence/street"));
        bench().writeStudent(service -> service.updateStudent(school.request(living(KAUNAS, DAY))));
        var read = school.read(TODAY).getResidence();
        assertThat(read.getHouse()).isEqualTo("7");
        assertThat(read.getStreet()).isEqualTo("130100");
        assertThat(read.getLocality()).isNull();
    }

    @Test
    default void aCodeChangesAndTheOldOneStillLeadsToTheStudent() {
        String old = PersonalCode.completing("4220305900").value();
        String right = PersonalCode.completing("4220305800").value();
        Writer school = new Writer(bench(), student().code(old).sex("M"));
        school.updates(named(null, "Petraitytė", DAY.plusDays(3)));
        school.changesCode(right, request -> {});
        for (String code : List.of(old, right)) {
            Student found = bench().within(everything()).student(byCode(code)).getStudent();
            assertThat(found.getIdentity().getPersonalCode()).isEqualTo(right);
            assertThat(found.getIdentity().getFamilyName()).isEqualTo("Petraitytė");
        }
        assertThat(school.read(DAY.minusDays(1)).getIdentity().getPersonalCode())
                .isEqualTo(old);

        Writer wrong = new Writer(
                bench(), student().code(PersonalCode.completing("4220305700").value()));
        wrong.changesCode(PersonalCode.completing("4220305600").value(), request -> request.setReason("MISTAKE"));
        assertThat(bench().within(everything())
                        .student(byCode(PersonalCode.completing("4220305700").value()))
                        .getStudent())
                .isNull();
    }

    @Test
    default void aCodeIsTheStudentsOwnAndOfTheirBirthDateAndSex() {
        String theirs = PersonalCode.completing("4220305900").value();
        StoredStudent somebody = bench().has(aPerson().bornOn(BIRTHDAY).code(theirs));
        Writer school = new Writer(bench(), student().withoutCode().sex("M"));
        school.refusedCode("42203059009", request -> {}, "MR-401 personalCode");
        school.refusedCode(
                PersonalCode.completing("3220304990").value(),
                request -> {},
                "MR-532 personalCode",
                "MR-533 personalCode");
        assertThat(bench().toldAbout()).doesNotContain(somebody.registerId());
        school.refusedCode(theirs, request -> {}, "MR-535 personalCode");
        assertThat(bench().toldAbout()).contains(somebody.registerId());
        school.changesCode(PersonalCode.completing("4220305800").value(), request -> {});
        assertThat(school.read(TODAY).getIdentity().getPersonalCode()).isNotNull();
        school.refusedCode(PersonalCode.completing("4220305800").value(), request -> {}, "MR-521 registerId");
    }
}
