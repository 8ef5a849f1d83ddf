package lt.mokiniai.tools.command.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lt.mokiniai.platform.database.Diagnosis;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The parts of the service that write the register and the log, without a server and without what messages need: each is made
 * when it is asked for. It bears no stereotype, so that the scan of the whole service passes it by.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    PersistenceExceptionTranslationAutoConfiguration.class
})
@EntityScan("lt.mokiniai.register")
@ComponentScan({
    "lt.mokiniai.platform.clock",
    "lt.mokiniai.platform.database",
    "lt.mokiniai.register",
    "lt.mokiniai.exchange.evidence",
    "lt.mokiniai.exchange.keys"
})
public final class RegisterParts {

    private RegisterParts() {}

    /**
     * Starts them; an empty database is given its tables first, as a start of the service does.
     *
     * @param settings as arguments
     * @param isTried whether tables that are there stay as they are; such as are older than this software are refused then
     * @param more what else is to be there
     * @throws IllegalStateException that says why they cannot start
     */
    public static ConfigurableApplicationContext start(List<String> settings, boolean isTried, Class<?>... more) {
        List<String> arguments = new ArrayList<>(settings);
        // Keys and contracts of a demo are there, and its clock is the database's.
        arguments.addAll(List.of("--mokiniai.demo.enabled=false", "--mokiniai.sandbox.enabled=false"));
        SpringApplication application = new SpringApplication(RegisterParts.class);
        application.addPrimarySources(List.of(more));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        // Logs are as the command has them: what it has to say it prints.
        application.setLogStartupInfo(false);
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        FlywayMigrationStrategy tables = isTried ? RegisterParts::makeWhereThereAreNone : Flyway::migrate;
        application.addInitializers(started -> started.getBeanFactory().registerSingleton("migrations", tables));
        application.addInitializers(started -> sendRowsTogether(started.getEnvironment()));
        try {
            return application.run(arguments.toArray(String[]::new));
        } catch (RuntimeException failure) {
            throw new IllegalStateException(why(failure), failure);
        }
    }

    /** The driver of PostgreSQL sends the rows of a batch as one statement only where it is told to; Oracle's always does. */
    private static void sendRowsTogether(ConfigurableEnvironment environment) {
        if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "batches",
                            Map.of("spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true")));
        }
    }

    private static void makeWhereThereAreNone(Flyway tables) {
        if (tables.info().current() != null && tables.info().pending().length > 0) {
            throw new IllegalStateException(
                    "the tables are older than this software, and a dry run changes none that are there;"
                            + " start the service, or load without --dry-run");
        }
        tables.migrate();
    }

    /** Says why something of them failed: of the database by its SQLSTATE, since its texts repeat values of rows. */
    public static String why(RuntimeException failure) {
        return Diagnosis.of(failure)
                .map(Diagnosis::toString)
                .orElseGet(() -> String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(failure).getMessage()));
    }
}
