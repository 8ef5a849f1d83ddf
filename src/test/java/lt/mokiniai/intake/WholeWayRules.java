package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lt.mokiniai.intake.deliveries.DeliveryHeader;
import lt.mokiniai.intake.deliveries.DeliveryHeader.Kind;
import lt.mokiniai.intake.deliveries.DeliveryIntake;
import lt.mokiniai.intake.deliveries.DeliveryOrigin;
import lt.mokiniai.intake.deliveries.DeliveryOrigin.Way;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.deliveries.DeliveryWorker;
import lt.mokiniai.intake.deliveries.ReceivedPart;
import lt.mokiniai.intake.deliveries.ReceivedPart.Result;
import lt.mokiniai.intake.reports.DeliveryReport;
import lt.mokiniai.intake.reports.DeliveryReports;
import lt.mokiniai.intake.source.ReadRecord;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

/** The deliveries of the files, through the intake: received, applied by the worker, reported. */
interface WholeWayRules {

    Deliveries deliveries();

    ApplicationContext beans();

    @ParameterizedTest
    @ValueSource(strings = {"institutions", "programmes", "licences", "pedagogues"})
    default void whatComesThroughTheIntakeIsRecordedTheSame(String register) throws IOException {
        for (String other : GoldenRules.GIVEN.get(register)) {
            delivered(deliveries().register(other), "full", 1);
        }
        for (int number = 1; number <= GoldenRules.FILES.size(); number++) {
            String file = GoldenRules.FILES.get(number - 1);
            List<String> lines = delivered(deliveries().register(register), file, number);
            String told = String.join("\n", lines)
                    + "\n\n"
                    + RecordedSources.of(register, deliveries().jdbc());

            assertThat(told)
                    .as(file)
                    .isEqualToIgnoringNewLines(Files.readString(
                            DeliveredFile.FOLDER.resolve(register).resolve(file + ".expected.txt")));
        }
    }

    private <R> List<String> delivered(SourceRegister<R> register, String file, int number) {
        deliveries().isOnTheDayOf(file);
        List<ReadRecord<R>> records = new ArrayList<>();
        DeliveredFile.of(register.description(), file)
                .records()
                .forEach(record -> records.add(new ReadRecord.Whole<>(record)));
        DeliveryHeader header = new DeliveryHeader(number == 1 ? Kind.FULL : Kind.CHANGES, "a", number, records.size());
        ReceivedPart received = beans().getBean(ExchangeTransactions.class)
                .whole(() -> beans().getBean(DeliveryIntake.class)
                        .receive(register, header, 1, records, new DeliveryOrigin(Way.FILE, Deliveries.SOURCE)));
        beans().getBean(DeliveryWorker.class).turn();
        DeliveryReports reports = beans().getBean(DeliveryReports.class);
        DeliveryReport report =
                reports.report(received.deliveryId(), name -> true).orElseThrow();
        assertThat(report.state()).isEqualTo(DeliveryState.DONE);
        return reports.results(report.name().id(), 0, 500, false).stream()
                .map(WholeWayRules::told)
                .toList();
    }

    private static String told(Result result) {
        String findings = result.findings().stream()
                .map(finding -> finding.code() + " " + finding.field().orElse(""))
                .distinct()
                .collect(Collectors.joining(", "));
        return (result.ordinal() + " " + result.outcome() + " " + findings).strip();
    }
}
