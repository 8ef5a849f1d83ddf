package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.Asking.byForeignerId;
import static lt.mokiniai.register.bench.Asking.byNames;
import static lt.mokiniai.register.bench.CertificateBuilder.digital;
import static lt.mokiniai.register.bench.CertificateBuilder.paper;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.Reference.VILNIUS_SCHOOL;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.EnrolmentBuilder;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.register.bench.Refusals;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.wsdl.enrolments.TransferStudentResponse;
import lt.mokiniai.wsdl.enrolments.WithdrawStudent;
import lt.mokiniai.wsdl.students.GetStudentResponse;
import lt.mokiniai.wsdl.students.MergeConflict;
import lt.mokiniai.wsdl.students.MergeStudents;
import lt.mokiniai.wsdl.students.MergeStudentsResponse;
import lt.mokiniai.wsdl.students.MovedRecords;
import lt.mokiniai.wsdl.students.RegisterStudent;
import lt.mokiniai.wsdl.students.ResolveResult;
import lt.mokiniai.wsdl.students.SplitStudents;
import lt.mokiniai.wsdl.students.SplitStudentsResponse;
import lt.mokiniai.wsdl.tasks.DecideTask;
import lt.mokiniai.wsdl.tasks.Task;
import lt.mokiniai.wsdl.types.Certificate;
import lt.mokiniai.wsdl.types.CertificateStatus;
import lt.mokiniai.wsdl.types.Enrolment;
import lt.mokiniai.wsdl.types.Outcome;
import lt.mokiniai.wsdl.types.Warning;
import org.junit.jupiter.api.Test;

/** Two records of one student become one, and are told apart again (docs/register.md, 'Merging'). */
public interface MergeRules {

    Bench bench();

    LocalDate BORN = LocalDate.of(2012, 3, 5);

    /** A student with a code who learns in general education. */
    static PersonBuilder pupil() {
        return aPerson().livingIn(KAUNAS).studying(at(SCHOOL));
    }

    /** Perhaps the same student, as a music school registered them without a code. */
    static PersonBuilder musician(EnrolmentBuilder enrolment) {
        return aPerson()
                .foreignerId("F-778")
                .named("Ona", "Kazlauskaitė")
                .bornOn(BORN)
                .livingIn(VILNIUS)
                .guardian("Rasa", "Kazlauskienė")
                .studying(enrolment)
                .certified(paper("M", String.valueOf(Numbers.next())).holder("Kazlauskaitė"));
    }

    static EnrolmentBuilder music() {
        return at(MUSIC_SCHOOL).programme(MUSIC).level(null);
    }

    /** Two records in the register, and what a decider does with them. */
    final class Pair {

        final Bench bench;
        final StoredStudent one;
        final StoredStudent other;

        Pair(Bench bench, PersonBuilder one, PersonBuilder other) {
            this.bench = bench;
            this.one = bench.has(one);
            this.other = bench.has(other);
        }

        MergeStudents request(Consumer<MergeStudents> more) {
            return request(one, other, more);
        }

        static MergeStudents request(StoredStudent one, StoredStudent other, Consumer<MergeStudents> more) {
            MergeStudents request = new MergeStudents();
            request.setRegisterId(one.registerId());
            request.setOtherRegisterId(other.registerId());
            request.setReason("Same child");
            more.accept(request);
            return request;
        }

        MergeStudentsResponse merge(Consumer<MergeStudents> more) {
            return bench.writeStudent(service -> service.mergeStudents(request(more)));
        }

        MergeStudentsResponse merge() {
            return merge(request -> {});
        }

        void refused(Consumer<MergeStudents> more, String... problems) {
            Refusals.assertStudentRefused(bench, service -> service.mergeStudents(request(more)), problems);
        }

        SplitStudentsResponse split(StoredStudent merged, boolean preview) {
            return bench.writeStudent(service -> service.splitStudents(splitting(merged, preview)));
        }

        static SplitStudents splitting(StoredStudent merged, boolean preview) {
            SplitStudents request = new SplitStudents();
            request.setRegisterId(merged.registerId());
            request.setReason("Twins");
            request.setPreview(preview);
            return request;
        }

        GetStudentResponse now(StoredStudent student) {
            return bench.student(by(student));
        }

        List<String> enrolments(StoredStudent student) {
            return bench.enrolments(by(student)).getEnrolment().stream()
                    .map(Enrolment::getEnrolmentId)
                    .toList();
        }

        Instant time() {
            return bench.clock().instant();
        }
    }

    @Test
    default void twoRecordsBecomeOneAndBeforeTheyWereTwo() {
        EnrolmentBuilder learning = music();
        Pair pair = new Pair(bench(), pupil(), musician(learning));
        Instant before = pair.time();
        MergeStudentsResponse merged = pair.merge();

        assertThat(merged.isDone()).isTrue();
        assertThat(merged.getMergedInto()).isEqualTo(pair.one.registerId());
        assertThat(merged.getRegisterId()).isEqualTo(pair.other.registerId());
        assertThat(merged.getMoved())
                .extracting(MovedRecords::getKind, MovedRecords::getNumber)
                .containsExactly(tuple("certificate", 1), tuple("enrolment", 1));
        assertThat(merged.getTakenOver()).containsExactly("guardian");
        assertThat(merged.getConflict())
                .extracting(MergeConflict::getPath)
                .containsExactly("identity/familyName", "residence");

        assertThat(pair.enrolments(pair.one)).hasSize(2).contains(learning.enrolmentId());
        assertThat(bench().certificates(by(pair.one)).getCertificate()).hasSize(1);
        GetStudentResponse kept = pair.now(pair.one);
        assertThat(kept.getStudent().getIdentity().getFamilyName()).isEqualTo("Kazlauskė");
        assertThat(kept.getStudent().getResidence().getMunicipality()).isEqualTo(KAUNAS);
        assertThat(kept.getStudent().getGuardian()).hasSize(1);

        assertThat(bench().enrolments(by(pair.one), request -> request.setKnownAt(before))
                        .getEnrolment())
                .hasSize(1);
        assertThat(bench().student(by(pair.one), null, before).getStudent().getGuardian())
                .isEmpty();
        GetStudentResponse then = bench().student(by(pair.other), null, before);
        assertThat(then.getStudent().getIdentity().getFamilyName()).isEqualTo("Kazlauskaitė");
        assertThat(bench().enrolments(by(pair.other), request -> request.setKnownAt(before))
                        .getEnrolment())
                .extracting(Enrolment::getEnrolmentId)
                .containsExactly(learning.enrolmentId());
        assertThat(bench().found(criteria -> {})).containsExactly(pair.one.registerId());
    }

    /** The enrolment that came with the other record is of two rows: a transfer is of the one that is believed. */
    @Test
    default void whoWasMergedMovesAndATransferOfBeforeIsNotStruck() {
        Pair pair = new Pair(bench(), aPerson().bornOn(BORN), musician(at(SCHOOL)));
        pair.merge();
        Movers movers = new Movers(bench());
        TransferStudentResponse asked = movers.asked(pair.one);
        movers.decides(Movers.school(SCHOOL), asked.getTaskId(), "ACCEPT");
        List<String> moved = movers.read(pair.one);
        assertThat(moved).hasSize(2);

        bench().within(everything());
        bench().writeStudent(service -> service.splitStudents(Pair.splitting(pair.other, false)));
        List<String> stored = bench().stored();
        bench().within(Movers.school(VILNIUS_SCHOOL));
        Refusals.assertRefused(
                bench(),
                service -> service.withdrawTransfer(Movers.withdrawal(asked.getTransferId())),
                "MR-573 transferId");
        assertThat(bench().stored()).isEqualTo(stored);
    }

    @Test
    default void whatLedToTheOtherLeadsToAPointer() {
        Pair pair = new Pair(bench(), pupil(), musician(music()));
        pair.merge();
        bench().within(everything());
        for (var who : List.of(by(pair.other), byForeignerId(BORN, "F-778"), byNames(BORN, "Ona", "Kazlauskaitė"))) {
            GetStudentResponse told = bench().student(who);
            assertThat(told.getOutcome()).isEqualTo(Outcome.MERGED);
            assertThat(told.getMergedInto()).isEqualTo(pair.one.registerId());
            assertThat(told.getStudent()).isNull();
            ResolveResult resolved =
                    bench().resolve(who, by(pair.one)).getResult().get(0);
            assertThat(resolved.getOutcome()).isEqualTo(Outcome.MERGED);
            assertThat(resolved.getMergedInto()).isEqualTo(pair.one.registerId());
        }
        assertThat(bench().toldAbout()).containsExactly(pair.one.registerId());
        assertThat(bench().enrolments(by(pair.other)).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    default void onlyWhoMaySeeBothIsTold() {
        Pair pair = new Pair(bench(), pupil(), musician(music()));
        pair.merge();
        bench().within(everything().studyingAt(MUSIC_SCHOOL));
        assertThat(pair.now(pair.other).getMergedInto()).isEqualTo(pair.one.registerId());
        bench().within(everything().studyingAt(SCHOOL));
        assertThat(pair.now(pair.other).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().toldAbout()).isEmpty();
        bench().within(everything().livingIn(VILNIUS));
        assertThat(pair.now(pair.other).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        bench().within(everything().byPseudonymOf("a study"));
        assertThat(pair.now(pair.other).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        bench().within(everything().showing(List.of("student/identity/registerId")));
        assertThat(pair.now(pair.other).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    default void whatCannotBeOnePersonIsRefused() {
        Pair pair = new Pair(bench(), pupil(), musician(music()));
        pair.refused(request -> request.setOtherRegisterId(pair.one.registerId()), "MR-590 otherRegisterId");
        pair.refused(request -> request.setOtherRegisterId("0000000000000000"), "MR-501 otherRegisterId");
        pair.refused(request -> request.setKeep(pair.other.registerId()), "MR-593 keep");
        pair.refused(request -> request.setKeep("0000000000000000"), "MR-593 keep");
        pair.refused(request -> request.getOverrule().add("MR-999"), "MR-522 overrule");
        pair.refused(request -> request.setReason("One child "), "MR-526 reason");
        Refusals.assertStudentRefused(
                bench(), service -> service.splitStudents(Pair.splitting(pair.other, false)), "MR-597 registerId");

        new Pair(bench(), pupil(), pupil()).refused(request -> {}, "MR-592 identity/personalCode", "MR-594 enrolment");
        new Pair(bench(), pupil(), musician(at(VILNIUS_SCHOOL))).refused(request -> {}, "MR-594 enrolment");

        bench().within(everything().studyingAt(SCHOOL));
        pair.refused(request -> {}, "MR-501 otherRegisterId");
        bench().within(everything());
        pair.merge();
        pair.refused(request -> {}, "MR-591 otherRegisterId");
    }

    @Test
    default void aPreviewTellsWhatWouldBeAndRecordsNothing() {
        EnrolmentBuilder learning = at(VILNIUS_SCHOOL);
        Pair pair = new Pair(bench(), pupil(), musician(learning));
        List<String> before = bench().stored();
        MergeStudentsResponse told = pair.merge(request -> request.setPreview(true));
        assertThat(told.isDone()).isFalse();
        assertThat(told.getTakenOver()).containsExactly("guardian");
        MergeConflict blocks = told.getConflict().stream()
                .filter(conflict -> conflict.getFault() != null)
                .findFirst()
                .orElseThrow();
        assertThat(blocks.getFault()).isEqualTo("MR-594");
        assertThat(blocks.getEnrolmentId()).hasSize(2).contains(learning.enrolmentId());
        assertThat(bench().stored()).isEqualTo(before);
        assertThat(bench().toldAbout()).containsExactlyInAnyOrder(pair.one.registerId(), pair.other.registerId());
    }

    @Test
    default void theOlderIsKeptWhereNoneHasACodeUnlessTheDeciderSaysWhich() {
        Pair first = new Pair(bench(), musician(music()), musician(music()));
        assertThat(first.merge(request -> {
                            request.setRegisterId(first.other.registerId());
                            request.setOtherRegisterId(first.one.registerId());
                        })
                        .getMergedInto())
                .isEqualTo(first.one.registerId());
        Pair second = new Pair(bench(), musician(music()), musician(music()));
        assertThat(second.merge(request -> request.setKeep(second.other.registerId()))
                        .getMergedInto())
                .isEqualTo(second.other.registerId());
    }

    @Test
    default void aSchoolWritesTheSameEnrolmentAndItGoesBackAsItIsThen() {
        EnrolmentBuilder learning = music();
        Pair pair = new Pair(bench(), pupil(), musician(learning));
        pair.merge();
        String version = bench().enrolments(by(pair.one)).getEnrolment().stream()
                .filter(each -> each.getEnrolmentId().equals(learning.enrolmentId()))
                .findFirst()
                .orElseThrow()
                .getVersion();
        bench().within(everything().studyingAt(MUSIC_SCHOOL));
        WithdrawStudent leaving = new WithdrawStudent();
        leaving.setEnrolmentId(learning.enrolmentId());
        leaving.setVersion(version);
        leaving.setEnrolledTo(TODAY);
        leaving.setReason("ABROAD");
        bench().write(service -> service.withdrawStudent(leaving));
        bench().within(everything());

        SplitStudentsResponse preview = pair.split(pair.other, true);
        assertThat(preview.isDone()).isFalse();
        assertThat(pair.now(pair.other).getOutcome()).isEqualTo(Outcome.MERGED);
        SplitStudentsResponse split = pair.split(pair.other, false);
        assertThat(split.isDone()).isTrue();
        assertThat(split.getTakenOver()).containsExactly("guardian").isEqualTo(preview.getTakenOver());
        assertThat(split.getMoved()).hasSize(2);

        assertThat(pair.enrolments(pair.one)).doesNotContain(learning.enrolmentId());
        Enrolment back = bench().enrolments(by(pair.other)).getEnrolment().get(0);
        assertThat(back.getEnrolmentId()).isEqualTo(learning.enrolmentId());
        assertThat(back.getEnrolledTo()).isEqualTo(TODAY);
        assertThat(pair.now(pair.one).getStudent().getGuardian()).isEmpty();
        assertThat(pair.now(pair.other).getStudent().getGuardian()).hasSize(1);
        assertThat(pair.now(pair.other).getStudent().getIdentity().getForeignerId())
                .isEqualTo("F-778");
        assertThat(bench().found(criteria -> {})).hasSize(2);
    }

    @Test
    default void whoWasFoundToBeTwoIsMergedByWhoeverSaysSoAgain() {
        Pair pair = new Pair(bench(), pupil(), musician(music()));
        pair.merge();
        pair.split(pair.other, false);
        pair.refused(request -> {}, "MR-614 otherRegisterId");
        assertThat(pair.merge(request -> request.setPreview(true)).getConflict())
                .extracting(MergeConflict::getFault)
                .contains("MR-614");
        MergeStudentsResponse again =
                pair.merge(request -> request.getOverrule().add("MR-614"));
        assertThat(again.getWarning()).extracting(Warning::getCode).containsExactly("MR-614");
        assertThat(pair.enrolments(pair.one)).hasSize(2);
        pair.split(pair.other, false);
        assertThat(pair.enrolments(pair.one)).hasSize(1);
        assertThat(pair.enrolments(pair.other)).hasSize(1);
    }

    @Test
    default void pointersLeadToTheLastAndAreUndoneFromTheLast() {
        Pair pair = new Pair(bench(), musician(music()), musician(music()));
        StoredStudent last = bench().has(pupil());
        Instant apart = pair.time();
        pair.merge();
        Instant first = pair.time();
        bench().writeStudent(service -> service.mergeStudents(Pair.request(last, pair.one, request -> {})));
        assertThat(pair.now(pair.other).getMergedInto()).isEqualTo(last.registerId());
        assertThat(pair.now(pair.one).getMergedInto()).isEqualTo(last.registerId());
        assertThat(bench().student(by(pair.other), null, first).getMergedInto()).isEqualTo(pair.one.registerId());
        assertThat(bench().student(by(pair.other), null, apart).getOutcome()).isEqualTo(Outcome.FOUND);
        assertThat(pair.enrolments(last)).hasSize(3);
        Refusals.assertStudentRefused(
                bench(), service -> service.splitStudents(Pair.splitting(pair.other, false)), "MR-598 registerId");

        pair.split(pair.one, false);
        assertThat(pair.now(pair.other).getMergedInto()).isEqualTo(pair.one.registerId());
        assertThat(pair.enrolments(last)).hasSize(1);
        assertThat(pair.enrolments(pair.one)).hasSize(2);
        pair.split(pair.other, false);
        assertThat(pair.enrolments(pair.one)).hasSize(1);
        assertThat(pair.enrolments(pair.other)).hasSize(1);
    }

    @Test
    default void whatProtectsAStudentIsNeverLost() {
        Pair pair = new Pair(bench(), pupil(), musician(music()).restricted("COURT"));
        Instant before = pair.time();
        pair.refused(request -> {}, "MR-595 otherRegisterId");
        bench().within(everything().namingRestrictions("COURT"));
        assertThat(pair.merge().getTakenOver()).containsExactly("guardian", "restriction");
        assertThat(pair.now(pair.one).getStudent().getResidence()).isNotNull();
        assertThat(pair.now(pair.other).getOutcome()).isEqualTo(Outcome.MERGED);

        bench().within(everything());
        assertThat(pair.now(pair.one).getStudent().getResidence()).isNull();
        assertThat(pair.now(pair.one).getStudent().getHandling()).isNotEmpty();
        assertThat(pair.now(pair.other).getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        GetStudentResponse then = bench().student(by(pair.other), null, before);
        assertThat(then.getStudent().getResidence()).isNull();
        assertThat(then.getStudent().getHandling()).isNotEmpty();
        Refusals.assertStudentRefused(
                bench(), service -> service.splitStudents(Pair.splitting(pair.other, false)), "MR-501 registerId");

        bench().within(everything().namingRestrictions("COURT"));
        pair.split(pair.other, false);
        bench().within(everything());
        assertThat(pair.now(pair.one).getStudent().getResidence()).isNotNull();
        assertThat(pair.now(pair.other).getStudent().getResidence()).isNull();
    }

    @Test
    default void aRestrictionThatComesLaterHidesWhatWasKnownBefore() {
        Pair pair = new Pair(bench(), pupil(), musician(music()));
        Instant before = pair.time();
        pair.merge();
        assertThat(bench().student(by(pair.other), null, before).getStudent().getResidence())
                .isNotNull();
        bench().restrict(pair.one.registerId());
        assertThat(bench().student(by(pair.other), null, before).getStudent().getResidence())
                .isNull();
        assertThat(bench().enrolments(by(pair.other), request -> request.setKnownAt(before))
                        .getEnrolment()
                        .get(0)
                        .getInstitution())
                .isNull();
        bench().within(everything().studyingIn(KAUNAS));
        assertThat(bench().student(by(pair.other), null, before).getOutcome()).isEqualTo(Outcome.NOT_FOUND);

        bench().within(everything().namingRestrictions("COURT"));
        pair.split(pair.other, false);
        bench().within(everything());
        assertThat(pair.now(pair.other).getStudent().getResidence()).isNull();
    }

    @Test
    default void whoIsRegisteredAgainByWhatWasTheOthersIsTheOneThatIsKept() {
        Pair pair = new Pair(bench(), pupil(), musician(music()));
        pair.merge();
        RegisterStudent.Identity identity = new RegisterStudent.Identity();
        identity.setForeignerId("F-778");
        identity.setGivenNames("Ona");
        identity.setFamilyName("Kazlauskaitė");
        identity.setBirthDate(BORN);
        RegisterStudent request = new RegisterStudent();
        request.setIdentity(identity);
        List<String> before = bench().stored();
        bench().within(everything().studyingAt(SCHOOL));
        assertThat(bench().writeStudent(service -> service.registerStudent(request))
                        .getRegisterId())
                .isEqualTo(pair.one.registerId());
        assertThat(bench().stored()).isEqualTo(before);
    }

    /** Registers a child twice, as another of the same name; gives the first and the second. */
    private List<StoredStudent> registeredTwice() {
        RegisterStudent.Identity identity = new RegisterStudent.Identity();
        identity.setGivenNames("Ona");
        identity.setFamilyName("Dukart");
        identity.setBirthDate(BORN);
        RegisterStudent request = new RegisterStudent();
        request.setIdentity(identity);
        bench().within(everything().studyingAt(SCHOOL));
        String first = bench().writeStudent(service -> service.registerStudent(request))
                .getRegisterId();
        request.getOverrule().add("MR-611");
        String second = bench().writeStudent(service -> service.registerStudent(request))
                .getRegisterId();
        return List.of(new StoredStudent(0, first), new StoredStudent(0, second));
    }

    @Test
    default void whoIsRegisteredAsAnotherOfOneNameWaitsForTheAgency() {
        List<StoredStudent> two = registeredTwice();
        Movers movers = new Movers(bench());
        Task task = movers.waiting(Movers.agency());
        assertThat(task.getKind()).isEqualTo("MERGE");
        assertThat(List.of(task.getRegisterId(), task.getOtherRegisterId()))
                .containsExactly(two.get(1).registerId(), two.get(0).registerId());
        movers.decides(Movers.agency(), task.getTaskId(), "ACCEPT");
        bench().within(everything());
        assertThat(bench().student(by(two.get(1))).getMergedInto())
                .isEqualTo(two.get(0).registerId());
    }

    @Test
    default void thatTheyAreTwoIsRemembered() {
        List<StoredStudent> two = registeredTwice();
        Movers movers = new Movers(bench());
        movers.decides(Movers.agency(), movers.waiting(Movers.agency()).getTaskId(), "OBJECT");
        bench().within(everything());
        Refusals.assertStudentRefused(
                bench(),
                service -> service.mergeStudents(Pair.request(two.get(0), two.get(1), request -> {})),
                "MR-614 otherRegisterId");
    }

    @Test
    default void whatTheAgencyCannotMergeStaysOpen() {
        List<StoredStudent> two = registeredTwice();
        Movers movers = new Movers(bench());
        Task task = movers.waiting(Movers.agency());
        bench().enrol(two.get(0).registerId(), SCHOOL);
        bench().enrol(two.get(1).registerId(), VILNIUS_SCHOOL);
        bench().within(Movers.agency());
        DecideTask noted = Movers.decision(task.getTaskId(), "OBJECT", "OTHER");
        noted.setNote("Two\nlines");
        Refusals.assertUndecided(bench(), service -> service.decideTask(noted), "MR-526 note");
        Refusals.assertUndecided(
                bench(),
                service -> service.decideTask(Movers.decision(task.getTaskId(), "ACCEPT", null)),
                "MR-594 enrolment");
        assertThat(movers.waiting(Movers.agency()).getTaskId()).isEqualTo(task.getTaskId());
    }

    @Test
    default void aRecordThatWasMergedIsWrittenByNobody() {
        Pair pair = new Pair(bench(), pupil(), musician(music()));
        pair.merge();
        bench().within(everything().studyingAt(SCHOOL));
        assertThat(Refusals.ofStudents(bench(), service -> {
                    bench().enrol(pair.other.registerId(), SCHOOL);
                    return null;
                }))
                .containsExactly("MR-501 person");
        assertThat(bench().notEnrolled().before(pair.time(), 10)).isEmpty();
    }

    @Test
    default void oneCertificateOfTwoIsSettledBeforeTheyAreMerged() {
        String number = String.valueOf(Numbers.next());
        new Pair(
                        bench(),
                        pupil().certified(paper("M", number)),
                        musician(music()).certified(paper("M", number)))
                .refused(request -> {}, "MR-594 certificate");
    }

    @Test
    default void certificatesKeepTheirNumbersAndTheirLinks() {
        var original = paper("M", "779").holder("Kazlauskaitė");
        Pair pair = new Pair(
                bench(),
                pupil(),
                musician(music())
                        .certified(original)
                        .certified(digital("D-780").holder("Kazlauskaitė").linked("DUPLICATE_OF", original)));
        Instant before = pair.time();
        pair.merge();
        List<Certificate> certificates = bench().certificates(by(pair.one)).getCertificate();
        assertThat(certificates).hasSize(3);
        assertThat(certificates.stream()
                        .filter(each -> "D-780".equals(each.getRegistrationNumber()))
                        .findFirst()
                        .flatMap(each -> each.getLink().stream().findFirst())
                        .orElseThrow()
                        .getNumber())
                .isEqualTo("779");
        for (Optional<Instant> known : List.of(Optional.of(before), Optional.<Instant>empty())) {
            assertThat(bench().verify(presented -> {
                                presented.setRegistrationNumber("D-780");
                                presented.setIssueDate(certificates.stream()
                                        .filter(each -> "D-780".equals(each.getRegistrationNumber()))
                                        .findFirst()
                                        .orElseThrow()
                                        .getIssueDate());
                                presented.setHolderFamilyName("Kazlauskaitė");
                                presented.setKnownAt(known.orElse(null));
                            })
                            .getStatus())
                    .isEqualTo(CertificateStatus.VALID);
        }
        pair.split(pair.other, false);
        assertThat(bench().certificates(by(pair.one)).getCertificate()).isEmpty();
        assertThat(bench().certificates(by(pair.other)).getCertificate()).hasSize(3);
    }
}
