package lt.mokiniai.tools.sources;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import lt.mokiniai.exchange.evidence.operators.OperatorAct;
import lt.mokiniai.exchange.evidence.operators.OperatorActs;
import lt.mokiniai.intake.transport.TransportActs;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.tools.contracts.terminal.PrintedJson;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Files and pulls as rows of the message log, like the acts of operators (docs/evidence.md, 'Acts of operators'). */
@Component
class LoggedTransportActs implements TransportActs {

    /** Longer than any act takes. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final OperatorActs acts;
    private final String register;
    private final Clock clock;

    LoggedTransportActs(OperatorActs acts, @Value("${mokiniai.exchange.register}") String register, Clock clock) {
        this.acts = acts;
        this.register = XRoadId.parse(register).memberCode();
        this.clock = clock;
    }

    @Override
    public Optional<Act> open(String receipt, String name, String operator, Map<String, Object> content) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        acts.giveUp(name, register, now.minus(LONGEST));
        OperatorAct act = new OperatorAct(receipt, name, register, operator, now, bytes(content));
        try {
            acts.open(act);
        } catch (DuplicateKeyException anotherNode) {
            return Optional.empty();
        }
        return Optional.of(new Logged(act));
    }

    private final class Logged implements Act {

        private final OperatorAct act;

        private Logged(OperatorAct act) {
            this.act = act;
        }

        @Override
        public String receipt() {
            return act.receipt();
        }

        @Override
        public void close(Map<String, Object> result) {
            acts.close(act, 0, bytes(result));
        }

        @Override
        public void giveUp() {
            acts.giveUp(act);
        }
    }

    private static byte[] bytes(Map<String, Object> content) {
        return PrintedJson.of(content).getBytes(StandardCharsets.UTF_8);
    }
}
