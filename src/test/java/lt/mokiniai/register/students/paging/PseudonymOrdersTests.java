package lt.mokiniai.register.students.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Orders that are kept between pages: never more than fit, and the same again when one went. */
class PseudonymOrdersTests {

    private final PseudonymOrders orders = new PseudonymOrders(100);
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void readsAnOrderForItsFirstPageAlone() {
        orders.begin("one", students(60));

        assertThat(orders.goOn("one", students(60))).hasSize(60);
        assertThat(reads).hasValue(1);
    }

    @Test
    void readsAnOrderAnewForAnotherFirstPage() {
        orders.begin("one", students(60));
        orders.begin("one", students(61));

        assertThat(orders.goOn("one", students(1))).hasSize(61);
        assertThat(orders.students()).isEqualTo(61);
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        orders.begin("one", students(40));
        orders.begin("two", students(40));
        orders.goOn("one", students(40));
        orders.begin("three", students(40));

        assertThat(orders.students()).isEqualTo(80);
        assertThat(reads).hasValue(3);
        orders.goOn("one", students(40));
        assertThat(reads).hasValue(3);
        orders.goOn("two", students(40));
        assertThat(reads).hasValue(4);
    }

    @Test
    void givesAnOrderThatIsLargerThanAllItMayKeep() {
        orders.begin("one", students(40));

        assertThat(orders.begin("two", students(101))).hasSize(101);
        assertThat(orders.goOn("two", students(101))).hasSize(101);
        assertThat(reads).hasValue(3);
        assertThat(orders.students()).isEqualTo(40);
    }

    private Supplier<List<Listed>> students(int count) {
        return () -> {
            reads.incrementAndGet();
            return LongStream.range(0, count).mapToObj(i -> new Listed(i, i)).toList();
        };
    }
}
