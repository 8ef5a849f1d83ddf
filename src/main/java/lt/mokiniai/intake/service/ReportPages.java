package lt.mokiniai.intake.service;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import lt.mokiniai.intake.deliveries.ReceivedPart.Result;
import lt.mokiniai.intake.reports.DeliveryReport;
import lt.mokiniai.intake.reports.DeliveryReports;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Population;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.tokens.Seal;
import lt.mokiniai.wsdl.intake.Difference;
import lt.mokiniai.wsdl.intake.GetDeliveryReport;
import lt.mokiniai.wsdl.intake.GetDeliveryReportResponse;
import lt.mokiniai.wsdl.intake.OutcomeCount;
import org.springframework.stereotype.Component;

/**
 * Gives reports of deliveries, in pages of records: to the party that delivered, and to who decides about what does not fit. Any
 * other is told nothing but that there is none.
 */
@Component
class ReportPages {

    private static final int USUAL_PAGE = 100;

    /** With the seal's own they are a multiple of three. */
    private static final int TOKEN_BYTES = Long.BYTES;

    private final DeliveryReports reports;
    private final Seal seal;

    ReportPages(DeliveryReports reports, Seal seal) {
        this.reports = reports;
        this.seal = seal;
    }

    /**
     * Gives a page.
     *
     * @throws ExchangeException {@code MR-501} when they may see no such delivery, {@code MR-406} when the token is none of this
     *     question
     */
    GetDeliveryReportResponse page(GetDeliveryReport request, Scope scope) {
        scope.tellsOfNoStudent();
        DeliveryReport report = reports.report(request.getDeliveryId(), name -> maySee(name, scope))
                .orElseThrow(
                        () -> ExchangeException.of(ExchangeError.NOT_WRITABLE).at("deliveryId"));
        int size = request.getPageSize() == null ? USUAL_PAGE : request.getPageSize();
        boolean onlyUnfit = Boolean.TRUE.equals(request.isOnlyFindings());
        List<Result> found = reports.results(report.name().id(), after(request, scope), size + 1, onlyUnfit);
        List<Result> shown = found.subList(0, Math.min(size, found.size()));
        GetDeliveryReportResponse response = new GetDeliveryReportResponse();
        response.setReport(told(report));
        response.getResult().addAll(DeliveryWords.results(shown));
        if (found.size() > size) {
            response.setNextPageToken(seal.seal(
                    ByteBuffer.allocate(TOKEN_BYTES)
                            .putLong(shown.get(size - 1).ordinal())
                            .array(),
                    boundTo(request, scope)));
        }
        return response;
    }

    private static boolean maySee(DeliveryReport.Name name, Scope scope) {
        return scope.acting().decides()
                ? scope.population().equals(Population.ALL)
                : name.party().equals(scope.acting().institution());
    }

    private int after(GetDeliveryReport request, Scope scope) {
        if (request.getPageToken() == null) {
            return 0;
        }
        return seal.open(request.getPageToken(), TOKEN_BYTES, boundTo(request, scope))
                .map(bytes -> Math.toIntExact(ByteBuffer.wrap(bytes).getLong()))
                .orElseThrow(
                        () -> ExchangeException.of(ExchangeError.PAGE_TOKEN).at("pageToken"));
    }

    private static String boundTo(GetDeliveryReport request, Scope scope) {
        return String.join(
                "|",
                scope.listing().boundTo(),
                request.getDeliveryId(),
                String.valueOf(Boolean.TRUE.equals(request.isOnlyFindings())));
    }

    private static lt.mokiniai.wsdl.intake.DeliveryReport told(DeliveryReport report) {
        lt.mokiniai.wsdl.intake.DeliveryReport told = new lt.mokiniai.wsdl.intake.DeliveryReport();
        told.setDeliveryId(report.name().deliveryId());
        told.setKind(report.header().kind().name());
        told.setSeries(report.header().series());
        told.setSequence(report.header().sequence());
        told.setState(report.state().name());
        report.times().receivedAt().ifPresent(told::setReceivedAt);
        report.times().appliedAt().ifPresent(told::setAppliedAt);
        told.setRecords(report.header().records());
        report.counts().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(count -> {
            OutcomeCount one = new OutcomeCount();
            one.setOutcome(count.getKey().name());
            one.setRecords(Math.toIntExact(count.getValue()));
            told.getCount().add(one);
        });
        told.getMissing().addAll(DeliveryWords.missing(report.missing()));
        report.differences().forEach(difference -> {
            Difference one = new Difference();
            one.setKind(difference.kind().name());
            one.setKey(difference.key());
            difference.institution().ifPresent(one::setInstitutionCode);
            told.getDifference().add(one);
        });
        return told;
    }
}
