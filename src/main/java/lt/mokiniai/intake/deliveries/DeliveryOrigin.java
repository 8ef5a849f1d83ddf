package lt.mokiniai.intake.deliveries;

import lt.mokiniai.kernel.scope.Provenance;

/**
 * How a delivery came, and from whom; whoever makes it has verified the sender's signature and contract.
 *
 * @param provenance the exchange, the party that signed, and for whom
 */
public record DeliveryOrigin(Way way, Provenance provenance) {

    /** The ways of a supply contract. */
    public enum Way {
        PUSH,
        PULL,
        FILE
    }
}
