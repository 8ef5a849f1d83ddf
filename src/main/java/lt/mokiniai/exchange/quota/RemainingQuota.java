package lt.mokiniai.exchange.quota;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;

/**
 * What is left of a quota at a moment; an axis without a limit is empty.
 *
 * @param messagesThisMinute messages of this minute
 * @param messagesToday messages of this day in Vilnius
 * @param studentsInAMessage how many students an answer may tell about; this axis is never used up
 * @param studentsThisMonth students of this month in Vilnius that no answer has told about yet
 */
public record RemainingQuota(
        Optional<Axis> messagesThisMinute,
        Optional<Axis> messagesToday,
        Optional<Integer> studentsInAMessage,
        Optional<Axis> studentsThisMonth) {

    /**
     * Gives the refusal of the first axis of messages of which nothing is left. What is left of the students of the month
     * refuses nobody here: who asks about students of earlier answers alone is answered, and only the answer tells that.
     */
    public Optional<ExchangeException> refusal(GrantId grant) {
        return spent(messagesThisMinute)
                .map(axis -> axis.refusal(ExchangeError.MESSAGES_A_MINUTE, grant))
                .or(() -> spent(messagesToday).map(axis -> axis.refusal(ExchangeError.MESSAGES_A_DAY, grant)));
    }

    private static Optional<Axis> spent(Optional<Axis> axis) {
        return axis.filter(bounded -> bounded.left() == 0);
    }

    /**
     * One axis of time.
     *
     * @param limit how much the contract allows
     * @param left how much of it is left
     * @param freesAt when all of it is there again
     */
    public record Axis(int limit, int left, Instant freesAt) {

        static Axis used(int used, int limit, Instant freesAt) {
            // A new version of the contract may allow less than was used under the old one.
            return new Axis(limit, Math.max(0, limit - used), freesAt);
        }

        ExchangeException refusal(ExchangeError error, GrantId grant) {
            String when = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(freesAt, Dates.ZONE));
            return ExchangeException.of(error)
                    .naming(limit + "; " + when)
                    .under(grant.contractId())
                    .freeingAt(freesAt);
        }
    }
}
