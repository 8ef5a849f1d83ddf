package lt.mokiniai.exchange.checks;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.XRoadHeaders;
import lt.mokiniai.kernel.faults.Stage;

/** The X-Road headers are in order ({@code MR-105}, {@code MR-106}). */
record XRoadCheck() implements Check {

    @Override
    public Stage stage() {
        return Stage.XROAD;
    }

    @Override
    public void check(CheckedMessage message) {
        message.calledBy(XRoadHeaders.read(message.header()));
    }
}
