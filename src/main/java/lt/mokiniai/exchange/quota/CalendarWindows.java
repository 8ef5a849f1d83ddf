package lt.mokiniai.exchange.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import lt.mokiniai.kernel.Dates;

/** What is counted in: minutes, which begin at the same time everywhere, and days and months, which begin in Vilnius. */
final class CalendarWindows {

    private CalendarWindows() {}

    static Instant minuteOf(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES);
    }

    static Instant endOfMinute(Instant minute) {
        return minute.plus(1, ChronoUnit.MINUTES);
    }

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, Dates.ZONE);
    }

    /** Gives the midnight that ends a day, be it of 23, 24 or 25 hours. */
    static Instant endOfDay(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Dates.ZONE).toInstant();
    }

    static YearMonth monthOf(Instant moment) {
        return YearMonth.from(dayOf(moment));
    }

    static Instant endOfMonth(YearMonth month) {
        return endOfDay(month.atEndOfMonth());
    }
}
