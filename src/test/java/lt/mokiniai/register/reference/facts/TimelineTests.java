package lt.mokiniai.register.reference.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is believed of a thing follows from what was told of it, day by day. */
class TimelineTests {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int DAYS = 40;

    private static Span span(String from, String to, String value) {
        return new Span(LocalDate.parse(from), to.isEmpty() ? null : LocalDate.parse(to), List.of(value));
    }

    private static List<Span> told(List<Span> believed, String day, String value) {
        return Timeline.since(
                believed, day.isEmpty() ? null : LocalDate.parse(day), FIRST, LocalDate.of(2020, 1, 1), List.of(value));
    }

    private static String written(List<Span> spans) {
        return spans.stream()
                .map(span -> span.from() + ".." + (span.to() == null ? "" : span.to()) + " " + span.values())
                .collect(Collectors.joining(", "));
    }

    @Test
    void whatIsToldFirstHoldsFromTheFirstDay() {
        assertThat(written(told(List.of(), "2010-01-01", "a"))).isEqualTo("2000-01-01.. [a]");
    }

    @Test
    void whatChangedHoldsFromTheDayThatIsToldOrFromThatOfReceipt() {
        List<Span> believed = List.of(span("2000-01-01", "", "a"));

        assertThat(written(told(believed, "2010-01-01", "b")))
                .isEqualTo("2000-01-01..2009-12-31 [a], 2010-01-01.. [b]");
        assertThat(written(told(believed, "", "b"))).isEqualTo("2000-01-01..2019-12-31 [a], 2020-01-01.. [b]");
    }

    @Test
    void theSameOnAnotherDayCorrectsTheDay() {
        List<Span> believed = List.of(span("2000-01-01", "2009-12-31", "a"), span("2010-01-01", "", "b"));

        assertThat(told(believed, "", "b")).isEqualTo(believed);
        assertThat(told(believed, "2010-01-01", "b")).isEqualTo(believed);
        assertThat(written(told(believed, "2005-01-01", "b")))
                .isEqualTo("2000-01-01..2004-12-31 [a], 2005-01-01.. [b]");
        assertThat(written(told(believed, "2015-01-01", "b")))
                .isEqualTo("2000-01-01..2014-12-31 [a], 2015-01-01.. [b]");
    }

    @Test
    void whatWasBeforeFromItsDayOnTakesTheChangeBack() {
        List<Span> believed = List.of(span("2000-01-01", "2009-12-31", "a"), span("2010-01-01", "", "b"));

        assertThat(written(told(believed, "2010-01-01", "a")))
                .isEqualTo("2000-01-01..2009-12-31 [a], 2010-01-01.. [a]");
    }

    @Test
    void whatEndedIsToldAgain() {
        List<Span> ended = Timeline.ended(List.of(span("2000-01-01", "", "a")), LocalDate.of(2010, 1, 1));

        assertThat(written(ended)).isEqualTo("2000-01-01..2009-12-31 [a]");
        assertThat(written(told(ended, "", "a"))).isEqualTo("2000-01-01..2009-12-31 [a], 2020-01-01.. [a]");
    }

    /** What is told on a day, of which value. */
    record Telling(int day, String value) {}

    @Provide
    Arbitrary<List<Telling>> tellings() {
        return Combinators.combine(Arbitraries.integers().between(0, DAYS - 1), Arbitraries.of("a", "b", "c"))
                .as(Telling::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    void spansFollowEachOtherAndTheLastOneIsWhatWasToldLast(@ForAll("tellings") List<Telling> tellings) {
        List<Span> believed = List.of();
        for (Telling each : tellings) {
            believed = Timeline.since(
                    believed, FIRST.plusDays(each.day()), FIRST, FIRST.plusDays(DAYS), List.of(each.value()));
            List<Span> again = Timeline.since(
                    believed, FIRST.plusDays(each.day()), FIRST, FIRST.plusDays(DAYS), List.of(each.value()));

            assertThat(again).isEqualTo(believed);
            assertThat(believed.get(0).from()).isEqualTo(FIRST);
            assertThat(believed.get(believed.size() - 1).to()).isNull();
            assertThat(believed.get(believed.size() - 1).values()).isEqualTo(List.of(each.value()));
            for (int place = 1; place < believed.size(); place++) {
                Span before = believed.get(place - 1);
                assertThat(before.to()).isEqualTo(believed.get(place).from().minusDays(1));
            }
        }
    }
}
