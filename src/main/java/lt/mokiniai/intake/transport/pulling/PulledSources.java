package lt.mokiniai.intake.transport.pulling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryIntake;
import lt.mokiniai.intake.deliveries.DeliveryOrigin.Way;
import lt.mokiniai.intake.deliveries.SourceRegisters;
import lt.mokiniai.intake.deliveries.WantedDeliveries;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.intake.transport.Delivered;
import lt.mokiniai.intake.transport.NotDelivered;
import lt.mokiniai.intake.transport.SupplyContracts;
import lt.mokiniai.intake.transport.TransportActs;
import lt.mokiniai.intake.transport.TransportActs.Act;
import lt.mokiniai.intake.transport.TransportProblem;
import lt.mokiniai.intake.transport.TransportProperties;
import lt.mokiniai.intake.transport.pulling.SourceQuestion.Numbered;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.form.RecordPlace;
import org.springframework.stereotype.Component;

/**
 * Asks sources for what the register lacks: the deliveries that others wait for, then those that follow the last one, until the
 * source has no more. A register that has no series yet asks for a full delivery.
 */
@Component
public class PulledSources {

    /** A source that never says that it has no more is asked again another time. */
    private static final int MOST_DELIVERIES = 1000;

    private final SourceRegisters registers;
    private final SupplyContracts contracts;
    private final DeliveryIntake intake;
    private final PulledDelivery deliveries;
    private final TransportActs acts;
    private final TransportProperties properties;
    private final Map<String, SourceAdapter> adapters;

    PulledSources(
            SourceRegisters registers,
            SupplyContracts contracts,
            DeliveryIntake intake,
            PulledDelivery deliveries,
            TransportActs acts,
            TransportProperties properties,
            List<SourceAdapter> adapters) {
        this.registers = registers;
        this.contracts = contracts;
        this.intake = intake;
        this.deliveries = deliveries;
        this.acts = acts;
        this.properties = properties;
        this.adapters = adapters.stream().collect(Collectors.toMap(SourceAdapter::name, Function.identity()));
    }

    /**
     * What came of a pull.
     *
     * @param isWhole whether the source gave all that it was asked for
     */
    public record Pulled(String register, String receipt, List<Delivered> deliveries, boolean isWhole) {

        /** Keeps its own copy. */
        public Pulled {
            deliveries = List.copyOf(deliveries);
        }

        private Map<String, Object> content(List<String> refusals) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put(
                    "deliveries", deliveries.stream().map(Delivered::content).toList());
            content.put("refused", refusals);
            return content;
        }
    }

    /**
     * Asks a source, on demand.
     *
     * @param operator who asks, as they say
     * @param findings told what is not taken, and what does not fit in records
     */
    public Pulled pull(String register, String operator, Consumer<Finding> findings) {
        return pull(register, UUID.randomUUID().toString(), operator, findings).orElseThrow();
    }

    /**
     * Asks a source in its turn, which has one number on all nodes.
     *
     * @return nothing where another node does it, or did
     */
    Optional<Pulled> pull(String register, String receipt, String operator, Consumer<Finding> findings) {
        Optional<Act> opened = acts.open(receipt, "pull " + register, operator, Map.of("operator", operator));
        return opened.map(act -> {
            try {
                return pulled(register, act, findings);
            } catch (RuntimeException | Error failure) {
                act.giveUp(failure);
                throw failure;
            }
        });
    }

    private Pulled pulled(String register, Act act, Consumer<Finding> findings) {
        List<Delivered> delivered = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        try {
            SourceRegister<?> known = registers
                    .named(register)
                    .orElseThrow(() -> TransportProblem.OTHER_REGISTER.refusal(place(register), register));
            all(known, act, delivered, findings, refusals);
        } catch (NotDelivered refused) {
            findings.accept(refused.finding());
            refusals.add(refused.finding().code());
        }
        Pulled pulled = new Pulled(register, act.receipt(), delivered, refusals.isEmpty());
        act.close(pulled.content(refusals));
        return pulled;
    }

    private void all(
            SourceRegister<?> register,
            Act act,
            List<Delivered> delivered,
            Consumer<Finding> findings,
            List<String> refusals) {
        String name = register.description().name();
        Contract contract =
                contracts.of(name, Way.PULL).orElseThrow(() -> TransportProblem.NO_CONTRACT.refusal(place(name), name));
        TransportProperties.Source source =
                properties.source(name).orElseThrow(() -> TransportProblem.NO_ADDRESS.refusal(place(name), name));
        SourceAdapter adapter = Optional.ofNullable(adapters.get(source.adapter()))
                .orElseThrow(() -> TransportProblem.NO_ADDRESS.refusal(place(name), name));
        WantedDeliveries wanted = intake.wanted(name);
        for (Numbered missing : missing(wanted)) {
            SourceQuestion question =
                    new SourceQuestion(register.description(), contract, source, Optional.of(missing), 1);
            deliveries
                    .pull(register, adapter, question, act.receipt(), findings)
                    .ifPresentOrElse(delivered::add, () -> {
                        findings.accept(TransportProblem.NOT_THERE.at(question.place(), null, missing));
                        refusals.add(TransportProblem.NOT_THERE.code());
                    });
        }
        Optional<Numbered> next = next(wanted);
        for (int i = 0; i < MOST_DELIVERIES; i++) {
            SourceQuestion question = new SourceQuestion(register.description(), contract, source, next, 1);
            Optional<Delivered> got = deliveries.pull(register, adapter, question, act.receipt(), findings);
            if (got.isEmpty()) {
                return;
            }
            delivered.add(got.get());
            DeliveryHeader header = got.get().header();
            next = Optional.of(new Numbered(header.series(), header.sequence() + 1));
        }
    }

    /** What is here beyond the gaps is not asked for again. */
    private static Optional<Numbered> next(WantedDeliveries wanted) {
        long behindTheGaps = wanted.missing().stream()
                .filter(range -> wanted.series().equals(Optional.of(range.series())))
                .mapToLong(range -> range.to() + 1)
                .max()
                .orElse(wanted.next());
        return wanted.series().map(series -> new Numbered(series, Math.max(wanted.next(), behindTheGaps)));
    }

    private static Deque<Numbered> missing(WantedDeliveries wanted) {
        Deque<Numbered> missing = new ArrayDeque<>();
        for (WantedDeliveries.Range range : wanted.missing()) {
            for (long number = range.from(); number <= range.to() && missing.size() < MOST_DELIVERIES; number++) {
                missing.add(new Numbered(range.series(), number));
            }
        }
        return missing;
    }

    private static RecordPlace place(String register) {
        return new RecordPlace(register, 1);
    }
}
