package lt.mokiniai.exchange.checks;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.faults.Stage;

/** It asks about no more students than the grant lets ({@code MR-405}). */
record DeliveryCheck() implements Check {

    @Override
    public Stage stage() {
        return Stage.DELIVERY;
    }

    @Override
    public void check(CheckedMessage message) {
        message.admission().ifPresent(admission -> admission.requestFilter().checkDelivery(message.request()));
    }
}
