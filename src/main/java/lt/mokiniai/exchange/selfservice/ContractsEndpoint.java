package lt.mokiniai.exchange.selfservice;

import java.util.Optional;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.exchange.message.Connection;
import lt.mokiniai.exchange.outcomes.Outcomes;
import lt.mokiniai.kernel.ServiceId;
import lt.mokiniai.wsdl.contracts.CheckConnection;
import lt.mokiniai.wsdl.contracts.CheckConnectionResponse;
import lt.mokiniai.wsdl.contracts.ContractDesk;
import lt.mokiniai.wsdl.contracts.ExplainRequest;
import lt.mokiniai.wsdl.contracts.ExplainRequestResponse;
import lt.mokiniai.wsdl.contracts.GetContract;
import lt.mokiniai.wsdl.contracts.GetContractResponse;
import lt.mokiniai.wsdl.contracts.GetOutcome;
import lt.mokiniai.wsdl.contracts.GetOutcomeResponse;
import lt.mokiniai.wsdl.contracts.GetServiceDescription;
import lt.mokiniai.wsdl.contracts.GetServiceDescriptionResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The service Contracts: each party asks about itself. */
@Component
class ContractsEndpoint implements ContractDesk {

    private static final String WSDL = "text/xml";

    private final Connection.Current connection;
    private final SeenConnection seen;
    private final TermsOfContract terms;
    private final Explanations explanations;
    private final OwnDescriptions descriptions;
    private final Outcomes outcomes;

    ContractsEndpoint(
            Connection.Current connection,
            SeenConnection seen,
            TermsOfContract terms,
            Explanations explanations,
            OwnDescriptions descriptions,
            Outcomes outcomes) {
        this.connection = connection;
        this.seen = seen;
        this.terms = terms;
        this.explanations = explanations;
        this.descriptions = descriptions;
        this.outcomes = outcomes;
    }

    @Override
    public CheckConnectionResponse checkConnection(CheckConnection request) {
        return seen.tell(connection.get());
    }

    @Override
    public GetContractResponse getContract(GetContract request) {
        Connection asking = connection.get();
        Optional<String> id = Optional.ofNullable(request.getId());
        GetContractResponse response = new GetContractResponse();
        for (Contract contract : asking.contractsOfCaller()) {
            boolean isAskedFor = id.map(contract.id()::equals).orElseGet(() -> asking.isForCaller(contract));
            if (isAskedFor) {
                response.getContract().add(terms.tell(contract, asking, Boolean.TRUE.equals(request.isWithFile())));
            }
        }
        response.setContractSet(asking.contracts().hash());
        return response;
    }

    @Override
    public ExplainRequestResponse explainRequest(ExplainRequest request) {
        return request.getMessage() == null
                ? explanations.ofRequest(request.getRequest().getAny(), connection.get())
                : explanations.ofMessage(request.getMessage(), connection.get());
    }

    @Override
    public GetOutcomeResponse getOutcome(GetOutcome request) {
        return outcomes.of(request.getId(), Optional.ofNullable(request.getClient()));
    }

    @Override
    public GetServiceDescriptionResponse getServiceDescription(GetServiceDescription request) {
        Connection asking = connection.get();
        ServiceId service = new ServiceId(request.getService(), request.getVersion());
        GetServiceDescriptionResponse response = new GetServiceDescriptionResponse();
        response.setContractSet(asking.contracts().hash());
        descriptions
                .of(
                        service,
                        ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path("/services/" + service)
                                .build()
                                .toUri(),
                        asking.contracts(),
                        asking.contractsOfCaller().stream()
                                .filter(asking::isForCaller)
                                .toList(),
                        asking.receivedAt())
                .ifPresent(file -> {
                    response.setMediaType(WSDL);
                    response.setFile(file.content());
                    response.setDigest(file.digest());
                });
        return response;
    }
}
