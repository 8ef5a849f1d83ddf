package lt.mokiniai.tools.sandbox.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lt.mokiniai.exchange.quota.GrantId;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;

/** The refusals of a quota of nothing: they name the contract, and when the quota frees by the register's day. */
final class QuotaRefusals {

    private final Clock clock;

    /** @param clock the register's */
    QuotaRefusals(Clock clock) {
        this.clock = clock;
    }

    ExchangeException of(ExchangeError error, GrantId grant) {
        ExchangeException refusal = ExchangeException.of(error).naming("0").under(grant.contractId());
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Dates.ZONE);
        return switch (error) {
            case MESSAGES_A_MINUTE ->
                refusal.freeingAt(now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
            case MESSAGES_A_DAY -> refusal.freeingAt(start(today.plusDays(1)));
            case STUDENTS_A_MONTH -> refusal.freeingAt(start(today.plusMonths(1).withDayOfMonth(1)));
            default -> refusal;
        };
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Dates.ZONE).toInstant();
    }
}
