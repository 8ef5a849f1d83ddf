package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.byCode;
import static lt.mokiniai.register.bench.Asking.byNames;
import static lt.mokiniai.register.bench.Asking.byRegisterId;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Refusals;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.students.GuardianTold;
import lt.mokiniai.wsdl.students.OriginTold;
import lt.mokiniai.wsdl.students.RegisterStudent;
import lt.mokiniai.wsdl.students.RegisterStudentResponse;
import lt.mokiniai.wsdl.students.ResidenceTold;
import lt.mokiniai.wsdl.students.SpecialNeedsTold;
import lt.mokiniai.wsdl.types.PersonSelector;
import lt.mokiniai.wsdl.types.Student;
import lt.mokiniai.wsdl.types.Warning;
import org.junit.jupiter.api.Test;

/** A school registers a student, who is found or recorded (docs/register.md, 'Writing students'). */
public interface RegistrationRules {

    Bench bench();

    /** Codes of that day with a serial number of 600 and more are nobody's. */
    LocalDate BORN = LocalDate.of(1922, 3, 5);

    LocalDate LONG_AGO = LocalDate.of(2020, 9, 1);
    /** Of a woman who was born on that day. */
    String CODE = PersonalCode.completing("4220305900").value();

    private static RegisterStudent ona(Consumer<RegisterStudent.Identity> more) {
        RegisterStudent.Identity identity = new RegisterStudent.Identity();
        identity.setPersonalCode(CODE);
        identity.setGivenNames("Ona");
        identity.setFamilyName("Kazlauskė");
        identity.setBirthDate(BORN);
        more.accept(identity);
        RegisterStudent request = new RegisterStudent();
        request.setIdentity(identity);
        return request;
    }

    private RegisterStudentResponse registered(RegisterStudent request) {
        return bench().within(everything().studyingAt(SCHOOL))
                .writeStudent(service -> service.registerStudent(request));
    }

    private void assertRefused(RegisterStudent request, String... problems) {
        bench().within(everything().studyingAt(SCHOOL));
        Refusals.assertStudentRefused(bench(), service -> service.registerStudent(request), problems);
    }

    private Student read(PersonSelector who) {
        return bench().within(everything()).student(who).getStudent();
    }

    private static RegisterStudent whole() {
        RegisterStudent request = ona(identity -> identity.setSex("M"));
        OriginTold origin = new OriginTold();
        origin.setFrom(LONG_AGO);
        origin.getCitizenship().addAll(List.of("LT", "UA"));
        origin.setCountry("LT");
        origin.setMotherTongue("lt");
        request.setOrigin(origin);
        ResidenceTold residence = new ResidenceTold();
        residence.setFrom(TODAY.minusYears(2));
        residence.setMunicipality(KAUNAS);
        residence.setHouse("5-1");
        request.setResidence(residence);
        request.getGuardian().add(mother());
        SpecialNeedsTold needs = new SpecialNeedsTold();
        needs.setFrom(TODAY);
        needs.setGroup("DISORDER");
        needs.setLevel("LOW");
        request.setSpecialNeeds(needs);
        return request;
    }

    private static GuardianTold mother() {
        GuardianTold guardian = new GuardianTold();
        guardian.setPlace(1);
        guardian.setFrom(LONG_AGO);
        guardian.setGivenNames("Rasa");
        guardian.setFamilyName("Kazlauskienė");
        guardian.setRelation("PARENT");
        guardian.setPhone("+37060000001");
        return guardian;
    }

    @Test
    default void aNewStudentIsRecordedWithAllThatIsTold() {
        RegisterStudentResponse answer = registered(whole());
        assertThat(bench().toldAbout()).containsExactly(answer.getRegisterId());
        Student student = read(byCode(CODE));
        assertThat(student.getIdentity().getRegisterId()).isEqualTo(answer.getRegisterId());
        assertThat(student.getIdentity().getFamilyName()).isEqualTo("Kazlauskė");
        assertThat(student.getIdentity().getSex()).isEqualTo("M");
        assertThat(student.getOrigin().getCitizenship()).containsExactlyInAnyOrder("LT", "UA");
        assertThat(student.getOrigin().getMotherTongue()).isEqualTo("lt");
        assertThat(student.getResidence().getSince()).isEqualTo(TODAY.minusYears(2));
        assertThat(student.getGuardian())
                .singleElement()
                .satisfies(each -> assertThat(each.getPhone()).isEqualTo("+37060000001"));
        assertThat(student.getSpecialNeeds().getLevel()).isEqualTo("LOW");
    }

    @Test
    default void whoeverIsFoundIsAnsweredLikeANewStudentAndNothingIsWritten() {
        RegisterStudentResponse first = registered(whole());
        List<String> stored = bench().stored();
        String decomposed = Normalizer.normalize("KAZLAUSKĖ", Normalizer.Form.NFD);
        RegisterStudentResponse again = registered(ona(identity -> {
            identity.setGivenNames("ona");
            identity.setFamilyName(decomposed);
        }));
        assertThat(again.getRegisterId()).isEqualTo(first.getRegisterId());
        assertThat(again.getVersion()).hasSameSizeAs(first.getVersion());
        assertThat(again.getWarning()).isEmpty();
        assertThat(bench().toldAbout()).containsExactly(first.getRegisterId());
        assertThat(bench().stored()).isEqualTo(stored);
    }

    @Test
    default void aFormerNameAndAFormerCodeLeadToTheStudent() {
        StoredStudent student = bench().has(aPerson()
                .bornOn(BORN)
                .code(CODE)
                .named("Ona", "Senoji")
                .to(TODAY.minusDays(1))
                .identifiedAgain()
                .code(PersonalCode.completing("4220305800").value())
                .named("Ona", "Kazlauskė")
                .from(TODAY));
        for (String name : List.of("Senoji", "Kazlauskė")) {
            assertThat(registered(ona(identity -> identity.setFamilyName(name))).getRegisterId())
                    .isEqualTo(student.registerId());
        }
    }

    /** What was told of a student who is restricted leads to nobody, and tells nothing but that the code is somebody's. */
    @Test
    default void aFormerNameOfARestrictedStudentDoesNotLeadToThem() {
        StoredStudent student = bench().has(aPerson()
                .bornOn(BORN)
                .code(CODE)
                .named("Ona", "Senoji")
                .to(TODAY.minusDays(1))
                .identifiedAgain()
                .named("Ona", "Kazlauskė")
                .from(TODAY)
                .restricted("ADOPTION"));
        assertRefused(ona(identity -> identity.setFamilyName("Senoji")), "MR-531 identity");
        assertThat(registered(ona(identity -> {})).getRegisterId()).isEqualTo(student.registerId());
    }

    @Test
    default void otherParticularsAreRefusedAndCountAsALook() {
        StoredStudent student = bench().has(aPerson().bornOn(BORN).code(CODE));
        assertRefused(ona(identity -> identity.setGivenNames("Eglė")), "MR-531 identity");
        assertThat(bench().toldAbout()).containsExactly(student.registerId());
    }

    @Test
    default void nobodyWithoutACodeIsJoinedOnNamesAlone() {
        bench().has(aPerson().bornOn(BORN).withoutCode());
        Consumer<RegisterStudent.Identity> withoutCode = identity -> identity.setPersonalCode(null);
        RegisterStudentResponse first = registered(ona(withoutCode));
        assertThat(bench().within(everything())
                        .student(byNames(BORN, "Ona", "Kazlauskė"))
                        .getOutcome()
                        .value())
                .isEqualTo("AMBIGUOUS");
        assertRefused(ona(withoutCode), "MR-611 identity");
        assertThat(bench().toldAbout()).containsExactly(first.getRegisterId());
        RegisterStudent overruling = ona(withoutCode);
        overruling.getOverrule().add("MR-611");
        RegisterStudentResponse second = registered(overruling);
        assertThat(second.getRegisterId()).isNotEqualTo(first.getRegisterId());
        assertThat(second.getWarning()).extracting(Warning::getCode).containsExactly("MR-611");
    }

    @Test
    default void aForeignersIdentifierIsLikeACode() {
        Consumer<RegisterStudent.Identity> foreigner = identity -> {
            identity.setPersonalCode(null);
            identity.setForeignerId("UA-2026-77");
        };
        RegisterStudentResponse first = registered(ona(foreigner));
        assertThat(registered(ona(foreigner)).getRegisterId()).isEqualTo(first.getRegisterId());
        assertRefused(ona(foreigner.andThen(identity -> identity.setBirthDate(BORN.plusDays(1)))), "MR-531 identity");
    }

    @Test
    default void allThatIsWrongIsToldAtOnce() {
        RegisterStudent request = whole();
        request.getIdentity()
                .setPersonalCode(PersonalCode.completing("3220304990").value());
        request.getIdentity().setSex("M");
        // A Cyrillic letter that looks like a Latin one.
        request.getIdentity().setGivenNames("\u041Ena");
        request.getOrigin().setCountry("XX");
        request.getOrigin().setMotherTongue("xx");
        request.getResidence().setMunicipality("98");
        request.getResidence().setFrom(BORN.minusDays(1));
        request.getGuardian().get(0).setPersonalCode("60000000000");
        request.getGuardian().add(mother());
        request.getGuardian().get(1).setRelation("AUNT");
        request.getSpecialNeeds().setFrom(TODAY.plusMonths(16));
        request.getSpecialNeeds().setGroup("NONE");
        request.getOverrule().add("MR-531");
        assertRefused(
                request,
                "MR-522 overrule",
                "MR-534 identity/givenNames",
                "MR-532 identity/birthDate",
                "MR-533 identity/sex",
                "MR-538 residence/from",
                "MR-511 specialNeeds/from",
                "MR-539 guardian/place",
                "MR-402 origin/country",
                "MR-402 origin/motherTongue",
                "MR-402 residence/municipality",
                "MR-401 guardian/personalCode",
                "MR-402 guardian/relation",
                "MR-402 specialNeeds/group");
        assertThat(bench().toldAbout()).isEmpty();
    }

    @Test
    default void aCodeIsOfItsBirthDateAndSex() {
        String unknownDay = PersonalCode.completing("4220000990").value();
        String leapDay = PersonalCode.completing("4240229990").value();
        String exceptional = PersonalCode.completing("9220305990").value();
        assertRefused(ona(identity -> identity.setPersonalCode("42202301006")), "MR-401 identity/personalCode");
        assertRefused(
                ona(identity -> {
                    identity.setPersonalCode(unknownDay);
                    identity.setBirthDate(BORN.minusYears(1));
                }),
                "MR-532 identity/birthDate");
        assertRefused(ona(identity -> identity.setPersonalCode(leapDay)), "MR-532 identity/birthDate");
        assertRefused(
                ona(identity -> {
                    identity.setPersonalCode(
                            PersonalCode.completing("6940305100").value());
                    identity.setBirthDate(LocalDate.of(2094, 3, 5));
                }),
                "MR-537 identity/birthDate");
        // A code of a year that is ahead is invented, and may be told where tests are made alone.
        assertRefused(
                ona(identity -> identity.setPersonalCode(
                        PersonalCode.completing("6940305100").value())),
                "MR-532 identity/birthDate");
        registered(ona(identity -> identity.setPersonalCode(unknownDay)));
        registered(ona(identity -> {
            identity.setPersonalCode(leapDay);
            identity.setBirthDate(LocalDate.of(1924, 2, 29));
        }));
        registered(ona(identity -> {
            identity.setPersonalCode(exceptional);
            identity.setSex("V");
        }));
        assertThat(read(byCode(leapDay)).getIdentity().getSex()).isEqualTo("M");
    }

    @Test
    default void aNameIsAsLongAsOnADocumentAndOfLatinLetters() {
        assertRefused(ona(identity -> identity.setFamilyName("K".repeat(200))), "MR-519 identity/familyName");
        for (String name : List.of("123", "Ona\u200B", "Ona;", "Οna", "-")) {
            assertRefused(ona(identity -> identity.setGivenNames(name)), "MR-534 identity/givenNames");
        }
        for (String name : List.of("  ", " Ona", "Ona ", "Ona\nMarija", "Ona\t", "\u00A0Ona", "Ona\u2028Marija")) {
            assertRefused(ona(identity -> identity.setGivenNames(name)), "MR-526 identity/givenNames");
        }
        String decomposed = Normalizer.normalize("Živilė Ąžuolė-D’Ora", Normalizer.Form.NFD);
        RegisterStudentResponse answer = registered(ona(identity -> identity.setGivenNames(decomposed)));
        assertThat(read(byRegisterId(answer.getRegisterId())).getIdentity().getGivenNames())
                .isEqualTo("Živilė Ąžuolė-D’Ora");
    }

    /** A new student is called by names whose source is another; other items of others are refused with the source. */
    @Test
    default void whatIsOfAnotherSourceIsRefusedButForTheNamesOfANewStudent() {
        Text owner = Text.same("Population Register");
        bench().within(everything()
                .studyingAt(SCHOOL)
                .ownedBy(withCode ->
                        withCode ? Map.of("identity/familyName", owner, "residence/house", owner) : Map.of()));
        Refusals.assertStudentRefused(bench(), service -> service.registerStudent(whole()), "MR-530 residence/house");
        bench().within(everything()
                .studyingAt(SCHOOL)
                .ownedBy(withCode ->
                        withCode ? Map.of("identity/familyName", owner) : Map.of("identity/givenNames", owner)));
        bench().writeStudent(service -> service.registerStudent(ona(identity -> {})));
        RegisterStudent withoutCode = whole();
        withoutCode.getIdentity().setPersonalCode(null);
        withoutCode.getIdentity().setGivenNames("Marija");
        bench().writeStudent(service -> service.registerStudent(withoutCode));
    }

    @Test
    default void whatCannotBeWithoutAPartIsToldWithIt() {
        RegisterStudent request = whole();
        request.getGuardian().get(0).setRelation(null);
        request.getResidence().setMunicipality(null);
        assertRefused(request, "MR-536 residence/municipality", "MR-536 guardian");
    }

    /** Of nobody is there anything to end; who is in the register is refused it too, so that it tells nothing of them. */
    @Test
    default void whatDoesNotDependOnWhoIsFoundIsRefusedOfAnybody() {
        bench().has(aPerson().bornOn(BORN).code(CODE).livingIn(KAUNAS).guardian("Rasa", "Kazlauskienė"));
        String nobodys = PersonalCode.completing("4220305800").value();
        for (String code : List.of(CODE, nobodys)) {
            RegisterStudent request = ona(identity -> identity.setPersonalCode(code));
            request.setResidence(new ResidenceTold());
            request.getResidence().setFrom(TODAY);
            request.getResidence().setNone(true);
            request.setSpecialNeeds(new SpecialNeedsTold());
            request.getSpecialNeeds().setFrom(TODAY);
            request.getSpecialNeeds().setNone(true);
            request.getGuardian().add(mother());
            request.getGuardian().get(0).setRelation(null);
            request.getGuardian().add(new GuardianTold());
            request.getGuardian().get(1).setPlace(2);
            request.getGuardian().get(1).setFrom(TODAY);
            request.getGuardian().get(1).setNone(true);
            assertRefused(
                    request,
                    "MR-507 residence/from",
                    "MR-507 specialNeeds/from",
                    "MR-536 guardian",
                    "MR-507 guardian/from");
            assertThat(bench().toldAbout()).isEmpty();
        }
    }

    /** Whatever else is told of somebody: what is refused is the same whether they are in the register or not. */
    @Test
    default void whatIsRefusedTellsNothingOfWhoIsInTheRegister() {
        Consumer<RegisterStudent.Identity> known = foreigner("UA-KNOWN");
        registered(ona(known));
        Random random = new Random(20261130);
        Set<Boolean> answered = new HashSet<>();
        for (int i = 0; i < 150; i++) {
            RegisterStudent request = ona(foreigner("UA-" + i));
            tellAnything(request, random);
            List<String> ofUnknown = Refusals.ofStudents(
                    bench().within(everything().studyingAt(SCHOOL)), service -> service.registerStudent(request));
            known.accept(request.getIdentity());
            List<String> ofKnown = Refusals.ofStudents(
                    bench().within(everything().studyingAt(SCHOOL)), service -> service.registerStudent(request));
            assertThat(ofKnown).as("message %d", i).isEqualTo(ofUnknown);
            answered.add(ofKnown.isEmpty());
        }
        assertThat(answered).containsExactlyInAnyOrder(true, false);
    }

    private static Consumer<RegisterStudent.Identity> foreigner(String identifier) {
        return identity -> {
            identity.setPersonalCode(null);
            identity.setForeignerId(identifier);
        };
    }

    private static void tellAnything(RegisterStudent request, Random random) {
        RegisterStudent whole = whole();
        if (random.nextBoolean()) {
            request.setOrigin(whole.getOrigin());
            request.getOrigin().setCountry(random.nextInt(4) == 0 ? "XX" : null);
        }
        if (random.nextBoolean()) {
            request.setResidence(whole.getResidence());
            request.getResidence().setNone(random.nextInt(3) == 0 ? true : null);
            request.getResidence().setMunicipality(random.nextInt(4) == 0 ? null : KAUNAS);
        }
        for (int place = 1 + random.nextInt(3); place <= 2; place++) {
            GuardianTold guardian = mother();
            guardian.setPlace(random.nextInt(8) == 0 ? 1 : place);
            guardian.setNone(random.nextInt(4) == 0 ? true : null);
            guardian.setGivenNames(random.nextInt(4) == 0 ? null : "Rasa");
            guardian.setRelation(random.nextInt(4) == 0 ? null : "PARENT");
            request.getGuardian().add(guardian);
        }
        if (random.nextBoolean()) {
            request.setSpecialNeeds(whole.getSpecialNeeds());
            request.getSpecialNeeds().setNone(random.nextInt(3) == 0 ? true : null);
            request.getSpecialNeeds().setGroup(random.nextInt(4) == 0 ? null : "DISORDER");
        }
    }
}
