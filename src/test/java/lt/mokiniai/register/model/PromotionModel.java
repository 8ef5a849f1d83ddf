package lt.mokiniai.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lt.mokiniai.register.model.ClassList.Entry;

/**
 * A second, plain definition of classes that are taken into the next school year, entry by entry, each once: written from
 * docs/decisions/0049-a-class-in-parts.md.
 */
final class PromotionModel {

    /** Of all programmes. */
    private static final int HIGHEST = 12;

    private final WritingModel enrolments;
    private final Map<String, Batch> batches = new HashMap<>();

    PromotionModel(RegisterModel register) {
        this.enrolments = register.enrolments;
    }

    /** A list that was sent, and what came of its entries so far, by their places from 0 on. */
    static final class Batch {
        final ClassList list;
        final NavigableMap<Integer, Outcome> kept = new TreeMap<>();

        private Batch(ClassList list) {
            this.list = list;
        }
    }

    /**
     * What came of an entry.
     *
     * @param problems as code and field; none where it was done
     * @param begun in another programme; nothing where none was
     */
    record Outcome(Set<String> problems, Study begun) {}

    List<Batch> batches() {
        return batches.values().stream()
                .sorted((one, other) -> one.list.name().compareTo(other.list.name()))
                .toList();
    }

    /** Does what is left of a list. */
    Set<String> promote(ClassList list) {
        Set<String> refused = refused(list);
        if (refused.isEmpty()) {
            Batch batch = begin(list);
            for (int i = 0; i < list.entries().size(); i++) {
                workOn(batch, i);
            }
        }
        return refused;
    }

    private Set<String> refused(ClassList list) {
        Set<Study> once = new HashSet<>();
        Set<String> refused = new TreeSet<>();
        for (int i = 0; i < list.entries().size(); i++) {
            if (!once.add(list.entries().get(i).study())) {
                refused.add("MR-566 entry[" + (i + 1) + "]/enrolmentId");
            }
        }
        Batch before = batches.get(list.name());
        if (refused.isEmpty() && before != null && !before.list.equals(list)) {
            refused.add("MR-581 batchId");
        }
        return refused;
    }

    Batch begin(ClassList list) {
        return batches.computeIfAbsent(list.name(), absent -> new Batch(list));
    }

    /** Gives what came of an entry, and has it done where nothing did yet. */
    Outcome workOn(Batch batch, int place) {
        return batch.kept.computeIfAbsent(place, absent -> outcome(batch.list, place));
    }

    /** Tells what would come of a list, or what did; nothing is done. Every entry is looked at as if it came alone. */
    Set<String> preview(ClassList list, List<Outcome> seen) {
        Set<String> refused = refused(list);
        if (refused.isEmpty()) {
            Batch kept = batches.getOrDefault(list.name(), new Batch(list));
            for (int i = 0; i < list.entries().size(); i++) {
                Outcome before = kept.kept.get(i);
                seen.add(before == null ? tried(list, i) : before);
            }
        }
        return refused;
    }

    private Outcome tried(ClassList list, int place) {
        Study study = list.entries().get(place).study();
        Study before = study == null ? null : study.copy();
        int size = enrolments.studies.size();
        Outcome outcome = outcome(list, place);
        if (study != null) {
            study.become(before);
        }
        enrolments.studies.subList(size, enrolments.studies.size()).clear();
        return new Outcome(outcome.problems, null);
    }

    private Outcome outcome(ClassList list, int place) {
        Entry entry = list.entries().get(place);
        String at = "entry[" + (place + 1) + "]/";
        Study study = entry.study();
        if (study == null || !study.school.equals(list.school()) || study.isStruck) {
            return new Outcome(Set.of("MR-501 " + at + "enrolmentId"), null);
        }
        String element = at + entry.kind().element();
        return switch (entry.kind()) {
            case LEAVES -> new Outcome(leave(study, entry.last(), element), null);
            case PROMOTED -> new Outcome(learn(list, study, list.all().then(entry.told()), 1, element), null);
            case REPEATS -> new Outcome(learn(list, study, entry.told(), 0, element), null);
            case CHANGES -> change(list, entry, element);
        };
    }

    private Set<String> leave(Study study, LocalDate last, String element) {
        Set<String> problems = new TreeSet<>();
        enrolments
                .withdraw(study, last, WritingModel.GOOD_LEAVING)
                .forEach(problem -> problems.add(problem.replace(" ", " " + element + "/")));
        return problems;
    }

    private Set<String> learn(ClassList list, Study study, Told told, int step, String element) {
        LocalDate from = list.from();
        Set<String> problems = onDay(list, from);
        Told before = study.on(from.minusDays(1));
        if (before == null) {
            problems.add("MR-503 from");
            return problems;
        }
        if (study.told.containsKey(from) && study.told.get(from).level() != null) {
            problems.add("MR-582 from");
            return problems;
        }
        int was = before.level();
        int level = told.level() == null ? was + step : told.level();
        if (step == 0 ? level != was : level <= was) {
            problems.add("MR-583 " + element + "/classLevel");
        } else {
            if (level > HIGHEST || !study.programme.fits(level)) {
                problems.add("MR-515 " + element + "/classLevel");
            }
            if (level <= HIGHEST && !study.days.includes(from)) {
                problems.add("MR-503 from");
            }
        }
        if (problems.isEmpty()) {
            study.told.merge(from, new Told(level, told.language()), Told::then);
        }
        return problems;
    }

    private Set<String> onDay(ClassList list, LocalDate day) {
        Set<String> problems = new TreeSet<>();
        if (!enrolments.mayBeTold(day)) {
            problems.add("MR-511 from");
        }
        if (!enrolments.isOpen(list.school(), day)) {
            problems.add("MR-512 from");
        }
        return problems;
    }

    private Outcome change(ClassList list, Entry entry, String element) {
        Study study = entry.study();
        LocalDate last = list.from().minusDays(1);
        Set<String> problems = onDay(list, list.from());
        problems.addAll(onDay(list, last));
        if (entry.programme() == study.programme) {
            problems.add("MR-584 " + element + "/programme");
        }
        Told told = list.all().then(entry.told());
        Told before = study.on(last);
        if (before != null && told.level() == null && entry.programme().hasLevels()) {
            told = new Told(before.level() + 1, told.language());
        }
        if (study.days.to() != null) {
            problems.add("MR-510 from");
        } else if (before == null) {
            problems.add("MR-503 from");
        }
        if (!entry.programme().fits(told.level())) {
            problems.add("MR-515 " + element + "/stage/classLevel");
        }
        Days days = new Days(list.from(), null);
        if (problems.isEmpty()
                && entry.programme().isGeneral()
                && !enrolments.general(study.student, days, study).isEmpty()) {
            problems.add("MR-517 from");
        }
        if (!problems.isEmpty()) {
            return new Outcome(problems, null);
        }
        study.lasts(new Days(study.days.from(), last));
        study.leaving = WritingModel.GOOD_LEAVING;
        Study begun = new Study(study.student, study.school, entry.programme());
        begun.days = days;
        begun.told.put(list.from(), told);
        enrolments.studies.add(begun);
        return new Outcome(Set.of(), begun);
    }

    /** Gives what the model says of a list that was sent, in the order of its entries. */
    List<Outcome> outcomes(ClassList list) {
        return new ArrayList<>(batches.get(list.name()).kept.values());
    }
}
