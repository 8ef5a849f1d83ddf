package example;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.cxf.io.CacheAndWriteOutputStream;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Keeps the bytes that are sent: the answer's requestHash is their SHA-512. One call at a time. */
final class SentBytes extends AbstractPhaseInterceptor<Message> {

    private CacheAndWriteOutputStream bytes;

    SentBytes() {
        super(Phase.PRE_STREAM);
    }

    @Override
    public void handleMessage(Message message) {
        bytes = new CacheAndWriteOutputStream(message.getContent(OutputStream.class));
        message.setContent(OutputStream.class, bytes);
    }

    byte[] sha512() throws NoSuchAlgorithmException, java.io.IOException {
        return MessageDigest.getInstance("SHA-512").digest(bytes.getBytes());
    }
}
