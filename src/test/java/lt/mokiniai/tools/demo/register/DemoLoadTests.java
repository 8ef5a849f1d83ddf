package lt.mokiniai.tools.demo.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lt.mokiniai.register.dump.RegisterDump;
import lt.mokiniai.register.form.CsvWriter;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.SortedRecords;
import lt.mokiniai.register.history.HistoryNode;
import lt.mokiniai.register.load.LoadCounts;
import lt.mokiniai.register.load.LoadFiles;
import lt.mokiniai.register.load.LoadNode;
import lt.mokiniai.register.load.SeenRecords;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo register keeps the rules of operations: it is loaded as it was dumped. */
class DemoLoadTests {

    private static final int STUDENTS = Integer.getInteger("demo.students", 500);

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatTheDemoDumpsIsLoadedWhole(String kind, @TempDir Path folder) {
        try (Database demo = Database.h2().filled(STUDENTS, 1);
                LoadNode node = LoadNode.empty(HistoryNode.database(kind, "demo_loaded"), Database.CLOCK)) {
            try (CsvWriter writer = new CsvWriter(folder.resolve("files"))) {
                new RegisterDump(Objects.requireNonNull(demo.jdbc.getDataSource())).dump(writer, done -> {});
            }
            SeenRecords seen = new SeenRecords();
            List<Finding> findings = new ArrayList<>();
            try (SortedRecords records = SortedRecords.of(
                    List.of(folder.resolve("files")), folder.resolve("work"), seen, findings::add, read -> {})) {
                LoadCounts counts = node.load(LoadFiles.of(records, seen), findings::add);
                assertThat(counts.loaded()).isEqualTo(demo.count("person"));
            }
            assertThat(findings).allMatch(Finding::isWarning);
            List<String> content = new ArrayList<>(LoadNode.content(node.jdbc()));
            content.removeIf(row -> row.startsWith("loaded_student"));
            assertThat(content).isEqualTo(LoadNode.content(demo.jdbc));
        }
    }
}
