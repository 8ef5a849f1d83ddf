package lt.mokiniai.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Connections without the limits of exchanges, for what may take long and nobody waits for: changes of tables, and the
 * removal of old rows. Each is made when it is asked for and closed after its use.
 */
public final class MaintenanceConnections {

    private final DataSource connections;

    /** Gives connections to the database of a pool. */
    public MaintenanceConnections(DataSource exchanges) {
        this.connections = apartFrom(exchanges);
    }

    /** Where the connections come from. */
    public DataSource source() {
        return connections;
    }

    /** Runs statements, each as long as it takes. */
    public JdbcTemplate jdbc() {
        return new JdbcTemplate(connections);
    }

    /** An embedded database has no sockets to be limited, and wants its tables made by a connection that stays. */
    private static DataSource apartFrom(DataSource exchanges) {
        try {
            if (!exchanges.isWrapperFor(HikariDataSource.class)) {
                return exchanges;
            }
            HikariDataSource pool = exchanges.unwrap(HikariDataSource.class);
            String address = Objects.requireNonNull(pool.getJdbcUrl(), "spring.datasource.url");
            if (address.startsWith("jdbc:h2:")) {
                return exchanges;
            }
            DriverManagerDataSource apart = new DriverManagerDataSource();
            apart.setUrl(address);
            apart.setUsername(pool.getUsername());
            apart.setPassword(pool.getPassword());
            Properties keepAlive = new Properties();
            keepAlive.setProperty("tcpKeepAlive", "true");
            keepAlive.setProperty("oracle.net.keepAlive", "true");
            apart.setConnectionProperties(keepAlive);
            return apart;
        } catch (SQLException e) {
            throw new IllegalStateException("the pool of the database cannot be asked for its address", e);
        }
    }
}
