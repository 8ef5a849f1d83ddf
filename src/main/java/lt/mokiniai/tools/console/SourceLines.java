package lt.mokiniai.tools.console;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.intake.reports.SourceState;
import lt.mokiniai.intake.reports.SourceState.Last;
import lt.mokiniai.intake.reports.SourceStates;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.clock.RegisterClock;
import org.springframework.stereotype.Component;

/** The source registers as the start page shows them: the last delivery of each, its age, and what waits. */
@Component
class SourceLines {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final SourceStates sources;
    private final Clock clock;

    SourceLines(SourceStates sources, @RegisterClock Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * A source register.
     *
     * @param name by which commands name it
     * @param last its last delivery
     * @param waits what waits for the source, or for a decision; nothing where all is well
     */
    record Line(String name, Text title, Text last, List<Text> waits) {}

    List<Line> all() {
        return sources.all().stream()
                .map(source -> new Line(
                        source.register(),
                        source.title(),
                        source.last().map(this::said).orElseGet(() -> Messages.text("start.source.none")),
                        waits(source)))
                .toList();
    }

    private Text said(Last last) {
        Duration age = Duration.between(last.appliedAt(), clock.instant());
        return Messages.text(
                "start.source.last",
                last.header().series() + " " + last.header().sequence(),
                LocalDateTime.ofInstant(last.appliedAt(), Dates.ZONE).format(MINUTE),
                Messages.text("start.source.age", age.toDays(), age.toHoursPart(), age.toMinutesPart()));
    }

    private static List<Text> waits(SourceState source) {
        Optional<Text> missing = Optional.of(source.missing())
                .filter(ranges -> !ranges.isEmpty())
                .map(ranges -> Messages.text(
                        "start.source.missing",
                        ranges.stream()
                                .map(range -> range.series() + " " + range.from()
                                        + (range.to() > range.from() ? "–" + range.to() : ""))
                                .collect(Collectors.joining(", "))));
        Optional<Text> quarantined = Optional.of(source.quarantined())
                .filter(count -> count > 0)
                .map(count -> Messages.text("start.source.quarantined", count));
        Optional<Text> held = source.held() ? Optional.of(Messages.text("start.source.held")) : Optional.empty();
        return Stream.of(missing, quarantined, held).flatMap(Optional::stream).toList();
    }
}
