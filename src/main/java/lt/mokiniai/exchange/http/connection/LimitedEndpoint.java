package lt.mokiniai.exchange.http.connection;

import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Accepts the connections that there is room for, and has the events of each looked at. */
final class LimitedEndpoint extends NioEndpoint {

    private @Nullable Connections limited;

    void limit(Connections those) {
        limited = those;
    }

    Connections limited() {
        return Objects.requireNonNull(limited, "limit() was not called");
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new ConnectionHandler(this, handler));
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (!limited().admit(socket, socket.socket().getInetAddress())) {
            destroySocket(socket);
            return false;
        }
        boolean isTaken = super.setSocketOptions(socket);
        SocketWrapperBase<NioChannel> wrapper = connections.get(socket);
        if (wrapper == null) {
            // It was not taken, or is closed already.
            limited().closed(socket);
        } else {
            limited().of(socket).ifPresent(connection -> connection.attach(wrapper));
        }
        return isTaken;
    }
}
