package lt.mokiniai.exchange.selfservice;

import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.exchange.message.Connection;
import lt.mokiniai.wsdl.contracts.Act;
import lt.mokiniai.wsdl.contracts.ContractKind;
import lt.mokiniai.wsdl.contracts.ContractTerms;
import lt.mokiniai.wsdl.contracts.Obligations;
import lt.mokiniai.wsdl.contracts.SourceItem;
import lt.mokiniai.wsdl.contracts.Statement;
import lt.mokiniai.wsdl.contracts.StudentsOfSource;
import lt.mokiniai.wsdl.contracts.SupplyTerms;
import lt.mokiniai.wsdl.contracts.SupplyWay;
import org.springframework.stereotype.Component;

/** Tells a party what one of its contracts says. */
@Component
class TermsOfContract {

    private final TermsOfGrant grants;
    private final QuotaAxes quotas;
    private final ActiveContracts contracts;

    TermsOfContract(TermsOfGrant grants, QuotaAxes quotas, ActiveContracts contracts) {
        this.grants = grants;
        this.quotas = quotas;
        this.contracts = contracts;
    }

    ContractTerms tell(Contract contract, Connection asking, boolean withFile) {
        ContractTerms terms = new ContractTerms();
        terms.setId(contract.id());
        terms.setVersion(Integer.parseInt(contract.version()));
        terms.setEdition(contract.edition());
        terms.setKind(ContractKind.fromValue(contract.kind().name()));
        terms.setState(quotas.stateOf(contract, asking.receivedAt()));
        terms.setFrom(contract.term().from());
        terms.setUntil(contract.term().until());
        terms.setParty(Words.name(contract.party()));
        terms.setClient(contract.party().client().toString());
        terms.setPurpose(statement(contract.statements().purpose()));
        terms.setLegalBasisToProvide(statement(contract.statements().basisToProvide()));
        terms.setLegalBasisToReceive(statement(contract.statements().basisToReceive()));
        contract.statements().procedure().map(Words::text).ifPresent(terms::setProcedure);
        if (contract.kind() == Kind.REQUEST) {
            terms.setStudents(contract.students().size());
        }
        contract.supply().map(TermsOfContract::supply).ifPresent(terms::setSupply);
        contract.grants().stream()
                .map(grant -> grants.tell(contract, grant, asking.receivedAt()))
                .forEach(terms.getGrant()::add);
        contract.statements().obligations().map(TermsOfContract::obligations).ifPresent(terms::setObligations);
        terms.setDigest(contract.digest());
        // The file says more than what another party may call.
        if (withFile && asking.caller().represented().isEmpty()) {
            terms.setFile(contracts.fileOf(contract));
        }
        return terms;
    }

    private static Statement statement(Contract.Statement said) {
        Statement statement = new Statement();
        statement.setLt(said.text().lt());
        statement.setEn(said.text().en());
        said.acts().stream().map(TermsOfContract::act).forEach(statement.getAct()::add);
        return statement;
    }

    private static Act act(Contract.Act named) {
        Act act = new Act();
        act.setLt(named.text().lt());
        act.setEn(named.text().en());
        named.items().stream().sorted().forEach(act.getItem()::add);
        return act;
    }

    private static SupplyTerms supply(Contract.Supply supply) {
        SupplyTerms terms = new SupplyTerms();
        supply.register().ifPresent(terms::setRegister);
        supply.ways().stream().map(way -> SupplyWay.fromValue(way.name())).forEach(terms.getWay()::add);
        supply.schedule().ifPresent(terms::setSchedule);
        supply.sourceOf().stream().sorted().map(TermsOfContract::source).forEach(terms.getSourceOf()::add);
        return terms;
    }

    private static SourceItem source(Contract.Source source) {
        SourceItem item = new SourceItem();
        item.setPath(source.path());
        item.setOf(StudentsOfSource.fromValue(source.of().name()));
        return item;
    }

    private static Obligations obligations(Contract.Obligations bound) {
        Obligations obligations = new Obligations();
        obligations.setLt(bound.text().lt());
        obligations.setEn(bound.text().en());
        obligations.setKeepMonths(bound.keepMonths());
        obligations.setHandOn(bound.handOn());
        return obligations;
    }
}
