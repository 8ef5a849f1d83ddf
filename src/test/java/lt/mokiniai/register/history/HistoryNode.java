package lt.mokiniai.register.history;

import static lt.mokiniai.register.bench.TestProvenance.PROVENANCE;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.oracle.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A node that writes to the register's database: the history alone, with a clock of its own. */
public final class HistoryNode implements AutoCloseable {

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @EntityScan({
        "lt.mokiniai.register.history",
        "lt.mokiniai.register.students.facts",
        "lt.mokiniai.register.enrolments.facts",
        "lt.mokiniai.register.results.facts",
        "lt.mokiniai.register.certificates.facts"
    })
    @ComponentScan({
        "lt.mokiniai.register.history",
        "lt.mokiniai.register.times",
        "lt.mokiniai.platform.database",
        "lt.mokiniai.platform.embedded"
    })
    public static class Parts {}

    private static final String ORACLE_SCRIPTS = "classpath:db/migration/common,classpath:db/migration/oracle";

    /** The tables are what the entities say. */
    private static final List<String> ON_POSTGRES = List.of(
            "--spring.datasource.username=postgres",
            "--spring.jpa.hibernate.ddl-auto=validate",
            "--spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/postgresql");

    /** H2 runs what goes to Oracle. */
    private static final List<String> AS_ON_ORACLE = List.of(
            "--spring.datasource.username=sa",
            "--spring.jpa.hibernate.ddl-auto=none",
            "--spring.flyway.locations=" + ORACLE_SCRIPTS,
            "--spring.jpa.properties.hibernate.dialect=org.hibernate.dialect.OracleDialect",
            "--spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
            "--spring.jpa.properties.jakarta.persistence.database-product-name=Oracle",
            "--spring.jpa.properties.jakarta.persistence.database-major-version=19");

    private final ConfigurableApplicationContext context;
    private final TransactionTemplate transactions;

    private HistoryNode(String address, List<String> ofDatabase, Clock clock, boolean byDatabase) {
        List<String> settings = new ArrayList<>(ofDatabase);
        settings.addAll(List.of(
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--mokiniai.sandbox.enabled=" + !byDatabase,
                "--spring.datasource.url=" + address,
                "--spring.jpa.properties.hibernate.jdbc.batch_size=100",
                "--spring.jpa.properties.hibernate.order_inserts=true"));
        context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .initializers(started -> started.getBeanFactory().registerSingleton("registerClock", clock))
                .initializers(started -> {
                    if (!byDatabase) {
                        started.getBeanFactory().registerSingleton("recordingClock", clock);
                    }
                })
                .run(settings.toArray(String[]::new));
        transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** Starts a node whose clock also says when things are recorded, as in a sandbox. */
    public static HistoryNode ofOwnTime(String address, Clock clock) {
        return new HistoryNode(address, settings(address), clock, false);
    }

    /** Starts a node on an Oracle whose clock also says when things are recorded. */
    public static HistoryNode ofOwnTime(TestDatabase database, Clock clock) {
        List<String> settings = List.of(
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.jpa.hibernate.ddl-auto=none",
                "--spring.flyway.locations=" + ORACLE_SCRIPTS);
        return new HistoryNode(database.url(), settings, clock, false);
    }

    private static List<String> settings(String address) {
        return address.startsWith("jdbc:postgresql:") ? ON_POSTGRES : AS_ON_ORACLE;
    }

    /** Starts a node as it is in production: the database says when things are recorded. */
    public static HistoryNode ofDatabaseTime(String address, Clock clock) {
        return new HistoryNode(address, settings(address), clock, true);
    }

    /** Gives the address of a new database of a kind: H2 or PostgreSQL. */
    public static String database(String kind, String name) {
        return kind.equals("H2") ? h2(name) : postgres(name);
    }

    public static String h2(String name) {
        return "jdbc:h2:mem:" + name + ";MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH";
    }

    public static String postgres(String name) {
        return PostgresServer.newDatabase(name.replace('-', '_'));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Does something in one transaction. */
    public <T> T within(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    /** Registers somebody, and gives the internal number. */
    public long register(String registerId, Function<History, ?> work) {
        within(() -> store().register(registerId, PROVENANCE, work));
        return number(registerId);
    }

    public long number(String registerId) {
        return jdbc().sql("SELECT id FROM person WHERE register_id = ?")
                .param(registerId)
                .query(Long.class)
                .single();
    }

    public <T> T change(long person, Function<History, T> work) {
        return within(() -> store().change(person, PROVENANCE, work));
    }

    public <T> T changeAll(Collection<Long> persons, Function<Histories, T> work) {
        return within(() -> store().changeAll(persons, PROVENANCE, work));
    }

    public void load(Chronicle chronicle) {
        within(() -> {
            store().load(List.of(chronicle));
            return chronicle;
        });
    }

    public Instant lastRecorded(long person) {
        return jdbc().sql("SELECT last_recorded_at FROM person WHERE id = ?")
                .param(person)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .single()
                .toInstant();
    }

    /** Gives all that a person's rows of a table say, but for their numbers. */
    public List<String> rows(String table, long person) {
        return jdbc().sql("SELECT * FROM " + table + " WHERE person_id = ?").param(person).query().listOfRows().stream()
                .map(row -> {
                    Map<String, Object> said = new TreeMap<>(row);
                    said.keySet()
                            .removeIf(column -> column.equalsIgnoreCase("id") || column.equalsIgnoreCase("person_id"));
                    return said.toString();
                })
                .sorted()
                .toList();
    }

    public HistoryStore store() {
        return context.getBean(HistoryStore.class);
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** Gives what is told of a person: one text for each fact that is believed at a time, with its days. */
    public List<String> known(String table, String column, long person, Instant knownAt) {
        return jdbc().sql("SELECT " + column + ", valid_from, valid_to FROM " + table
                        + " WHERE person_id = :person AND recorded_at <= :at"
                        + " AND (believed_until IS NULL OR believed_until > :at) ORDER BY valid_from, id")
                .param("person", person)
                .param("at", OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .query((row, number) -> row.getString(1) + " " + row.getDate(2) + ".." + row.getDate(3))
                .list();
    }

    @Override
    public void close() {
        context.close();
    }
}
