package lt.mokiniai.register.enrolments;

import java.time.Instant;
import java.time.LocalDate;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Depth;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.wsdl.enrolments.GetEnrolments;
import lt.mokiniai.wsdl.enrolments.Period;

/**
 * The days that a question about enrolments is about: one, or a period.
 *
 * @param from the first
 * @param to the last
 * @param asOf the day on which the student must belong to the population (the last of a period, but not later than today),
 *     and the time as known at which all is told
 */
record Window(LocalDate from, LocalDate to, AsOf asOf) {

    static Window of(AsOf asOf) {
        return new Window(asOf.validOn(), asOf.validOn(), asOf);
    }

    /** All days that a depth reaches, as it is on a day. */
    static Window within(Depth depth, LocalDate today, Instant knownAt) {
        LocalDate to = depth.earliest().isPresent() ? Dates.LAST : today;
        return new Window(depth.earliest().orElse(today), to, new AsOf(Dates.FIRST, knownAt));
    }

    /** @throws ExchangeException {@code MR-407} when these days cannot be asked about */
    static Window asked(GetEnrolments request, ReadTimes times) {
        Period period = request.getPeriod();
        if (period == null) {
            return of(times.asked(request.getValidOn(), request.getKnownAt()));
        }
        LocalDate today = times.today();
        LocalDate to = period.getTo() == null ? today : period.getTo();
        if (request.getValidOn() != null || to.isBefore(period.getFrom())) {
            throw ExchangeException.of(ExchangeError.PERIOD).at("period");
        }
        LocalDate day = to.isAfter(today) ? today : to;
        return new Window(period.getFrom(), to, times.asked(day, request.getKnownAt()));
    }

    /**
     * Begins a question about the facts of a name that overlap these days and are believed (docs/register.md, 'Enrolment').
     */
    Conditions overlapping(String fact) {
        return FactConditions.asOf(asOf)
                .and(FactConditions.overlaps(fact, "from", "to"))
                .and(FactConditions.believed(fact))
                .with("from", from)
                .with("to", to);
    }
}
