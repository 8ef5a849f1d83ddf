package lt.mokiniai.register.form.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import lt.mokiniai.kernel.digests.Digest;

/** The bytes of a file, counted and digested while they are read. */
final class MeasuredStream extends FilterInputStream {

    private final MessageDigest digest = Digest.sha256();
    private final LongConsumer more;
    private long count;

    /**
     * Measures a file.
     *
     * @param more told of how many bytes were read each time
     */
    MeasuredStream(InputStream file, LongConsumer more) {
        super(file);
        this.more = more;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            digest.update(target, offset, read);
            count += read;
            more.accept(read);
        }
        return read;
    }

    /** Reads what nobody has read, so that the digest is of all. */
    void readOut() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    long count() {
        return count;
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
