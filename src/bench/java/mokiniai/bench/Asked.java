package mokiniai.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A server that is asked one question, by as many callers as there are cores, each waiting for its answer. */
final class Asked implements Subject {

    private static final int CALLERS = Runtime.getRuntime().availableProcessors();
    private static final int LARGE = 100;
    private static final ExecutorService POOL = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "caller");
        thread.setDaemon(true);
        return thread;
    });

    private final Server server;
    private final Question question;
    private final Requests requests;
    private final Connection connection;
    private List<byte[]> ready = List.of();

    Asked(Server server, Question question) {
        this.server = server;
        this.question = question;
        this.requests = new Requests(question, server.keys());
        this.connection = new Connection(server, requests.operation());
        requireThatSignaturesAreVerified();
        String answer = new String(connection.send(requests.make(1).get(0)), StandardCharsets.UTF_8);
        if (!answer.contains(question.expected())) {
            throw new IllegalStateException(
                    question.label() + " of " + server.name() + " has no " + question.expected() + ": " + answer);
        }
    }

    /** A request that was changed after it was signed must be refused, or what is measured is not what others do. */
    private void requireThatSignaturesAreVerified() {
        byte[] changed = new String(requests.make(1).get(0), StandardCharsets.UTF_8)
                .replace(Requests.USER, Requests.USER.replace('1', '2'))
                .getBytes(StandardCharsets.UTF_8);
        if (connection.answers(changed)) {
            throw new IllegalStateException(server.name() + " answers a request that was changed after it was signed");
        }
    }

    @Override
    public String name() {
        return server.name();
    }

    Question question() {
        return question;
    }

    Requests requests() {
        return requests;
    }

    Keys keys() {
        return server.keys();
    }

    Connection connection() {
        return connection;
    }

    @Override
    public MeasuredProcess process() {
        return server.process();
    }

    @Override
    public long databaseNanos() {
        return server.databaseNanos().getAsLong();
    }

    @Override
    public int firstCalls() {
        return question.students() >= LARGE ? 2 : Subject.super.firstCalls();
    }

    @Override
    public void prepare(int calls) {
        ready = requests.make(calls);
    }

    @Override
    public void run() {
        List<byte[]> now = ready;
        List<? extends Future<?>> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> POOL.submit(() -> {
                    for (int call = caller; call < now.size(); call += CALLERS) {
                        connection.send(now.get(call));
                    }
                }))
                .toList();
        try {
            for (Future<?> caller : callers) {
                caller.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(question.label() + " of " + server.name() + " fails", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
