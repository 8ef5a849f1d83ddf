package lt.mokiniai.exchange.http.connection;

import java.util.Objects;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 of Tomcat with what its connector does not have: a limit of the connections of one address, a deadline for
 * the head of a request, and a stop that waits for whatever was begun. Tomcat makes it by its name.
 */
public final class LimitedProtocol extends Http11NioProtocol {

    private @Nullable Connections connections;

    /** Takes connections only after {@link #limit}. */
    public LimitedProtocol() {
        super(new LimitedEndpoint());
    }

    /** Says whose connections they are; before the start. */
    public void limit(Connections those) {
        connections = those;
        endpoint().limit(those);
        // They are counted there; a thread that accepts and waits for a place would keep out those that find one.
        setMaxConnections(-1);
        those.serve(this);
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new HeadAdapter(adapter));
    }

    /** From now on each answer is the last of its connection; what comes is answered as before. */
    @Override
    public void pause() {
        connections().drain(true);
    }

    @Override
    public void resume() throws Exception {
        connections().drain(false);
        super.resume();
    }

    @Override
    public synchronized void closeServerSocketGraceful() {
        super.closeServerSocketGraceful();
    }

    @Override
    public int getMaxKeepAliveRequests() {
        return connections != null && connections.isDraining() ? 1 : super.getMaxKeepAliveRequests();
    }

    boolean isRunning() {
        return endpoint().isRunning();
    }

    private LimitedEndpoint endpoint() {
        return (LimitedEndpoint) getEndpoint();
    }

    private Connections connections() {
        return Objects.requireNonNull(connections, "limit() was not called");
    }
}
