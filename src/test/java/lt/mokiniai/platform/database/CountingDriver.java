package lt.mokiniai.platform.database;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/**
 * A driver that counts the round trips to the database on every connection, of each pool, by the threads of the servlet
 * container: what is executed (a batch once), and what is committed or rolled back. What runs by the clock is not counted. The setting is {@code spring.datasource.driver-class-name}; the address stays. Another
 * process reads the count by JMX.
 */
public final class CountingDriver implements Driver {

    /** Where the count is told. */
    public static final String NAME = "lt.mokiniai:type=RoundTrips";

    /** In the names of the threads that answer. */
    private static final String ANSWERING = "-exec-";

    private static final Set<String> ENDS = Set.of("commit", "rollback");
    private static final LongAdder COUNT = new LongAdder();

    static {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .registerMBean(
                            new StandardMBean((RoundTrips) CountingDriver::count, RoundTrips.class),
                            new ObjectName(NAME));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What JMX tells. */
    public interface RoundTrips {
        long getCount();
    }

    /** How many there were in this process so far. */
    public static long count() {
        return COUNT.sum();
    }

    /** How many a piece of work makes in a thread that answers. */
    public static long during(Runnable work) {
        long before = count();
        CompletableFuture.runAsync(work, command -> new Thread(command, "test" + ANSWERING + "1").start())
                .join();
        return count() - before;
    }

    private static void countOne() {
        if (Thread.currentThread().getName().contains(ANSWERING)) {
            COUNT.increment();
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return DriverManager.getDriver(url).acceptsURL(url);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        Connection connection = DriverManager.getDriver(url).connect(url, info);
        return (Connection) Proxy.newProxyInstance(
                CountingDriver.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (ENDS.contains(method.getName())) {
                        countOne();
                    }
                    Object made = invoke(connection, method, arguments);
                    return made instanceof Statement statement ? counted(statement) : made;
                });
    }

    private static Object counted(Statement statement) {
        Class<?> type = statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return Proxy.newProxyInstance(
                CountingDriver.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        countOne();
                    }
                    return invoke(statement, method, arguments);
                });
    }

    private static @Nullable Object invoke(
            Object target, java.lang.reflect.Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
