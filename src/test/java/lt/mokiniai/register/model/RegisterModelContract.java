package lt.mokiniai.register.model;

import java.util.List;
import lt.mokiniai.register.bench.CuttableSource.Cut;
import lt.mokiniai.register.model.Deeds.Deed;
import lt.mokiniai.register.model.Play.Step;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever three schools and those who decide do to some students: they register, enrol and ask for each other's, promote classes, find two
 * records to be one and one to be two, strike what never was and close schools, while time passes and terms end, on two nodes
 * of which sessions end in the middle of their work, or the node with them. The register and a plain model take and refuse the
 * same, say the same of each task and transfer, and tell the same of all days as known at any time.
 */
abstract class RegisterModelContract {

    /** A message makes about as many statements. */
    private static final int STATEMENTS = 60;

    abstract Nodes nodes();

    @Provide
    Arbitrary<List<Step>> ofAllKinds() {
        return steps(
                40,
                Tuple.of(1, Deed.REGISTER),
                Tuple.of(4, Deed.ENROL),
                Tuple.of(1, Deed.CHANGE),
                Tuple.of(1, Deed.INTERRUPT),
                Tuple.of(1, Deed.WITHDRAW),
                Tuple.of(1, Deed.STRIKE),
                Tuple.of(4, Deed.ASK),
                Tuple.of(2, Deed.TAKE_BACK),
                Tuple.of(6, Deed.PROMOTE),
                Tuple.of(4, Deed.MERGE),
                Tuple.of(2, Deed.SPLIT),
                Tuple.of(1, Deed.RESTRICT),
                Tuple.of(2, Deed.REMOVE),
                Tuple.of(2, Deed.CLOSE),
                Tuple.of(7, Deed.DECIDE),
                Tuple.of(2, Deed.TIME));
    }

    @Provide
    Arbitrary<List<Step>> ofTransfers() {
        return steps(
                30,
                Tuple.of(4, Deed.ENROL),
                Tuple.of(1, Deed.CHANGE),
                Tuple.of(1, Deed.INTERRUPT),
                Tuple.of(1, Deed.WITHDRAW),
                Tuple.of(1, Deed.STRIKE),
                Tuple.of(6, Deed.ASK),
                Tuple.of(6, Deed.DECIDE),
                Tuple.of(4, Deed.TAKE_BACK),
                Tuple.of(2, Deed.TIME));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Arbitrary<List<Step>> steps(int most, Tuple.Tuple2<Integer, Deed>... deeds) {
        return Combinators.combine(
                        Arbitraries.frequency(deeds),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.frequency(
                                Tuple.of(20, Cut.NEVER),
                                Tuple.of(6, Cut.BEFORE_A_STEP),
                                Tuple.of(6, Cut.AFTER_A_STEP),
                                Tuple.of(1, Cut.WITH_THE_NODE)),
                        Arbitraries.integers().between(0, STATEMENTS))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(most);
    }

    @Property(tries = 3)
    void doesWhatAPlainModelDoes(@ForAll("ofAllKinds") List<Step> steps) {
        new Play(nodes()).play(steps);
    }

    @Property(tries = 2)
    void movesStudentsAsAPlainModelDoes(@ForAll("ofTransfers") List<Step> steps) {
        new Play(nodes()).play(steps);
    }
}
