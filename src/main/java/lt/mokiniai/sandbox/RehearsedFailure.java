package lt.mokiniai.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import lt.mokiniai.contract.Admission;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.Refusal;
import lt.mokiniai.wire.Rehearsal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/** The failure that the next message meets which comes as far as the place where it arises; it is met once. */
@Component
@InSandbox
class RehearsedFailure implements Rehearsal {

    private static final Set<ExchangeError> OF_REVOCATION = EnumSet.of(ExchangeError.REVOCATION_UNKNOWN);
    private static final Set<ExchangeError> OF_ADMISSION = EnumSet.of(ExchangeError.NO_CONTRACT);
    private static final Set<ExchangeError> OF_MESSAGES =
            EnumSet.of(ExchangeError.MESSAGES_A_MINUTE, ExchangeError.MESSAGES_A_DAY, ExchangeError.REQUEST_SPENT);
    private static final Set<ExchangeError> OF_PUPILS =
            EnumSet.of(ExchangeError.PUPILS_A_MONTH, ExchangeError.PUPILS_A_MESSAGE);
    private static final Set<ExchangeError> OF_WORK = EnumSet.of(
            ExchangeError.TOO_SLOW, ExchangeError.INTERNAL, ExchangeError.DATABASE, ExchangeError.OVERLOADED);

    private final AtomicReference<@Nullable ExchangeError> next = new AtomicReference<>();
    private final Clock clock;

    RehearsedFailure(@Qualifier("registerClock") Clock clock) {
        this.clock = clock;
    }

    /** Whether a failure can be rehearsed. */
    static boolean isKnown(ExchangeError error) {
        return Stream.of(OF_REVOCATION, OF_ADMISSION, OF_MESSAGES, OF_PUPILS, OF_WORK)
                .anyMatch(known -> known.contains(error));
    }

    /** Takes the place of a failure that no message has met yet. */
    void prepare(ExchangeError error) {
        next.set(error);
    }

    @Override
    public void ofRevocation() {
        refuse(OF_REVOCATION, Refusal::of);
    }

    @Override
    public void ofAdmission() {
        refuse(OF_ADMISSION, Refusal::of);
    }

    @Override
    public void ofMessages(Admission admission) {
        refuse(OF_MESSAGES, error -> quota(error, admission));
    }

    @Override
    public void ofPupils(Admission admission) {
        refuse(OF_PUPILS, error -> quota(error, admission));
    }

    /** The door tells failures of the database from mistakes of ours by what is thrown. */
    @Override
    public void ofWork() {
        taken(OF_WORK).ifPresent(error -> {
            throw switch (error) {
                case DATABASE -> new TransientDataAccessResourceException("rehearsed in the sandbox");
                case TOO_SLOW, OVERLOADED -> Refusal.of(error);
                default -> new IllegalStateException("rehearsed in the sandbox");
            };
        });
    }

    private void refuse(Set<ExchangeError> here, Function<ExchangeError, Refusal> refusal) {
        taken(here).map(refusal).ifPresent(refused -> {
            throw refused;
        });
    }

    private Optional<ExchangeError> taken(Set<ExchangeError> here) {
        ExchangeError error = next.get();
        return error != null && here.contains(error) && next.compareAndSet(error, null)
                ? Optional.of(error)
                : Optional.empty();
    }

    private Refusal quota(ExchangeError error, Admission admission) {
        Refusal refusal =
                Refusal.of(error).naming("0").under(admission.contract().id());
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Dates.ZONE);
        return switch (error) {
            case MESSAGES_A_MINUTE ->
                refusal.freeingAt(now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
            case MESSAGES_A_DAY -> refusal.freeingAt(start(today.plusDays(1)));
            case PUPILS_A_MONTH -> refusal.freeingAt(start(today.plusMonths(1).withDayOfMonth(1)));
            default -> refusal;
        };
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Dates.ZONE).toInstant();
    }
}
