package lt.mokiniai.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** One verifier, one signer and one key serve all threads. */
class ConcurrencyTests {

    @Test
    void verifiesAndSignsInManyThreadsAtOnce() {
        String request = SignedRequest.text(SignedRequest.good().arrived());
        TestVerifier verifier = TestVerifier.standard();
        MessageSigner signer = new MessageSigner(Clock.fixed(SignedRequest.NOW, ZoneOffset.UTC));
        AnswerVerifier client = new AnswerVerifier(
                new TrustedAuthorities(List.of(TestPki.AUTHORITY.certificate())),
                null,
                Clock.fixed(SignedRequest.NOW, ZoneOffset.UTC));
        SigningKey key = TestPki.REGISTER_EC.signing();

        long done = IntStream.range(0, 60)
                .parallel()
                .filter(i -> {
                    List<byte[]> values = verifier.verify(SignedRequest.parse(request))
                            .signature()
                            .values();
                    Document answer = SignedRequest.parse(SignedRequest.PLAIN);
                    signer.sign(answer, key, values);
                    return client.verify(answer, values).equals(key.certificate());
                })
                .count();

        assertThat(done).isEqualTo(60);
    }
}
