package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import lt.mokiniai.tools.demo.DemoCast;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What libraries say of a failure in the whole service, at levels that an operator may set: the class, the frames and the
 * SQLSTATE are in the service log, and nothing of whom it was about.
 */
class ServiceLogTests {

    private static final String VALUE = "59403149013";
    private static final String INSERT = "INSERT INTO stored_key (name, wrapped_key, key_check, created_at) SELECT '"
            + VALUE + "', wrapped_key," + " key_check, created_at FROM stored_key";

    private static Register register;

    /** Fails before any filter could tell of it. */
    private static final class Failing extends HttpServlet {

        @Override
        public void init() {
            throw new IllegalStateException("of " + VALUE);
        }
    }

    @BeforeAll
    static void start() {
        // The tables are those of the register that made them, which must not be closed before others.
        Register.shared();
        SpringApplication application = Register.with(DataSource.class, FailingSource::new);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(
                        "failing",
                        ServletRegistrationBean.class,
                        () -> new ServletRegistrationBean<>(new Failing(), "/failing")));
        register = Register.start(
                Map.of(
                        "logging.level.org.apache.cxf", "info",
                        "logging.level.org.apache.catalina", "debug",
                        "logging.level.org.hibernate", "debug",
                        "logging.level.org.springframework.jdbc", "trace",
                        "logging.level.org.springframework.transaction", "trace",
                        "logging.level.org.hibernate.orm.jdbc.error", "debug"),
                application);
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    @Test
    void ofAnInsertThatFailsAndCannotBeUndoneInSpringsTransaction() throws SQLException {
        DataSource source = register.bean(DataSource.class);
        TransactionTemplate transaction = new TransactionTemplate(register.bean(PlatformTransactionManager.class));
        try (LogLines lines = new LogLines()) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        try {
                            register.jdbc().sql(INSERT).update();
                        } finally {
                            lose(source);
                        }
                    }))
                    .isInstanceOf(JpaSystemException.class);
            assertTold(
                    lines,
                    "o.s.t.support.TransactionTemplate",
                    "DuplicateKeyException",
                    "SQLSTATE 23505",
                    "at lt.mokiniai.");
        } finally {
            // The pool would give the lost connection to the next test: it looks at those alone that have rested a
            // while.
            source.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Test
    void ofAStatementThatFailsInHibernate() {
        try (LogLines lines = new LogLines();
                EntityManager entities =
                        register.bean(EntityManagerFactory.class).createEntityManager()) {
            entities.getTransaction().begin();
            assertThatThrownBy(() -> entities.createNativeQuery(INSERT).executeUpdate())
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining(VALUE);
            entities.getTransaction().rollback();
            assertTold(lines, "org.hibernate.orm.jdbc.error", "SQLSTATE 23505", "JdbcSQLIntegrityConstraintViolation");
        }
    }

    @Test
    void ofAnEndpointThatFails() {
        ((FailingSource) register.bean(DataSource.class))
                .failAt("person_identity", new IllegalStateException("of " + VALUE));
        try (LogLines lines = new LogLines()) {
            Reply failed =
                    register.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT).send();
            assertThat(failed.code()).isEqualTo("MR-901");
            assertTold(lines, "MR-901", "java.lang.IllegalStateException", "at lt.mokiniai.");
        }
    }

    @Test
    void ofAServletThatFailsInTomcat() throws IOException, InterruptedException {
        try (LogLines lines = new LogLines()) {
            int status = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(register.address("").resolve("/failing"))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
            assertThat(status).isEqualTo(500);
            assertTold(lines, "[failing]", "java.lang.IllegalStateException", "ServiceLogTests$Failing.init");
        }
    }

    /** Else nobody could put it right: nothing of a message can be in it yet. */
    @Test
    void ofAStartThatFailsSaysAll() {
        assertThatThrownBy(() -> ServerProcess.start(Map.of(
                                "spring.datasource.url",
                                "jdbc:postgresql://127.0.0.1:1/none",
                                "spring.datasource.username",
                                "nobody"))
                        .close())
                .hasMessageContaining("Connection to 127.0.0.1:1 refused");
    }

    private static void assertTold(LogLines lines, String... told) {
        assertThat(lines.text())
                .contains(told)
                .doesNotContain(VALUE, "Ieva")
                .doesNotContain(DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow());
    }

    private static void lose(DataSource source) {
        try {
            DataSourceUtils.getConnection(source).unwrap(JdbcConnection.class).close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
