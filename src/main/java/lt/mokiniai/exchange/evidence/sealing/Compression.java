package lt.mokiniai.exchange.evidence.sealing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** DEFLATE (RFC 1951) with a preset dictionary, without the checksum of zlib: what is kept is authenticated. */
final class Compression {

    /** As many as are kept for the next message; each holds 256 KiB outside the heap. */
    private static final int MOST_KEPT = 16;

    /** What a little deflated needs at the least. */
    private static final int SMALLEST = 64;

    /** Making one costs more than what it does for a message. */
    private static final BlockingQueue<Deflater> KEPT = new ArrayBlockingQueue<>(MOST_KEPT);

    private Compression() {}

    static byte[] deflated(byte[] plain, byte[] dictionary) {
        Deflater deflater = KEPT.poll();
        if (deflater == null) {
            deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        }
        deflater.setDictionary(dictionary);
        deflater.setInput(plain);
        deflater.finish();
        byte[] out = new byte[plain.length / 2 + SMALLEST];
        int length = deflater.deflate(out);
        while (!deflater.finished()) {
            out = Arrays.copyOf(out, 2 * out.length);
            length += deflater.deflate(out, length, out.length - length);
        }
        deflater.reset();
        if (!KEPT.offer(deflater)) {
            deflater.end();
        }
        return Arrays.copyOf(out, length);
    }

    static byte[] inflated(byte[] deflated, byte[] dictionary) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(dictionary);
            inflater.setInput(deflated);
            ByteArrayOutputStream out = new ByteArrayOutputStream(4 * deflated.length);
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 && !inflater.finished()) {
                    throw new IllegalStateException("an authentic message inflates");
                }
                out.write(buffer, 0, length);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("an authentic message inflates", e);
        } finally {
            inflater.end();
        }
    }
}
