package lt.mokiniai.exchange.checks;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.XRoadHeaders;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;

/** The header {@code service} names this register ({@code MR-111}). */
public record RegisterCheck(XRoadId register) implements Check {

    @Override
    public Stage stage() {
        return Stage.REGISTER;
    }

    @Override
    public void check(CheckedMessage message) {
        boolean isThisOne = message.headers()
                .flatMap(XRoadHeaders::service)
                .filter(service -> service.register().equals(register))
                .isPresent();
        if (!isThisOne) {
            throw ExchangeException.of(ExchangeError.NOT_THIS_REGISTER);
        }
    }
}
