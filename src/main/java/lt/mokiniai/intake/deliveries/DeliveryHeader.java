package lt.mokiniai.intake.deliveries;

import lt.mokiniai.kernel.texts.Text;

/**
 * Which delivery it is, as its source says.
 *
 * @param series the name of the source's series; a source that numbers anew begins another, with a full delivery
 * @param sequence the number of the delivery in its series, without gaps
 * @param records how many the whole delivery has
 */
public record DeliveryHeader(Kind kind, String series, long sequence, int records) {

    /** What a delivery holds (code list DELIVERY_KIND). */
    public enum Kind {
        /** All that the source has. */
        FULL,
        /** What changed since the delivery before. */
        CHANGES
    }

    /** As people name it, {@code a 12}. */
    public Text named() {
        return Text.same(series + " " + sequence);
    }
}
