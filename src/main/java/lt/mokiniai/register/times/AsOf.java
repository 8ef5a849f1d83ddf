package lt.mokiniai.register.times;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The two times of every question (docs/register.md, 'Two dates'): the day whose state is asked, and the time as known at
 * which it is told.
 *
 * @param validOn the day, in Vilnius
 * @param knownAt the time, in microseconds
 */
public record AsOf(LocalDate validOn, Instant knownAt) {}
