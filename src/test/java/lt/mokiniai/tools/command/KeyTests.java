package lt.mokiniai.tools.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.exchange.keys.TestKeys;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The command that replaces the master key; under running nodes it is tried with the whole register. */
class KeyTests {

    private static final String DATABASE = "jdbc:h2:mem:key-command;MODE=Oracle;DB_CLOSE_DELAY=-1";

    @TempDir
    Path folder;

    @Test
    void takesTheSettingsOfTheServiceFromAFile() throws IOException {
        DriverManagerDataSource database = new DriverManagerDataSource(DATABASE, "sa", "");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/oracle")
                .load()
                .migrate();
        TestKeys.on(database).months.of("2026-11");
        Path next = TestKeys.file((byte) 2);
        Path settings = Files.writeString(folder.resolve("register.yaml"), """
                spring:
                  datasource:
                    url: "%s"
                    username: sa
                    hikari:
                      maximum-pool-size: 2
                mokiniai:
                  key:
                    master: "%s"
                """.formatted(DATABASE, TestKeys.MASTER));

        String file = "--spring.config.additional-location=" + settings;
        Commands.Outcome first = Commands.run("key", "rotate", "--to", next.toString(), file);
        assertThat(first.err()).isEmpty();
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("1 keys of months and 2 keys of their own");
        assertThatCode(() -> TestKeys.on(database, next)).doesNotThrowAnyException();

        Commands.Outcome again = Commands.run("key", "rotate", "--to", next.toString(), file);
        assertThat(again.code()).isOne();
        assertThat(again.err()).contains("already").doesNotContain("\tat ");
    }

    @Test
    void keepsTheLimitsOfTimeThatTheServiceHas() {
        DriverManagerDataSource database = new DriverManagerDataSource(PostgresServer.newDatabase("key_command"));
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/postgresql")
                .load()
                .migrate();
        TestKeys.on(database).months.of("2026-11");
        JdbcClient.create(database)
                .sql("CREATE FUNCTION slowly() RETURNS trigger AS $$ BEGIN PERFORM pg_sleep(5); RETURN NEW; END $$"
                        + " LANGUAGE plpgsql")
                .update();
        JdbcClient.create(database)
                .sql("CREATE TRIGGER slowly BEFORE UPDATE ON log_key FOR EACH ROW EXECUTE FUNCTION slowly()")
                .update();
        Commands.Outcome outcome = Commands.run(
                "key",
                "rotate",
                "--to",
                TestKeys.file((byte) 2).toString(),
                "--mokiniai.key.master=" + TestKeys.MASTER,
                "--mokiniai.database.statement=1s",
                "--spring.datasource.url=" + database.getUrl());
        assertThat(outcome.code()).isOne();
        assertThat(outcome.err()).contains("nothing was changed", "canceling statement");
        assertThatCode(() -> TestKeys.on(database)).doesNotThrowAnyException();
    }

    @Test
    void saysWhichSettingIsMissing() {
        Commands.Outcome outcome = Commands.run("key", "rotate", "--to", "next.key");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.err()).contains("mokiniai.key.master is missing", "--spring.config.additional-location");
        assertThat(Commands.run("key", "rotate").err()).contains("--to");
    }

    @Test
    void saysWhatIsWrongWithTheDatabase() {
        String next = TestKeys.file((byte) 2).toString();
        String master = "--mokiniai.key.master=" + TestKeys.MASTER;
        for (String url : new String[] {"jdbc:h2:mem:no-register;MODE=Oracle", "jdbc:postgresql://127.0.0.1:1/none"}) {
            Commands.Outcome outcome =
                    Commands.run("key", "rotate", "--to", next, master, "--spring.datasource.url=" + url);
            assertThat(outcome.code()).isOne();
            assertThat(outcome.err())
                    .contains("the database cannot be used, or is not the register's; nothing was changed")
                    .doesNotContain("\tat ", "bad SQL grammar");
        }
    }
}
