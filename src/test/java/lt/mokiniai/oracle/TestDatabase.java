package lt.mokiniai.oracle;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database of one suite.
 *
 * @param scripts the migrations of its kind; those that are common to all databases are named apart
 */
public record TestDatabase(String url, String user, String password, String scripts) {

    private static final String COMMON = "classpath:db/migration/common";

    /** Gives connections, each a new one; on H2 those of a pool, since constraints there live as long as who made them. */
    public DataSource source() {
        return url.startsWith("jdbc:h2:")
                ? JdbcConnectionPool.create(url, user, password)
                : new DriverManagerDataSource(url, user, password);
    }

    /** Gives connections to the database with its tables, without code lists. */
    public DataSource migrated() {
        DataSource source = source();
        Flyway.configure().dataSource(source).locations(scripts).load().migrate();
        return source;
    }

    /** The settings of a node that has the register's modules alone. */
    public Map<String, Object> settings() {
        return Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                user,
                "spring.datasource.password",
                password,
                "spring.flyway.locations",
                scripts);
    }

    /**
     * The settings of a whole register, where the demo's are of an embedded one.
     *
     * @param students how many students the demo makes, besides the cast
     */
    public Map<String, String> settings(int students) {
        return Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                user,
                "spring.datasource.password",
                password,
                "spring.flyway.locations",
                scripts + "," + COMMON,
                "mokiniai.demo.students",
                String.valueOf(students));
    }
}
