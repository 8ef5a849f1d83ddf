package lt.mokiniai.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.namespace.QName;

/**
 * Dates and times of the register: its days begin and end in Vilnius, its instants travel in UTC. They are read by the rules of
 * XML Schema (Part 2, 3.2.7 and 3.2.9): hour 24 is the end of a day, fractions of seconds are as long as they are.
 */
public final class Dates {

    /** The zone in which 'today' and a time without a zone are meant. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Vilnius");

    /** The first day that a request may name. */
    public static final LocalDate FIRST = LocalDate.of(1800, 1, 1);

    /** The last day that a request may name. */
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** Digits that java.time does not keep; a long row of them would take long to compute with. */
    private static final Pattern BELOW_NANOSECONDS = Pattern.compile("(?<=\\.[0-9]{9})[0-9]+");

    private static final int NANOSECOND_DIGITS = 9;

    /** What every earlier day is read as; years of XML Schema have any number of digits. */
    private static final LocalDate EARLIEST_READ = LocalDate.of(-9999, 1, 1);

    /** What every later day is read as. */
    private static final LocalDate LATEST_READ = LocalDate.of(9999, 12, 31);

    private static final DatatypeFactory TYPES = DatatypeFactory.newDefaultInstance();

    private Dates() {}

    /**
     * Gives the day of an {@code xs:date}; its time zone, where one is sent, says nothing about a calendar day. A year of more
     * than four digits is read as the last or the first day of four.
     *
     * @throws DateTimeException when the text is no date
     */
    public static LocalDate parseDate(String text) {
        return dayOf(parse(text, DatatypeConstants.DATE));
    }

    /** Gives the {@code xs:date} of a day, without a time zone. */
    public static String printDate(LocalDate date) {
        return date.toString();
    }

    /**
     * Gives the instant of an {@code xs:dateTime}, cut to nanoseconds; one without a zone is Vilnius time.
     *
     * @throws DateTimeException when the text is no time
     */
    public static Instant parseTime(String text) {
        XMLGregorianCalendar time = parse(text, DatatypeConstants.DATETIME);
        return time.getTimezone() == DatatypeConstants.FIELD_UNDEFINED
                ? localTimeOf(time).atZone(ZONE).toInstant()
                : withZone(time);
    }

    /**
     * Gives the instant of an {@code xs:dateTime} that must name its zone.
     *
     * @throws DateTimeException when the text is no time, or has no zone
     */
    public static Instant parseTimeWithZone(String text) {
        XMLGregorianCalendar time = parse(text, DatatypeConstants.DATETIME);
        if (time.getTimezone() == DatatypeConstants.FIELD_UNDEFINED) {
            throw new DateTimeException("a time without a zone");
        }
        return withZone(time);
    }

    /** Gives the {@code xs:dateTime} of an instant, in UTC and microseconds: what every database here can keep. */
    public static String printTime(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }

    /** Tells whether a day is one that a request may name: no database here fails at it, and nobody was born before. */
    public static boolean isAskable(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    private static XMLGregorianCalendar parse(String text, QName type) {
        try {
            String cut = BELOW_NANOSECONDS.matcher(text.strip()).replaceFirst("");
            XMLGregorianCalendar parsed = TYPES.newXMLGregorianCalendar(cut);
            if (parsed.getXMLSchemaType().equals(type)) {
                return parsed;
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new DateTimeException("no " + type.getLocalPart(), e);
        }
        throw new DateTimeException("no " + type.getLocalPart());
    }

    private static LocalDate dayOf(XMLGregorianCalendar parsed) {
        BigInteger year = parsed.getEonAndYear();
        if (year.compareTo(BigInteger.valueOf(EARLIEST_READ.getYear())) < 0) {
            return EARLIEST_READ;
        }
        return year.compareTo(BigInteger.valueOf(LATEST_READ.getYear())) > 0
                ? LATEST_READ
                : LocalDate.of(year.intValueExact(), parsed.getMonth(), parsed.getDay());
    }

    private static LocalDateTime localTimeOf(XMLGregorianCalendar time) {
        BigDecimal fraction = time.getFractionalSecond() == null ? BigDecimal.ZERO : time.getFractionalSecond();
        return dayOf(time)
                .atTime(
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond(),
                        fraction.movePointRight(NANOSECOND_DIGITS).intValue());
    }

    private static Instant withZone(XMLGregorianCalendar time) {
        return localTimeOf(time).toInstant(ZoneOffset.ofTotalSeconds(time.getTimezone() * 60));
    }
}
