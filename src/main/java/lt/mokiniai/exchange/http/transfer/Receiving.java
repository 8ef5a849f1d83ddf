package lt.mokiniai.exchange.http.transfer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.texts.Text;

/**
 * A body that is read as its bytes come (Jakarta Servlet 6.1, section 3.7, non-blocking reading): nobody waits for it.
 * When it is whole, or is refused, the request is dispatched again, with this at hand.
 */
public final class Receiving implements Transfer, ReadListener, AsyncListener {

    private static final String ATTRIBUTE = Receiving.class.getName();
    private static final int PIECE = 8192;
    private static final ThreadLocal<byte[]> PIECES = ThreadLocal.withInitial(() -> new byte[PIECE]);

    private enum State {
        RECEIVING,
        WHOLE,
        REFUSED,
        FAILED
    }

    /** Where it stands, and why it was refused. */
    private record Standing(State state, Optional<ExchangeException> refusal) {

        private static Standing of(State state) {
            return new Standing(state, Optional.empty());
        }
    }

    private final AsyncContext async;
    private final ServletInputStream in;
    private final HttpServletResponse response;
    private final Transfers transfers;
    private final Pace pace;
    private final Body body;
    private final int limit;
    private int passedOver;
    private volatile Standing standing = Standing.of(State.RECEIVING);

    private Receiving(
            AsyncContext async,
            HttpServletRequest request,
            HttpServletResponse response,
            Transfers transfers,
            int limit)
            throws IOException {
        this.async = async;
        this.in = request.getInputStream();
        this.response = response;
        this.transfers = transfers;
        this.pace = transfers.begin();
        this.body = new Body(transfers, request.getContentLengthLong(), limit);
        this.limit = limit;
    }

    /** Begins to receive a body; one byte more than the limit is kept of it. */
    public static void begin(HttpServletRequest request, HttpServletResponse response, Transfers transfers, int limit)
            throws IOException {
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        Receiving receiving = new Receiving(async, request, response, transfers, limit);
        request.setAttribute(ATTRIBUTE, receiving);
        async.addListener(receiving);
        transfers.add(receiving);
        receiving.in.setReadListener(receiving);
    }

    /** What was received for a request that is dispatched again. */
    public static Optional<Receiving> of(HttpServletRequest request) {
        return Optional.ofNullable((Receiving) request.getAttribute(ATTRIBUTE));
    }

    /** Why it was refused, where it was. */
    public Optional<ExchangeException> refusal() {
        return standing.refusal();
    }

    /** The bytes. */
    public byte[] bytes() {
        return body.bytes();
    }

    /** Whether something of the body was not read, so that the connection cannot be used for another request. */
    public boolean isCutOff() {
        return refusal().isPresent() || passedOver > limit;
    }

    /** Gives the memory back, when nobody needs the bytes any more. */
    public void giveBack() {
        body.giveBack();
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public void tooSlow(Text broken) {
        refuse(ExchangeException.of(ExchangeError.TOO_SLOW).naming(broken));
    }

    @Override
    public void displace() {
        refuse(ExchangeException.of(ExchangeError.OVERLOADED));
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] piece = PIECES.get();
        while (standing.state() == State.RECEIVING && in.isReady()) {
            int length = in.read(piece);
            if (length < 0) {
                return;
            }
            pace.moved(length);
            if (body.isFull()) {
                passOver(length);
            } else if (!body.add(this, piece, length)) {
                displace();
            }
        }
    }

    /** Whoever writes all before it reads gets its refusal too, as long as that is not too much. */
    private void passOver(int length) {
        passedOver += length;
        if (passedOver > limit) {
            end(Standing.of(State.WHOLE));
        }
    }

    @Override
    public void onAllDataRead() {
        end(Standing.of(State.WHOLE));
    }

    private void refuse(ExchangeException refusal) {
        if (end(new Standing(State.REFUSED, Optional.of(refusal)))) {
            giveBack();
        }
    }

    private boolean end(Standing as) {
        boolean isFirst = goOn(as);
        if (isFirst) {
            transfers.remove(this);
            dispatch();
        }
        return isFirst;
    }

    /** Only the first leaves the receiving: the last byte, a limit or a lost connection. */
    private synchronized boolean goOn(Standing as) {
        boolean isFirst = standing.state() == State.RECEIVING;
        if (isFirst) {
            standing = as;
        }
        return isFirst;
    }

    private void dispatch() {
        try {
            async.dispatch();
        } catch (UnsupportedOperationException noSuchPath) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            async.complete();
        }
    }

    @Override
    public void onError(Throwable failure) {
        fail();
    }

    @Override
    public void onError(AsyncEvent failure) {
        fail();
        giveBack();
        failure.getAsyncContext().complete();
    }

    @Override
    public void onTimeout(AsyncEvent stopped) {
        fail();
        stopped.getAsyncContext().complete();
    }

    /** The connection is lost. */
    private void fail() {
        if (goOn(Standing.of(State.FAILED))) {
            transfers.remove(this);
            giveBack();
        }
    }

    @Override
    public void onComplete(AsyncEvent done) {
        giveBack();
    }

    @Override
    public void onStartAsync(AsyncEvent again) {}
}
