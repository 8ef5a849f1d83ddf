package mokiniai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Demo registers, made once and kept: each run works on a copy. They are made anew when the tables, the contracts or what makes
 * the students change.
 */
final class PreparedRegister {

    private static final List<Path> MADE_FROM = List.of(
            Path.of("src/main/resources/db/migration"),
            Path.of("src/main/resources/demo"),
            Path.of("src/main/java/lt/mokiniai/tools/demo"),
            Path.of("contracts"));

    private final Path kept;
    private final Path work;
    private final String digest = Folders.digest(MADE_FROM);

    PreparedRegister(Settings settings) {
        Path folder = settings.folder().toAbsolutePath();
        this.kept = folder.resolve("kept");
        this.work = folder.resolve("work");
    }

    /** A copy of one on the embedded database; its folder. */
    Path h2(String name, int students) {
        Path made = kept.resolve(students + "-" + digest + "/h2");
        if (!Files.exists(made)) {
            Path unfinished = making(made);
            make(unfinished, students, Map.of());
            finished(unfinished, made);
        }
        return Folders.copy(made, work.resolve(name));
    }

    /** A copy of one on PostgreSQL: {@code demo} holds its keys, {@code data} its database. */
    Path postgres(String name, int students) {
        Path made = kept.resolve(students + "-" + digest + "/postgres");
        if (!Files.exists(made)) {
            Path unfinished = making(made);
            try (Postgres postgres = Postgres.filled(unfinished.resolve("data"))) {
                make(unfinished.resolve("demo"), students, postgres.settings());
            }
            finished(unfinished, made);
        }
        return Folders.copy(made, work.resolve(name));
    }

    /** What is asked of the students of an embedded database: they are the same in one of another kind. */
    static Questions questions(Path h2) {
        List<String> codes = new ArrayList<>();
        String address = "jdbc:h2:file:" + h2.resolve("register") + ";MODE=Oracle;IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(address, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT i.personal_code FROM person_identity i
                        JOIN person_residence r ON r.person_id = i.person_id
                        WHERE i.valid_to IS NULL AND i.believed_until IS NULL AND i.personal_code IS NOT NULL
                        AND i.date_of_death IS NULL
                        AND r.valid_to IS NULL AND r.believed_until IS NULL AND r.municipality = '19'
                        AND NOT EXISTS (SELECT 1 FROM person_restriction x WHERE x.person_id = i.person_id)
                        ORDER BY i.personal_code FETCH FIRST 5000 ROWS ONLY""")) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Questions(codes);
    }

    private static Path making(Path made) {
        Path unfinished = made.resolveSibling(made.getFileName() + "-unfinished");
        Folders.remove(unfinished);
        try {
            Files.createDirectories(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return unfinished;
    }

    private static void finished(Path unfinished, Path made) {
        try {
            Files.move(unfinished, made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path folder, int students, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("mokiniai.demo.students", String.valueOf(students));
        System.out.printf("Making a register of %,d students in %s%n", students, folder);
        long begun = System.nanoTime();
        OurServer.start(folder, all).close();
        System.out.printf(
                "Made in %d s%n", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }
}
