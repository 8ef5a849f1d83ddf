package lt.mokiniai.register.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that remembers every statement that is prepared on it, whoever prepares it. */
public final class SqlLog extends DelegatingDataSource {

    /** Each to itself: what is prepared a thousand times is kept once. */
    private final Map<String, String> statements = new LinkedHashMap<>();

    private final List<String> recent = new ArrayList<>();
    private final Bindings bindings = new Bindings();

    public SqlLog(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object made = invoke(connection, method, arguments);
            if (method.getName().equals("prepareStatement")) {
                String statement = (String) arguments[0];
                remember(statement);
                return watched((PreparedStatement) Objects.requireNonNull(made), statement);
            }
            return made;
        });
    }

    /** A prepared statement of which the values that are bound to it are looked at. */
    private PreparedStatement watched(PreparedStatement prepared, String statement) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("set")
                    && arguments != null
                    && arguments.length > 1
                    && arguments[0] instanceof Integer) {
                bindings.bound(statement, arguments[1]);
            }
            return invoke(prepared, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SqlLog.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private synchronized void remember(String statement) {
        recent.add(statements.computeIfAbsent(statement, same -> same));
    }

    /** Gives every statement so far, once. */
    public synchronized Set<String> all() {
        return Set.copyOf(statements.keySet());
    }

    /** Gives what is told of the values that were bound. */
    public Bindings bindings() {
        return bindings;
    }

    /** Gives the statements since it was asked last, in their order, each as often as it was prepared. */
    public synchronized List<String> recent() {
        List<String> taken = List.copyOf(recent);
        recent.clear();
        return taken;
    }
}
