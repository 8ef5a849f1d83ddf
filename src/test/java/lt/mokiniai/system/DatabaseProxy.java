package lt.mokiniai.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a register and its PostgreSQL, and does harm to the connection on which the next exchange is about to be
 * committed as answered. It knows that connection by the statement that closes the row of the log: the driver must not
 * give names to statements ({@code prepareThreshold=0}).
 */
final class DatabaseProxy implements AutoCloseable {

    /** What becomes of the commit. */
    enum Harm {
        /** The server commits, and nobody is told. */
        CUT_AFTER_COMMIT,
        /** The server does not learn that it should commit. */
        CUT_BEFORE_COMMIT,
        /** The register sees its connection lost; the server commits when it is let. */
        HOLD_COMMIT,
        /** From the commit on, nothing passes any more, on no connection, in no direction. */
        FALL_SILENT,
        /** The server commits; from then on all is silent. */
        FALL_SILENT_AFTER_COMMIT
    }

    private static final String WRITES_THE_ROW = "ANSWERED";
    private static final String COMMIT = "COMMIT\0";

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final String address;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Harm> next = new AtomicReference<>();
    private volatile boolean silent;
    private volatile boolean gone;
    private volatile CountDownLatch held = new CountDownLatch(0);

    private DatabaseProxy(String database) {
        URI target = URI.create(database.substring("jdbc:".length()));
        this.host = target.getHost();
        this.port = target.getPort();
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.address = database.replace(target.getAuthority(), "localhost:" + door.getLocalPort());
        start(this::accept);
    }

    static DatabaseProxy before(String database) {
        return new DatabaseProxy(database);
    }

    /** The address of the database, as the register must name it. */
    String address() {
        return address + (address.contains("?") ? "&" : "?") + "prepareThreshold=0";
    }

    /** Harms the next exchange that is committed as answered. */
    void prepare(Harm harm) {
        held = new CountDownLatch(1);
        next.set(harm);
    }

    /** Lets the commit that is held come to the server. */
    void let() {
        held.countDown();
    }

    boolean isSilent() {
        return silent;
    }

    /** Loses every connection, and takes none. */
    void leave() {
        gone = true;
        cutAll();
    }

    /** Loses every connection, and is heard again on new ones. */
    void speak() {
        cutAll();
        silent = false;
        gone = false;
    }

    void cutAll() {
        sockets.forEach(DatabaseProxy::close);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        let();
        cutAll();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                if (gone) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(host, port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(server);
                Line line = new Line(client, server);
                start(line::ask);
                start(line::answer);
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "database-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection. */
    private final class Line {

        private final Socket client;
        private final Socket server;
        private final CountDownLatch answered = new CountDownLatch(1);
        private boolean writesARow;
        private volatile boolean deaf;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void ask() {
            try (client) {
                InputStream from = client.getInputStream();
                OutputStream to = server.getOutputStream();
                byte[] bytes = new byte[65536];
                for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                    Harm harm = harm(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
                    if (harm != null && !passes(harm)) {
                        continue;
                    }
                    if (!silent || harm == Harm.FALL_SILENT_AFTER_COMMIT) {
                        to.write(bytes, 0, read);
                    }
                }
            } catch (IOException lost) {
                // As it was meant, or the register closed it.
            } finally {
                if (deaf) {
                    await(answered);
                }
                DatabaseProxy.close(server);
                sockets.remove(client);
                sockets.remove(server);
            }
        }

        void answer() {
            try (server) {
                InputStream from = server.getInputStream();
                OutputStream to = client.getOutputStream();
                byte[] bytes = new byte[65536];
                for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                    if (deaf) {
                        // The server has said that it committed.
                        break;
                    }
                    if (!silent) {
                        to.write(bytes, 0, read);
                    }
                }
            } catch (IOException lost) {
                // As it was meant, or the register closed it.
            } finally {
                answered.countDown();
                DatabaseProxy.close(client);
            }
        }

        /** Gives what is to be done to a commit, once; the driver sends one statement, and waits, and then the other. */
        private @Nullable Harm harm(String asked) {
            writesARow |= asked.contains(WRITES_THE_ROW);
            if (!writesARow || !asked.contains(COMMIT)) {
                return null;
            }
            writesARow = false;
            return next.getAndSet(null);
        }

        /** Does the harm; tells whether the commit is to be passed on. */
        private boolean passes(Harm harm) throws IOException {
            switch (harm) {
                case CUT_AFTER_COMMIT -> deaf = true;
                case CUT_BEFORE_COMMIT -> throw new IOException("cut");
                case HOLD_COMMIT -> {
                    deaf = true;
                    client.shutdownOutput();
                    await(held);
                }
                case FALL_SILENT -> {
                    silent = true;
                    return false;
                }
                case FALL_SILENT_AFTER_COMMIT -> silent = true;
            }
            return true;
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
