package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryHeader.Kind;
import lt.mokiniai.intake.deliveries.DeliveryIntake;
import lt.mokiniai.intake.deliveries.DeliveryOrigin;
import lt.mokiniai.intake.deliveries.DeliveryOrigin.Way;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.DeliveryWorker;
import lt.mokiniai.intake.deliveries.ReceivedPart;
import lt.mokiniai.intake.deliveries.ReceivedPart.Result;
import lt.mokiniai.intake.deliveries.RecordOutcome;
import lt.mokiniai.intake.deliveries.WantedDeliveries;
import lt.mokiniai.intake.example.ExampleMapper;
import lt.mokiniai.intake.example.ExampleRecord;
import lt.mokiniai.intake.example.ExampleSource;
import lt.mokiniai.intake.reports.DeliveryReport;
import lt.mokiniai.intake.reports.DeliveryReports;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.platform.database.ExchangeTransactions;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.bench.SettableScope;
import lt.mokiniai.wsdl.tasks.DecideTask;
import lt.mokiniai.wsdl.tasks.RegisterFault;
import lt.mokiniai.wsdl.tasks.Tasks;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries as a test has them in hand: it delivers, lets them be applied, and reads what came of them. */
final class IntakeDesk {

    private static final List<String> TABLES =
            List.of("delivery_held", "delivery_finding", "delivery_record", "delivery", "source_series", "task");

    private static final Provenance SOURCE = new Provenance(
            "00000000-0000-0000-0000-000000000001",
            "example/v1/deliverExamples",
            "190000103",
            "190000103",
            Optional.empty());

    private final DeliveryIntake intake;
    private final DeliveryWorker worker;
    private final DeliveryReports reports;
    private final ExampleSource source;
    private final ExampleMapper examples;
    private final ExchangeTransactions transactions;
    private final Tasks tasks;
    private final SettableScope scope;
    private final JdbcClient jdbc;

    IntakeDesk(ApplicationContext beans) {
        this.intake = beans.getBean(DeliveryIntake.class);
        this.worker = beans.getBean(DeliveryWorker.class);
        this.reports = beans.getBean(DeliveryReports.class);
        this.source = beans.getBean(ExampleSource.class);
        this.examples = beans.getBean(ExampleMapper.class);
        this.transactions = beans.getBean(ExchangeTransactions.class);
        this.tasks = beans.getBean(Tasks.class);
        this.scope = beans.getBean(SettableScope.class);
        this.jdbc = beans.getBean(JdbcClient.class);
    }

    void clear() {
        TABLES.forEach(table -> jdbc.sql("DELETE FROM " + table).update());
        examples.begin();
        scope.set(ScopeBuilder.everything().actingFor("190000086", true).build());
    }

    ExampleMapper examples() {
        return examples;
    }

    ExampleSource source() {
        return source;
    }

    /** Delivers all at once. */
    ReceivedPart deliver(Kind kind, String series, long number, ExampleRecord... records) {
        return part(new DeliveryHeader(kind, series, number, records.length), 1, records);
    }

    ReceivedPart part(DeliveryHeader header, int first, ExampleRecord... records) {
        return parts(
                header,
                first,
                Stream.of(records)
                        .<ReadRecord<ExampleRecord>>map(ReadRecord.Whole::new)
                        .toList());
    }

    ReceivedPart parts(DeliveryHeader header, int first, List<ReadRecord<ExampleRecord>> records) {
        return transactions.whole(
                () -> intake.receive(source, header, first, records, new DeliveryOrigin(Way.PUSH, SOURCE)));
    }

    /** Applies what waits. */
    int turn() {
        return worker.turn();
    }

    /** Delivers all at once, and has it applied. */
    DeliveryReport applied(Kind kind, String series, long number, ExampleRecord... records) {
        ReceivedPart received = deliver(kind, series, number, records);
        turn();
        return report(received.deliveryId());
    }

    DeliveryReport report(String deliveryId) {
        return reports.report(deliveryId, name -> true).orElseThrow();
    }

    DeliveryState state(String deliveryId) {
        return report(deliveryId).state();
    }

    List<RecordOutcome> outcomes(String deliveryId) {
        return results(deliveryId).stream().map(Result::outcome).toList();
    }

    List<Result> results(String deliveryId) {
        List<Result> all = new ArrayList<>();
        long id = report(deliveryId).name().id();
        List<Result> page = reports.results(id, 0, 3, false);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = reports.results(id, all.get(all.size() - 1).ordinal(), 3, false);
        }
        return all;
    }

    WantedDeliveries wanted() {
        return intake.wanted("examples");
    }

    /** Gives the notes of the open tasks of a kind, by identifier, the first opened first. */
    Map<String, String> tasks(String kind) {
        Map<String, String> notes = new LinkedHashMap<>();
        jdbc.sql("SELECT task_id, note FROM task WHERE state = 'OPEN' AND kind = ? ORDER BY id")
                .param(kind)
                .query(row -> {
                    notes.put(row.getString(1), row.getString(2));
                });
        return notes;
    }

    String decide(String taskId, String decision) {
        DecideTask request = new DecideTask();
        request.setTaskId(taskId);
        request.setDecision(decision);
        request.setReason("SOURCE_ERRS");
        return transactions.whole(() -> {
            try {
                return tasks.decideTask(request).getState();
            } catch (RegisterFault declared) {
                throw new AssertionError("the endpoint throws what the pipeline tells", declared);
            }
        });
    }

    /** Demands that a delivery is refused for a reason. */
    static void refuses(ExchangeError error, ThrowingCallable delivery) {
        assertThatThrownBy(delivery)
                .isInstanceOfSatisfying(
                        ExchangeException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    /** Tells whether writes are announced that nobody took back. */
    boolean hasOpenWrites() {
        return jdbc.sql("SELECT COUNT(*) FROM open_write").query(Long.class).single() > 0;
    }
}
