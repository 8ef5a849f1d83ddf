package lt.mokiniai.intake.deliveries.receiving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryHeader.Kind;
import lt.mokiniai.intake.deliveries.DeliveryIntake;
import lt.mokiniai.intake.deliveries.DeliveryOrigin;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.ReceivedPart;
import lt.mokiniai.intake.deliveries.ReceivedPart.Result;
import lt.mokiniai.intake.deliveries.RecordXml;
import lt.mokiniai.intake.deliveries.WantedDeliveries;
import lt.mokiniai.intake.deliveries.sequence.DeliverySequence;
import lt.mokiniai.intake.deliveries.sequence.MissingNumbers;
import lt.mokiniai.intake.deliveries.store.DeliveryRows;
import lt.mokiniai.intake.deliveries.store.FindingRows;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.deliveries.store.KeptRecord;
import lt.mokiniai.intake.deliveries.store.RecordRows;
import lt.mokiniai.intake.deliveries.store.SeriesRows;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.springframework.stereotype.Component;

/** Receives records: each is checked by itself and kept, and nothing is applied. */
@Component
class DeliveryReceiving implements DeliveryIntake {

    private final SeriesRows series;
    private final DeliveryRows deliveries;
    private final RecordRows records;
    private final FindingRows findings;
    private final DeliverySequence sequence;
    private final RecordReading reading;

    DeliveryReceiving(
            SeriesRows series,
            DeliveryRows deliveries,
            RecordRows records,
            FindingRows findings,
            DeliverySequence sequence,
            RecordXml xml) {
        this.series = series;
        this.deliveries = deliveries;
        this.records = records;
        this.findings = findings;
        this.sequence = sequence;
        this.reading = new RecordReading(xml);
    }

    @Override
    public <R> ReceivedPart receive(
            SourceRegister<R> register,
            DeliveryHeader header,
            int first,
            List<ReadRecord<R>> told,
            DeliveryOrigin origin) {
        String name = register.description().name();
        int last = first + told.size() - 1;
        require(told.size() <= MOST && last <= header.records(), ExchangeError.NUMBER_OF_RECORDS, "delivery/records");
        require(
                header.sequence() > 1 || header.kind() == Kind.FULL,
                ExchangeError.SERIES_WITHOUT_FULL,
                "delivery/kind");
        series.hold(name);
        KeptDelivery delivery = deliveries.open(name, header, origin);
        require(delivery.header().equals(header), ExchangeError.DELIVERY_OF_OTHER_CONTENT, "delivery");
        List<KeptRecord> added = added(register, told, delivery, first);
        if (delivery.state() == DeliveryState.INCOMPLETE) {
            deliveries.received(delivery.id(), added.size());
            if (delivery.progress().received() + added.size() == header.records()) {
                deliveries.complete(delivery.id(), digest(delivery.id()));
                sequence.judge(name);
            }
        }
        KeptDelivery now = deliveries.find(delivery.name().deliveryId()).orElseThrow();
        return new ReceivedPart(
                now.name().deliveryId(), now.state(), sequence.missingBefore(now), results(now, first, last));
    }

    /** Keeps the records that are not here yet. */
    private <R> List<KeptRecord> added(
            SourceRegister<R> register, List<ReadRecord<R>> told, KeptDelivery delivery, int first) {
        Map<Integer, String> here = records.digests(delivery.id(), first, first + told.size() - 1);
        List<KeptRecord> added = new ArrayList<>();
        Map<Integer, List<RecordFinding>> found = new LinkedHashMap<>();
        for (int i = 0; i < told.size(); i++) {
            int ordinal = first + i;
            RecordReading.Checked checked = reading.check(register, told.get(i), ordinal, here.get(ordinal) == null);
            String before = here.get(ordinal);
            if (before == null) {
                added.add(checked.record());
                found.put(ordinal, checked.findings());
            } else {
                require(
                        before.equals(checked.record().digest()),
                        ExchangeError.DELIVERY_OF_OTHER_CONTENT,
                        register.description().element() + "[" + (i + 1) + "]");
            }
        }
        records.receive(delivery.id(), added);
        findings.keep(delivery.id(), found);
        return added;
    }

    private String digest(long delivery) {
        MessageDigest digest = Digest.sha256();
        records.eachDigest(delivery, each -> digest.update(each.getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Result> results(KeptDelivery delivery, int first, int last) {
        if (last < first) {
            return List.of();
        }
        Map<Integer, List<RecordFinding>> found = findings.all(delivery.id(), first, last);
        return records.outcomes(delivery.id(), first, last).entrySet().stream()
                .map(each -> new Result(each.getKey(), each.getValue(), found.getOrDefault(each.getKey(), List.of())))
                .toList();
    }

    @Override
    public WantedDeliveries wanted(String register) {
        MissingNumbers numbers = sequence.numbers(register);
        return new WantedDeliveries(numbers.series(), numbers.next(), numbers.missing());
    }

    private static void require(boolean condition, ExchangeError error, String field) {
        if (!condition) {
            throw ExchangeException.of(error).at(field);
        }
    }
}
