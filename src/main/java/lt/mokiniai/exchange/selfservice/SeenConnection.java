package lt.mokiniai.exchange.selfservice;

import java.math.BigDecimal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.exchange.message.Connection;
import lt.mokiniai.exchange.message.Proof;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.scope.OpenTasks;
import lt.mokiniai.wsdl.contracts.AnswerKey;
import lt.mokiniai.wsdl.contracts.CheckConnectionResponse;
import lt.mokiniai.wsdl.contracts.ContractKind;
import lt.mokiniai.wsdl.contracts.ContractSummary;
import lt.mokiniai.wsdl.contracts.GrantSummary;
import lt.mokiniai.wsdl.contracts.KeyReference;
import lt.mokiniai.wsdl.contracts.SeenCertificate;
import lt.mokiniai.wsdl.contracts.SeenSignature;
import org.springframework.stereotype.Component;

/** Tells a party how the register sees it. */
@Component
class SeenConnection {

    /** By which tasks are listed. */
    private static final OperationId TASKS = OperationId.parse("tasks/v1/getTasks");

    private final QuotaAxes quotas;
    private final OpenTasks tasks;

    SeenConnection(QuotaAxes quotas, OpenTasks tasks) {
        this.quotas = quotas;
        this.tasks = tasks;
    }

    CheckConnectionResponse tell(Connection connection) {
        CheckConnectionResponse response = new CheckConnectionResponse();
        response.setReceivedAt(connection.proof().at());
        connection.proof().signature().ifPresent(signature -> {
            response.setMessageCreated(signature.madeAt());
            response.setClockDifference(
                    seconds(Duration.between(connection.proof().at(), signature.madeAt())));
            response.setSignature(seen(signature));
        });
        response.setParty(Words.name(connection.party()));
        response.setClient(connection.caller().client().toString());
        response.setUserIdPresent(connection.caller().userId().isPresent());
        response.setIssuePresent(connection.caller().issue().isPresent());
        response.setCertificate(certificate(connection.proof()));
        response.setAnswerKey(
                AnswerKey.fromValue(connection.party().answerAlgorithm().name()));
        connection.contractsOfCaller().stream()
                .map(contract -> summary(contract, connection))
                .forEach(response.getContract()::add);
        response.setContractSet(connection.contracts().hash());
        return response;
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }

    private static SeenCertificate certificate(Proof proof) {
        X509Certificate certificate = proof.certificate();
        Instant until = certificate.getNotAfter().toInstant();
        SeenCertificate seen = new SeenCertificate();
        seen.setSubject(certificate.getSubjectX500Principal().getName());
        seen.setIssuer(certificate.getIssuerX500Principal().getName());
        seen.setSerial(certificate.getSerialNumber().toString());
        seen.setThumbprint(proof.thumbprint());
        seen.setValidFrom(certificate.getNotBefore().toInstant());
        seen.setValidUntil(until);
        seen.setDaysLeft(Math.toIntExact(Duration.between(proof.at(), until).toDays()));
        return seen;
    }

    private static SeenSignature seen(Proof.Signature signature) {
        SeenSignature seen = new SeenSignature();
        seen.setAlgorithm(signature.method());
        seen.getDigestAlgorithm().addAll(signature.digestMethods());
        seen.setKeyReference(
                KeyReference.valueOf(signature.certificateReference().name()));
        return seen;
    }

    private ContractSummary summary(Contract contract, Connection connection) {
        ContractSummary summary = new ContractSummary();
        summary.setId(contract.id());
        summary.setVersion(Integer.parseInt(contract.version()));
        summary.setEdition(contract.edition());
        summary.setKind(ContractKind.fromValue(contract.kind().name()));
        summary.setState(quotas.stateOf(contract, connection.receivedAt()));
        summary.setFrom(contract.term().from());
        summary.setUntil(contract.term().until());
        summary.setClient(contract.party().client().toString());
        summary.setForThisClient(connection.isForCaller(contract));
        contract.grants().stream()
                .map(grant -> summary(contract, grant, connection))
                .forEach(summary.getGrant()::add);
        return summary;
    }

    private GrantSummary summary(Contract contract, Grant grant, Connection connection) {
        GrantSummary summary = new GrantSummary();
        summary.setService(grant.id().service().name());
        summary.setVersion(grant.id().service().version());
        summary.setOperation(grant.id().name());
        summary.getQuota().addAll(quotas.of(contract, grant));
        if (grant.id().equals(TASKS) && connection.isForCaller(contract)) {
            summary.setOpenTasks(tasks.waitingFor(
                    contract.acting(),
                    grant.coverage().population(),
                    grant.coverage().restrictions()));
        }
        return summary;
    }
}
