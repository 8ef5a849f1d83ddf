package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.MODULE;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.TRADE;
import static lt.mokiniai.register.bench.Reference.VOCATIONAL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Bench.ResultsCall;
import lt.mokiniai.register.bench.EnrolmentBuilder;
import lt.mokiniai.register.bench.Refusals;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.enrolments.CorrectEnrolment;
import lt.mokiniai.wsdl.enrolments.StageContent;
import lt.mokiniai.wsdl.enrolments.StageCorrection;
import lt.mokiniai.wsdl.enrolments.TermCorrection;
import lt.mokiniai.wsdl.enrolments.WithdrawStudent;
import lt.mokiniai.wsdl.results.CorrectResults;
import lt.mokiniai.wsdl.results.CorrectedResults;
import lt.mokiniai.wsdl.results.EnrolmentResults;
import lt.mokiniai.wsdl.results.RecordResults;
import lt.mokiniai.wsdl.results.RecordedResults;
import lt.mokiniai.wsdl.results.Result;
import lt.mokiniai.wsdl.results.ResultCorrection;
import lt.mokiniai.wsdl.results.ResultName;
import lt.mokiniai.wsdl.results.ToldResult;
import lt.mokiniai.wsdl.results.WrittenResults;
import org.junit.jupiter.api.Test;

/** A school writes the results of its students, of one or of a class (docs/register.md, 'Results'). */
public interface ResultRules {

    Bench bench();

    LocalDate YEAR_BEGINS = LocalDate.of(2025, 9, 1);
    LocalDate JUNE = LocalDate.of(2026, 6, 10);

    /** A student who learns at the school: in level 8 in the last school year, and in level 9 in this one. */
    private static EnrolmentBuilder learning() {
        return at(SCHOOL)
                .level(8)
                .className("8A")
                .from(YEAR_BEGINS)
                .to(LocalDate.of(2026, 8, 31))
                .then()
                .level(9)
                .className("9A")
                .from(LocalDate.of(2026, 9, 1))
                .to(null);
    }

    /** Puts a student with an enrolment into the register, and lets the school write. */
    private StoredStudent has(EnrolmentBuilder enrolment) {
        StoredStudent student = bench().has(aPerson().studying(enrolment));
        bench().within(everything().studyingAt(SCHOOL));
        return student;
    }

    private static ToldResult grade(String subject, int mark) {
        ToldResult told = new ToldResult();
        told.setKind("ANNUAL_GRADE");
        told.setSubject(subject);
        told.setSchoolYear(2025);
        told.setClassLevel(8);
        told.setGrade(mark);
        told.setDecidedOn(JUNE);
        return told;
    }

    private static ToldResult grade(Consumer<ToldResult> otherwise) {
        ToldResult told = grade("MATE", 9);
        otherwise.accept(told);
        return told;
    }

    private static ToldResult module(String code) {
        return grade(told -> {
            told.setKind("MODULE");
            told.setSubject(null);
            told.setModule(code);
            told.setClassLevel(null);
        });
    }

    private static RecordedResults of(EnrolmentBuilder enrolment, ToldResult... told) {
        RecordedResults entry = new RecordedResults();
        entry.setEnrolmentId(enrolment.enrolmentId());
        entry.getResult().addAll(List.of(told));
        return entry;
    }

    private static ResultsCall<List<WrittenResults>> recording(RecordedResults... entries) {
        RecordResults request = new RecordResults();
        request.getEntry().addAll(List.of(entries));
        return service -> service.recordResults(request).getWritten();
    }

    /** Records results, and gives the version. */
    private String recorded(EnrolmentBuilder enrolment, ToldResult... told) {
        return bench().writeResults(recording(of(enrolment, told))).get(0).getVersion();
    }

    private static ResultName name(ToldResult told) {
        ResultName name = new ResultName();
        name.setKind(told.getKind());
        name.setSubject(told.getSubject());
        name.setModule(told.getModule());
        name.setCourse(told.getCourse());
        name.setSchoolYear(told.getSchoolYear());
        return name;
    }

    private static ResultCorrection right(ToldResult wrong, ToldResult right) {
        ResultCorrection correction = new ResultCorrection();
        correction.setRecorded(name(wrong));
        correction.setRight(right);
        return correction;
    }

    private static ResultCorrection neverWas(ToldResult wrong) {
        ResultCorrection correction = new ResultCorrection();
        correction.setRecorded(name(wrong));
        correction.setNeverWas(true);
        return correction;
    }

    private static CorrectedResults corrected(
            EnrolmentBuilder enrolment, String version, ResultCorrection... corrections) {
        CorrectedResults entry = new CorrectedResults();
        entry.setEnrolmentId(enrolment.enrolmentId());
        entry.setVersion(version);
        entry.getResult().addAll(List.of(corrections));
        return entry;
    }

    private static ResultsCall<List<WrittenResults>> correcting(CorrectedResults... entries) {
        CorrectResults request = new CorrectResults();
        request.setReason("MISTAKE");
        request.getEntry().addAll(List.of(entries));
        return service -> service.correctResults(request).getWritten();
    }

    private void assertRefused(ResultsCall<?> call, String... problems) {
        Refusals.assertRefusedResults(bench(), call, problems);
    }

    private List<String> read(StoredStudent student, LocalDate validOn, Instant knownAt) {
        bench().within(everything());
        List<String> read = bench()
                .results(by(student), request -> {
                    request.setValidOn(validOn);
                    request.setKnownAt(knownAt);
                })
                .getEnrolment()
                .stream()
                .flatMap(enrolment -> enrolment.getResult().stream())
                .map(ResultRules::told)
                .toList();
        bench().within(everything().studyingAt(SCHOOL));
        return read;
    }

    private static String told(Result result) {
        return "%s %s %s".formatted(result.getKind(), result.getSubject(), result.getGrade());
    }

    @Test
    default void whatASchoolRecordsIsReadFromTheDayOfTheDecisionAndAsItWasKnown() {
        EnrolmentBuilder enrolment = learning();
        StoredStudent student = has(enrolment);
        Instant nothing = bench().clock().instant();
        String version = recorded(enrolment, grade("MATE", 9), grade(told -> {
            told.setSubject("LIET");
            told.setCourse("A");
            told.setLanguage("lt");
            told.setDecidedOn(JUNE.plusDays(2));
        }));
        Instant recorded = bench().clock().instant();
        String next = bench().writeResults(
                        correcting(corrected(enrolment, version, right(grade("MATE", 9), grade("MATE", 10)))))
                .get(0)
                .getVersion();
        Instant changed = bench().clock().instant();
        bench().writeResults(correcting(corrected(enrolment, next, neverWas(grade("MATE", 10)))));

        assertThat(read(student, null, nothing)).isEmpty();
        assertThat(read(student, null, recorded)).containsExactly("ANNUAL_GRADE MATE 9", "ANNUAL_GRADE LIET 9");
        assertThat(read(student, JUNE.plusDays(1), recorded)).containsExactly("ANNUAL_GRADE MATE 9");
        assertThat(read(student, JUNE.minusDays(1), recorded)).isEmpty();
        assertThat(read(student, null, changed)).containsExactly("ANNUAL_GRADE MATE 10", "ANNUAL_GRADE LIET 9");
        assertThat(read(student, null, null)).containsExactly("ANNUAL_GRADE LIET 9");
        assertThat(bench().stored())
                .filteredOn(row -> row.startsWith("person_write") && row.contains("MISTAKE"))
                .hasSize(2);
    }

    @Test
    default void everyItemOfAResultIsRead() {
        EnrolmentBuilder enrolment = learning();
        StoredStudent student = has(enrolment);
        recorded(enrolment, grade(told -> {
            told.setCourse("B");
            told.setLanguage("pl");
        }));
        bench().within(everything());
        EnrolmentResults read = bench().results(by(student)).getEnrolment().get(0);
        assertThat(read.getEnrolmentId()).isEqualTo(enrolment.enrolmentId());
        assertThat(read.getInstitution().getCode()).isEqualTo(SCHOOL);
        assertThat(read.getVersion()).isNotEmpty();
        Result result = read.getResult().get(0);
        assertThat(result.getSchoolYear()).isEqualTo(2025);
        assertThat(result.getClassLevel()).isEqualTo(8);
        assertThat(result.getCourse()).isEqualTo("B");
        assertThat(result.getLanguage()).isEqualTo("pl");
        assertThat(result.getDecidedOn()).isEqualTo(JUNE);
    }

    @Test
    default void aClassIsRecordedAtOneTimeAndEachStudentHasAVersionOfTheirOwn() {
        List<EnrolmentBuilder> enrolments =
                IntStream.range(0, 3).mapToObj(i -> learning()).toList();
        List<StoredStudent> students = enrolments.stream()
                .map(each -> bench().has(aPerson().studying(each)))
                .toList();
        bench().within(everything().studyingAt(SCHOOL));
        List<WrittenResults> written = bench().writeResults(recording(
                of(enrolments.get(2), grade("MATE", 7)),
                of(enrolments.get(0), grade("MATE", 8)),
                of(enrolments.get(1), grade("MATE", 9), grade("LIET", 10))));
        assertThat(written)
                .extracting(WrittenResults::getEnrolmentId)
                .containsExactly(
                        enrolments.get(2).enrolmentId(),
                        enrolments.get(0).enrolmentId(),
                        enrolments.get(1).enrolmentId());
        assertThat(bench().toldAbout())
                .containsExactlyInAnyOrderElementsOf(
                        students.stream().map(StoredStudent::registerId).toList());
        assertThat(bench().stored().stream()
                        .filter(row -> row.startsWith("enrolment_result"))
                        .map(row -> row.replaceAll("(?i).*recorded_at=([^,}]*).*", "$1")))
                .hasSize(4)
                .containsOnly(bench().stored().stream()
                        .filter(row -> row.startsWith("enrolment_result"))
                        .map(row -> row.replaceAll("(?i).*recorded_at=([^,}]*).*", "$1"))
                        .findFirst()
                        .orElseThrow());
        assertRefused(
                correcting(corrected(enrolments.get(0), written.get(0).getVersion(), neverWas(grade("MATE", 8)))),
                "MR-518 entry[1]/version");
    }

    @Test
    default void howManyStudentsAClassHasDoesNotMakeMoreQuestionsToTheDatabase() {
        assertThat(selects(classOf(2))).isEqualTo(selects(classOf(20)));
    }

    private List<EnrolmentBuilder> classOf(int size) {
        List<EnrolmentBuilder> enrolments =
                IntStream.range(0, size).mapToObj(i -> learning()).toList();
        enrolments.forEach(each -> bench().has(aPerson().studying(each)));
        bench().within(everything().studyingAt(SCHOOL));
        return enrolments;
    }

    private List<String> recordedOf(List<EnrolmentBuilder> enrolments) {
        bench().sql().recent();
        bench().writeResults(recording(enrolments.stream()
                .map(each -> of(each, grade("MATE", 8), grade("LIET", 9)))
                .toArray(RecordedResults[]::new)));
        return bench().sql().recent();
    }

    /** Questions, but those that number what is recorded. */
    private long selects(List<EnrolmentBuilder> enrolments) {
        return recordedOf(enrolments).stream()
                .filter(statement -> statement.startsWith("select") && !statement.contains("_seq"))
                .count();
    }

    @Test
    default void aClassIsTakenWholeOrNotAtAllAndIsToldAllThatIsWrongByItsPath() {
        EnrolmentBuilder first = learning();
        EnrolmentBuilder second = learning();
        EnrolmentBuilder foreign = at(MUSIC_SCHOOL);
        StoredStudent one = bench().has(aPerson().studying(first));
        StoredStudent two = bench().has(aPerson().studying(second));
        bench().has(aPerson().studying(foreign));
        bench().within(everything().studyingAt(SCHOOL));
        assertRefused(
                recording(
                        of(first, grade("MATE", 9), grade("XXXX", 9)),
                        of(foreign, grade("MATE", 9)),
                        of(second, grade("MATE", 9), grade("LIET", 9), grade("MATE", 3)),
                        of(first, grade("LIET", 9))),
                "MR-402 entry[1]/result[2]/subject",
                "MR-501 entry[2]/enrolmentId",
                "MR-565 entry[3]/result[3]",
                "MR-566 entry[4]/enrolmentId");
        assertThat(bench().toldAbout()).containsExactlyInAnyOrder(one.registerId(), two.registerId());
        bench().within(everything().studyingAt(SCHOOL));
        assertRefused(recording(of(foreign, grade("MATE", 9))), "MR-501 entry[1]/enrolmentId");
        assertThat(bench().toldAbout()).isEmpty();
    }

    @Test
    default void eachRuleOfAResultRefuses() {
        EnrolmentBuilder enrolment = learning();
        has(enrolment);
        assertRefused(
                recording(of(
                        enrolment,
                        grade(told -> told.setKind("ANNUAL_PASS")),
                        grade(told -> {
                            told.setKind("STATE_EXAM");
                            told.setGrade(null);
                            told.setPassFail("PASSED");
                        }),
                        grade(told -> {
                            told.setKind("ANNUAL_LEVEL");
                            told.setGrade(null);
                            told.setLevel("NONE");
                        }),
                        grade(told -> told.setKind("MODULE")),
                        grade(told -> told.setKind("DAILY_GRADE")),
                        grade(told -> told.setCourse("C")),
                        grade(told -> told.setLanguage("xx")),
                        grade(told -> told.setSubject("ZSAU")),
                        module(MODULE),
                        grade(told -> told.setKind("QUALIFICATION")))),
                "MR-560 entry[1]/result[1]/grade",
                "MR-560 entry[1]/result[2]/passFail",
                "MR-402 entry[1]/result[3]/level",
                "MR-561 entry[1]/result[4]/subject",
                "MR-402 entry[1]/result[5]/kind",
                "MR-402 entry[1]/result[6]/course",
                "MR-402 entry[1]/result[7]/language",
                "MR-402 entry[1]/result[8]/subject",
                "MR-564 entry[1]/result[9]/module",
                "MR-563 entry[1]/result[9]/classLevel",
                "MR-564 entry[1]/result[10]/kind");
    }

    @Test
    default void aModuleIsOneOfItsProgrammeWhereTheyAreKnown() {
        EnrolmentBuilder known = at(SCHOOL).programme(TRADE).from(YEAR_BEGINS);
        EnrolmentBuilder unknown = at(SCHOOL).programme(VOCATIONAL).from(YEAR_BEGINS);
        has(known);
        has(unknown);
        assertRefused(recording(of(known, module("9999"))), "MR-564 entry[1]/result[1]/module");
        assertRefused(
                recording(of(known, module(MODULE), grade(told -> {
                    told.setKind("MODULE");
                    told.setSubject(null);
                    told.setModule(MODULE);
                    told.setCourse("A");
                    told.setClassLevel(null);
                }))),
                "MR-561 entry[1]/result[2]/course");
        recorded(known, module(MODULE));
        recorded(unknown, module("9999"));
    }

    @Test
    default void aDecisionIsOfTheSchoolYearInWhichTheStudentLearntThere() {
        EnrolmentBuilder enrolment = learning();
        has(enrolment);
        assertRefused(
                recording(of(
                        enrolment,
                        grade(told -> told.setDecidedOn(YEAR_BEGINS.minusDays(1))),
                        grade(told -> {
                            told.setSubject("LIET");
                            told.setDecidedOn(LocalDate.of(2026, 9, 1));
                        }),
                        grade(told -> {
                            told.setCourse("A");
                            told.setSchoolYear(2024);
                            told.setDecidedOn(YEAR_BEGINS.minusMonths(3));
                        }),
                        grade(told -> {
                            told.setCourse("B");
                            told.setClassLevel(9);
                        }),
                        grade(told -> {
                            told.setKind("ADDITIONAL_WORK");
                            told.setClassLevel(null);
                        }))),
                "MR-562 entry[1]/result[1]/decidedOn",
                "MR-503 entry[1]/result[1]/decidedOn",
                "MR-562 entry[1]/result[2]/decidedOn",
                "MR-503 entry[1]/result[3]/decidedOn",
                "MR-563 entry[1]/result[4]/classLevel",
                "MR-563 entry[1]/result[5]/classLevel");
    }

    @Test
    default void whatIsRecordedWasDecidedTodayOrBefore() {
        EnrolmentBuilder enrolment = learning();
        has(enrolment);
        ToldResult today = grade(told -> {
            told.setSchoolYear(2026);
            told.setClassLevel(9);
            told.setDecidedOn(TODAY);
        });
        ToldResult tomorrow = grade(told -> {
            told.setSchoolYear(2026);
            told.setClassLevel(9);
            told.setDecidedOn(TODAY.plusDays(1));
        });
        assertRefused(recording(of(enrolment, tomorrow)), "MR-569 entry[1]/result[1]/decidedOn");
        String version = recorded(enrolment, today);
        assertRefused(
                correcting(corrected(enrolment, version, right(today, tomorrow))),
                "MR-569 entry[1]/result[1]/right/decidedOn");
    }

    @Test
    default void whatIsDecidedAfterAStudentLeftIsTakenForAsLongAsSchoolsDecideIt() {
        EnrolmentBuilder june = at(SCHOOL).level(8).from(YEAR_BEGINS).to(LocalDate.of(2026, 6, 15));
        EnrolmentBuilder winter = at(SCHOOL).level(8).from(YEAR_BEGINS).to(LocalDate.of(2026, 1, 15));
        has(june);
        has(winter);
        recorded(june, grade("MATE", 4), grade(told -> {
            told.setKind("ADDITIONAL_WORK");
            told.setDecidedOn(LocalDate.of(2026, 8, 31));
        }));
        recorded(winter, grade(told -> told.setDecidedOn(LocalDate.of(2026, 2, 15))));
        assertRefused(
                recording(of(winter, grade(told -> {
                    told.setSubject("LIET");
                    told.setDecidedOn(LocalDate.of(2026, 2, 16));
                }))),
                "MR-503 entry[1]/result[1]/decidedOn");
    }

    @Test
    default void aResultIsRecordedOnceAndWhatIsRecordedIsCorrected() {
        EnrolmentBuilder enrolment = learning();
        has(enrolment);
        String version = recorded(enrolment, grade("MATE", 9));
        assertRefused(recording(of(enrolment, grade("MATE", 9))), "MR-565 entry[1]/result[1]");
        recorded(enrolment, grade(told -> told.setCourse("A")));
        assertRefused(
                correcting(corrected(enrolment, version, right(grade("MATE", 9), grade("MATE", 8)))),
                "MR-502 entry[1]/version");
    }

    @Test
    default void aCorrectionNamesEachResultOnceAndChangesIt() {
        EnrolmentBuilder enrolment = learning();
        StoredStudent student = has(enrolment);
        String version = recorded(enrolment, grade("MATE", 9), grade("LIET", 8));
        assertRefused(
                correcting(corrected(
                        enrolment,
                        version,
                        right(grade("MATE", 9), grade("MATE", 8)),
                        neverWas(grade("MATE", 9)),
                        right(grade("LIET", 8), grade("LIET", 8)),
                        neverWas(grade(told -> told.setCourse("A"))))),
                "MR-566 entry[1]/result[2]/recorded",
                "MR-521 entry[1]/result[3]/right",
                "MR-567 entry[1]/result[4]/recorded");
        assertRefused(
                correcting(corrected(enrolment, version, right(grade("MATE", 9), grade("LIET", 9)))),
                "MR-565 entry[1]/result[1]/right");
        CorrectResults wrong = new CorrectResults();
        wrong.setReason("NONE");
        wrong.getEntry()
                .add(corrected(enrolment, version, right(grade("MATE", 9), grade(told -> told.setGrade(null)))));
        wrong.getEntry().get(0).getResult().get(0).getRight().setScore(50);
        assertRefused(
                service -> service.correctResults(wrong), "MR-402 reason", "MR-560 entry[1]/result[1]/right/score");

        // Two that were told the wrong way round change places.
        bench().writeResults(correcting(corrected(
                enrolment,
                version,
                right(grade("MATE", 9), grade("LIET", 9)),
                right(grade("LIET", 8), grade("MATE", 8)))));
        assertThat(read(student, null, null)).containsExactlyInAnyOrder("ANNUAL_GRADE LIET 9", "ANNUAL_GRADE MATE 8");
    }

    @Test
    default void whatTheContractDoesNotLetSetStaysAsItWas() {
        EnrolmentBuilder enrolment = learning();
        StoredStudent student = has(enrolment);
        ToldResult taught = grade(told -> told.setLanguage("pl"));
        String version = recorded(enrolment, taught);
        bench().within(everything()
                .studyingAt(SCHOOL)
                .setting(
                        "entry/result/right/kind",
                        "entry/result/right/subject",
                        "entry/result/right/schoolYear",
                        "entry/result/right/classLevel",
                        "entry/result/right/grade",
                        "entry/result/right/decidedOn"));
        bench().writeResults(correcting(corrected(enrolment, version, right(taught, grade("MATE", 3)))));
        bench().within(everything());
        assertThat(bench().results(by(student))
                        .getEnrolment()
                        .get(0)
                        .getResult()
                        .get(0)
                        .getLanguage())
                .isEqualTo("pl");
    }

    @Test
    default void whatIsOfAnotherSourceStaysAsItWas() {
        EnrolmentBuilder enrolment = learning();
        StoredStudent student = has(enrolment);
        ToldResult taught = grade(told -> {
            told.setCourse("B");
            told.setLanguage("pl");
        });
        String version = recorded(enrolment, taught);
        bench().within(everything()
                .studyingAt(SCHOOL)
                .ownedByOthers("entry/result/right/course", "entry/result/right/classLevel"));
        bench().writeResults(correcting(
                corrected(enrolment, version, right(taught, grade(told -> told.setClassLevel(null))))));
        bench().within(everything());
        Result read =
                bench().results(by(student)).getEnrolment().get(0).getResult().get(0);
        assertThat(read.getCourse()).isEqualTo("B");
        assertThat(read.getClassLevel()).isEqualTo(8);
        assertThat(read.getLanguage()).isNull();
    }

    @Test
    default void anEnrolmentIsNotChangedSoThatItsResultsHaveNoGround() {
        EnrolmentBuilder enrolment = learning();
        StoredStudent student = has(enrolment);
        String results = recorded(enrolment, grade("MATE", 9));
        bench().within(everything());
        String version = bench().enrolments(by(student)).getEnrolment().get(0).getVersion();
        bench().within(everything().studyingAt(SCHOOL));
        Consumer<CorrectEnrolment> named = request -> {
            request.setEnrolmentId(enrolment.enrolmentId());
            request.setVersion(version);
            request.setReason("MISTAKE");
            request.getOverrule().addAll(List.of("MR-601", "MR-602", "MR-603", "MR-605"));
        };
        TermCorrection later = new TermCorrection();
        later.setEnrolledFrom(JUNE.plusDays(1));
        StageCorrection level = new StageCorrection();
        level.setBegins(YEAR_BEGINS);
        level.setContent(new StageContent());
        level.getContent().setClassLevel(7);
        level.getContent().setClassName("7A");
        WithdrawStudent gone = new WithdrawStudent();
        gone.setEnrolmentId(enrolment.enrolmentId());
        gone.setVersion(version);
        gone.setEnrolledTo(LocalDate.of(2026, 1, 15));
        gone.setReason("ABROAD");
        gone.getOverrule().addAll(List.of("MR-601", "MR-603"));

        assertCorrectionRefused(named.andThen(request -> request.setNeverWas(true)), "MR-568 neverWas");
        assertCorrectionRefused(named.andThen(request -> request.setTerm(later)), "MR-568 term");
        assertCorrectionRefused(named.andThen(request -> request.setStage(level)), "MR-568 stage");
        Refusals.assertRefused(bench(), service -> service.withdrawStudent(gone), "MR-568 enrolledTo");

        // The ground is kept: the term is made shorter before and after what was assessed.
        later.setEnrolledFrom(JUNE.minusDays(1));
        gone.setEnrolledTo(LocalDate.of(2026, 6, 15));
        bench().write(service -> service.withdrawStudent(gone));
        // Without the result nothing relies on the enrolment.
        bench().writeResults(correcting(corrected(enrolment, results, neverWas(grade("MATE", 9)))));
        bench().within(everything());
        named = named.andThen(request -> request.setNeverWas(true));
        CorrectEnrolment struck = new CorrectEnrolment();
        named.accept(struck);
        struck.setVersion(bench().enrolments(by(student), request -> request.setValidOn(JUNE))
                .getEnrolment()
                .get(0)
                .getVersion());
        bench().within(everything().studyingAt(SCHOOL));
        bench().write(service -> service.correctEnrolment(struck));
    }

    private void assertCorrectionRefused(Consumer<CorrectEnrolment> more, String problem) {
        CorrectEnrolment request = new CorrectEnrolment();
        more.accept(request);
        Refusals.assertRefused(bench(), service -> service.correctEnrolment(request), problem);
    }

    @Test
    default void resultsAreReadInPartsAndWhatIsWithheldOfTheSchoolIsNotTold() {
        EnrolmentBuilder enrolment = learning();
        StoredStudent student = bench().has(aPerson().restricted("COURT").studying(enrolment));
        bench().within(everything().studyingAt(SCHOOL));
        recorded(enrolment, grade("MATE", 9), grade("LIET", 8));
        bench().within(everything());
        EnrolmentResults read = bench().results(by(student)).getEnrolment().get(0);
        assertThat(read.getInstitution()).isNull();
        assertThat(read.getResult()).hasSize(2);
        assertThat(bench().results(by(student), request -> request.setSkip(1))
                        .getEnrolment()
                        .get(0)
                        .getResult())
                .singleElement()
                .extracting(Result::getSubject)
                .isEqualTo("LIET");
    }
}
