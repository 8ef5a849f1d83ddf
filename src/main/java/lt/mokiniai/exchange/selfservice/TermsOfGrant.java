package lt.mokiniai.exchange.selfservice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.ContractCodeLists;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Grant.Delivery;
import lt.mokiniai.contract.model.Grant.Reach;
import lt.mokiniai.contract.model.Wording;
import lt.mokiniai.contract.schema.PublishedOperation.WayOfDelivery;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.wsdl.contracts.DeliveryTerms;
import lt.mokiniai.wsdl.contracts.DeliveryWay;
import lt.mokiniai.wsdl.contracts.DepthTerms;
import lt.mokiniai.wsdl.contracts.GrantTerms;
import lt.mokiniai.wsdl.contracts.RequiredHeader;
import org.springframework.stereotype.Component;

/** Tells a party what a grant of its contract says, and what is left of its quota. */
@Component
class TermsOfGrant {

    private final QuotaAxes quotas;

    TermsOfGrant(QuotaAxes quotas) {
        this.quotas = quotas;
    }

    GrantTerms tell(Contract contract, Grant grant, Instant now) {
        GrantTerms terms = new GrantTerms();
        terms.setService(grant.id().service().name());
        terms.setVersion(grant.id().service().version());
        terms.setOperation(grant.id().name());
        terms.getItem().addAll(Words.items(grant.answer(), grant.answer().grantable()));
        (grant.operation().writes() ? terms.getWrites() : terms.getAsks())
                .addAll(Words.items(grant.request(), grant.request().grantable()));
        terms.setPopulation(Words.text(Wording.population(grant.coverage().population(), ContractCodeLists::named)));
        terms.setDepth(depth(grant.coverage().reach(), LocalDate.ofInstant(now, Dates.ZONE)));
        terms.setDelivery(delivery(grant.delivery()));
        terms.getQuota().addAll(quotas.of(contract, grant));
        grant.delivery().quota().repeatedLooksPerDay().ifPresent(terms::setRepeatedLooksPerDay);
        if (grant.conditions().requiresUserId()) {
            terms.getRequires().add(RequiredHeader.USER_ID);
        }
        if (grant.conditions().requiresIssue()) {
            terms.getRequires().add(RequiredHeader.ISSUE);
        }
        grant.coverage().restrictions().stream().sorted().forEach(terms.getRestriction()::add);
        terms.setRepresentation(contract.representation().contains(grant.id()));
        terms.setPseudonym(grant.shown().pseudonym());
        terms.setAbsenceReasons(grant.shown().reasons());
        if (grant.conditions().visibleAfterDays() > 0) {
            terms.setVisibleAfterDays(grant.conditions().visibleAfterDays());
        }
        return terms;
    }

    private static DepthTerms depth(Reach reach, LocalDate today) {
        Text words = Wording.depth(reach);
        DepthTerms terms = new DepthTerms();
        terms.setLt(words.lt());
        terms.setEn(words.en());
        reach.on(today).earliest().ifPresent(terms::setSince);
        return terms;
    }

    private static DeliveryTerms delivery(Delivery delivery) {
        DeliveryTerms terms = new DeliveryTerms();
        Stream.of(DeliveryWay.values())
                .filter(way -> delivery.ways().contains(WayOfDelivery.valueOf(way.name())))
                .forEach(terms.getWay()::add);
        if (terms.getWay().contains(DeliveryWay.BATCH)) {
            terms.setLargestBatch(delivery.largestBatch());
        }
        return terms;
    }
}
