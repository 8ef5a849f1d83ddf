package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.intake.PlainSource.Sent;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryHeader.Kind;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.ReceivedPart;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.deliveries.WantedDeliveries.Range;
import lt.mokiniai.intake.example.ExampleRecord;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/**
 * Deliveries that are lost, repeated, cut into parts, out of order and broken off come to what they come to in memory; what is
 * asked for is what is missing.
 */
interface RandomDeliveryRules {

    int ROUNDS = Thoroughness.of(6, 200);

    IntakeDesk desk();

    @Test
    default void whateverBecomesOfDeliveriesTheEndIsThatOfAPlainSource() {
        for (int seed = 1; seed <= ROUNDS; seed++) {
            desk().clear();
            new Round(desk(), new Random(seed)).run("seed " + seed);
        }
    }

    /** One source with two series, of which the second follows the first. */
    final class Round {

        private final IntakeDesk desk;
        private final Random random;
        private final PlainSource plain = new PlainSource();
        private final Map<Sent, String> identifiers = new HashMap<>();
        private final List<Sent> all = new ArrayList<>();

        Round(IntakeDesk desk, Random random) {
            this.desk = desk;
            this.random = random;
            series("one", 8);
            series("two", 6);
        }

        private void series(String name, int deliveries) {
            for (int number = 1; number <= deliveries; number++) {
                Kind kind = number == 1 || random.nextInt(5) == 0 ? Kind.FULL : Kind.CHANGES;
                int records = 1 + random.nextInt(4);
                List<Integer> codes =
                        new ArrayList<>(IntStream.range(0, 6).boxed().toList());
                Collections.shuffle(codes, random);
                String value = name + number;
                all.add(new Sent(
                        kind,
                        name,
                        number,
                        codes.subList(0, records).stream()
                                .map(code -> Map.entry("c" + code, value))
                                .toList()));
            }
        }

        void run(String told) {
            List<Sent> order = new ArrayList<>(all);
            for (int i = 0; i + 1 < order.size(); i++) {
                if (random.nextInt(3) == 0) {
                    Collections.swap(order, i, i + 1);
                }
            }
            for (Sent delivery : order) {
                if (random.nextInt(4) != 0) {
                    deliver(delivery);
                }
                if (random.nextInt(4) == 0) {
                    deliver(all.get(random.nextInt(all.size())));
                }
                if (random.nextInt(2) == 0) {
                    turn(random.nextInt(6));
                }
            }
            turn(Integer.MAX_VALUE);
            for (List<Range> missing = missing(); !missing.isEmpty(); missing = missing()) {
                assertThat(plain.waiting()).as(told).isNotEmpty();
                missing.forEach(range -> all.stream()
                        .filter(each -> each.series().equals(range.series()))
                        .filter(each -> each.number() >= range.from() && each.number() <= range.to())
                        .forEach(this::deliver));
                turn(Integer.MAX_VALUE);
            }
            assertThat(values()).as(told).isEqualTo(plain.values());
            assertThat(plain.waiting()).as(told).isEmpty();
            identifiers.forEach((sent, identifier) -> {
                boolean isLate = plain.outdated().contains(sent);
                assertThat(desk.state(identifier))
                        .as("%s %s", told, sent)
                        .isEqualTo(isLate ? DeliveryState.OUTDATED : DeliveryState.DONE);
                assertThat(desk.outcomes(identifier))
                        .as("%s %s", told, sent)
                        .hasSameSizeAs(sent.records())
                        .allMatch(outcome -> isLate == (outcome == RecordOutcome.OUTDATED));
            });
            assertThat(desk.hasOpenWrites()).isFalse();
        }

        private List<Range> missing() {
            return desk.wanted().missing();
        }

        private SortedMap<String, String> values() {
            SortedMap<String, String> values = new TreeMap<>();
            desk.examples().recorded().forEach((code, row) -> values.put(code, row.replace(" null 0", "")));
            return values;
        }

        /** In one or two parts, the second one first now and then. */
        private void deliver(Sent sent) {
            DeliveryHeader header = new DeliveryHeader(
                    sent.kind(), sent.series(), sent.number(), sent.records().size());
            ExampleRecord[] records = sent.records().stream()
                    .map(record -> ExampleRecord.of(record.getKey(), record.getValue()))
                    .toArray(ExampleRecord[]::new);
            int cut = random.nextInt(records.length);
            ReceivedPart received;
            if (random.nextBoolean()) {
                desk.part(
                        header,
                        cut + 1,
                        List.of(records).subList(cut, records.length).toArray(ExampleRecord[]::new));
                received = desk.part(header, 1, List.of(records).subList(0, cut).toArray(ExampleRecord[]::new));
            } else {
                received = desk.part(header, 1, records);
            }
            identifiers.put(sent, received.deliveryId());
            plain.receive(sent);
        }

        /** Breaks off after so many records. */
        private void turn(int most) {
            AtomicInteger left = new AtomicInteger(most);
            desk.examples().beforeEach(told -> {
                if (left.getAndDecrement() == 0) {
                    throw new QueryTimeoutException("broken off");
                }
            });
            desk.turn();
            plain.turn(most);
        }
    }
}
