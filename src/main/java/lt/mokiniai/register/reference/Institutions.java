package lt.mokiniai.register.reference;

import java.sql.Types;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of institutions: the register's copy of what their register tells. */
@Component
public class Institutions {

    private final JdbcClient jdbc;

    Institutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds the row of an institution until the transaction ends, on every node; that of one which the register does not know is not
     * there. It is held by an update that changes nothing: on PostgreSQL it keeps nobody from recording what refers to the
     * institution, as {@code FOR UPDATE} would (PostgreSQL, 'Row-Level Locks').
     *
     * @param code of the institution
     */
    public void hold(String code) {
        jdbc.sql("UPDATE institution SET deregistered = deregistered WHERE code = ?")
                .param(code)
                .update();
    }

    /** Records the last day of an institution, and which one goes on with its students, where that is told. */
    public void close(String code, LocalDate lastDay, @Nullable String successor) {
        jdbc.sql("UPDATE institution SET deregistered = :lastDay, successor = COALESCE(:successor, successor)"
                        + " WHERE code = :code")
                .param("lastDay", lastDay)
                .param("successor", successor, Types.VARCHAR)
                .param("code", code)
                .update();
    }
}
