package lt.mokiniai.tools.command.loading;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongConsumer;
import lt.mokiniai.exchange.evidence.operators.OperatorAct;
import lt.mokiniai.exchange.evidence.operators.OperatorActs;
import lt.mokiniai.platform.database.ExchangeTransactions;
import lt.mokiniai.register.form.SortedRecords;
import lt.mokiniai.register.form.report.FindingReport;
import lt.mokiniai.register.load.LoadCounts;
import lt.mokiniai.register.load.LoadFiles;
import lt.mokiniai.register.load.LoadRun;
import lt.mokiniai.register.load.LoadRuns;
import lt.mokiniai.register.load.RegisterLoad;
import lt.mokiniai.tools.command.loading.LoadSummary.Content;
import lt.mokiniai.tools.command.loading.LoadSummary.Counts;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import lt.mokiniai.tools.contracts.terminal.PrintedJson;
import org.springframework.context.ApplicationContext;

/**
 * A load with its row in the message log: opened before the first student, closed with what came of it in the transaction in
 * which the run ends. Of a run that died the row is given up by the next, which alone can hold the lock of loads.
 */
final class LoggedLoad {

    /** In the place of an operation. */
    private static final String ACT = "load";

    private final ApplicationContext parts;
    private final RegisterLoad load;
    private final String register;
    private final String operator;
    private final LanguageOption language;

    /** @param register the institution code of the register */
    LoggedLoad(ApplicationContext parts, String register, String operator, LanguageOption language) {
        this.parts = parts;
        this.load = parts.getBean(RegisterLoad.class);
        this.register = register;
        this.operator = operator;
        this.language = language;
    }

    /** Says what a load would do. */
    LoadSummary tried(LoadFiles files, SortedRecords records, FindingReport found, LongConsumer done) {
        LoadCounts counts = load.tryOut(files, found, done);
        return LoadSummary.of(Optional.empty(), records, Optional.of(counts), found);
    }

    /**
     * Loads.
     *
     * @throws IllegalStateException when another load goes on
     */
    LoadSummary done(LoadFiles files, SortedRecords records, FindingReport found, LongConsumer done) {
        // The keys of the log are made at their first use, which a dry run is not.
        OperatorActs acts = parts.getBean(OperatorActs.class);
        LoadRuns runs = parts.getBean(LoadRuns.class);
        try (LoadRun run = runs.begin(operator, records.files())
                .orElseThrow(() -> new IllegalStateException(language.say("load.another")))) {
            acts.giveUp(ACT, register);
            OperatorAct act = new OperatorAct(
                    run.receipt(),
                    ACT,
                    register,
                    operator,
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    bytes(new Content(operator, records.files())));
            acts.open(act);
            return LoadSummary.of(
                    Optional.of(run.receipt()), records, Optional.of(loaded(files, run, found, done, act)), found);
        }
    }

    private LoadCounts loaded(LoadFiles files, LoadRun run, FindingReport found, LongConsumer done, OperatorAct act) {
        OperatorActs acts = parts.getBean(OperatorActs.class);
        try {
            LoadCounts counts = load.load(files, run, found, done);
            return parts.getBean(ExchangeTransactions.class).whole(() -> {
                parts.getBean(LoadRuns.class).end(run, counts);
                acts.close(act, counts.loaded(), bytes(Counts.of(counts)));
                return counts;
            });
        } catch (RuntimeException failure) {
            giveUp(acts, act, failure);
            throw new IllegalStateException(language.say("load.broken-off", RegisterParts.why(failure)), failure);
        }
    }

    /** Its own row alone: where the lock was lost another load may have begun. */
    private static void giveUp(OperatorActs acts, OperatorAct act, Throwable failure) {
        try {
            acts.giveUp(act);
        } catch (RuntimeException notNow) {
            failure.addSuppressed(notNow);
        }
    }

    private static byte[] bytes(Object content) {
        return PrintedJson.of(content).getBytes(StandardCharsets.UTF_8);
    }
}
