package lt.mokiniai.system;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A connection as the network sees it: bytes are sent as a test says, from the address that it says. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE = 120_000;

    /**
     * What came back.
     *
     * @param headers by their names in lower case
     */
    record Response(int status, Map<String, String> headers, byte[] body) {

        boolean isLast() {
            return "close".equalsIgnoreCase(headers.get("connection"));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    /** Connects from an address of this machine, such as {@code 127.0.0.2}. */
    static RawConnection from(String address, URI to) throws IOException {
        return connect(new Socket(), address, to);
    }

    private static RawConnection connect(Socket socket, String address, URI to) throws IOException {
        try {
            socket.setReuseAddress(true);
            socket.setSoTimeout(PATIENCE);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to.getPort()), PATIENCE);
            return new RawConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Connects so that next to nothing is taken in before it is read. */
    static RawConnection deaf(String address, URI to) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        return connect(socket, address, to);
    }

    /** Connects over TLS; the handshake is made at once. */
    static RawConnection over(SSLContext tls, URI to) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket();
        RawConnection connection = connect(socket, "127.0.0.1", to);
        socket.startHandshake();
        return connection;
    }

    static RawConnection to(URI address) throws IOException {
        return from("127.0.0.1", address);
    }

    /** The head of a POST with a body of so many bytes. */
    static byte[] head(String path, int length) {
        return head(path, "Content-Length: " + length);
    }

    /** The head of a POST with one more header. */
    static byte[] head(String path, String header) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml; charset=utf-8\r\n" + header
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    RawConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    RawConnection send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Posts a whole message. */
    RawConnection post(String path, byte[] body) throws IOException {
        byte[] head = head(path, body.length);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return send(all);
    }

    /**
     * Reads one response.
     *
     * @throws EOFException when the connection was closed before its first byte
     * @throws IOException when it ended within the response, or was reset
     */
    Response read() throws IOException {
        InputStream in = socket.getInputStream();
        String start = line(in, true);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in, false); !header.isEmpty(); header = line(in, false)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("the connection ended within a response");
        }
        return new Response(Integer.parseInt(start.split(" ")[1]), headers, body);
    }

    private static String line(InputStream in, boolean isFirst) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw isFirst && line.size() == 0
                        ? new EOFException("closed")
                        : new IOException("the connection ended within a response");
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
