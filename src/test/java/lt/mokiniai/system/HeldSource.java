package lt.mokiniai.system;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source on which the next statement of some text waits until a test lets it go on. */
final class HeldSource extends DelegatingDataSource {

    private record Held(String text, CountDownLatch met, CountDownLatch let) {}

    private final AtomicReference<@Nullable Held> next = new AtomicReference<>();
    private volatile Held last = new Held("", new CountDownLatch(0), new CountDownLatch(0));

    HeldSource(DataSource target) {
        super(target);
    }

    void holdAt(String text) {
        last = new Held(text, new CountDownLatch(1), new CountDownLatch(1));
        next.set(last);
    }

    /** Waits until a statement is held. */
    void awaitHeld() {
        await(last.met());
    }

    void letGo() {
        last.let().countDown();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                HeldSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Held held = next.get();
                    if (held != null
                            && method.getName().equals("prepareStatement")
                            && ((String) arguments[0]).contains(held.text())
                            && next.compareAndSet(held, null)) {
                        held.met().countDown();
                        await(held.let());
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
