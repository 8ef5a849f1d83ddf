package lt.mokiniai.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import lt.mokiniai.kernel.Dates;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The command that records who acts for an institution; what a running register makes of it is tried with the whole. */
class RepresentTests {

    private static final String ADDRESS = "jdbc:h2:mem:represent-command;MODE=Oracle;DB_CLOSE_DELAY=-1";
    private static final String SETTING = "--spring.datasource.url=" + ADDRESS;
    private static final String USER = "--spring.datasource.username=sa";
    private static final String CLIENT = "LT-DEMO/COM/190000093/vendor";

    private static void database() {
        DriverManagerDataSource database = new DriverManagerDataSource(ADDRESS, "sa", "");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/oracle")
                .load()
                .migrate();
        JdbcClient.create(database)
                .sql("INSERT INTO institution (code, code_kind, name, institution_type, founder_kind, municipality,"
                        + " registered) VALUES ('191000018', 'LEGAL_ENTITY', 'A school', 'GYMNASIUM', '20', '19',"
                        + " DATE '2000-01-01')")
                .update();
    }

    @Test
    void recordsListsAndEndsInBothLanguages() {
        database();
        String today = LocalDate.now(Dates.ZONE).toString();
        assertThat(run("list").err()).isEmpty();
        assertThat(run("list").out()).contains("Nothing is recorded.");
        Commands.Outcome added =
                run("add", "--institution", "191000018", "--client", CLIENT, "--from", today, "--by", "Ona", "--json");
        assertThat(added.err()).isEmpty();
        assertThat(added.code()).isZero();
        assertThat(added.out()).contains("\"institution\" : \"191000018\"", "\"by\" : \"Ona\"", "STANDS");

        Commands.Outcome second = run(
                "add",
                "--institution",
                "191000018",
                "--client",
                "LT-DEMO/COM/190000101/rival",
                "--from",
                today,
                "--lang",
                "lt");
        assertThat(second.code()).isOne();
        assertThat(second.out()).isEmpty();
        assertThat(second.err())
                .contains("Vienu metu už įstaigą veikia viena šalis")
                .doesNotContain("\tat ");

        assertThat(run("end", "--institution", "191000018", "--client", CLIENT, "--by", "Jonas")
                        .out())
                .contains("Ended; it stood:", CLIENT);
        assertThat(run("list").out()).contains("by Ona", "taken back", "by Jonas");
        assertThat(run("list", "--lang", "lt").out()).contains("Iki šiol įrašyta:", "atšaukė Jonas");
        Commands.Outcome again = run("end", "--institution", "191000018", "--client", CLIENT);
        assertThat(again.code()).isOne();
        assertThat(again.err()).contains("has no right to act for 191000018");
    }

    private static Commands.Outcome run(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "represent";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = SETTING;
        all[words.length + 2] = USER;
        return Commands.run(all);
    }

    @Test
    void saysWhatIsWrongWithWhatWasTyped() {
        assertThat(Commands.run("represent", "add").err()).contains("--institution");
        assertThat(Commands.run("represent", "end", "--institution", "191000019", "--client", CLIENT)
                        .err())
                .contains("'191000019' is no code of a legal entity");
        assertThat(Commands.run("represent", "end", "--institution", "191000018", "--client", "vendor")
                        .err())
                .contains("four parts");
        Commands.Outcome missing = Commands.run("represent", "list");
        assertThat(missing.code()).isOne();
        assertThat(missing.err()).contains("spring.datasource.url is missing");
        Commands.Outcome elsewhere =
                Commands.run("represent", "list", "--spring.datasource.url=jdbc:h2:mem:none;MODE=Oracle");
        assertThat(elsewhere.code()).isOne();
        assertThat(elsewhere.err()).contains("the database cannot be used").doesNotContain("\tat ");
    }

    @Test
    void worksOnTheFileOfADemoThatIsStopped(@TempDir Path folder) {
        String address = "jdbc:h2:file:" + folder + "/register;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH";
        Flyway.configure()
                .dataSource(address, "sa", "")
                .locations("classpath:db/migration/oracle")
                .load()
                .migrate();
        Commands.Outcome listed = Commands.run("represent", "list", "--demo", "--folder", folder.toString());
        assertThat(listed.err()).isEmpty();
        assertThat(listed.out()).contains("Nothing is recorded.");
    }
}
