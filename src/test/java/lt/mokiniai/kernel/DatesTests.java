package lt.mokiniai.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Dates and times by the rules of XML Schema, Part 2. */
class DatesTests {

    @Property(tries = 300)
    void aTimeIsReadWhateverItsZoneAndItsFraction(
            @ForAll @LongRange(min = -5_364_662_400L, max = 7_258_118_399L) long second,
            @ForAll @IntRange(min = -14 * 60, max = 14 * 60) int offset,
            @ForAll("fractions") String fraction) {
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(offset * 60);
        LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, zone);
        String written = "%sT%02d:%02d:%02d%s%s"
                .formatted(
                        local.toLocalDate(),
                        local.getHour(),
                        local.getMinute(),
                        local.getSecond(),
                        fraction.isEmpty() ? "" : "." + fraction,
                        offset == 0 ? "Z" : zone.getId());
        int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));

        assertThat(Dates.parseTime(written)).isEqualTo(Instant.ofEpochSecond(second, nanos));
        assertThat(Dates.parseTimeWithZone(" " + written + "\n")).isEqualTo(Dates.parseTime(written));
        assertThat(Dates.parseTime(Dates.printTime(Instant.ofEpochSecond(second, nanos))))
                .isEqualTo(Instant.ofEpochSecond(second, nanos / 1000 * 1000L));
    }

    @Property(tries = 200)
    void theHour24IsTheEndOfADay(@ForAll("days") LocalDate day, @ForAll("zones") String zone) {
        assertThat(Dates.parseTime(day + "T24:00:00" + zone))
                .isEqualTo(Dates.parseTime(day.plusDays(1) + "T00:00:00" + zone));
    }

    @Property(tries = 200)
    void aZoneSaysNothingAboutADay(@ForAll("days") LocalDate day, @ForAll("zones") String zone) {
        assertThat(Dates.parseDate(day + zone)).isEqualTo(day);
        assertThat(Dates.parseDate(Dates.printDate(day))).isEqualTo(day);
        assertThat(Dates.isAskable(day)).isTrue();
    }

    @Property(tries = 200)
    void anyOtherYearIsReadAndNotAskable(@ForAll("otherYears") String year) {
        assertThat(Dates.isAskable(Dates.parseDate(year + "-02-28"))).isFalse();
        assertThat(Dates.isAskable(LocalDate.ofInstant(Dates.parseTime(year + "-07-01T24:00:00-14:00"), Dates.ZONE)))
                .isFalse();
    }

    @Example
    void aTimeWithoutAZoneIsThatOfVilnius() {
        assertThat(Dates.parseTime("2026-11-29T10:00:00")).isEqualTo("2026-11-29T08:00:00Z");
        assertThat(Dates.parseTime("2026-07-01T24:00:00")).isEqualTo("2026-07-01T21:00:00Z");
        assertThatThrownBy(() -> Dates.parseTimeWithZone("2026-11-29T10:00:00")).isInstanceOf(DateTimeException.class);
    }

    /** A number of so many digits would be computed with for minutes. */
    @Example
    void aFractionOfAMillionDigitsIsCut() {
        assertThat(Dates.parseTime("2026-11-29T10:00:00." + "3".repeat(1_000_000) + "Z"))
                .isEqualTo("2026-11-29T10:00:00.333333333Z");
    }

    @Example
    void whatIsNoDateIsNoDate() {
        for (String text : List.of(
                "",
                "now",
                "2026-11-29T10:00Z",
                "2026-11-29T24:01:00Z",
                "2026-11-29T23:59:60Z",
                "2026-11-29",
                "10:00:00",
                "2026-11-29T10:00:00.Z",
                "2026-11-29T10:00:00+14:30")) {
            assertThatThrownBy(() -> Dates.parseTime(text)).as(text).isInstanceOf(DateTimeException.class);
        }
        for (String text :
                List.of("", "T", "2026-02-29", "2026-11", "2026-11-29T10:00:00Z", "0000-01-01", "29.11.2026")) {
            assertThatThrownBy(() -> Dates.parseDate(text)).as(text).isInstanceOf(DateTimeException.class);
        }
    }

    @Provide
    Arbitrary<String> fractions() {
        return Arbitraries.strings().numeric().ofMaxLength(40);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(Dates.FIRST.toEpochDay(), Dates.LAST.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of("", "Z", "+02:00", "-00:00", "+14:00", "-14:00", "+05:45");
    }

    @Provide
    Arbitrary<String> otherYears() {
        return Arbitraries.integers()
                .filter(year -> year != 0 && (year < 1800 || year > 2199) && year != Integer.MIN_VALUE)
                .map(year -> (year < 0 ? "-" : "") + "%04d".formatted(Math.abs(year)));
    }
}
