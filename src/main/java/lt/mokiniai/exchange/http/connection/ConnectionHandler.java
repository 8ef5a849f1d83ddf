package lt.mokiniai.exchange.http.connection;

import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Sees each event of a connection, and so where its request stands. Events of one connection never come at once. */
final class ConnectionHandler implements Handler<NioChannel> {

    private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

    private final LimitedEndpoint endpoint;
    private final Handler<NioChannel> handler;

    ConnectionHandler(LimitedEndpoint endpoint, Handler<NioChannel> handler) {
        this.endpoint = endpoint;
        this.handler = handler;
    }

    /** The connection whose event this thread is at. */
    static Optional<Connection> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    @Override
    public SocketState process(SocketWrapperBase<NioChannel> wrapper, SocketEvent event) {
        Optional<Connection> known = endpoint.limited().of(channel(wrapper));
        if (known.isEmpty()) {
            return handler.process(wrapper, event);
        }
        Connection connection = known.get();
        connection.attach(wrapper);
        if (event == SocketEvent.OPEN_READ && !connection.readable()) {
            return SocketState.CLOSED;
        }
        SocketState state;
        CURRENT.set(connection);
        try {
            state = handler.process(wrapper, event);
        } finally {
            CURRENT.remove();
        }
        if (state == SocketState.OPEN) {
            connection.answered();
        } else if (state == SocketState.LONG && !isAtWork(wrapper)) {
            connection.answeredAndNext();
        }
        return state;
    }

    private static boolean isAtWork(SocketWrapperBase<NioChannel> wrapper) {
        return wrapper.getCurrentProcessor() instanceof Processor processor && processor.isAsync();
    }

    private static @Nullable SocketChannel channel(SocketWrapperBase<NioChannel> wrapper) {
        return wrapper.getSocket().getIOChannel();
    }

    @Override
    public void release(SocketWrapperBase<NioChannel> wrapper) {
        try {
            handler.release(wrapper);
        } finally {
            endpoint.limited().closed(channel(wrapper));
        }
    }

    @Override
    public Object getGlobal() {
        return handler.getGlobal();
    }

    @Override
    public void pause() {
        handler.pause();
    }

    @Override
    public void recycle() {
        handler.recycle();
    }
}
