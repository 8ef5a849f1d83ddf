package lt.mokiniai.register.load;

import static lt.mokiniai.register.form.RecordKind.ENROLMENT;
import static lt.mokiniai.register.form.RecordKind.IDENTITY;
import static lt.mokiniai.register.form.RecordKind.INSTITUTION;
import static lt.mokiniai.register.form.RecordKind.PROGRAMME;
import static lt.mokiniai.register.form.RecordKind.RESIDENCE;
import static lt.mokiniai.register.form.RecordKind.STAGE;
import static lt.mokiniai.register.form.RecordKind.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.register.bench.Reference;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.load.WrongRecords.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a load promises on every database. */
abstract class LoadContract extends TogetherRules {

    static List<Case> wrongRecords() {
        return WrongRecords.all();
    }

    @ParameterizedTest
    @MethodSource("wrongRecords")
    void whatBreaksARuleIsToldAndNothingOfTheStudentIsLoaded(Case wrong) {
        WrittenRecords records = Pupils.whole("k1", 1);
        wrong.breach().accept(records);

        LoadCounts counts =
                load(new WrittenRecords().with(Pupils.whole("k0", 0)).with(records));

        assertThat(findings)
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(wrong.code());
                    assertThat(finding.field()).isEqualTo(wrong.field());
                    assertThat(finding.place().file()).isEqualTo(wrong.kind().file());
                    assertThat(finding.text().lt()).isNotEqualTo(finding.text().en());
                })
                .allSatisfy(finding -> assertThat(finding.place().line()).isGreaterThan(1));
        assertThat(counts.loaded()).isEqualTo(1);
        assertThat(counts.refused()).isEqualTo(1);
        assertThat(counts.isAllThere()).isFalse();
        assertThat(keys()).containsExactly("k0");
        assertThat(node().count("person")).isEqualTo(1);
        assertThat(node().count("enrolment")).isEqualTo(1);
    }

    @Test
    void whatIsRightIsLoadedWithItsHistory() {
        LoadCounts counts = load(Pupils.whole("k1", 1));

        assertThat(findings).isEmpty();
        assertThat(counts.loaded()).isEqualTo(1);
        assertThat(counts.isAllThere()).isTrue();
        List<String> empty = LoadNode.TABLES.stream()
                .filter(table -> node().count(table) == 0)
                .toList();
        assertThat(empty)
                .containsExactlyInAnyOrder("certificate_link", "certificate_module", "person_merge", "person_distinct");
        assertThat(node().jdbc()
                        .queryForList(
                                "SELECT municipality FROM person_residence WHERE recorded_at <= ?"
                                        + " AND (believed_until IS NULL OR believed_until > ?)",
                                String.class,
                                OffsetDateTime.parse("2025-01-01T00:00:00Z"),
                                OffsetDateTime.parse("2025-01-01T00:00:00Z")))
                .containsExactly(Reference.KAUNAS);
        assertThat(time("SELECT recorded_at FROM person"))
                .isEqualTo(OffsetDateTime.parse(Pupils.KNOWN).toInstant());
        assertThat(time("SELECT last_recorded_at FROM person"))
                .isEqualTo(OffsetDateTime.parse(Pupils.LEFT).toInstant());
        assertThat(node().jdbc().queryForList("SELECT state FROM load_run", String.class))
                .containsExactly("DONE");
    }

    @Test
    void whatIsUnlikelyIsToldAndLoaded() {
        LoadCounts counts = load(Pupils.plain("k1", 1)
                .set(STAGE, 0, "classLevel", "10")
                .set(STAGE, 1, "classLevel", "10")
                .set(
                        ENROLMENT,
                        1,
                        "leftTo",
                        LegalEntityCode.completing("30400000").value()));

        assertThat(findings).isNotEmpty().allMatch(Finding::isWarning);
        assertThat(findings).extracting(Finding::code).contains("MR-602");
        assertThat(counts.isAllThere()).isTrue();
        assertThat(keys()).containsExactly("k1");
    }

    @Test
    void theSameAgainChangesNothingInWhateverOrderItStands() {
        load(new WrittenRecords().with(Pupils.whole("k1", 1)).with(Pupils.plain("k2", 2)));
        List<String> before = node().content();
        CLOCK.set(CLOCK.instant().plusSeconds(60));

        LoadCounts again = load(new WrittenRecords().with(Pupils.plain("k2", 2)).with(Pupils.whole("k1", 1)));

        assertThat(findings).isEmpty();
        assertThat(again.loaded()).isZero();
        assertThat(again.thereAlready()).isEqualTo(2);
        assertThat(again.isAllThere()).isTrue();
        assertThat(node().content()).isEqualTo(before);
    }

    @Test
    void whoWasLoadedWithOtherParticularsIsRefused() {
        load(Pupils.plain("k1", 1));
        List<String> before = node().content();

        LoadCounts again = load(Pupils.plain("k1", 1).set(RESIDENCE, 1, "house", "4"));

        assertThat(told()).containsExactly("MR-L312 students.csv:2 student");
        assertThat(again.refused()).isEqualTo(1);
        assertThat(node().content()).isEqualTo(before);
    }

    @Test
    void aMendedFileLoadsWhoWasRefused() {
        WrittenRecords wrong = Pupils.plain("k2", 2).set(IDENTITY, 0, "sex", "M");
        load(new WrittenRecords().with(Pupils.plain("k1", 1)).with(wrong));
        assertThat(keys()).containsExactly("k1");

        LoadCounts mended =
                load(new WrittenRecords().with(Pupils.plain("k1", 1)).with(wrong.set(IDENTITY, 0, "sex", "V")));

        assertThat(mended.loaded()).isEqualTo(1);
        assertThat(mended.thereAlready()).isEqualTo(1);
        assertThat(keys()).containsExactly("k1", "k2");
    }

    @Test
    void oneOfTwoWithOneCodeIsAsWrongAsTheOther() {
        LoadCounts counts = load(new WrittenRecords()
                .with(Pupils.plain("k1", 1))
                .with(Pupils.plain("k2", 1).set(IDENTITY, 0, "givenNames", "Petras"))
                .with(Pupils.plain("k3", 3)));

        assertThat(told())
                .containsExactly("MR-L310 students.csv:2 personalCode", "MR-L310 students.csv:3 personalCode");
        assertThat(counts.refused()).isEqualTo(2);
        assertThat(keys()).containsExactly("k3");
    }

    @Test
    void aCodeThatWasBelievedOfSomebodyWronglyIsAnothers() {
        WrittenRecords corrected = Pupils.plain("k1", 1)
                .set(IDENTITY, 0, "believedUntil", Pupils.DECIDED)
                .with(
                        IDENTITY,
                        "student",
                        "k1",
                        "personalCode",
                        Pupils.code(2),
                        "givenNames",
                        "Jonas",
                        "familyName",
                        "Petraitis",
                        "birthDate",
                        Pupils.BORN,
                        "validFrom",
                        Pupils.BORN,
                        "recordedAt",
                        Pupils.DECIDED);

        load(new WrittenRecords().with(corrected).with(Pupils.plain("k2", 1)));

        assertThat(findings).isEmpty();
        assertThat(keys()).containsExactly("k1", "k2");
    }

    @Test
    void whoseCodeIsInTheRegisterIsRefused() {
        load(Pupils.plain("k1", 1));

        LoadCounts counts =
                load(new WrittenRecords().with(Pupils.plain("k2", 1)).with(Pupils.plain("k3", 3)));

        assertThat(told()).containsExactly("MR-L311 students.csv:2 personalCode");
        assertThat(counts.refused()).isEqualTo(1);
        assertThat(keys()).containsExactly("k1", "k3");
    }

    @Test
    void identifiersAreKeptAndNobodyHasAnothers() {
        String id = "0123456789ABCDEF";
        load(Pupils.plain("k1", 1)
                .set(IDENTITY, 0, "registerId", id)
                .set(ENROLMENT, 0, "registerId", "E123456789ABCDEF")
                .set(ENROLMENT, 1, "registerId", "E123456789ABCDEF"));
        assertThat(node().jdbc().queryForList("SELECT register_id FROM person", String.class))
                .containsExactly(id);
        assertThat(node().jdbc().queryForList("SELECT register_id FROM enrolment", String.class))
                .containsExactly("E123456789ABCDEF");

        load(new WrittenRecords()
                .with(Pupils.plain("k2", 2).set(IDENTITY, 0, "registerId", id))
                .with(Pupils.plain("k3", 3)
                        .set(ENROLMENT, 0, "registerId", "E123456789ABCDEF")
                        .set(ENROLMENT, 1, "registerId", "E123456789ABCDEF"))
                .with(Pupils.plain("k4", 4).set(IDENTITY, 0, "registerId", "F123456789ABCDEF"))
                .with(Pupils.plain("k5", 5).set(IDENTITY, 0, "registerId", "F123456789ABCDEF")));

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "MR-L314 students.csv:2 registerId",
                        "MR-L314 enrolments.csv:5 registerId",
                        "MR-L314 students.csv:4 registerId",
                        "MR-L314 students.csv:5 registerId");
        assertThat(keys()).containsExactly("k1");
    }

    @Test
    void whatIsNotSaidToHaveBeenRecordedIsRecordedByTheLoad() {
        WrittenRecords records =
                Pupils.plain("k1", 1).without(WRITE).without(ENROLMENT).without(STAGE);
        records.without(RESIDENCE).setAll("recordedAt", null);

        load(records);

        assertThat(findings).isEmpty();
        assertThat(time("SELECT recorded_at FROM person_identity"))
                .isEqualTo(CLOCK.instant().plusNanos(1_000));
        assertThat(node().jdbc().queryForList("SELECT operation || user_id FROM person_write", String.class))
                .containsExactly("loadtester");
        assertThat(node().count("open_write")).isZero();
    }

    @Test
    void aRegisterThatHasAnsweredTakesNoHistoryAnyMore() {
        answer("students");
        WrittenRecords present = new WrittenRecords()
                .with(
                        IDENTITY,
                        "student",
                        "k2",
                        "givenNames",
                        "Petras",
                        "familyName",
                        "Petraitis",
                        "birthDate",
                        Pupils.BORN,
                        "validFrom",
                        Pupils.BORN);

        LoadCounts counts =
                load(new WrittenRecords().with(Pupils.plain("k1", 1)).with(present));

        assertThat(told())
                .contains("MR-L315 students.csv:2 recordedAt", "MR-L315 residences.csv:2 recordedAt")
                .allMatch(each -> each.startsWith("MR-L315"));
        assertThat(counts.refused()).isEqualTo(1);
        assertThat(keys()).containsExactly("k2");
    }

    @Test
    void questionsAboutContractsAndFormerLoadsAreNoAnswers() {
        answer("meta/v1");
        load(Pupils.plain("k1", 1));
        node().jdbc().update("UPDATE message_log SET service = 'load', receipt = (SELECT receipt FROM load_run)");

        load(Pupils.plain("k2", 2));

        assertThat(findings).isEmpty();
        assertThat(keys()).containsExactly("k1", "k2");
    }

    @Test
    void whatIsTriedTellsTheSameAndWritesNothing() {
        WrittenRecords records = new WrittenRecords();
        int number = 0;
        for (Case each : WrongRecords.all().subList(0, 20)) {
            WrittenRecords wrong = Pupils.whole("k1", number++);
            each.breach().accept(wrong);
            records.with(wrong.setAll("student", "w" + number));
        }
        records.with(Pupils.whole("k0", 900)).with(Pupils.plain("k8", 901)).with(Pupils.plain("k9", 901));
        List<Finding> tried = new ArrayList<>();

        LoadCounts wouldBe = node().bean(RegisterLoad.class).tryOut(records.files(), tried::add, done -> {});
        assertThat(node().rowsOfStudents()).isZero();
        LoadCounts is = load(records);

        assertThat(tried).isEqualTo(findings).hasSizeGreaterThan(20);
        assertThat(wouldBe).isEqualTo(is);
        assertThat(keys()).containsExactly("k0");
    }

    @Test
    void tenThousandErrorsAreTenThousandFindings() {
        WrittenRecords records = new WrittenRecords();
        for (int i = 0; i < 10_000; i++) {
            records.with(
                    IDENTITY,
                    "student",
                    "k" + i,
                    "givenNames",
                    // None are called alike: digits as letters.
                    "Jonas"
                            + String.valueOf(i)
                                    .chars()
                                    .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'a')))
                                    .collect(Collectors.joining()),
                    "familyName",
                    "Petraitis",
                    "birthDate",
                    "2027-01-01",
                    "validFrom",
                    "2027-01-01");
        }
        List<Long> done = new ArrayList<>();

        LoadCounts counts = node().bean(RegisterLoad.class).tryOut(records.files(), findings::add, done::add);

        assertThat(counts.refused()).isEqualTo(10_000);
        assertThat(findings).hasSize(10_000).allMatch(each -> each.code().equals("MR-537"));
        assertThat(done).isSorted().endsWith(10_000L);
    }

    @Test
    void whatTheRegisterHasOfInstitutionsAndProgrammesIsNotChanged() {
        WrittenRecords otherwise = new WrittenRecords()
                .with(
                        PROGRAMME,
                        "stateCode",
                        Reference.BASIC,
                        "nameLt",
                        Reference.NAMED + Reference.BASIC,
                        "nameEn",
                        "By another name",
                        "family",
                        "BASIC",
                        "registered",
                        "2010-01-01");

        LoadCounts counts = load(otherwise);

        assertThat(told()).containsExactly("MR-L316 programmes.csv:2 nameEn");
        assertThat(counts.referenceRefused()).isEqualTo(1);
        assertThat(counts.isAllThere()).isFalse();
        findings.clear();

        LoadCounts same = load(otherwise.set(PROGRAMME, 0, "nameEn", Reference.NAMED + Reference.BASIC + " en"));
        assertThat(findings).isEmpty();
        assertThat(same.referenceThereAlready()).isEqualTo(1);
    }

    @Test
    void whoSucceededAnInstitutionIsToldOfOneThatWasClosed() {
        String code = LegalEntityCode.completing("30500000").value();
        WrittenRecords open = new WrittenRecords()
                .with(
                        INSTITUTION,
                        "code",
                        code,
                        "codeKind",
                        "LEGAL_ENTITY",
                        "name",
                        "Mokykla",
                        "type",
                        "GYMNASIUM",
                        "founderKind",
                        "20",
                        "municipality",
                        Reference.KAUNAS,
                        "registered",
                        "2010-01-01",
                        "successor",
                        Reference.SCHOOL);

        LoadCounts counts = load(open);

        assertThat(told()).containsExactly("MR-L326 institutions.csv:2 successor");
        assertThat(counts.referenceRefused()).isEqualTo(1);
        assertThat(node().count("institution WHERE code = '" + code + "'")).isZero();
    }

    @Test
    void whoIsLoadedAfterTheFirstAnswerHasNoHistory() {
        WrittenRecords records = new WrittenRecords();
        for (int i = 0; i < 203; i++) {
            records.with(Pupils.plain("k%03d".formatted(i), i));
        }
        List<Long> done = new ArrayList<>();

        LoadCounts counts = loadAnd(records, finding -> {}, students -> {
            if (done.isEmpty()) {
                answer("students/v1");
            }
            done.add(students);
        });

        assertThat(done).containsExactly(200L, 203L);
        assertThat(counts.loaded()).isEqualTo(200);
        assertThat(counts.refused()).isEqualTo(3);
        assertThat(findings).isNotEmpty().allMatch(each -> each.code().equals("MR-L315"));
        assertThat(keys()).hasSize(200).doesNotContain("k200", "k201", "k202");
    }

    /** What was looked at before the answer is looked at again, and what was told of it is told once. */
    @Test
    void anAnswerBetweenTheLookAndTheWriteIsSeen() {
        WrittenRecords records = Pupils.plain("k1", 1)
                .set(STAGE, 0, "classLevel", "10")
                .set(STAGE, 1, "classLevel", "10")
                .with(withoutHistory("k2", 2));
        List<Finding> warned = new ArrayList<>();

        LoadCounts counts = loadAnd(
                records,
                finding -> {
                    if (finding.isWarning() && warned.isEmpty()) {
                        answer("students/v1");
                    }
                    if (finding.isWarning()) {
                        warned.add(finding);
                    }
                },
                students -> {});

        assertThat(warned).isNotEmpty().doesNotHaveDuplicates();
        assertThat(counts.loaded()).isEqualTo(1);
        assertThat(counts.refused()).isEqualTo(1);
        assertThat(told()).contains("MR-L315 students.csv:2 recordedAt").doesNotHaveDuplicates();
        assertThat(keys()).containsExactly("k2");
    }

    private LoadCounts loadAnd(WrittenRecords records, Consumer<Finding> found, LongConsumer done) {
        try (LoadRun run =
                node().bean(LoadRuns.class).begin("tester", List.of()).orElseThrow()) {
            return node().bean(RegisterLoad.class).load(records.files(), run, found.andThen(findings::add), done);
        }
    }

    @Test
    void whomTheDatabaseRefusesIsFoundAndTheOthersAreLoaded() {
        WrittenRecords records = new WrittenRecords();
        for (int i = 0; i < 7; i++) {
            records.with(Pupils.plain("k" + i, i));
        }
        // Longer than the form lets it be: nothing looked at it before the database does.
        records.set(WRITE, 4, "party", "p".repeat(21));

        LoadCounts counts = load(records);

        assertThat(told()).containsExactly("MR-L322 students.csv:6 student");
        assertThat(counts.loaded()).isEqualTo(6);
        assertThat(counts.refused()).isEqualTo(1);
        assertThat(keys()).containsExactly("k0", "k1", "k2", "k3", "k5", "k6");
    }

    @Test
    void theSexIsThatOfTheCodeWhereNoneIsTold() {
        load(withoutHistory("k1", 1));

        assertThat(node().jdbc().queryForList("SELECT sex FROM person_identity", String.class))
                .containsExactly("V");
    }

    @Test
    void oneLoadsAtATimeAndWhoWasCutOffIsSeen() {
        LoadRuns runs = node().bean(LoadRuns.class);
        LoadRun first = runs.begin("first", List.of()).orElseThrow();
        assertThat(runs.begin("second", List.of())).isEmpty();
        first.close();

        LoadRun second = runs.begin("second", List.of()).orElseThrow();
        second.close();

        assertThatThrownBy(() -> runs.end(first, new LoadCounts(1, 0, 0, 0, Map.of(), 0, 0)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(node().jdbc()
                        .queryForList("SELECT loaded_by || ' ' || state FROM load_run ORDER BY id", String.class))
                .containsExactly("first INTERRUPTED", "second RUNNING");
    }
}
