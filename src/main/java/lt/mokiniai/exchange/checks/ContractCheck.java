package lt.mokiniai.exchange.checks;

import java.time.Instant;
import java.util.Optional;
import lt.mokiniai.exchange.checks.Checks.Representatives;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.Caller.Represented;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;

/**
 * A contract of the party is in force for this subsystem ({@code MR-301}, {@code MR-302}). Who says that it acts for an
 * institution may, and a contract of that lets it ({@code MR-320}): why not is not told, and both are looked at whatever the
 * other says. It is asked of operations that need no contract, too.
 *
 * @param representatives who may act; where nobody can be asked, whoever says so is believed
 */
record ContractCheck(Optional<Representatives> representatives) implements Check {

    @Override
    public Stage stage() {
        return Stage.CONTRACT;
    }

    @Override
    public boolean isWhole(CheckedMessage message) {
        return representatives.isPresent()
                || message.headers()
                        .flatMap(headers -> headers.caller().represented())
                        .isEmpty();
    }

    @Override
    public void check(CheckedMessage message) {
        Caller caller = message.headers().orElseThrow().caller();
        caller.represented().ifPresent(institution -> check(message, caller, institution));
        new AdmissionCheck(stage()).check(message);
    }

    private void check(CheckedMessage message, Caller caller, Represented institution) {
        Instant now = message.receivedAt();
        boolean mayAct = representatives
                .map(known -> known.mayAct(caller.client(), institution.code(), now))
                .orElse(true);
        if (message.contracts().represented(institution, now).isEmpty() || !mayAct) {
            throw ExchangeException.of(ExchangeError.NOT_REPRESENTED);
        }
    }
}
