package lt.mokiniai.exchange.http.connection;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Is called when the head of a request is whole. A body that nobody has read ends the connection: Tomcat would read it to
 * its end, however slowly it comes, and hold a thread for it.
 */
final class HeadAdapter implements Adapter {

    private final Adapter adapter;

    HeadAdapter(Adapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        ConnectionHandler.current().ifPresent(Connection::headIsWhole);
        try {
            adapter.service(request, response);
        } finally {
            endAfterUnreadBody(request);
        }
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        try {
            return adapter.asyncDispatch(request, response, event);
        } finally {
            endAfterUnreadBody(request);
        }
    }

    private static void endAfterUnreadBody(Request request) {
        if (!is(request, ActionCode.ASYNC_IS_ASYNC) && !is(request, ActionCode.REQUEST_BODY_FULLY_READ)) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean is(Request request, ActionCode question) {
        AtomicBoolean answer = new AtomicBoolean();
        request.action(question, answer);
        return answer.get();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return adapter.prepare(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
        adapter.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        adapter.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return adapter.getDomain();
    }
}
