package lt.mokiniai.register.load;

import java.time.Clock;
import java.util.Optional;
import lt.mokiniai.platform.clock.RecordingClock;
import lt.mokiniai.register.history.HistoryStore;
import lt.mokiniai.register.load.given.AnsweredQuestions;
import lt.mokiniai.register.load.histories.LoadRules;
import lt.mokiniai.register.load.together.TakenIdentifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a load writes, and what it asks the register. */
@Component
class LoadStores {

    private final HistoryStore histories;
    private final LoadedStudents loaded;
    private final TakenIdentifications taken;
    private final AnsweredQuestions questions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoadStores(
            HistoryStore histories,
            LoadedStudents loaded,
            TakenIdentifications taken,
            AnsweredQuestions questions,
            PlatformTransactionManager transactions,
            @RecordingClock Clock clock) {
        this.histories = histories;
        this.loaded = loaded;
        this.taken = taken;
        this.questions = questions;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What a load has from its beginning.
     *
     * @param run nothing where it is only tried
     */
    record Given(LoadRules rules, Optional<LoadRun> run) {}

    HistoryStore histories() {
        return histories;
    }

    LoadedStudents loaded() {
        return loaded;
    }

    TakenIdentifications taken() {
        return taken;
    }

    AnsweredQuestions questions() {
        return questions;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    /** Says when things are recorded. */
    Clock clock() {
        return clock;
    }
}
