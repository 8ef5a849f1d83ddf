package lt.mokiniai.intake.service;

import lt.mokiniai.intake.deliveries.ReceivedPart;
import lt.mokiniai.kernel.scope.CurrentScope;
import lt.mokiniai.wsdl.intake.DeliverInstitutions;
import lt.mokiniai.wsdl.intake.DeliverInstitutionsResponse;
import lt.mokiniai.wsdl.intake.DeliverLicences;
import lt.mokiniai.wsdl.intake.DeliverLicencesResponse;
import lt.mokiniai.wsdl.intake.DeliverPedagogues;
import lt.mokiniai.wsdl.intake.DeliverPedagoguesResponse;
import lt.mokiniai.wsdl.intake.DeliverProgrammes;
import lt.mokiniai.wsdl.intake.DeliverProgrammesResponse;
import lt.mokiniai.wsdl.intake.GetDeliveryReport;
import lt.mokiniai.wsdl.intake.GetDeliveryReportResponse;
import lt.mokiniai.wsdl.intake.Intake;
import org.springframework.stereotype.Component;

/** The service Intake: an operation for each source register, all of which end in one place, and the report. */
@Component
class IntakeEndpoint implements Intake {

    private final PushedDeliveries deliveries;
    private final ReportPages reports;
    private final CurrentScope currentScope;

    IntakeEndpoint(PushedDeliveries deliveries, ReportPages reports, CurrentScope currentScope) {
        this.deliveries = deliveries;
        this.reports = reports;
        this.currentScope = currentScope;
    }

    @Override
    public DeliverInstitutionsResponse deliverInstitutions(DeliverInstitutions request) {
        ReceivedPart received =
                deliveries.receive("institutions", request.getDelivery(), request.getInstitution(), currentScope.get());
        DeliverInstitutionsResponse response = new DeliverInstitutionsResponse();
        response.setDeliveryId(received.deliveryId());
        response.setState(received.state().name());
        response.getMissing().addAll(DeliveryWords.missing(received.missing()));
        response.getResult().addAll(DeliveryWords.results(received.results()));
        return response;
    }

    @Override
    public DeliverProgrammesResponse deliverProgrammes(DeliverProgrammes request) {
        ReceivedPart received =
                deliveries.receive("programmes", request.getDelivery(), request.getProgramme(), currentScope.get());
        DeliverProgrammesResponse response = new DeliverProgrammesResponse();
        response.setDeliveryId(received.deliveryId());
        response.setState(received.state().name());
        response.getMissing().addAll(DeliveryWords.missing(received.missing()));
        response.getResult().addAll(DeliveryWords.results(received.results()));
        return response;
    }

    @Override
    public DeliverLicencesResponse deliverLicences(DeliverLicences request) {
        ReceivedPart received =
                deliveries.receive("licences", request.getDelivery(), request.getLicence(), currentScope.get());
        DeliverLicencesResponse response = new DeliverLicencesResponse();
        response.setDeliveryId(received.deliveryId());
        response.setState(received.state().name());
        response.getMissing().addAll(DeliveryWords.missing(received.missing()));
        response.getResult().addAll(DeliveryWords.results(received.results()));
        return response;
    }

    @Override
    public DeliverPedagoguesResponse deliverPedagogues(DeliverPedagogues request) {
        ReceivedPart received =
                deliveries.receive("pedagogues", request.getDelivery(), request.getPedagogue(), currentScope.get());
        DeliverPedagoguesResponse response = new DeliverPedagoguesResponse();
        response.setDeliveryId(received.deliveryId());
        response.setState(received.state().name());
        response.getMissing().addAll(DeliveryWords.missing(received.missing()));
        response.getResult().addAll(DeliveryWords.results(received.results()));
        return response;
    }

    @Override
    public GetDeliveryReportResponse getDeliveryReport(GetDeliveryReport request) {
        return reports.page(request, currentScope.get());
    }
}
