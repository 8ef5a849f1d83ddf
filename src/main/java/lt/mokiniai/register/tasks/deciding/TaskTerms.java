package lt.mokiniai.register.tasks.deciding;

import java.util.List;
import lt.mokiniai.platform.database.Diagnosis;
import lt.mokiniai.platform.database.ExchangeTransactions;
import lt.mokiniai.register.tasks.Task;
import lt.mokiniai.register.tasks.Tasks;
import lt.mokiniai.register.times.ReadTimes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the terms of tasks that nobody decided. Each is ended in a transaction of its own, which closes its row first: so one of
 * several nodes does it, once, and whoever decides at the same moment finds it closed. One that fails stays open, is tried
 * again at the next turn, and keeps no other from its end.
 */
@Component
public class TaskTerms {

    private static final Logger LOG = LoggerFactory.getLogger(TaskTerms.class);
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final ReadTimes times;
    private final ExchangeTransactions transactions;
    private final TaskWorks works;

    /** The number of the last task of the turn before; those after it come first. */
    private long last;

    TaskTerms(JdbcClient jdbc, Tasks tasks, ReadTimes times, ExchangeTransactions transactions, TaskWorks works) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.times = times;
        this.transactions = transactions;
        this.works = works;
    }

    private record Due(long id, String taskId) {}

    /**
     * Ends those whose last day is over, the ones that were opened first before others; some hundreds at a turn.
     *
     * @return how many were ended
     */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
    public synchronized int end() {
        int ended = 0;
        int failed = 0;
        try {
            List<Due> due = due();
            for (Due each : due) {
                try {
                    ended += transactions.whole(() -> ends(each)) ? 1 : 0;
                } catch (RuntimeException failure) {
                    failed++;
                    LOG.warn("The term of task {} cannot be ended now: {}", each.id(), Diagnosis.reason(failure));
                }
            }
            last = due.size() < MOST ? 0 : due.get(MOST - 1).id();
        } catch (RuntimeException failure) {
            LOG.warn("Tasks whose term is over cannot be found now: {}", Diagnosis.reason(failure));
        }
        if (ended + failed > 0) {
            LOG.info("The terms of {} tasks ended without a decision; {} could not be ended", ended, failed);
        }
        return ended;
    }

    private List<Due> due() {
        return jdbc.sql("SELECT id, task_id FROM task WHERE state = 'OPEN' AND due_on < ? AND id > ? ORDER BY id"
                        + " FETCH FIRST " + MOST + " ROWS ONLY")
                .params(times.today(), last)
                .query((row, number) -> new Due(row.getLong(1), row.getString(2)))
                .list();
    }

    private boolean ends(Due due) {
        Task task = tasks.find(due.taskId()).orElseThrow();
        boolean isOurs = tasks.lapse(task);
        if (isOurs) {
            works.of(task).lapsed(task);
        }
        return isOurs;
    }
}
