package lt.mokiniai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import lt.mokiniai.register.OracleGrammar;
import org.junit.jupiter.api.Test;

/** What each connection to an Oracle is told before it is used (docs/oracle.md, 'The session'). */
class OracleSessionTests {

    @Test
    void sortsAndComparesByTheBytesAndHasTheZoneOfTheRegister() {
        try (HikariDataSource pool = pool()) {
            TestLimits.connections().on(pool);

            assertThat(pool.getConnectionInitSql())
                    .contains("NLS_SORT = 'BINARY'", "NLS_COMP = 'BINARY'", "TIME_ZONE = '+00:00'");
            assertThat(OracleGrammar.complaintAbout(pool.getConnectionInitSql()))
                    .isEmpty();
        }
    }

    @Test
    void whatAnOperatorSaysStays() {
        try (HikariDataSource pool = pool()) {
            pool.setConnectionInitSql("ALTER SESSION SET CURRENT_SCHEMA = register");
            TestLimits.connections().on(pool);

            assertThat(pool.getConnectionInitSql()).isEqualTo("ALTER SESSION SET CURRENT_SCHEMA = register");
        }
    }

    /** It is never asked for a connection. */
    private static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:oracle:thin:@//localhost:1521/REGISTER");
        return pool;
    }
}
