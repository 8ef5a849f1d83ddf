package lt.mokiniai.register.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that remembers every statement that is prepared on it, whoever prepares it. */
public final class SqlLog extends DelegatingDataSource {

    /** Each to itself: what is prepared a thousand times is kept once. */
    private final Map<String, String> statements = new LinkedHashMap<>();

    private final List<String> recent = new ArrayList<>();

    public SqlLog(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                SqlLog.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        remember((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private synchronized void remember(String statement) {
        recent.add(statements.computeIfAbsent(statement, same -> same));
    }

    /** Gives every statement so far, once. */
    public synchronized Set<String> all() {
        return Set.copyOf(statements.keySet());
    }

    /** Gives the statements since it was asked last, in their order, each as often as it was prepared. */
    public synchronized List<String> recent() {
        List<String> taken = List.copyOf(recent);
        recent.clear();
        return taken;
    }
}
