package lt.mokiniai.register.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lt.mokiniai.wsdl.students.Fact;

/** A second, plain definition of one enrolment, and of the days on which a fact is true of it. */
final class StudyModel {

    private static final Set<String> GENERAL_OR_VOCATIONAL = Set.of("PRIMARY", "BASIC", "SECONDARY", "VOCATIONAL");

    /** Days, both included; without a last one where {@code to} is null. */
    record Days(LocalDate from, LocalDate to) {

        boolean includes(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        boolean overlaps(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && (to == null || !to.isBefore(first));
        }
    }

    final String family;
    final String municipality;
    final LocalDate expectedEnd;
    LocalDate from;
    LocalDate to;
    /** What was told on a day of how the student learns. */
    final NavigableMap<LocalDate, Told> told = new TreeMap<>();

    final List<Days> interruptions = new ArrayList<>();

    /** A class level and a language; null where it is not told. */
    record Told(Integer level, String language) {

        Told then(Told other) {
            return new Told(
                    other.level == null ? level : other.level, other.language == null ? language : other.language);
        }
    }

    StudyModel(String family, String municipality, LocalDate from, LocalDate expectedEnd, Told first) {
        this.family = family;
        this.municipality = municipality;
        this.from = from;
        this.expectedEnd = expectedEnd;
        told.put(from, first);
    }

    StudyModel copy() {
        StudyModel copy = new StudyModel(family, municipality, from, expectedEnd, told.get(from));
        copy.to = to;
        copy.told.putAll(told);
        copy.interruptions.addAll(interruptions);
        return copy;
    }

    Days term() {
        return new Days(from, to);
    }

    void lasts(LocalDate first, LocalDate last) {
        Told begun = told.headMap(first, true).values().stream()
                .reduce(Told::then)
                .orElseGet(() -> told.firstEntry().getValue());
        if (told.headMap(first, true).isEmpty()) {
            told.pollFirstEntry();
        }
        told.headMap(first, true).clear();
        told.put(first, begun);
        from = first;
        to = last;
        if (last != null) {
            told.tailMap(last, false).clear();
        }
        interruptions.removeIf(each -> !each.overlaps(first, last == null ? LocalDate.MAX : last));
        interruptions.replaceAll(each -> new Days(
                each.from.isBefore(first) ? first : each.from,
                last != null && (each.to == null || each.to.isAfter(last)) ? last : each.to));
    }

    void tells(LocalDate day, Told what) {
        told.merge(day, what, Told::then);
    }

    /** The stages, by their days: each lasts until the day before the next, and has what was told last. */
    Map<Days, Told> stages() {
        Map<Days, Told> stages = new LinkedHashMap<>();
        Told now = new Told(null, null);
        for (LocalDate first : told.keySet()) {
            now = now.then(told.get(first));
            LocalDate next = told.higherKey(first);
            stages.put(new Days(first, next == null ? to : next.minusDays(1)), now);
        }
        return stages;
    }

    /** The days since a day on which a fact is known to be true of this enrolment. */
    Set<LocalDate> days(Fact fact, LocalDate since) {
        Set<LocalDate> days = new TreeSet<>();
        if (fact.getLevelAtLeast() != null) {
            stages().forEach((stage, has) -> {
                if (has.level >= fact.getLevelAtLeast()) {
                    add(days, stage, since);
                }
            });
            return days;
        }
        boolean general = GENERAL_OR_VOCATIONAL.contains(family);
        if (fact.getIsInterrupted() != null) {
            if (general) {
                interruptions.forEach(each -> add(days, each, since));
            }
            return days;
        }
        if (fact.getInProgrammeFamily() != null) {
            if (family.equals(fact.getInProgrammeFamily())) {
                add(days, term(), since);
            }
            return days;
        }
        if (fact.getLearnsAnywhere() != null
                || (fact.getLearnsGeneralOrVocational() != null && general)
                || municipality.equals(fact.getStudiesInMunicipality())) {
            add(days, term(), since);
            days.removeIf(day -> interruptions.stream().anyMatch(each -> each.includes(day)));
        }
        return days;
    }

    private void add(Set<LocalDate> all, Days days, LocalDate since) {
        LocalDate first = days.from.isAfter(since) ? days.from : since;
        LocalDate last = days.to == null ? openEnd(since) : days.to;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            all.add(day);
        }
    }

    private LocalDate openEnd(LocalDate day) {
        LocalDate august = LocalDate.of(day.getYear(), 8, 31);
        LocalDate ofYear = day.isAfter(august) ? august.plusYears(1) : august;
        return expectedEnd != null && !expectedEnd.isBefore(day) && expectedEnd.isBefore(ofYear) ? expectedEnd : ofYear;
    }
}
