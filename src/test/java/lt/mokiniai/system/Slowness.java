package lt.mokiniai.system;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What a slow connection does. */
enum Slowness {
    /** Sends a body byte by byte. */
    BODY,
    /** Sends chunks byte by byte. */
    CHUNKED,
    /** Sends a body to the sandbox byte by byte. */
    EXPLAIN,
    /** Sends a head byte by byte. */
    HEAD,
    /** Sends nothing. */
    SILENT,
    /** Asks for much, and reads none of it. */
    DEAF;

    private static final String PATH = "/services/students/v1";
    private static final byte[] BYTES = "<a>".repeat(30_000).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKS = "3\r\n<a>\r\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);

    /** Each kind in its turn. */
    static Slowness inTurn(int number) {
        return values()[number % values().length];
    }

    /** Connects from an address of this machine. */
    RawConnection connect(String address, URI to) throws IOException {
        return this == DEAF ? RawConnection.deaf(address, to) : RawConnection.from(address, to);
    }

    /** Begins to be slow over a connection. */
    void begin(RawConnection connection, Drips drips) throws IOException {
        switch (this) {
            case BODY -> drips.begin(connection.send(RawConnection.head(PATH, BYTES.length)), BYTES);
            case CHUNKED ->
                drips.begin(connection.send(RawConnection.head(PATH, "Transfer-Encoding: chunked")), CHUNKS);
            case EXPLAIN -> drips.begin(connection.send(RawConnection.head("/sandbox/explain", BYTES.length)), BYTES);
            case HEAD -> drips.begin(connection, RawConnection.head(PATH, "X-Filler: " + "x".repeat(5000)));
            case DEAF -> connection.send(("GET " + PATH + "?wsdl HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(30));
            case SILENT -> {}
        }
    }
}
