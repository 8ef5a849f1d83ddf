package lt.mokiniai.intake.deliveries;

/** Applies what waits. Every node does so from time to time; whoever does not want to wait asks for a turn. */
public interface DeliveryWorker {

    /**
     * Applies the deliveries whose turn it is, record by record, until none is left or another node has them in hand.
     *
     * @return how many records came to something
     */
    int turn();
}
