package mokiniai.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a call leaves behind on PostgreSQL.
 *
 * @param tables what the log's tables and their indexes grow by, in bytes a call
 * @param messages what is stored of the request and the answer themselves, in bytes a call
 */
record LogSize(double tables, double messages) {

    private static final int CALLS = 2_000;

    private static final String TABLES = """
            SELECT SUM(pg_total_relation_size(c.oid)) FROM pg_class c
            WHERE c.relkind = 'r' AND (c.relname LIKE 'message%' OR c.relname LIKE 'quota%')""";
    private static final String MESSAGES = """
            SELECT AVG(octet_length(request) + octet_length(response)) FROM
            (SELECT request, response FROM message_log ORDER BY id DESC FETCH FIRST 1000 ROWS ONLY) latest""";

    static LogSize of(Asked asked, Postgres postgres) {
        double before = number(postgres, TABLES);
        asked.prepare(CALLS);
        asked.run();
        return new LogSize((number(postgres, TABLES) - before) / CALLS, number(postgres, MESSAGES));
    }

    private static double number(Postgres postgres, String query) {
        try (Connection connection = DriverManager.getConnection(postgres.address());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getDouble(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
