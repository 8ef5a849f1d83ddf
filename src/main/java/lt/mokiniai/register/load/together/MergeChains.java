package lt.mokiniai.register.load.together;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.load.histories.RecordTimes;
import lt.mokiniai.register.load.histories.StudentFindings;
import org.jspecify.annotations.Nullable;

/**
 * The merges that files tell of, followed from record to record: each leads to an end, which is where all of them came together
 * (docs/register.md, 'Merging').
 */
public final class MergeChains {

    /**
     * That a record was merged.
     *
     * @param mergedAt when it was given up
     * @param from since when it was believed
     * @param until until when; nothing where it is believed now
     */
    private record Link(
            String into,
            String kept,
            Instant mergedAt,
            Instant from,
            @Nullable Instant until) {

        static Link of(FormRecord merge) {
            return new Link(
                    merge.required("into"),
                    merge.required("kept"),
                    Objects.requireNonNull(merge.time("mergedAt"), "a merge has a time"),
                    RecordTimes.recorded(merge),
                    merge.time("believedUntil"));
        }

        boolean isBelievedAt(Instant time) {
            return !from.isAfter(time) && (until == null || until.isAfter(time));
        }
    }

    /**
     * Where a chain leads.
     *
     * @param end the key of the last student; nothing where it leads in a circle
     * @param steps how many records are passed
     * @param until when it may lead elsewhere; nothing where it leads there now
     */
    private record Way(
            @Nullable String end, int steps, @Nullable Instant until) {}

    private final Map<String, List<Link>> links = new HashMap<>();

    /** Notes a merge. */
    public void add(FormRecord merge) {
        links.computeIfAbsent(merge.student(), key -> new ArrayList<>()).add(Link.of(merge));
    }

    /**
     * Looks whether a merge leads to the student whose record it says was kept, at each time at which it was believed.
     *
     * @param inRegister gives whom the record of a student of whom the files tell no merge was merged into by the register
     */
    public void look(FormRecord merge, StudentFindings findings, Function<String, Optional<String>> inRegister) {
        Link link = Link.of(merge);
        Instant time = link.from;
        while (time != null && link.isBelievedAt(time)) {
            Way way = way(merge.student(), link, time);
            if (way.end == null) {
                findings.tell(merge, "into", LoadProblem.MERGED_IN_A_CIRCLE);
                return;
            }
            String end = inRegister.apply(way.end).orElse(way.end);
            // What the register merged it may have merged later.
            boolean isRight = end.equals(link.kept) || (way.until != null && way.end.equals(link.kept));
            if (!isRight) {
                findings.tell(merge, "kept", LoadProblem.NOT_KEPT_IN_THE_END);
                return;
            }
            time = way.until;
        }
    }

    /** How many records a record passes until the one that is kept now: 0 where it was not merged. */
    public int steps(String student) {
        return believed(student, Chronicle.WHEN_TAKEN_OVER)
                .map(link -> way(student, link, Chronicle.WHEN_TAKEN_OVER).steps)
                .orElse(0);
    }

    /** Gives where the record of a student was merged into at a time, as it is believed now: who is kept in the end. */
    Stream<Map.Entry<Instant, String>> keptNow(String student) {
        return links.getOrDefault(student, List.of()).stream()
                .filter(link -> link.until == null)
                .map(link -> Map.entry(link.mergedAt, link.kept));
    }

    /** The keys of those whose records were merged at some time. */
    Set<String> students() {
        return links.keySet();
    }

    /** Gives the keys of those with whom a student was one at some time. */
    Stream<String> others(String student) {
        return links.getOrDefault(student, List.of()).stream().flatMap(link -> Stream.of(link.into, link.kept));
    }

    private Way way(String student, Link first, Instant time) {
        Set<String> passed = new HashSet<>(Set.of(student));
        Instant until = first.until;
        String place = first.into;
        while (passed.add(place)) {
            until = earlier(until, nextChange(place, time));
            Optional<Link> on = believed(place, time);
            if (on.isEmpty()) {
                return new Way(place, passed.size() - 1, until);
            }
            place = on.get().into;
        }
        return new Way(null, passed.size(), until);
    }

    private Optional<Link> believed(String student, Instant time) {
        return links.getOrDefault(student, List.of()).stream()
                .filter(link -> link.isBelievedAt(time))
                .findFirst();
    }

    /** When something else is believed of a student's record than at a time. */
    private @Nullable Instant nextChange(String student, Instant time) {
        return links.getOrDefault(student, List.of()).stream()
                .flatMap(link -> Stream.of(Optional.of(link.from), Optional.ofNullable(link.until)))
                .flatMap(Optional::stream)
                .filter(each -> each.isAfter(time))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
