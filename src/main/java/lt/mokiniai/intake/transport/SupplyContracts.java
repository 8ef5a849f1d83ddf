package lt.mokiniai.intake.transport;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.intake.deliveries.DeliveryOrigin.Way;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.clock.RegisterClock;
import lt.mokiniai.platform.trust.CertificateValidator;
import lt.mokiniai.register.form.RecordPlace;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The contracts by which sources deliver: who may, which register, in which way. */
@Component
public class SupplyContracts {

    private final Supplier<ContractSet> contracts;
    private final CertificateValidator certificates;
    private final Clock clock;

    @Autowired
    SupplyContracts(ActiveContracts contracts, CertificateValidator certificates, @RegisterClock Clock clock) {
        this(contracts::current, certificates, clock);
    }

    /** @param contracts those that are in force now */
    SupplyContracts(Supplier<ContractSet> contracts, CertificateValidator certificates, Clock clock) {
        this.contracts = contracts;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** The contracts in force by which sources deliver in a way, in the order of their files. */
    public List<Contract> all(Way way) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
        return contracts.get().all().stream()
                .filter(contract -> supplies(contract, way))
                .filter(contract -> contract.term().isInForce(today))
                .toList();
    }

    /** Finds the one of a register. */
    public Optional<Contract> of(String register, Way way) {
        return all(way).stream()
                .filter(contract -> registerOf(contract).equals(Optional.of(register)))
                .findFirst();
    }

    /** The register that a contract supplies. */
    public static Optional<String> registerOf(Contract contract) {
        return contract.supply().flatMap(Contract.Supply::register);
    }

    /**
     * Demands that the owner of a certificate may deliver the records of a register in a way.
     *
     * @param place of which file or answer
     * @throws NotDelivered {@code MR-S622} to {@code MR-S624}
     */
    public Contract requireSupplier(String register, Way way, X509Certificate signer, RecordPlace place) {
        ContractSet set = contracts.get();
        String party;
        try {
            certificates.requireGood(signer);
            party = set.partyOf(signer).code();
        } catch (ExchangeException refused) {
            throw TransportProblem.CERTIFICATE
                    .refusal(place, refused.error().code(), refused.problem().message())
                    .because(refused);
        }
        Contract contract = of(register, way).orElseThrow(() -> TransportProblem.NO_CONTRACT.refusal(place, register));
        if (!contract.party().code().equals(party)
                || !set.partyOf(signer).contracts().contains(contract.id())) {
            throw TransportProblem.NOT_THE_SUPPLIER.refusal(place, register, contract.id());
        }
        return contract;
    }

    private static boolean supplies(Contract contract, Way way) {
        return contract.supply()
                .filter(supply -> supply.register().isPresent())
                .filter(supply -> supply.ways().contains(Contract.Way.valueOf(way.name())))
                .isPresent();
    }
}
