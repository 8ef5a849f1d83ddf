package lt.mokiniai.exchange.checks;

import java.util.function.Consumer;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.exchange.security.VerifiedMessage;
import lt.mokiniai.kernel.Stage;

/** WS-Security proves who sent what ({@code MR-2xx}, and {@code MR-102}, {@code MR-104}, {@code MR-110} for the envelope).
 *
 * @param keeper is given what the answer to the message needs of its signature */
public record SignatureCheck(MessageVerifier verifier, Consumer<VerifiedMessage> keeper) implements Check {

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
        message.provenBy(verified.signer()).saying(verified.header(), verified.request());
        keeper.accept(verified);
    }
}
