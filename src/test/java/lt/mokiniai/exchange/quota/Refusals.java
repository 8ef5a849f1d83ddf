package lt.mokiniai.exchange.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is refused, and how often. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(ExchangeError error, ThrowingCallable work) {
        assertThat(refusal(work).error()).isEqualTo(error);
    }

    static ExchangeException refusal(ThrowingCallable work) {
        ExchangeException[] refusal = new ExchangeException[1];
        assertThatThrownBy(work).isInstanceOfSatisfying(ExchangeException.class, thrown -> refusal[0] = thrown);
        return refusal[0];
    }

    /** Does all the work at once, and gives how much of it was not refused. */
    static long countOfAllowed(ExchangeError error, List<Runnable> work) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Boolean>> calls = work.stream()
                    .<Callable<Boolean>>map(one -> () -> isAllowed(error, one))
                    .toList();
            return threads.invokeAll(calls).stream().filter(Refusals::result).count();
        } finally {
            threads.shutdown();
        }
    }

    private static boolean isAllowed(ExchangeError error, Runnable work) {
        try {
            work.run();
            return true;
        } catch (ExchangeException refusal) {
            assertThat(refusal.error()).isEqualTo(error);
            return false;
        }
    }

    private static boolean result(Future<Boolean> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
