package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.BASIC;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Bench.ServiceCall;
import lt.mokiniai.register.bench.Refusals;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.enrolments.ChangeEnrolment;
import lt.mokiniai.wsdl.enrolments.CorrectEnrolment;
import lt.mokiniai.wsdl.enrolments.EnrolStudent;
import lt.mokiniai.wsdl.enrolments.EnrolStudentResponse;
import lt.mokiniai.wsdl.enrolments.InterruptEnrolment;
import lt.mokiniai.wsdl.enrolments.Period;
import lt.mokiniai.wsdl.enrolments.StageContent;
import lt.mokiniai.wsdl.enrolments.StageCorrection;
import lt.mokiniai.wsdl.enrolments.TermCorrection;
import lt.mokiniai.wsdl.enrolments.WithdrawStudent;
import lt.mokiniai.wsdl.types.CameFrom;
import lt.mokiniai.wsdl.types.Enrolment;
import lt.mokiniai.wsdl.types.LearningContract;
import lt.mokiniai.wsdl.types.LeftTo;
import lt.mokiniai.wsdl.types.Movement;
import lt.mokiniai.wsdl.types.Stage;
import org.junit.jupiter.api.Test;

/** What may be set, cleared and given up of an enrolment, and which days, places and levels are unlikely. */
public interface WrittenValueRules {

    Bench bench();

    LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);

    /** An enrolment in class 8A of the school, with a learning contract and an expected end, as that school wrote it. */
    final class Writer {

        private final Bench bench;
        private final StoredStudent student;
        private String id;
        private String version;

        Writer(Bench bench) {
            this(bench, request -> {});
        }

        Writer(Bench bench, Consumer<EnrolStudent> more) {
            this.bench = bench;
            this.student = bench.has(aPerson());
            bench.within(everything().studyingAt(SCHOOL));
            EnrolStudentResponse answer = bench.write(service -> service.enrolStudent(request(more)));
            id = answer.getEnrolmentId();
            version = answer.getVersion();
        }

        private EnrolStudent request(Consumer<EnrolStudent> more) {
            EnrolStudent request = new EnrolStudent();
            request.setPerson(by(student));
            EnrolStudent.Institution institution = new EnrolStudent.Institution();
            institution.setKind("LEGAL_ENTITY");
            institution.setCode(SCHOOL);
            request.setInstitution(institution);
            request.setProgramme(BASIC);
            request.setEnrolledFrom(FIRST_DAY);
            request.setExpectedEnd(LocalDate.of(2029, 8, 31));
            LearningContract contract = new LearningContract();
            contract.setNumber("MS-1");
            contract.setDate(FIRST_DAY.minusDays(5));
            request.setLearningContract(contract);
            request.setStage(in("8A", 8));
            more.accept(request);
            return request;
        }

        ServiceCall<?> changing(LocalDate from, StageContent content, String... more) {
            ChangeEnrolment request = new ChangeEnrolment();
            request.setEnrolmentId(id);
            request.setVersion(version);
            request.setFrom(from);
            request.setStage(content);
            for (String each : more) {
                (each.startsWith("MR-") ? request.getOverrule() : request.getClear()).add(each);
            }
            return service -> version = service.changeEnrolment(request).getVersion();
        }

        ServiceCall<?> correcting(Consumer<CorrectEnrolment> more) {
            CorrectEnrolment request = new CorrectEnrolment();
            request.setEnrolmentId(id);
            request.setVersion(version);
            request.setReason("MISTAKE");
            more.accept(request);
            return service -> version = service.correctEnrolment(request).getVersion();
        }

        ServiceCall<?> interrupting(LocalDate from, LocalDate to) {
            InterruptEnrolment request = new InterruptEnrolment();
            request.setEnrolmentId(id);
            request.setVersion(version);
            request.setFrom(from);
            request.setTo(to);
            request.setReason("ILLNESS");
            return service -> version = service.interruptEnrolment(request).getVersion();
        }

        ServiceCall<?> withdrawing(LocalDate last, Consumer<WithdrawStudent> more) {
            WithdrawStudent request = new WithdrawStudent();
            request.setEnrolmentId(id);
            request.setVersion(version);
            request.setEnrolledTo(last);
            request.setReason("ABROAD");
            more.accept(request);
            return service -> version = service.withdrawStudent(request).getVersion();
        }

        void writes(ServiceCall<?> call) {
            bench.write(call);
        }

        Enrolment read() {
            Enrolment read = bench.within(everything())
                    .enrolments(by(student), request -> {
                        Period period = new Period();
                        period.setFrom(FIRST_DAY.minusYears(2));
                        period.setTo(FIRST_DAY.plusYears(1));
                        request.setPeriod(period);
                    })
                    .getEnrolment()
                    .get(0);
            bench.within(everything().studyingAt(SCHOOL));
            return read;
        }

        Stage lastStage() {
            List<Stage> stages = read().getStage();
            return stages.get(stages.size() - 1);
        }

        void assertRefused(ServiceCall<?> call, String... problems) {
            Refusals.assertRefused(bench, call, problems);
        }
    }

    private static StageContent in(String className, Integer level) {
        StageContent content = new StageContent();
        content.setClassName(className);
        content.setClassLevel(level);
        return content;
    }

    private static TermCorrection term(Consumer<TermCorrection> more) {
        TermCorrection term = new TermCorrection();
        more.accept(term);
        return term;
    }

    @Test
    default void whatAGrantDoesNotLetSetStaysAsItWas() {
        Writer school = new Writer(bench());
        bench().within(everything().studyingAt(SCHOOL).setting("from", "stage/className"));
        school.writes(school.changing(FIRST_DAY.plusDays(20), in("8B", null)));
        assertThat(school.lastStage().getClassName()).isEqualTo("8B");
        assertThat(school.lastStage().getClassLevel()).isEqualTo(8);

        bench().within(everything().studyingAt(SCHOOL).setting("stage/content/classLevel", "stage/from"));
        StageCorrection stage = new StageCorrection();
        stage.setBegins(FIRST_DAY.plusDays(20));
        stage.setContent(in(null, 8));
        stage.getContent().setGymnasiumLabel(null);
        stage.setFrom(FIRST_DAY.plusDays(21));
        school.writes(school.correcting(request -> request.setStage(stage)));
        assertThat(school.lastStage().getClassName()).isEqualTo("8B");
        assertThat(school.lastStage().getFrom()).isEqualTo(FIRST_DAY.plusDays(21));

        bench().within(everything().studyingAt(SCHOOL).setting("term/learningContract/number"));
        LearningContract contract = new LearningContract();
        contract.setNumber("MS-2");
        school.writes(school.correcting(request -> request.setTerm(term(told -> told.setLearningContract(contract)))));
        assertThat(school.read().getLearningContract().getNumber()).isEqualTo("MS-2");
        assertThat(school.read().getLearningContract().getDate()).isEqualTo(FIRST_DAY.minusDays(5));
    }

    /** A label fits the level that stayed as it was. */
    @Test
    default void aClassIsLookedAtWithWhatStaysOfIt() {
        Writer school = new Writer(bench(), request -> request.setStage(in("9A", 9)));
        bench().within(everything().studyingAt(SCHOOL).setting("from", "stage/gymnasiumLabel"));
        StageContent label = new StageContent();
        label.setGymnasiumLabel("I");
        school.writes(school.changing(FIRST_DAY.plusDays(20), label));
        assertThat(school.lastStage().getGymnasiumLabel()).isEqualTo("I");
        assertThat(school.lastStage().getClassLevel()).isEqualTo(9);
        label.setGymnasiumLabel("II");
        school.assertRefused(school.changing(FIRST_DAY.plusDays(22), label), "MR-516 stage/gymnasiumLabel");
    }

    @Test
    default void aValueThatWasToldWronglyIsCleared() {
        Writer school = new Writer(bench(), request -> request.getStage().setLanguage("pl"));
        school.writes(school.correcting(request -> {
            request.setTerm(new TermCorrection());
            request.getClear().addAll(List.of("term/expectedEnd", "term/learningContract"));
        }));
        assertThat(school.read().getExpectedEnd()).isNull();
        assertThat(school.read().getLearningContract()).isNull();
        assertThat(school.lastStage().getLanguage()).isEqualTo("pl");

        StageCorrection stage = new StageCorrection();
        stage.setBegins(FIRST_DAY);
        school.writes(school.correcting(request -> {
            request.setStage(stage);
            request.getClear().add("stage/content/language");
        }));
        assertThat(school.lastStage().getLanguage()).isNull();
        assertThat(school.lastStage().getClassName()).isEqualTo("8A");

        school.writes(school.changing(FIRST_DAY.plusDays(9), new StageContent(), "stage/className"));
        assertThat(school.lastStage().getClassName()).isNull();
        assertThat(school.lastStage().getClassLevel()).isEqualTo(8);
    }

    @Test
    default void whatCannotBeClearedOrMayNotBeSetOrIsToldTooIsNotCleared() {
        Writer school = new Writer(bench());
        for (String path : List.of("term/enrolledFrom", "term/movement/reason", "stage/content/language", "x")) {
            school.assertRefused(
                    school.correcting(request -> {
                        request.setTerm(new TermCorrection());
                        request.getClear().add(path);
                    }),
                    "MR-524 clear");
        }
        school.assertRefused(
                school.correcting(request -> {
                    request.setNeverWas(true);
                    request.getClear().add("term/unit");
                }),
                "MR-524 clear");
        school.assertRefused(
                school.correcting(request -> {
                    request.setTerm(term(told -> told.setExpectedEnd(FIRST_DAY.plusYears(2))));
                    request.getClear().add("term/expectedEnd");
                }),
                "MR-523 term/expectedEnd");
        StageContent told = in("8B", 8);
        school.assertRefused(school.changing(FIRST_DAY.plusDays(9), told, "stage/className"), "MR-523 stage/className");
        bench().within(everything().studyingAt(SCHOOL).setting("term/expectedEnd", "term/learningContract/number"));
        for (String path : List.of("term/unit", "term/learningContract")) {
            school.assertRefused(
                    school.correcting(request -> {
                        request.setTerm(new TermCorrection());
                        request.getClear().add(path);
                    }),
                    "MR-312 " + path);
        }
    }

    @Test
    default void partsThatATermGivesUpAreToldOf() {
        Writer school = new Writer(bench());
        school.writes(school.changing(FIRST_DAY.plusDays(30), in("8B", 8)));
        school.writes(school.interrupting(FIRST_DAY.plusDays(40), FIRST_DAY.plusDays(45)));
        // It keeps the stage, and cuts the interruption.
        for (int days : List.of(20, 42)) {
            LocalDate last = FIRST_DAY.plusDays(days);
            school.assertRefused(school.withdrawing(last, request -> {}), "MR-603 enrolledTo");
            school.assertRefused(
                    school.correcting(request -> {
                        request.setTerm(term(told -> told.setEnrolledTo(last)));
                        request.getTerm().setMovement(new Movement());
                        request.getTerm().getMovement().setReason("ABROAD");
                    }),
                    "MR-603 term");
        }
        school.assertRefused(
                school.correcting(
                        request -> request.setTerm(term(told -> told.setEnrolledFrom(FIRST_DAY.plusDays(31))))),
                "MR-603 term");
        school.writes(school.correcting(
                request -> request.setTerm(term(told -> told.setEnrolledFrom(FIRST_DAY.plusDays(3))))));
        school.writes(school.withdrawing(FIRST_DAY.plusDays(60), request -> {}));
        assertThat(school.read().getStage()).hasSize(2);
        school.writes(school.correcting(request -> {
            request.setTerm(term(told -> told.setEnrolledTo(FIRST_DAY.plusDays(20))));
            request.getOverrule().add("MR-603");
        }));
        assertThat(school.read().getStage()).hasSize(1);
        assertThat(school.read().getInterruption()).isEmpty();
    }

    /** An interruption of which no end is known ends with the enrolment. */
    @Test
    default void anInterruptionThatLastsAsLongAsTheEnrolmentIsNotGivenUp() {
        Writer school = new Writer(bench());
        school.writes(school.interrupting(FIRST_DAY.plusDays(40), null));
        school.writes(school.withdrawing(FIRST_DAY.plusDays(60), request -> {}));
        assertThat(school.read().getInterruption())
                .singleElement()
                .satisfies(each -> assertThat(each.getTo()).isEqualTo(FIRST_DAY.plusDays(60)));
    }

    @Test
    default void eachDayThatIsToldLateIsToldOf() {
        Writer school = new Writer(bench(), request -> {
            request.setEnrolledFrom(FIRST_DAY.minusYears(1));
            request.getOverrule().addAll(List.of("MR-601", "MR-602"));
        });
        LocalDate day = FIRST_DAY.minusYears(1).plusDays(30);
        StageContent language = new StageContent();
        language.setLanguage("pl");
        school.assertRefused(school.changing(day, language), "MR-601 from");
        school.assertRefused(school.interrupting(day, day), "MR-601 from");
        school.assertRefused(school.withdrawing(day, request -> {}), "MR-601 enrolledTo");
        school.assertRefused(
                school.correcting(request -> {
                    request.setTerm(term(told -> told.setEnrolledTo(day)));
                    request.getTerm().setMovement(new Movement());
                    request.getTerm().getMovement().setReason("ABROAD");
                }),
                "MR-601 term/enrolledTo");
        school.writes(school.changing(day, language, "MR-601"));
    }

    @Test
    default void aPlaceIsAnInstitutionOfTheRegisterOrACountry() {
        CameFrom unknown = new CameFrom();
        unknown.setKind("LEGAL_ENTITY");
        unknown.setCode(LegalEntityCode.completing("39999999").value());
        CameFrom nowhere = new CameFrom();
        nowhere.setCountry("XX");
        Writer school = new Writer(bench());
        school.assertRefused(
                school.correcting(request -> {
                    request.setTerm(term(told -> told.setMovement(new Movement())));
                    request.getTerm().getMovement().setCameFrom(unknown);
                }),
                "MR-604 term/movement/cameFrom/code");
        school.assertRefused(
                school.correcting(request -> {
                    request.setTerm(term(told -> told.setMovement(new Movement())));
                    request.getTerm().getMovement().setCameFrom(nowhere);
                }),
                "MR-402 term/movement/cameFrom/country");
        LeftTo left = new LeftTo();
        left.setKind("LEGAL_ENTITY");
        left.setCode(unknown.getCode());
        LocalDate last = FIRST_DAY.plusDays(60);
        school.assertRefused(school.withdrawing(last, request -> request.setLeftTo(left)), "MR-604 leftTo/code");
        left.setCode(VILNIUS_SCHOOL);
        school.writes(school.withdrawing(last, request -> request.setLeftTo(left)));
        assertThat(school.read().getMovement().getLeftTo().getCode()).isEqualTo(VILNIUS_SCHOOL);
    }

    @Test
    default void aStudentIsInOneLevelForASchoolYearAndInTheNextInTheOneAbove() {
        Writer school = new Writer(bench());
        LocalDate nextYear = FIRST_DAY.plusYears(1);
        school.assertRefused(school.changing(FIRST_DAY.plusDays(50), in("9A", 9)), "MR-605 stage/classLevel");
        school.assertRefused(school.changing(nextYear, in("10A", 10)), "MR-605 stage/classLevel");
        school.assertRefused(school.changing(nextYear, in("7A", 7)), "MR-605 stage/classLevel");
        school.writes(school.changing(nextYear, in("9A", 9)));
        school.writes(school.changing(nextYear.plusDays(20), in("9B", 9)));
        // What comes before a change that is known is looked at together with it.
        school.assertRefused(school.changing(FIRST_DAY.plusDays(50), in("7A", 7), "MR-602"), "MR-605 stage/classLevel");
        school.writes(school.changing(FIRST_DAY.plusDays(50), in("9A", 9), "MR-605"));
    }

    @Test
    default void anOverlapIsLookedAtLastAndWhereDaysChangeAlone() {
        Writer school = new Writer(bench());
        bench().within(everything().studyingAt(VILNIUS_SCHOOL));
        school.assertRefused(
                service -> service.enrolStudent(school.request(request -> {
                    request.getInstitution().setCode(VILNIUS_SCHOOL);
                    request.getStage().setLanguage("xx");
                })),
                "MR-402 stage/language");
        school.assertRefused(
                service -> service.enrolStudent(
                        school.request(request -> request.getInstitution().setCode(VILNIUS_SCHOOL))),
                "MR-517 enrolledFrom");
    }
}
