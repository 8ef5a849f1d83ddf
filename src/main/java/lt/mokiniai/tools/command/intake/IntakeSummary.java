package lt.mokiniai.tools.command.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.DeliveryWorker;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.reports.DeliveryReport;
import lt.mokiniai.intake.reports.DeliveryReports;
import lt.mokiniai.intake.transport.Delivered;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.form.report.FindingCount;
import lt.mokiniai.register.form.report.FindingReport;
import org.springframework.context.ApplicationContext;

/**
 * What deliveries came to, as it is printed: for people as lines, for programs as its components say.
 *
 * @param said what came of each file or question
 * @param refused whether something was refused as a whole
 * @param deliveries what was received
 * @param findings how many there are of each code
 * @param report the file that has all findings
 */
record IntakeSummary(
        List<Text> said, boolean refused, List<Outcome> deliveries, List<FindingCount> findings, String report) {

    /**
     * A delivery, after what waited was applied.
     *
     * @param state of the code list DELIVERY_STATE
     * @param records how many came to what, by the code list RECORD_OUTCOME
     */
    record Outcome(
            String register,
            String series,
            long sequence,
            String deliveryId,
            String receipt,
            String state,
            Map<String, Long> records) {

        private static Outcome of(Delivered delivered, Optional<DeliveryReport> report) {
            Map<String, Long> records = new TreeMap<>();
            report.ifPresent(told -> told.counts().forEach((outcome, count) -> records.put(outcome.name(), count)));
            return new Outcome(
                    delivered.register(),
                    delivered.header().series(),
                    delivered.header().sequence(),
                    delivered.deliveryId(),
                    delivered.receipt(),
                    report.map(DeliveryReport::state).orElse(delivered.state()).name(),
                    records);
        }

        private boolean fits() {
            return !state.equals(DeliveryState.HELD.name())
                    && !state.equals(DeliveryState.REFUSED.name())
                    && !records.containsKey(RecordOutcome.QUARANTINED.name());
        }

        private Text line() {
            String counts = records.entrySet().stream()
                    .map(each -> each.getKey() + " " + each.getValue())
                    .collect(Collectors.joining(", "));
            return Messages.text("transport.outcomes", deliveryId, state, counts.isEmpty() ? "0" : counts);
        }
    }

    /** Has applied what was received, and says what came of it. */
    static IntakeSummary of(
            ApplicationContext parts,
            List<Text> said,
            boolean refused,
            List<Delivered> deliveries,
            FindingReport found) {
        if (!deliveries.isEmpty()) {
            parts.getBean(DeliveryWorker.class).turn();
        }
        DeliveryReports reports = parts.getBean(DeliveryReports.class);
        return new IntakeSummary(
                List.copyOf(said),
                refused,
                deliveries.stream()
                        .map(delivered -> Outcome.of(delivered, reports.report(delivered.deliveryId(), name -> true)))
                        .toList(),
                found.codes(),
                found.path().toString());
    }

    /** Whether nothing was refused and each record fits. */
    boolean isAllTaken() {
        return !refused && deliveries.stream().allMatch(Outcome::fits);
    }

    /** Says it to people. */
    List<Text> lines() {
        List<Text> lines = new ArrayList<>(said);
        deliveries.stream().map(Outcome::line).forEach(lines::add);
        findings.stream().map(FindingCount::line).forEach(lines::add);
        if (!findings.isEmpty()) {
            lines.add(Messages.text("transport.report", report));
        }
        return lines;
    }
}
