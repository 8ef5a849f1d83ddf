package lt.mokiniai.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import lt.mokiniai.kernel.faults.ExchangeException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What may stand in a token: one sequence of definite lengths, not too deep; whatever else is there, nothing is thrown but a refusal. */
class CertificateTokenTests {

    /** What a thread of a small stack has, so that what calls itself is found. */
    private static final int SMALL_STACK = 256 * 1024;

    @Test
    void everyCertificateOfTheTestsIsOneSequence() throws CertificateEncodingException {
        for (TestPki.Pair key : List.of(TestPki.PARTY, TestPki.PARTY_RSA, TestPki.AUTHORITY, TestPki.REGISTER_EC)) {
            assertThat(CertificateToken.isOneSequence(key.certificate().getEncoded()))
                    .isTrue();
        }
    }

    @Test
    void aPartOfACertificateOrMoreThanOneIsNone() throws CertificateEncodingException {
        byte[] der = TestPki.PARTY.certificate().getEncoded();
        for (int length = 0; length < der.length; length++) {
            assertThat(CertificateToken.isOneSequence(Arrays.copyOf(der, length)))
                    .as("%d bytes", length)
                    .isFalse();
        }
        assertThat(CertificateToken.isOneSequence(Arrays.copyOf(der, der.length + 1)))
                .isFalse();
    }

    @Property(tries = 2000)
    void anyBytesAreJudgedWithoutAFailure(@ForAll @Size(max = 200) byte[] bytes) {
        if (bytes.length > 0) {
            bytes[0] = 0x30;
        }
        assertThatCode(() -> CertificateToken.isOneSequence(bytes)).doesNotThrowAnyException();
    }

    /** Random tags and lengths, nested as they come, of definite and indefinite length, or a certificate of which some bytes are others. */
    @Property(tries = 150)
    void aMessageWithAnyTokenIsRefusedAndNothingElse(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        byte[] token = random.nextBoolean() ? nested(random, 6000) : changed(random);
        Document message = SignedRequest.good()
                .rebuilt(document -> SignedRequest.first(document, "BinarySecurityToken")
                        .setTextContent(Base64.getEncoder().encodeToString(token)));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        TestVerifier.standard().verify(message);
                        SeenSignature.of(message, CertificateToken.LONGEST);
                    } catch (Throwable refusal) {
                        thrown.set(refusal);
                    }
                },
                "small stack",
                SMALL_STACK);
        thread.start();
        thread.join();
        assertThat(thrown.get()).isInstanceOf(ExchangeException.class);
    }

    private static byte[] changed(Random random) throws CertificateEncodingException {
        byte[] der = TestPki.PARTY.certificate().getEncoded();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int at = random.nextInt(der.length);
            der[at] = (byte) (der[at] + 1 + random.nextInt(255));
        }
        return der;
    }

    private static byte[] nested(Random random, int most) {
        byte[] inner = new byte[random.nextInt(3)];
        int deep = random.nextInt(3000);
        byte[] tags = {0x30, 0x31, (byte) 0xa0, (byte) 0xa3, 0x24, 0x04, 0x03};
        for (int i = 0; i < deep && inner.length < most; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(i == deep - 1 ? 0x30 : tags[random.nextInt(random.nextBoolean() ? 1 : tags.length)]);
            if (random.nextInt(10) == 0) {
                out.write(0x80);
                out.writeBytes(inner);
                out.writeBytes(new byte[2]);
            } else {
                writeLength(out, inner.length);
                out.writeBytes(inner);
            }
            inner = out.toByteArray();
        }
        return inner;
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length > 0xFF) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7F) {
            out.write(0x81);
        }
        out.write(length);
    }
}
