package lt.mokiniai.register.load;

import static lt.mokiniai.register.form.RecordKind.CITIZENSHIP;
import static lt.mokiniai.register.form.RecordKind.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.history.HistoryNode;
import lt.mokiniai.register.times.ReadTimes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A register that is read while students are loaded into it: as known at a time it tells the same for ever. */
class LoadKnownAtTests {

    private static final int STUDENTS = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatWasToldWhileStudentsWereLoadedIsToldForEver(String kind) throws Exception {
        String address = HistoryNode.database(kind, "loaded_for_ever");
        try (LoadNode loading = LoadNode.ofDatabaseTime(address);
                LoadNode reading = LoadNode.ofDatabaseTime(address)) {
            AtomicBoolean isLoading = new AtomicBoolean(true);
            ExecutorService threads = Executors.newSingleThreadExecutor();
            try {
                Future<Map<Instant, Integer>> told = threads.submit(() -> reads(reading, isLoading));
                List<Finding> findings = new ArrayList<>();
                LoadCounts counts;
                try {
                    counts = loading.load(present().files(), findings::add);
                } finally {
                    isLoading.set(false);
                }

                assertThat(findings).isEmpty();
                assertThat(counts.loaded()).isEqualTo(STUDENTS);
                assertThat(told.get()).isNotEmpty();
                assertThat(told.get().values())
                        .as("some of them while others came")
                        .anyMatch(count -> count < STUDENTS);
                told.get()
                        .forEach((knownAt, count) -> assertThat(known(reading, knownAt))
                                .as("as known at " + knownAt)
                                .isEqualTo(count));
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static WrittenRecords present() {
        WrittenRecords all = new WrittenRecords();
        for (int i = 0; i < STUDENTS; i++) {
            all.with(
                            IDENTITY,
                            "student",
                            "k" + i,
                            "personalCode",
                            Pupils.code(i),
                            "givenNames",
                            "Jonas",
                            "familyName",
                            "Petraitis",
                            "birthDate",
                            Pupils.BORN,
                            "validFrom",
                            Pupils.BORN)
                    .with(CITIZENSHIP, "student", "k" + i, "country", "LT", "validFrom", Pupils.BORN);
        }
        return all;
    }

    private static Map<Instant, Integer> reads(LoadNode node, AtomicBoolean isLoading) {
        TransactionTemplate transaction = new TransactionTemplate(node.bean(PlatformTransactionManager.class));
        Map<Instant, Integer> told = new LinkedHashMap<>();
        while (isLoading.get()) {
            transaction.executeWithoutResult(status -> {
                Instant knownAt = node.bean(ReadTimes.class).asked(null, null).knownAt();
                told.put(knownAt, known(node, knownAt));
            });
        }
        return told;
    }

    private static int known(LoadNode node, Instant at) {
        Integer count = node.jdbc()
                .queryForObject(
                        "SELECT COUNT(*) FROM person_citizenship WHERE recorded_at <= ?",
                        Integer.class,
                        at.atOffset(ZoneOffset.UTC));
        return count == null ? 0 : count;
    }
}
