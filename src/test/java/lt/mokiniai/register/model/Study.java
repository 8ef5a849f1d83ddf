package lt.mokiniai.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** One enrolment, as it is believed. */
final class Study {
    int student;
    final String school;
    final Programme programme;
    Days days;
    LocalDate expectedEnd;
    String leaving;
    boolean isStruck;
    /** Whether it went over to another record of the student, or came from one. */
    boolean wentOver;

    final NavigableMap<LocalDate, Told> told = new TreeMap<>();
    /** Reasons by days. */
    final Map<Days, String> interruptions = new LinkedHashMap<>();

    Study(int student, String school, Programme programme) {
        this.student = student;
        this.school = school;
        this.programme = programme;
    }

    Study copy() {
        Study copy = new Study(student, school, programme);
        copy.become(this);
        return copy;
    }

    boolean isGeneral() {
        return programme.isGeneral();
    }

    void become(Study other) {
        student = other.student;
        days = other.days;
        expectedEnd = other.expectedEnd;
        leaving = other.leaving;
        isStruck = other.isStruck;
        wentOver = other.wentOver;
        told.clear();
        told.putAll(other.told);
        interruptions.clear();
        interruptions.putAll(other.interruptions);
    }

    boolean isLike(Study other) {
        return student == other.student
                && Objects.equals(days, other.days)
                && Objects.equals(expectedEnd, other.expectedEnd)
                && Objects.equals(leaving, other.leaving)
                && isStruck == other.isStruck
                && told.equals(other.told)
                && interruptions.equals(other.interruptions);
    }

    void lasts(Days term) {
        Told begun = told.headMap(term.from(), true).values().stream()
                .reduce(Told::then)
                .orElseGet(() -> told.pollFirstEntry().getValue());
        told.headMap(term.from(), true).clear();
        told.put(term.from(), begun);
        if (term.to() != null) {
            told.tailMap(term.to(), false).clear();
        }
        days = term;
        Map<Days, String> kept = new LinkedHashMap<>();
        interruptions.forEach((each, reason) -> {
            if (each.overlaps(term)) {
                LocalDate from = each.from().isBefore(term.from()) ? term.from() : each.from();
                boolean ends =
                        term.to() == null || (each.to() != null && !each.to().isAfter(term.to()));
                kept.put(new Days(from, ends ? each.to() : term.to()), reason);
            }
        });
        interruptions.clear();
        interruptions.putAll(kept);
    }

    /** How the student learns on a day; nothing where they do not. */
    Told on(LocalDate day) {
        return days.includes(day)
                ? told.headMap(day, true).values().stream().reduce(Told::then).orElseThrow()
                : null;
    }

    /** What is read of it in some days, as one line; nothing where it is not in them. */
    String read(Days asked) {
        if (isStruck || !days.overlaps(asked)) {
            return "";
        }
        List<String> stages = new ArrayList<>();
        Told now = new Told(null, null);
        for (LocalDate first : told.keySet()) {
            now = now.then(told.get(first));
            LocalDate next = told.higherKey(first);
            Days stage = new Days(first, next == null ? days.to() : next.minusDays(1));
            if (stage.overlaps(asked)) {
                stages.add(stage.from() + ".." + stage.to() + " " + now.level() + " " + now.language());
            }
        }
        List<String> pauses = interruptions.entrySet().stream()
                .filter(each -> each.getKey().overlaps(asked))
                .map(each -> each.getKey().from() + ".." + each.getKey().to() + " " + each.getValue())
                .sorted()
                .toList();
        return school + " " + programme.code() + " " + days.from() + ".." + days.to() + " until " + expectedEnd
                + " left " + leaving + " " + stages + " " + pauses;
    }
}
