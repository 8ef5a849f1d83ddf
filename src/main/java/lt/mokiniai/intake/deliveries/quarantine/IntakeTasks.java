package lt.mokiniai.intake.deliveries.quarantine;

import java.util.List;
import java.util.stream.Collectors;
import lt.mokiniai.intake.deliveries.store.HeldRows.Share;
import lt.mokiniai.intake.deliveries.store.KeptDelivery;
import lt.mokiniai.intake.source.RecordFinding;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.tasks.Level;
import lt.mokiniai.register.tasks.NewTask;
import lt.mokiniai.register.tasks.Subject;
import lt.mokiniai.register.tasks.Tasks;
import org.springframework.stereotype.Component;

/** Opens the agency's tasks about deliveries. What they are about stands in their note, in codes that both languages have. */
@Component
public class IntakeTasks {

    /** The kind of a task about a record. */
    public static final String RECORD = "SOURCE_RECORD";

    /** The kind of a task about a delivery. */
    public static final String DELIVERY = "SOURCE_DELIVERY";

    private static final int LONGEST_NOTE = 500;

    private final Tasks tasks;

    IntakeTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Opens a task about a record that does not fit, and gives its identifier. */
    public String openRecord(KeptDelivery delivery, int ordinal, List<RecordFinding> findings) {
        String reasons = findings.stream()
                .map(finding -> finding.code()
                        + finding.field().map(field -> " " + field).orElse(""))
                .collect(Collectors.joining("; "));
        return open(RECORD, delivery, named(delivery) + " [" + ordinal + "]: " + reasons);
    }

    /**
     * Opens a task about a full delivery that ends more than it may, and gives its identifier.
     *
     * @param institutions how many institutions lose all rows that they had in force
     */
    public String openDelivery(KeptDelivery delivery, Share share, long institutions) {
        return open(
                DELIVERY,
                delivery,
                named(delivery) + ": " + share.ended() + " / " + share.held() + "; " + institutions);
    }

    private static String named(KeptDelivery delivery) {
        return delivery.name().register() + " " + delivery.series() + " " + delivery.number() + " "
                + delivery.name().deliveryId();
    }

    private String open(String kind, KeptDelivery delivery, String note) {
        Provenance from = delivery.origin().provenance();
        return tasks.open(
                new NewTask(
                        kind,
                        Level.AGENCY,
                        from.institution(),
                        Subject.ofNobody(note.substring(0, Math.min(LONGEST_NOTE, note.length()))),
                        tasks.dueOn(Level.AGENCY)),
                from);
    }
}
