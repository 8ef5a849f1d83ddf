package lt.mokiniai.kernel.digests;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, by which a contract's file, a set of contracts, a certificate and the records of a student are named. */
public final class Digest {

    private Digest() {}

    /** Gives SHA-256 of bytes, in lower hex. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Begins SHA-256 of bytes that come bit by bit. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
