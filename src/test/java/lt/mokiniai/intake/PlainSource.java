package lt.mokiniai.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lt.mokiniai.intake.deliveries.DeliveryHeader.Kind;
import org.jspecify.annotations.Nullable;

/** What deliveries come to, said plainly and in memory. */
final class PlainSource {

    private final SortedMap<String, String> values = new TreeMap<>();
    private final Set<Sent> received = new HashSet<>();
    private final Set<String> over = new HashSet<>();
    private final List<Sent> waiting = new ArrayList<>();
    private final Set<Sent> outdated = new HashSet<>();
    private String series = "";
    private long last;
    private @Nullable Sent active;
    private int applied;

    /** A delivery: values by code, in their order. */
    record Sent(Kind kind, String series, long number, List<Map.Entry<String, String>> records) {

        boolean isFull() {
            return kind == Kind.FULL;
        }
    }

    void receive(Sent delivery) {
        if (received.add(delivery)) {
            waiting.add(delivery);
        }
    }

    /** Applies what has its turn, so many records at the most. */
    void turn(int most) {
        int left = most;
        while (active != null || begins()) {
            Sent now = Objects.requireNonNull(active);
            while (applied < now.records().size()) {
                if (left == 0) {
                    return;
                }
                left--;
                Map.Entry<String, String> record = now.records().get(applied);
                values.put(record.getKey(), record.getValue());
                applied++;
            }
            if (!series.isEmpty()) {
                over.add(series);
            }
            over.remove(now.series());
            series = now.series();
            last = now.number();
            active = null;
        }
        dropOutdated();
    }

    private boolean begins() {
        dropOutdated();
        Optional<Sent> next = waiting.stream()
                .filter(each -> each.series().equals(series))
                .filter(each -> each.number() == last + 1 || each.isFull())
                .min(Comparator.comparing(Sent::number))
                .or(() -> waiting.stream().filter(Sent::isFull).findFirst());
        next.ifPresent(delivery -> {
            waiting.remove(delivery);
            active = delivery;
            applied = 0;
        });
        return next.isPresent();
    }

    private void dropOutdated() {
        List<Sent> late = waiting.stream()
                .filter(each -> each.series().equals(series) ? each.number() <= last : over.contains(each.series()))
                .toList();
        outdated.addAll(late);
        waiting.removeAll(late);
    }

    SortedMap<String, String> values() {
        return values;
    }

    Set<Sent> outdated() {
        return outdated;
    }

    List<Sent> waiting() {
        return waiting;
    }
}
