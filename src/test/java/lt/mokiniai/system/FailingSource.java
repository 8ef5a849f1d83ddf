package lt.mokiniai.system;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that throws what a test says when a statement of some text is prepared, once. */
final class FailingSource extends DelegatingDataSource {

    private record Next(String text, Throwable failure) {}

    private final AtomicReference<@Nullable Next> next = new AtomicReference<>();

    FailingSource(DataSource target) {
        super(target);
    }

    void failAt(String text, Throwable failure) {
        next.set(new Next(text, failure));
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                FailingSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Next prepared = next.get();
                    if (prepared != null
                            && method.getName().equals("prepareStatement")
                            && ((String) arguments[0]).contains(prepared.text())
                            && next.compareAndSet(prepared, null)) {
                        throw prepared.failure();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
