package lt.mokiniai.exchange.http.transfer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import lt.mokiniai.kernel.texts.Text;

/**
 * An answer that is written as its reader takes it (Jakarta Servlet 6.1, section 5.7, non-blocking writing): nobody waits
 * for it. A reader that is too slow loses its connection; nothing else can be told in the middle of an answer.
 */
public final class Sending implements Transfer, WriteListener, AsyncListener {

    private static final int PIECE = 8192;
    private static final ThreadLocal<byte[]> PIECES = ThreadLocal.withInitial(() -> new byte[PIECE]);

    private final AsyncContext async;
    private final InputStream content;
    private final int size;
    private final ServletOutputStream out;
    private final Transfers transfers;
    private final Pace pace;
    private final Runnable abort;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private boolean isWritten;

    private Sending(
            AsyncContext async,
            ServletOutputStream out,
            InputStream content,
            int size,
            Transfers transfers,
            Runnable abort) {
        this.async = async;
        this.content = content;
        this.size = size;
        this.out = out;
        this.transfers = transfers;
        this.pace = transfers.begin();
        this.abort = abort;
    }

    /**
     * Begins to write an answer that is whole.
     *
     * @param content the answer's body
     * @param size its length
     * @param abort ends the connection
     */
    public static void begin(
            HttpServletRequest request,
            HttpServletResponse response,
            InputStream content,
            int size,
            Transfers transfers,
            Runnable abort)
            throws IOException {
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        Sending sending = new Sending(async, response.getOutputStream(), content, size, transfers, abort);
        transfers.takeAnyway(sending, sending.size);
        transfers.add(sending);
        async.addListener(sending);
        sending.out.setWriteListener(sending);
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public void tooSlow(Text limit) {
        displace();
    }

    @Override
    public void displace() {
        if (over()) {
            abort.run();
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        byte[] piece = PIECES.get();
        while (!isOver.get() && out.isReady()) {
            if (isWritten) {
                if (over()) {
                    async.complete();
                }
                return;
            }
            int length = content.read(piece);
            if (length < 0) {
                out.flush();
                isWritten = true;
            } else {
                out.write(piece, 0, length);
                pace.moved(length);
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        over();
    }

    @Override
    public void onError(AsyncEvent failure) {
        over();
        failure.getAsyncContext().complete();
    }

    @Override
    public void onTimeout(AsyncEvent stopped) {
        over();
        stopped.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent done) {
        over();
    }

    @Override
    public void onStartAsync(AsyncEvent again) {}

    private boolean over() {
        boolean isFirst = isOver.compareAndSet(false, true);
        if (isFirst) {
            transfers.remove(this);
            transfers.giveBack(size);
        }
        return isFirst;
    }
}
