package lt.mokiniai.intake.service;

import java.util.List;
import lt.mokiniai.intake.deliveries.ReceivedPart.Result;
import lt.mokiniai.intake.deliveries.WantedDeliveries.Range;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.wsdl.intake.MissingDeliveries;
import lt.mokiniai.wsdl.intake.RecordResult;

/** What came of deliveries, in the words of the schema. */
final class DeliveryWords {

    private DeliveryWords() {}

    static List<MissingDeliveries> missing(List<Range> ranges) {
        return ranges.stream()
                .limit(MOST_RANGES)
                .map(range -> {
                    MissingDeliveries missing = new MissingDeliveries();
                    missing.setSeries(range.series());
                    missing.setFrom(range.from());
                    missing.setTo(range.to());
                    return missing;
                })
                .toList();
    }

    /** As many as an answer has room for. */
    private static final int MOST_RANGES = 100;

    static List<RecordResult> results(List<Result> results) {
        return results.stream()
                .map(each -> {
                    RecordResult result = new RecordResult();
                    result.setOrdinal(each.ordinal());
                    result.setOutcome(each.outcome().name());
                    each.findings().stream().map(DeliveryWords::finding).forEach(result.getFinding()::add);
                    return result;
                })
                .toList();
    }

    private static lt.mokiniai.wsdl.intake.RecordFinding finding(RecordFinding found) {
        lt.mokiniai.wsdl.intake.RecordFinding finding = new lt.mokiniai.wsdl.intake.RecordFinding();
        finding.setCode(found.code());
        found.field().ifPresent(finding::setField);
        finding.setLt(found.message().lt());
        finding.setEn(found.message().en());
        return finding;
    }
}
