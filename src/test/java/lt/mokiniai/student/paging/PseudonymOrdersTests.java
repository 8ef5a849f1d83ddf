package lt.mokiniai.student.paging;

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
        orders.begin("one", pupils(60));

        assertThat(orders.goOn("one", pupils(60))).hasSize(60);
        assertThat(reads).hasValue(1);
    }

    @Test
    void readsAnOrderAnewForAnotherFirstPage() {
        orders.begin("one", pupils(60));
        orders.begin("one", pupils(61));

        assertThat(orders.goOn("one", pupils(1))).hasSize(61);
        assertThat(orders.pupils()).isEqualTo(61);
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        orders.begin("one", pupils(40));
        orders.begin("two", pupils(40));
        orders.goOn("one", pupils(40));
        orders.begin("three", pupils(40));

        assertThat(orders.pupils()).isEqualTo(80);
        assertThat(reads).hasValue(3);
        orders.goOn("one", pupils(40));
        assertThat(reads).hasValue(3);
        orders.goOn("two", pupils(40));
        assertThat(reads).hasValue(4);
    }

    @Test
    void givesAnOrderThatIsLargerThanAllItMayKeep() {
        orders.begin("one", pupils(40));

        assertThat(orders.begin("two", pupils(101))).hasSize(101);
        assertThat(orders.goOn("two", pupils(101))).hasSize(101);
        assertThat(reads).hasValue(3);
        assertThat(orders.pupils()).isEqualTo(40);
    }

    private Supplier<List<Listed>> pupils(int count) {
        return () -> {
            reads.incrementAndGet();
            return LongStream.range(0, count).mapToObj(i -> new Listed(i, i)).toList();
        };
    }
}
