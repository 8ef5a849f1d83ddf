package lt.mokiniai.register.students.paging;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where a search goes on.
 *
 * @param after whom the next page begins
 * @param validOn the day of the first page
 * @param knownAt the time as known at of the first page
 */
public record Place(Listed after, LocalDate validOn, Instant knownAt) {}
