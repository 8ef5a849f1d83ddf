package lt.mokiniai.exchange.checks;

import java.util.function.Consumer;
import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.kernel.faults.Stage;

/** Something is left of the quota ({@code MR-307}, {@code MR-308}, {@code MR-311}).
 *
 * @param usage {@link UsageAccounting#take} where the message is answered, {@link UsageAccounting#look} where it is not */
public record QuotaCheck(Consumer<Admission> usage) implements Check {

    @Override
    public Stage stage() {
        return Stage.QUOTA;
    }

    @Override
    public void check(CheckedMessage message) {
        message.admission().ifPresent(usage);
    }
}
