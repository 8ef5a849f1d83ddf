package lt.mokiniai.exchange.entry;

import java.util.Optional;
import java.util.function.Consumer;
import lt.mokiniai.exchange.checks.Check;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Proof;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.exchange.security.VerifiedMessage;
import lt.mokiniai.kernel.faults.Stage;

/**
 * WS-Security proves who sent what ({@code MR-2xx}, and {@code MR-102}, {@code MR-104}, {@code MR-110} for the envelope).
 *
 * @param keeper is given the signature, which the answer to the message confirms
 */
record WsSecurityCheck(MessageVerifier verifier, Consumer<VerifiedMessage.Signature> keeper) implements Check {

    @Override
    public Stage stage() {
        return Stage.SIGNATURE;
    }

    /** Key, signature, time and certificate are verified in one. */
    @Override
    public boolean covers(Stage stage) {
        return stage == Stage.SIGNATURE || stage == Stage.CERTIFICATE;
    }

    @Override
    public void check(CheckedMessage message) {
        VerifiedMessage verified = verifier.verify(message.document());
        VerifiedMessage.Signature signature = verified.signature();
        message.provenBy(new Proof(
                        verified.signer(),
                        verified.thumbprint(),
                        verified.judgedAt(),
                        Optional.of(new Proof.Signature(
                                signature.createdAt(),
                                signature.method(),
                                signature.digestMethods(),
                                signature.certificateReference()))))
                .saying(verified.header(), verified.request());
        keeper.accept(signature);
    }
}
