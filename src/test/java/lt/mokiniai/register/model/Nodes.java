package lt.mokiniai.register.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.platform.database.ExchangeTransactions;
import lt.mokiniai.register.RegisterNode;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.CuttableSource.Cut;
import lt.mokiniai.register.times.CutOffWrites;
import lt.mokiniai.register.times.OpenWrites;
import lt.mokiniai.wsdl.enrolments.Enrolments;

/** Two nodes of a register, on one database: one does what comes next. One that dies is started anew. */
final class Nodes implements AutoCloseable {

    /** A start takes some seconds. */
    private int deathsLeft = Thoroughness.of(1, 60);

    private final Map<String, Object> settings;
    private final RegisterNode[] nodes;
    private int now;

    /** @param settings of the database */
    Nodes(Map<String, Object> settings) {
        this.settings = settings;
        this.nodes = new RegisterNode[] {RegisterNode.start(settings), RegisterNode.start(settings)};
    }

    /** Has a node do what comes next; both have one clock. */
    void turnTo(int node) {
        Instant time = bench().clock().instant();
        now = node;
        bench().clock().set(time);
    }

    Bench bench() {
        return nodes[now].bench();
    }

    /** Ends a session in the middle of what comes next; with it the node, as long as there are deaths left. */
    void cut(Cut cut, int after) {
        boolean dies = cut == Cut.WITH_THE_NODE && deathsLeft > 0;
        OpenWrites writes = nodes[now].bean(OpenWrites.class);
        // It cannot even take back what it announced.
        bench().connections()
                .cut(
                        cut == Cut.WITH_THE_NODE && !dies ? Cut.BEFORE_A_STEP : cut,
                        after,
                        dies ? writes::close : () -> {});
    }

    /** Tells whether the node died that did something. */
    boolean isDead() {
        return bench().connections().isDead();
    }

    /** Lets sessions be; a node that died is started anew. Tells whether a session ended. */
    boolean mend() {
        boolean isDead = isDead();
        boolean wasCut = bench().connections().mend();
        if (isDead) {
            deathsLeft--;
            Instant time = bench().clock().instant();
            nodes[now].close();
            nodes[now] = RegisterNode.start(settings);
            bench().clock().set(time);
        }
        return wasCut;
    }

    /** Some seconds pass, and the writes are given up that a dead node announced and never finished. */
    void forgetCutOffWrites() {
        bench().clock().set(bench().clock().instant().plusSeconds(20));
        CutOffWrites.forget(nodes[now].bean(OpenWrites.class));
    }

    /** Sends a message whose work is done in parts, each a transaction, a minute after what was done before. */
    <T> T inParts(Function<Enrolments, T> message) {
        ExchangeTransactions transactions = nodes[now].bean(ExchangeTransactions.class);
        Enrolments service = nodes[now].bean(Enrolments.class);
        bench().clock().set(bench().clock().instant().plusSeconds(60));
        T answer = transactions.first(Duration.ZERO, commit -> {
            bench().scope().inParts(new MessageParts(transactions, commit));
            return message.apply(service);
        });
        bench().clock().set(bench().clock().instant().plusSeconds(60));
        return answer;
    }

    @Override
    public void close() {
        for (RegisterNode node : nodes) {
            node.close();
        }
    }

    /** The parts of a message. */
    private record MessageParts(ExchangeTransactions transactions, Runnable commit) implements Scope.Parts {

        @Override
        public void begin() {
            commit.run();
        }

        @Override
        public <T> T done(Supplier<T> part) {
            return transactions.within(Duration.ZERO, part);
        }

        @Override
        public <T> T undone(Supplier<T> part) {
            return transactions.undone(Duration.ZERO, part);
        }
    }
}
