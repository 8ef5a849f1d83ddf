package lt.mokiniai.tools.command.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import lt.mokiniai.tools.command.Commands;
import lt.mokiniai.tools.command.Commands.Outcome;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that dumps a register; what it writes is tried with the demo register. */
class DumpTests {

    private static final String ADDRESS = "jdbc:h2:mem:dump-command;MODE=Oracle;DB_CLOSE_DELAY=-1";

    @TempDir
    private Path folder;

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(ADDRESS, "sa", "")
                .locations("classpath:db/migration/oracle")
                .load()
                .migrate();
    }

    private static Outcome dump(Path to, String... more) {
        String[] words = new String[more.length + 5];
        words[0] = "dump";
        words[1] = "--to";
        words[2] = to.toString();
        words[3] = "--spring.datasource.url=" + ADDRESS;
        words[4] = "--spring.datasource.username=sa";
        System.arraycopy(more, 0, words, 5, more.length);
        return Commands.run(words);
    }

    @Test
    void dumpsARegisterOfNobody() {
        Outcome outcome = dump(folder.resolve("register.xml"));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("Students: 0; records: 0. They were written to");
        assertThat(folder.resolve("register.xml")).content().contains("http://mokiniai.lt/load/1");
        assertThat(dump(folder.resolve("csv"), "--lang", "lt").out()).contains("Mokinių: 0; įrašų: 0.");
    }

    @Test
    void itsOwnerAloneReadsWhatItWrites() throws IOException {
        dump(folder.resolve("register.xml"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("register.xml"))))
                .isEqualTo("rw-------");
        dump(folder.resolve("csv"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("csv"))))
                .isEqualTo("rwx------");
    }

    @Test
    void replacesNothing() throws IOException {
        Path there = Files.writeString(folder.resolve("register.xml"), "mine");
        Outcome outcome = dump(there);
        assertThat(outcome.code()).isOne();
        assertThat(outcome.err()).contains("is there already").doesNotContain("\tat ");
        assertThat(there).hasContent("mine");

        Files.createDirectories(folder.resolve("csv.part"));
        assertThat(dump(folder.resolve("csv")).err()).contains("csv.part is what a dump that was broken off left");
    }

    @Test
    void leavesNothingBehindWhereItFails() {
        Outcome outcome = Commands.run(
                "dump",
                "--to",
                folder.resolve("csv").toString(),
                "--spring.datasource.url=jdbc:h2:mem:none;MODE=Oracle",
                "--spring.datasource.username=sa");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.err()).contains("the database cannot be used").doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void dumpsTheFileOfADemoThatIsStopped() {
        Flyway.configure()
                .dataSource("jdbc:h2:file:" + folder + "/register;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH", "sa", "")
                .locations("classpath:db/migration/oracle")
                .load()
                .migrate();
        Outcome outcome = Commands.run(
                "dump",
                "--demo",
                "--folder",
                folder.toString(),
                "--to",
                folder.resolve("demo.xml").toString());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("Students: 0;");
    }
}
