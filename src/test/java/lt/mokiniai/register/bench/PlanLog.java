package lt.mokiniai.register.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source on PostgreSQL that has each statement explained before it is run, with the values that are bound to it: a text
 * once, until it is asked for the plans.
 */
public final class PlanLog extends DelegatingDataSource {

    private static final Set<String> EXPLAINED = Set.of("select", "insert", "update", "delete", "with");

    private final Map<String, List<String>> plans = new LinkedHashMap<>();

    /** One value that was bound. */
    private record Bound(Method setter, Object[] arguments) {}

    public PlanLog(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object made = invoke(connection, method, arguments);
            return method.getName().equals("prepareStatement")
                    ? explained(connection, (PreparedStatement) Objects.requireNonNull(made), (String) arguments[0])
                    : made;
        });
    }

    private PreparedStatement explained(Connection connection, PreparedStatement prepared, String statement) {
        Map<Object, Bound> bound = new LinkedHashMap<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("set")
                    && arguments != null
                    && arguments.length > 1
                    && arguments[0] instanceof Integer) {
                bound.put(arguments[0], new Bound(method, arguments));
            } else if (name.equals("addBatch") || (name.startsWith("execute") && !name.equals("executeBatch"))) {
                explain(connection, statement, List.copyOf(bound.values()));
            }
            return invoke(prepared, method, arguments);
        });
    }

    private void explain(Connection connection, String statement, List<Bound> bound) throws Throwable {
        String verb = statement.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        if (!EXPLAINED.contains(verb) || knows(statement) || isAside()) {
            return;
        }
        List<String> plan = new ArrayList<>();
        try (PreparedStatement explaining = connection.prepareStatement("EXPLAIN " + statement)) {
            for (Bound each : bound) {
                invoke(explaining, each.setter(), each.arguments());
            }
            try (ResultSet lines = explaining.executeQuery()) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
        }
        synchronized (this) {
            plans.put(statement, plan);
        }
    }

    /** What the service looks after by itself, whenever its time comes. */
    private static boolean isAside() {
        return Thread.currentThread().getName().startsWith("scheduling-");
    }

    private synchronized boolean knows(String statement) {
        return plans.containsKey(statement);
    }

    /** Gives the plans since it was asked last, by statement. */
    public synchronized Map<String, List<String>> taken() {
        Map<String, List<String>> taken = new LinkedHashMap<>(plans);
        plans.clear();
        return taken;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(PlanLog.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
