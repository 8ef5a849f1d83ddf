package lt.mokiniai.intake.transport;

import java.util.LinkedHashMap;
import java.util.Map;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;

/**
 * A delivery that was received; what of it is applied is told by its report.
 *
 * @param register its name
 * @param receipt of the row in the message log
 * @param deliveryId the register's identifier of it
 * @param state what it was when it was received
 * @param unfit how many of its records wait, because they do not fit
 */
public record Delivered(
        String register, DeliveryHeader header, String receipt, String deliveryId, DeliveryState state, long unfit) {

    /** Says it to people. */
    public Text line() {
        return Messages.text(
                "transport.delivered", register, header.named(), header.records(), unfit, deliveryId, receipt);
    }

    /** As the message log keeps it. */
    public Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("register", register);
        content.put("kind", header.kind().name());
        content.put("series", header.series());
        content.put("sequence", header.sequence());
        content.put("records", header.records());
        content.put("deliveryId", deliveryId);
        content.put("state", state.name());
        content.put("unfit", unfit);
        return content;
    }
}
