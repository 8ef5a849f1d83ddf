package lt.mokiniai.register.load;

import static lt.mokiniai.register.form.RecordKind.CERTIFICATE;
import static lt.mokiniai.register.form.RecordKind.CERTIFICATE_STATE;
import static lt.mokiniai.register.form.RecordKind.DISTINCT;
import static lt.mokiniai.register.form.RecordKind.IDENTITY;
import static lt.mokiniai.register.form.RecordKind.MERGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lt.mokiniai.register.form.Finding;
import org.junit.jupiter.api.Test;

/** What students of the files are to each other, and to those in the register: merges, and what two are known by. */
abstract class TogetherRules extends LoadSuite {

    /** A student without a code, whose record was merged into another's. */
    private static WrittenRecords merged(String key, String into, String kept) {
        return new WrittenRecords()
                .with(
                        IDENTITY,
                        "student",
                        key,
                        "givenNames",
                        "Jonas",
                        "familyName",
                        "Petraitis",
                        "birthDate",
                        Pupils.BORN,
                        "validFrom",
                        Pupils.BORN,
                        "recordedAt",
                        Pupils.KNOWN,
                        "believedUntil",
                        Pupils.DECIDED)
                .with(merge(key, into, kept, Pupils.DECIDED));
    }

    private static WrittenRecords merge(String key, String into, String kept, String recorded) {
        return new WrittenRecords()
                .with(
                        MERGE,
                        "student",
                        key,
                        "into",
                        into,
                        "kept",
                        kept,
                        "mergedAt",
                        Pupils.DECIDED,
                        "reason",
                        "one child",
                        "validFrom",
                        Pupils.BORN,
                        "recordedAt",
                        recorded);
    }

    private static WrittenRecords merged() {
        return merged("a", "b", "b")
                .with(Pupils.plain("c", 3))
                .with(DISTINCT, "student", "c", "other", "a", "reason", "twins", "recordedAt", Pupils.DECIDED);
    }

    @Test
    void mergesAreRecordedWhenAllStudentsAre() {
        WrittenRecords records = merged().with(Pupils.plain("b", 2));

        LoadCounts counts = load(records);

        assertThat(findings).isEmpty();
        assertThat(counts.isAllThere()).isTrue();
        assertThat(node().jdbc()
                        .queryForList(
                                "SELECT s.student_key || o.student_key || k.student_key FROM person_merge m"
                                        + " JOIN loaded_student s ON s.person_id = m.person_id"
                                        + " JOIN loaded_student o ON o.person_id = m.into_id"
                                        + " JOIN loaded_student k ON k.person_id = m.kept_id"
                                        + " WHERE m.merged_at = m.recorded_at AND m.believed_until IS NULL",
                                String.class))
                .containsExactly("abb");
        assertThat(node().count("person_distinct WHERE person_id < other_id")).isEqualTo(1);
        assertThat(node().count("loaded_student WHERE is_linked = 0")).isZero();
        List<String> before = node().content();

        assertThat(load(merged().with(Pupils.plain("b", 2))).thereAlready()).isEqualTo(3);
        assertThat(node().content()).isEqualTo(before);
    }

    @Test
    void aMergeWithWhoIsNotThereIsRecordedWhenTheyAre() {
        LoadCounts counts = load(merged());

        assertThat(told()).containsExactly("MR-L324 merges.csv:2 into", "MR-L324 merges.csv:2 kept");
        assertThat(counts.loaded()).isEqualTo(2);
        assertThat(counts.linksRefused()).isEqualTo(1);
        assertThat(counts.isAllThere()).isFalse();
        assertThat(node().count("person_merge")).isZero();

        assertThat(load(merged().with(Pupils.plain("b", 2))).isAllThere()).isTrue();
        assertThat(node().count("person_merge")).isEqualTo(1);
    }

    @Test
    void aMergeOfAnEarlierTimeIsNotRecordedOnceTheRegisterHasAnswered() {
        load(merged());
        findings.clear();
        answer("students/v1");

        LoadCounts counts = load(merged().with(withoutHistory("b", 2)));

        assertThat(told()).containsExactly("MR-L315 merges.csv:2 null");
        assertThat(counts.linksRefused()).isEqualTo(1);
        assertThat(node().count("person_merge")).isZero();
    }

    @Test
    void aRecordIsGivenUpWhenItIsMergedAndAtNoOtherTime() {
        load(merged().set(MERGE, 0, "mergedAt", "2025-06-15T09:00:00+03:00").with(Pupils.plain("b", 2)));

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "MR-L329 merges.csv:2 mergedAt",
                        "MR-L325 students.csv:2 believedUntil",
                        "MR-L324 distincts.csv:2 other");
        assertThat(keys()).containsExactly("b", "c");
    }

    @Test
    void aMergeIsNotRecordedBeforeItWas() {
        load(merged().set(MERGE, 0, "recordedAt", Pupils.KNOWN).with(Pupils.plain("b", 2)));

        assertThat(told()).contains("MR-L329 merges.csv:2 mergedAt");
        assertThat(keys()).containsExactly("b", "c");
    }

    @Test
    void recordsThatWereMergedInACircleAreRefused() {
        LoadCounts counts = load(merged("a", "b", "c")
                .with(merged("b", "c", "c"))
                .with(merged("c", "a", "a"))
                .with(Pupils.plain("d", 4)));

        assertThat(told())
                .containsExactly("MR-L330 merges.csv:2 into", "MR-L330 merges.csv:3 into", "MR-L330 merges.csv:4 into");
        assertThat(counts.refused()).isEqualTo(3);
        assertThat(keys()).containsExactly("d");
    }

    @Test
    void ofRecordsThatWereMergedOneAfterTheOtherTheLastIsKept() {
        assertThat(load(merged("a", "b", "c").with(merged("b", "c", "c")).with(Pupils.plain("c", 3)))
                        .isAllThere())
                .isTrue();
        assertThat(findings).isEmpty();
        assertThat(merges()).containsExactly("a b c", "b c c");
    }

    @Test
    void theOneThatIsKeptIsTheLastOfAll() {
        load(merged("a", "b", "b").with(merged("b", "c", "c")).with(Pupils.plain("c", 3)));

        assertThat(told()).containsExactly("MR-L331 merges.csv:2 kept");
        assertThat(keys()).containsExactly("b", "c");
    }

    @Test
    void whereAllCameTogetherIsLookedAtAtEachTime() {
        WrittenRecords first = merged("a", "b", "b").set(MERGE, 0, "believedUntil", Pupils.LEFT);
        WrittenRecords later = merge("a", "b", "c", Pupils.LEFT);
        WrittenRecords further = merged("b", "c", "c")
                .set(IDENTITY, 0, "believedUntil", Pupils.LEFT)
                .set(MERGE, 0, "mergedAt", Pupils.LEFT)
                .set(MERGE, 0, "recordedAt", Pupils.LEFT)
                .with(Pupils.plain("c", 3));

        load(new WrittenRecords().with(merged("a", "b", "b")).with(further));
        assertThat(told()).containsExactly("MR-L331 merges.csv:2 kept");
        assertThat(keys()).containsExactly("b", "c");
        emptyRegister();

        load(new WrittenRecords().with(first).with(later).with(further));
        assertThat(findings).isEmpty();
        assertThat(merges()).containsExactly("a b c", "b c c");
        assertThat(node().count("person_merge")).isEqualTo(3);
    }

    @Test
    void whatTheRegisterMergedLeadsOnToo() {
        load(merged("b", "c", "c").with(Pupils.plain("c", 3)));
        findings.clear();

        LoadCounts counts = load(merged("a", "b", "b"));

        assertThat(told()).containsExactly("MR-L331 merges.csv:2 kept");
        assertThat(counts.refused()).isEqualTo(1);
        assertThat(merges()).containsExactly("b c c");
        findings.clear();

        assertThat(load(merged("d", "b", "c")).isAllThere()).isTrue();
        assertThat(merges()).containsExactly("b c c", "d b c");
    }

    @Test
    void aMergeThatIsNotRecordedLeadsNowhere() {
        WrittenRecords second = merged("b", "c", "c").set(IDENTITY, 0, "personalCode", Pupils.code(1));
        load(second);
        load(Pupils.plain("d", 1));
        findings.clear();

        LoadCounts counts = load(merged("a", "b", "c").with(second).with(Pupils.plain("c", 3)));

        assertThat(told()).containsExactly("MR-L311 students.csv:3 personalCode", "MR-L331 merges.csv:2 kept");
        assertThat(counts.linksRefused()).isEqualTo(2);
        assertThat(merges()).isEmpty();
    }

    private List<String> merges() {
        return node().jdbc()
                .queryForList(
                        "SELECT s.student_key || ' ' || o.student_key || ' ' || k.student_key FROM person_merge m"
                                + " JOIN loaded_student s ON s.person_id = m.person_id"
                                + " JOIN loaded_student o ON o.person_id = m.into_id"
                                + " JOIN loaded_student k ON k.person_id = m.kept_id"
                                + " WHERE m.believed_until IS NULL ORDER BY s.student_key",
                        String.class);
    }

    @Test
    void whoHasTheCodeOfAMergedRecordIsAsWrongAsIt() {
        WrittenRecords former = merged("a", "b", "b").set(IDENTITY, 0, "personalCode", Pupils.code(1));

        load(new WrittenRecords().with(former).with(Pupils.plain("b", 2)).with(Pupils.plain("c", 1)));

        assertThat(told())
                .containsExactly("MR-L310 students.csv:2 personalCode", "MR-L310 students.csv:4 personalCode");
        assertThat(keys()).containsExactly("b");
    }

    @Test
    void theCodeOfAMergedRecordMayBeOfTheOneThatIsKept() {
        WrittenRecords former = merged("a", "b", "b").set(IDENTITY, 0, "personalCode", Pupils.code(2));

        load(Pupils.plain("b", 2));
        load(new WrittenRecords().with(former).with(Pupils.plain("b", 2)));

        assertThat(findings).isEmpty();
        assertThat(merges()).containsExactly("a b b");
    }

    @Test
    void whoHasTheCodeInTheRegisterIsFoundBeforeTheMergedRecordIsLoaded() {
        WrittenRecords former = merged("a", "b", "b").set(IDENTITY, 0, "personalCode", Pupils.code(1));
        load(Pupils.plain("d", 1));

        load(new WrittenRecords().with(former).with(Pupils.plain("b", 2)));

        assertThat(told()).containsExactly("MR-L311 students.csv:2 personalCode");
        assertThat(keys()).containsExactly("b", "d");
    }

    @Test
    void whoCameWhileTheMergeWaitedKeepsTheCode() {
        WrittenRecords former = merged("a", "b", "b").set(IDENTITY, 0, "personalCode", Pupils.code(1));
        load(former);
        load(Pupils.plain("d", 1));
        assertThat(keys()).containsExactly("a", "d");
        findings.clear();

        LoadCounts tried = node().bean(RegisterLoad.class)
                .tryOut(
                        new WrittenRecords()
                                .with(former)
                                .with(Pupils.plain("b", 2))
                                .files(),
                        findings::add,
                        done -> {});
        assertThat(told()).containsExactly("MR-L311 students.csv:2 personalCode");
        findings.clear();
        LoadCounts counts = load(new WrittenRecords().with(former).with(Pupils.plain("b", 2)));

        assertThat(told()).containsExactly("MR-L311 students.csv:2 personalCode");
        assertThat(counts.linksRefused()).isEqualTo(1);
        assertThat(tried).isEqualTo(counts);
        assertThat(merges()).isEmpty();
    }

    @Test
    void theNumberOfACertificateIsOfOneStudent() {
        WrittenRecords same = Pupils.whole("k2", 2).set(CERTIFICATE, 0, "registrationNumber", "D2025-00000001");

        load(new WrittenRecords().with(Pupils.whole("k1", 1)).with(same).with(Pupils.whole("k3", 3)));
        assertThat(told())
                .containsExactly(
                        "MR-L332 certificates.csv:2 registrationNumber",
                        "MR-L332 certificates.csv:3 registrationNumber");
        assertThat(keys()).containsExactly("k3");
        findings.clear();

        load(Pupils.whole("k1", 1));
        load(same);
        assertThat(told()).containsExactly("MR-L333 certificates.csv:2 registrationNumber");
        assertThat(keys()).containsExactly("k1", "k3");
    }

    @Test
    void soIsTheNumberOfAForm() {
        load(new WrittenRecords()
                .with(onPaper("k1", 1, "0000001"))
                .with(onPaper("k2", 2, "0000001"))
                .with(onPaper("k3", 3, "0000003"))
                .with(onPaper("k4", 4, "0000004")));
        assertThat(told())
                .containsExactly(
                        "MR-L332 certificates.csv:2 documentNumber", "MR-L332 certificates.csv:3 documentNumber");
        findings.clear();

        load(new WrittenRecords().with(onPaper("k5", 5, "0000004")).with(onPaper("k6", 6, "0000006")));
        assertThat(told()).containsExactly("MR-L333 certificates.csv:2 documentNumber");
        assertThat(keys()).containsExactly("k3", "k4", "k6");
    }

    private static WrittenRecords onPaper(String key, int number, String form) {
        return Pupils.whole(key, number)
                .set(CERTIFICATE, 0, "registrationNumber", null)
                .set(CERTIFICATE, 0, "series", "H")
                .set(CERTIFICATE, 0, "documentNumber", form)
                .set(CERTIFICATE, 0, "formCode", "2001")
                .set(CERTIFICATE, 0, "issueDate", "2022-06-20")
                .set(CERTIFICATE_STATE, 0, "validFrom", "2022-06-20");
    }

    @Test
    void oneStudentHasNoTwoCertificatesOfOneNumber() {
        WrittenRecords twice = Pupils.whole("k1", 1);
        twice.with(Pupils.whole("k1", 1)
                .without(IDENTITY)
                .only(CERTIFICATE, CERTIFICATE_STATE)
                .setAll("certificate", "c2"));

        load(twice);

        assertThat(told()).containsExactly("MR-L332 certificates.csv:3 registrationNumber");
        assertThat(keys()).isEmpty();
    }

    @Test
    void aCertificateStandsWithTheOneWhoseRecordWasKept() {
        WrittenRecords before = Pupils.whole("a", 1)
                .only(CERTIFICATE, CERTIFICATE_STATE)
                .setAll("recordedAt", Pupils.KNOWN)
                .set(CERTIFICATE_STATE, 0, "believedUntil", Pupils.DECIDED);
        WrittenRecords since =
                Pupils.whole("b", 1).only(CERTIFICATE, CERTIFICATE_STATE).setAll("recordedAt", Pupils.DECIDED);

        load(new WrittenRecords()
                .with(merged("a", "b", "b").with(before))
                .with(Pupils.plain("b", 2).with(since)));

        assertThat(findings).isEmpty();
        assertThat(keys()).containsExactly("a", "b");
        assertThat(node().count("certificate")).isEqualTo(2);
        load(new WrittenRecords().with(Pupils.whole("c", 1)));
        assertThat(told()).containsExactly("MR-L333 certificates.csv:2 registrationNumber");
    }

    @Test
    void whoMayBeOneIsToldAndLoadedAsAnOperationDoes() {
        WrittenRecords alike = new WrittenRecords()
                .with(nameless("k1", "Jonas"))
                .with(nameless("k2", "JONAS"))
                .with(nameless("k3", "Petras"));

        LoadCounts counts = load(alike);

        assertThat(told()).containsExactly("MR-611 students.csv:2 givenNames", "MR-611 students.csv:3 givenNames");
        assertThat(findings).allMatch(Finding::isWarning);
        assertThat(counts.loaded()).isEqualTo(3);
        assertThat(counts.isAllThere()).isTrue();
        findings.clear();

        assertThat(load(nameless("k4", "Petras")).loaded()).isEqualTo(1);
        assertThat(told()).containsExactly("MR-611 students.csv:2 givenNames");
    }

    /** A student of whom no code is known. */
    private static WrittenRecords nameless(String key, String givenNames) {
        return withoutHistory(key, 1).set(IDENTITY, 0, "personalCode", null).set(IDENTITY, 0, "givenNames", givenNames);
    }
}
