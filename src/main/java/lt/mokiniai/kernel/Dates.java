package lt.mokiniai.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** Dates and times of the register: its days begin and end in Vilnius, its instants travel in UTC. */
public final class Dates {

    /** The zone in which 'today' and a time without a zone are meant. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Vilnius");

    private Dates() {}

    /** Gives the day of an {@code xs:date}; its time zone, where one is sent, says nothing about a calendar day. */
    public static LocalDate parseDate(String text) {
        return LocalDate.from(DateTimeFormatter.ISO_DATE.parse(text.strip()));
    }

    /** Gives the {@code xs:date} of a day, without a time zone. */
    public static String printDate(LocalDate date) {
        return date.toString();
    }

    /**
     * Gives the instant of an {@code xs:dateTime}; one without a zone is Vilnius time.
     *
     * @throws DateTimeException when the text is not a time
     */
    public static Instant parseTime(String text) {
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime offset
                ? offset.toInstant()
                : LocalDateTime.from(parsed).atZone(ZONE).toInstant();
    }

    /** Gives the {@code xs:dateTime} of an instant, in UTC and microseconds: what every database here can keep. */
    public static String printTime(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
