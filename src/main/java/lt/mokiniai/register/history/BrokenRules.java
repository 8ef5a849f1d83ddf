package lt.mokiniai.register.history;

import java.util.ArrayList;
import java.util.List;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;

/** The rules that one message breaks. */
public final class BrokenRules implements Findings {

    private final List<Problem> broken = new ArrayList<>();

    @Override
    public void breaks(Problem problem) {
        broken.add(problem);
    }

    /**
     * Demands that no rule was broken up to now.
     *
     * @throws ExchangeException that tells all that were
     */
    public void requireNone() {
        if (!broken.isEmpty()) {
            throw ExchangeException.ofAll(broken);
        }
    }

    /** Whether none was broken up to now. */
    public boolean isEmpty() {
        return broken.isEmpty();
    }

    /** Tells all of them among others. */
    public void tell(Findings others) {
        broken.forEach(others::breaks);
    }

    /** Tells the first of them among others: of one rule that is broken more than once. */
    public void tellOne(Findings others) {
        broken.stream().findFirst().ifPresent(others::breaks);
    }
}
