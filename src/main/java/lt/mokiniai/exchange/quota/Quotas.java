package lt.mokiniai.exchange.quota;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lt.mokiniai.exchange.keys.StudentKeys;
import lt.mokiniai.exchange.quota.MessageCount.Used;
import lt.mokiniai.kernel.Quota;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.clock.RegisterClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The quotas of contracts (docs/contracts.md, 'Reading the example'), counted by grant for all nodes together. What
 * was used stays used when the contract changes; only the limits are those of the version that is asked under. An axis
 * without a limit costs nothing, and students are not counted on it.
 */
@Component
public class Quotas {

    private final MessageCount messages;
    private final MonthlyStudents months;
    private final RepeatedLooks looks;
    private final StudentKeys students;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final TransactionTemplate exchange;

    Quotas(
            MessageCount messages,
            MonthlyStudents months,
            RepeatedLooks looks,
            StudentKeys students,
            JdbcTemplate jdbc,
            @RegisterClock Clock clock,
            PlatformTransactionManager transactions) {
        this.messages = messages;
        this.months = months;
        this.looks = looks;
        this.students = students;
        this.jdbc = jdbc;
        this.clock = clock;
        this.exchange = new TransactionTemplate(transactions);
        this.exchange.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    /**
     * Takes a message of the minute and of the day, at once and for good: in a transaction of its own, so it stays taken
     * when the exchange is refused later.
     *
     * @throws ExchangeException {@code MR-307} or {@code MR-308}, which takes nothing
     */
    public void takeMessage(GrantId grant, Quota quota) {
        if (countsMessages(quota)) {
            messages.take(grant, quota);
        }
    }

    /**
     * Demands that a message is about no more students than one may be.
     *
     * @throws ExchangeException {@code MR-310}
     */
    public void requireOfMessage(GrantId grant, Quota quota, int students) {
        quota.studentsPerMessage().filter(most -> students > most).ifPresent(most -> {
            throw ExchangeException.of(ExchangeError.STUDENTS_A_MESSAGE)
                    .naming(String.valueOf(most))
                    .under(grant.contractId());
        });
    }

    /**
     * Counts the students that an answer tells about, in the transaction of its exchange. It is called last: what it holds,
     * other exchanges under the grant may wait for until the transaction ends. Repeated looks are not refused, but told
     * to the operator: by a row of {@code contract_alarm}, and a line in the log.
     *
     * @param receipt the number of the exchange
     * @param asked about how many students was asked, whether they are in the register or not: a month must have room for
     *     all of them who were not told about before, or its refusal would tell who exists
     * @param registerIds the students, by register id
     * @throws ExchangeException {@code MR-309}; the transaction can only be undone then
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    public void tellAbout(GrantId grant, Quota quota, String receipt, int asked, Set<String> registerIds) {
        boolean counts = quota.distinctStudentsPerMonth().isPresent()
                || quota.repeatedLooksPerDay().isPresent();
        if (!counts) {
            return;
        }
        // One moment for the keys and for all that is counted by them: a month may end meanwhile.
        Instant now = clock.instant();
        SortedSet<String> keys = registerIds.stream()
                .map(students.inMonth(
                        grant.contractId(), CalendarWindows.monthOf(now).toString()))
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<Integer> looksPerDay = quota.repeatedLooksPerDay().filter(limit -> !keys.isEmpty());
        Optional<Integer> studentsPerMonth = quota.distinctStudentsPerMonth();
        if (looksPerDay.isEmpty() && studentsPerMonth.isEmpty()) {
            return;
        }
        exchange.executeWithoutResult(status -> {
            CountedBefore before =
                    CountedBefore.read(jdbc, grant, keys, now, looksPerDay.isPresent(), studentsPerMonth.isPresent());
            // What asks for a second connection comes first: those who have one may wait for what is held below.
            looksPerDay.ifPresent(limit -> looks.prepare(grant, before.withoutLooks(keys), now));
            studentsPerMonth.ifPresent(limit -> months.tell(grant, limit, asked, keys, before, now));
            looksPerDay.ifPresent(limit -> looks.count(grant, limit, receipt, keys, now));
        });
    }

    /** Gives what is left, and takes nothing. */
    public RemainingQuota left(GrantId grant, Quota quota) {
        Optional<Used> used = countsMessages(quota) ? Optional.of(messages.used(grant)) : Optional.empty();
        return new RemainingQuota(
                used.flatMap(now -> quota.messagesPerMinute().map(now::ofMinute)),
                used.flatMap(now -> quota.messagesPerDay().map(now::ofDay)),
                quota.studentsPerMessage(),
                quota.distinctStudentsPerMonth().map(limit -> months.left(grant, limit)));
    }

    private static boolean countsMessages(Quota quota) {
        return quota.messagesPerMinute().isPresent() || quota.messagesPerDay().isPresent();
    }
}
