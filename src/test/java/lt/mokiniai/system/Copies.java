package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;

/** Copies of one message that come at once. */
final class Copies {

    private Copies() {}

    /** Sends the copies, and gives the replies: one is an answer, all others say that the message is a replay. */
    static List<Reply> assertOneIsAnswered(Message message, int count) {
        message.bytes();
        CyclicBarrier start = new CyclicBarrier(count);
        Callable<Reply> copy = () -> {
            start.await();
            return message.send();
        };
        ExecutorService senders = Executors.newFixedThreadPool(count);
        try {
            List<Reply> replies = senders
                    .invokeAll(Stream.generate(() -> copy).limit(count).toList())
                    .stream()
                    .map(Copies::got)
                    .toList();
            assertThat(replies.stream().collect(Collectors.groupingBy(Reply::code, Collectors.counting())))
                    .containsOnlyKeys("", ExchangeError.REPLAYED.code())
                    .containsEntry("", 1L);
            return replies;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            senders.shutdownNow();
        }
    }

    private static Reply got(Future<Reply> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
