package lt.mokiniai.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sets the limits of time on the connections of a pool: by the properties of the driver, and on PostgreSQL in the session
 * too, so that the server itself ends what nobody waits for any more. What the address or the properties of the pool say
 * already stays.
 */
public final class ConnectionLimits {

    /**
     * By default the driver has Oracle sort, and perhaps compare, by the language of this process, and take its zone for times
     * that have none (Oracle, JDBC Developer's Guide, 'Globalization Support').
     */
    static final String ORACLE_SESSION =
            "ALTER SESSION SET NLS_SORT = 'BINARY' NLS_COMP = 'BINARY' TIME_ZONE = '+00:00'";

    private final DatabaseProperties properties;

    /** Limits pools as the settings say. */
    public ConnectionLimits(DatabaseProperties properties) {
        this.properties = properties;
    }

    /** Limits a pool that has not given a connection yet, and each statement that is prepared by a template on it. */
    public void on(HikariDataSource pool) {
        pool.setConnectionTimeout(properties.connection().toMillis());
        pool.setValidationTimeout(properties.validation().toMillis());
        pool.setExceptionOverride(new ReadOnlyEviction());
        String address = String.valueOf(pool.getJdbcUrl()).toLowerCase(Locale.ROOT);
        Properties driver = pool.getDataSourceProperties();
        ofDriver(address).forEach(driver::putIfAbsent);
        if (address.startsWith("jdbc:h2:") && !address.contains(";lock_timeout=")) {
            beginning(pool, "SET LOCK_TIMEOUT " + properties.statement().toMillis());
        }
        if (address.startsWith("jdbc:oracle:") && pool.getConnectionInitSql() == null) {
            pool.setConnectionInitSql(ORACLE_SESSION);
        }
    }

    /** Gives a small pool, limited alike, to the database of another one; it is closed by whoever asked for it. */
    public HikariDataSource poolApart(DataSource other, String name, int most) {
        HikariDataSource pool = DataSourceBuilder.derivedFrom(other)
                .type(HikariDataSource.class)
                .build();
        pool.setPoolName(name);
        pool.setMaximumPoolSize(most);
        pool.setMinimumIdle(1);
        on(pool);
        return pool;
    }

    /** How long a statement outside a transaction may take, in seconds, as a JDBC template takes it. */
    public int statementSeconds() {
        return DatabaseProperties.seconds(properties.statement());
    }

    /** Gives a template whose statements are limited, where no application context makes one. */
    public JdbcTemplate template(DataSource source) {
        JdbcTemplate template = new JdbcTemplate(source);
        template.setQueryTimeout(statementSeconds());
        return template;
    }

    private Map<String, String> ofDriver(String address) {
        if (address.startsWith("jdbc:postgresql:")) {
            String connect = String.valueOf(DatabaseProperties.seconds(properties.connection()));
            return Map.of(
                    "connectTimeout",
                    connect,
                    "cancelSignalTimeout",
                    connect,
                    "socketTimeout",
                    String.valueOf(DatabaseProperties.seconds(properties.socket())),
                    "tcpKeepAlive",
                    "true",
                    "options",
                    "-c statement_timeout=" + properties.statement().toMillis()
                            + " -c idle_in_transaction_session_timeout="
                            + properties.socket().toMillis());
        }
        if (address.startsWith("jdbc:oracle:")) {
            return Map.of(
                    "oracle.net.CONNECT_TIMEOUT",
                            String.valueOf(properties.connection().toMillis()),
                    "oracle.net.OUTBOUND_CONNECT_TIMEOUT",
                            String.valueOf(properties.connection().toMillis()),
                    "oracle.jdbc.ReadTimeout",
                            String.valueOf(properties.socket().toMillis()),
                    "oracle.net.keepAlive", "true");
        }
        return Map.of();
    }

    private static void beginning(HikariDataSource pool, String statement) {
        String before = pool.getConnectionInitSql();
        pool.setConnectionInitSql(before == null ? statement : before + "; " + statement);
    }
}
