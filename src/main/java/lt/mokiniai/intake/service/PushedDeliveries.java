package lt.mokiniai.intake.service;

import java.util.List;
import java.util.Optional;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryIntake;
import lt.mokiniai.intake.deliveries.DeliveryOrigin;
import lt.mokiniai.intake.deliveries.DeliveryOrigin.Way;
import lt.mokiniai.intake.deliveries.ReceivedPart;
import lt.mokiniai.intake.deliveries.SourceRegisters;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.wsdl.intake.Delivery;
import org.springframework.stereotype.Component;

/** Receives what messages deliver. Which party may deliver what, its contract says. */
@Component
class PushedDeliveries {

    private final SourceRegisters registers;
    private final DeliveryIntake intake;

    PushedDeliveries(SourceRegisters registers, DeliveryIntake intake) {
        this.registers = registers;
        this.intake = intake;
    }

    /**
     * Receives a message's records.
     *
     * @throws ExchangeException {@code MR-402} when there is no such kind of delivery, and what {@link DeliveryIntake#receive} says
     */
    ReceivedPart receive(String register, Delivery told, List<?> records, Scope scope) {
        scope.tellsOfNoStudent();
        return receive(registers.named(register).orElseThrow(), told, records, scope);
    }

    private <R> ReceivedPart receive(SourceRegister<R> register, Delivery told, List<?> records, Scope scope) {
        DeliveryHeader header =
                new DeliveryHeader(kind(told.getKind()), told.getSeries(), told.getSequence(), told.getRecords());
        Class<R> type = register.description().recordType();
        return intake.receive(
                register,
                header,
                Optional.ofNullable(told.getFirst()).orElse(1),
                records.stream()
                        .<ReadRecord<R>>map(each -> new ReadRecord.Whole<>(type.cast(each)))
                        .toList(),
                new DeliveryOrigin(Way.PUSH, scope.writing().provenance()));
    }

    private static DeliveryHeader.Kind kind(String code) {
        for (DeliveryHeader.Kind kind : DeliveryHeader.Kind.values()) {
            if (kind.name().equals(code)) {
                return kind;
            }
        }
        throw ExchangeException.of(ExchangeError.UNKNOWN_CODE)
                .naming("DELIVERY_KIND")
                .at("delivery/kind");
    }
}
