package lt.mokiniai.exchange.pipeline;

import java.time.Clock;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.RawRequest;
import lt.mokiniai.platform.clock.RegisterClock;
import org.springframework.stereotype.Component;

/** Gives each message the time of its arrival and the contracts under which it is judged to the end. */
@Component
public class IncomingMessages {

    private final ActiveContracts contracts;
    private final Clock clock;

    IncomingMessages(ActiveContracts contracts, @RegisterClock Clock clock) {
        this.contracts = contracts;
        this.clock = clock;
    }

    /** Begins with what nobody has looked at yet. */
    public CheckedMessage received(RawRequest raw) {
        return new CheckedMessage(raw, contracts.current(), clock.instant());
    }
}
