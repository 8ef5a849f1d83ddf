package lt.mokiniai.register.students.paging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lists in the order of pseudonyms, which no database knows: all students of a list are ordered for its first page, and the
 * order is kept for those that follow. What is kept is bounded; an order that went, or that another node made, is made
 * again from the question, and is the same (docs/decisions/0020-order-of-pseudonyms.md).
 */
@Component
public class PseudonymOrders {

    /** What one student takes in an order: two numbers, an object's head, a reference. */
    private static final int BYTES_A_STUDENT = 40;

    private static final int PART_OF_THE_HEAP = 16;

    private final long most;

    /** By list, the one that was asked for last at the end. */
    private final Map<String, List<Listed>> kept = new LinkedHashMap<>(16, 0.75f, true);

    private long students;

    PseudonymOrders() {
        this(Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP / BYTES_A_STUDENT);
    }

    /** @param most how many students all orders together may hold */
    PseudonymOrders(long most) {
        this.most = most;
    }

    /**
     * Gives the order of a list for its first page.
     *
     * @param list names it: the question, to whom it is answered, and its times
     * @param all reads all students of the list, in their order
     */
    public List<Listed> begin(String list, Supplier<List<Listed>> all) {
        List<Listed> order = all.get();
        keep(list, order);
        return order;
    }

    /** Gives the order of a list that was begun, here or on another node. */
    public List<Listed> goOn(String list, Supplier<List<Listed>> all) {
        return kept(list).orElseGet(() -> begin(list, all));
    }

    private synchronized Optional<List<Listed>> kept(String list) {
        return Optional.ofNullable(kept.get(list));
    }

    private synchronized void keep(String list, List<Listed> order) {
        forget(list);
        if (order.size() > most) {
            return;
        }
        while (students + order.size() > most) {
            forget(kept.keySet().iterator().next());
        }
        kept.put(list, order);
        students += order.size();
    }

    private void forget(String list) {
        students -= Optional.ofNullable(kept.remove(list)).map(List::size).orElse(0);
    }

    /** How many students the kept orders hold together. */
    synchronized long students() {
        return students;
    }
}
