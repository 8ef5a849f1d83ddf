package lt.mokiniai.register.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import lt.mokiniai.kernel.scope.StudentPseudonyms;

/** Pseudonyms that a test can compute: digests of the contract and the register id. */
public record TestPseudonyms(String contract) implements StudentPseudonyms {

    @Override
    public String of(String registerId) {
        return HexFormat.of().formatHex(digest(registerId));
    }

    @Override
    public long rank(String registerId) {
        return ByteBuffer.wrap(digest(registerId)).getLong() >>> 1;
    }

    private byte[] digest(String registerId) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((contract + " " + registerId).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
