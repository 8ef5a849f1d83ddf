package lt.mokiniai.register.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that end in the middle of what is done over them, as those of a process end that is killed, or of a server that
 * ends a session. The session is ended at the database: what it had not committed is undone there, and nobody says so.
 */
public final class CuttableSource extends DelegatingDataSource {

    /** What a database does and not a driver alone. */
    private static final Set<String> STEPS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate", "commit");

    private static final int NEVER = -1;

    /** Of class 08: the connection is gone. */
    private static final String GONE = "08006";

    private final AtomicInteger left = new AtomicInteger(NEVER);
    private volatile boolean isAfterStep;
    private volatile boolean isOfNode;
    private volatile boolean wasCut;
    private volatile Runnable died = () -> {};

    /** @param pool the pool of connections */
    public CuttableSource(DataSource pool) {
        super(pool);
    }

    /** Says in the middle of what a session ends. */
    public enum Cut {
        /** It does not. */
        NEVER,
        /** The session ends before a statement, or a commit, reaches the database. */
        BEFORE_A_STEP,
        /** The statement, or the commit, is done, and its answer is lost. */
        AFTER_A_STEP,
        /** The session ends before a step, and from then on nobody is there who could do anything. */
        WITH_THE_NODE
    }

    /**
     * Ends the session of some step from now on.
     *
     * @param steps how many are done before
     * @param then is done when it has ended
     */
    public void cut(Cut cut, int steps, Runnable then) {
        wasCut = false;
        died = then;
        isAfterStep = cut == Cut.AFTER_A_STEP;
        isOfNode = cut == Cut.WITH_THE_NODE;
        left.set(cut == Cut.NEVER ? NEVER : steps);
    }

    /** Tells whether the node died with the session. */
    public boolean isDead() {
        return wasCut && isOfNode;
    }

    /** Lets connections be from now on, and tells whether a session was ended since it was told to. */
    public boolean mend() {
        boolean wasEnded = wasCut;
        left.set(NEVER);
        wasCut = false;
        isOfNode = false;
        return wasEnded;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isDead()) {
            throw gone();
        }
        Connection connection = super.getConnection();
        return proxy(
                Connection.class,
                (proxy, method, arguments) -> watched(connection, step(connection, connection, method, arguments)));
    }

    private @Nullable Object watched(Connection connection, @Nullable Object made) {
        if (made instanceof PreparedStatement prepared) {
            return proxy(PreparedStatement.class, steps(connection, prepared));
        }
        return made instanceof Statement statement ? proxy(Statement.class, steps(connection, statement)) : made;
    }

    private InvocationHandler steps(Connection connection, Statement statement) {
        return (proxy, method, arguments) -> step(connection, statement, method, arguments);
    }

    private @Nullable Object step(Connection connection, Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        boolean isCut = STEPS.contains(method.getName()) && left.get() != NEVER && left.getAndDecrement() == 0;
        if (isCut && !isAfterStep) {
            end(connection);
        }
        Object done = invoke(target, method, arguments);
        if (isCut && isAfterStep) {
            end(connection);
            throw gone();
        }
        return done;
    }

    private static SQLException gone() {
        return new SQLException("the test ended the session", GONE);
    }

    private void end(Connection connection) throws SQLException {
        wasCut = true;
        Connection session = connection.unwrap(Connection.class);
        HikariDataSource pool = unwrap(HikariDataSource.class);
        switch (session.getMetaData().getDatabaseProductName()) {
            case "H2" -> session.close();
            case "PostgreSQL" -> terminate(pool, session);
            default -> session.abort(Runnable::run);
        }
        pool.evictConnection(connection);
        died.run();
    }

    /** Waits until the server has undone what the session did: a message that is sent again finds it so. */
    private static void terminate(HikariDataSource pool, Connection session) throws SQLException {
        try (Connection other = pool.getConnection();
                PreparedStatement statement = other.prepareStatement("SELECT pg_terminate_backend(?, 60000)")) {
            statement.setInt(1, session.unwrap(PGConnection.class).getBackendPID());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new IllegalStateException("the session did not end");
                }
            }
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CuttableSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
