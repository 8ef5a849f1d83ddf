package lt.mokiniai.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A second, plain definition of what schools may write of enrolments, and of what becomes of it: written from docs/register.md,
 * 'Writing enrolments', and not with the code that is tested. Each operation gives what it is refused for, as code and
 * field, in alphabetical order; nothing where it is taken, and then the model is changed.
 */
final class WritingModel {

    /** How far ahead a day may be told. */
    private static final int MOST_MONTHS_AHEAD = 15;

    /** The first and the last level of the programme that has some. */
    private static final int FIRST_LEVEL = 5;

    private static final int LAST_LEVEL = 10;

    /** All days that are asked about. */
    static final Days EVER = new Days(LocalDate.of(1900, 1, 1), null);

    static final String GOOD_REASON = "ILLNESS";
    static final String GOOD_LEAVING = "ABROAD";

    /** Days, both included; without a last one where {@code to} is null. */
    record Days(LocalDate from, LocalDate to) {

        boolean includes(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        boolean includes(Days other) {
            return !other.from.isBefore(from) && (to == null || (other.to != null && !other.to.isAfter(to)));
        }

        boolean overlaps(Days other) {
            return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
        }
    }

    /** A class level and a language; null where it is not told. */
    record Told(Integer level, String language) {

        boolean isNothing() {
            return level == null && language == null;
        }

        Told then(Told other) {
            return new Told(
                    other.level == null ? level : other.level, other.language == null ? language : other.language);
        }
    }

    /** One enrolment, as it is believed. */
    static final class Study {
        final int student;
        final String school;
        final boolean isGeneral;
        Days days;
        LocalDate expectedEnd;
        String leaving;
        boolean isStruck;
        final NavigableMap<LocalDate, Told> told = new TreeMap<>();
        /** Reasons by days. */
        final Map<Days, String> interruptions = new LinkedHashMap<>();

        Study(int student, String school, boolean isGeneral) {
            this.student = student;
            this.school = school;
            this.isGeneral = isGeneral;
        }

        Study copy() {
            Study copy = new Study(student, school, isGeneral);
            copy.become(this);
            return copy;
        }

        void become(Study other) {
            days = other.days;
            expectedEnd = other.expectedEnd;
            leaving = other.leaving;
            isStruck = other.isStruck;
            told.clear();
            told.putAll(other.told);
            interruptions.clear();
            interruptions.putAll(other.interruptions);
        }

        boolean isLike(Study other) {
            return Objects.equals(days, other.days)
                    && Objects.equals(expectedEnd, other.expectedEnd)
                    && Objects.equals(leaving, other.leaving)
                    && isStruck == other.isStruck
                    && told.equals(other.told)
                    && interruptions.equals(other.interruptions);
        }

        void lasts(Days term) {
            Told begun = told.headMap(term.from, true).values().stream()
                    .reduce(Told::then)
                    .orElseGet(() -> told.pollFirstEntry().getValue());
            told.headMap(term.from, true).clear();
            told.put(term.from, begun);
            if (term.to != null) {
                told.tailMap(term.to, false).clear();
            }
            days = term;
            Map<Days, String> kept = new LinkedHashMap<>();
            interruptions.forEach((each, reason) -> {
                if (each.overlaps(term)) {
                    LocalDate from = each.from.isBefore(term.from) ? term.from : each.from;
                    boolean ends = term.to == null || (each.to != null && !each.to.isAfter(term.to));
                    kept.put(new Days(from, ends ? each.to : term.to), reason);
                }
            });
            interruptions.clear();
            interruptions.putAll(kept);
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
                Days stage = new Days(first, next == null ? days.to : next.minusDays(1));
                if (stage.overlaps(asked)) {
                    stages.add(stage.from + ".." + stage.to + " " + now.level + " " + now.language);
                }
            }
            List<String> pauses = interruptions.entrySet().stream()
                    .filter(each -> each.getKey().overlaps(asked))
                    .map(each -> each.getKey().from + ".." + each.getKey().to + " " + each.getValue())
                    .sorted()
                    .toList();
            return school + " " + days.from + ".." + days.to + " until " + expectedEnd + " left " + leaving + " "
                    + stages + " " + pauses;
        }
    }

    LocalDate today;
    final List<Study> studies = new ArrayList<>();

    WritingModel(LocalDate today) {
        this.today = today;
    }

    /** Gives the model as it is, for later. */
    List<Study> snapshot() {
        return studies.stream().map(Study::copy).toList();
    }

    /** Tells whether a level is one of the programme. */
    static boolean hasLevel(boolean isGeneral, Integer level) {
        return !isGeneral || level == null || (FIRST_LEVEL <= level && level <= LAST_LEVEL);
    }

    /** Tells whether a day may be told today. */
    boolean mayBeTold(LocalDate day) {
        return day == null || !day.isAfter(today.plusMonths(MOST_MONTHS_AHEAD));
    }

    /** Gives the enrolments of a student in general education on some days, but for one. */
    List<Study> general(int student, Days on, Study except) {
        return studies.stream()
                .filter(other -> other != except && other.student == student && other.isGeneral && !other.isStruck)
                .filter(other -> other.days.overlaps(on))
                .toList();
    }

    /** Rules that are broken, each with its field. */
    private final class Rules extends TreeSet<String> {

        boolean requires(boolean condition, String problem) {
            if (!condition) {
                add(problem);
            }
            return condition;
        }

        void day(LocalDate day, String field) {
            requires(mayBeTold(day), "MR-511 " + field);
        }

        void fits(Study study, Integer level, String field) {
            requires(hasLevel(study.isGeneral, level), "MR-515 " + field);
        }

        /** Demands that something changed, and that no other enrolment of the student is in its way. */
        List<String> end(Study study, Study changed, boolean asksOverlap, String field) {
            if (isEmpty() && asksOverlap && changed.isGeneral) {
                requires(general(changed.student, changed.days, study).isEmpty(), "MR-517 " + field);
            }
            if (isEmpty()) {
                requires(!changed.isLike(study), "MR-521 enrolmentId");
            }
            if (isEmpty()) {
                study.become(changed);
            }
            return List.copyOf(this);
        }
    }

    List<String> enrol(Study study, LocalDate from, LocalDate expectedEnd, Told first) {
        Rules rules = new Rules();
        rules.day(from, "enrolledFrom");
        rules.fits(study, first.level, "stage/classLevel");
        rules.requires(expectedEnd == null || !expectedEnd.isBefore(from), "MR-506 expectedEnd");
        Study begun = study.copy();
        begun.days = new Days(from, null);
        begun.expectedEnd = expectedEnd;
        begun.told.put(from, first);
        List<String> refused = rules.end(study, begun, true, "enrolledFrom");
        if (refused.isEmpty()) {
            studies.add(study);
        }
        return refused;
    }

    List<String> change(Study study, LocalDate from, Told told) {
        Rules rules = new Rules();
        Study changed = study.copy();
        rules.day(from, "from");
        if (rules.requires(!told.isNothing(), "MR-521 stage")) {
            rules.fits(study, told.level, "stage/classLevel");
            if (rules.requires(study.days.includes(from), "MR-503 from")) {
                changed.told.merge(from, told, Told::then);
            }
        }
        return rules.end(study, changed, false, "");
    }

    List<String> interrupt(Study study, LocalDate from, LocalDate to, String reason) {
        Rules rules = new Rules();
        Study changed = study.copy();
        rules.requires(GOOD_REASON.equals(reason), "MR-402 reason");
        pause(rules, changed, from, to, reason, "");
        return rules.end(study, changed, false, "");
    }

    private static void pause(Rules rules, Study changed, LocalDate from, LocalDate to, String reason, String path) {
        rules.day(from, path + "from");
        rules.day(to, path + "to");
        LocalDate last = to == null ? changed.days.to : to;
        if (rules.requires(last == null || !last.isBefore(from), "MR-506 " + path + "from")) {
            Days days = new Days(from, last);
            rules.requires(changed.days.includes(days), "MR-503 " + path + "from");
            rules.requires(
                    changed.interruptions.keySet().stream().noneMatch(days::overlaps), "MR-504 " + path + "from");
            changed.interruptions.put(days, reason);
        }
    }

    List<String> resume(Study study, LocalDate day) {
        Rules rules = new Rules();
        Study changed = study.copy();
        rules.day(day, "resumedFrom");
        Days pause = study.interruptions.keySet().stream()
                .filter(each -> each.includes(day) && each.from.isBefore(day))
                .findFirst()
                .orElse(null);
        if (rules.requires(pause != null, "MR-505 resumedFrom")) {
            changed.interruptions.put(new Days(pause.from, day.minusDays(1)), changed.interruptions.remove(pause));
        }
        return rules.end(study, changed, false, "");
    }

    List<String> withdraw(Study study, LocalDate last, String reason) {
        Rules rules = new Rules();
        Study changed = study.copy();
        rules.day(last, "enrolledTo");
        rules.requires(GOOD_LEAVING.equals(reason), "MR-402 reason");
        if (rules.requires(study.days.to == null, "MR-510 enrolledTo")
                && rules.requires(study.days.includes(last), "MR-503 enrolledTo")) {
            changed.lasts(new Days(study.days.from, last));
            changed.leaving = reason;
        }
        return rules.end(study, changed, false, "");
    }

    List<String> strike(Study study) {
        Study changed = study.copy();
        changed.isStruck = true;
        return new Rules().end(study, changed, false, "");
    }

    /** What is told of a term; null where nothing is, and {@code goesOn} in the place of a last day. */
    record TermTold(
            LocalDate from, LocalDate to, boolean goesOn, LocalDate expectedEnd, boolean clearsEnd, String reason) {}

    List<String> correctTerm(Study study, TermTold told) {
        Rules rules = new Rules();
        Study changed = study.copy();
        LocalDate from = told.from == null ? study.days.from : told.from;
        LocalDate to = told.goesOn ? null : told.to == null ? study.days.to : told.to;
        rules.day(from, "term/enrolledFrom");
        rules.day(to, "term/enrolledTo");
        rules.requires(told.expectedEnd == null || !told.clearsEnd, "MR-523 term/expectedEnd");
        rules.requires(to != null || told.reason == null, "MR-520 term/movement");
        rules.requires(to == null || study.leaving != null || told.reason != null, "MR-520 term/movement");
        boolean isMoved = false;
        if (rules.requires(to == null || !to.isBefore(from), "MR-506 term")) {
            rules.requires(
                    to == null || told.reason == null || GOOD_LEAVING.equals(told.reason),
                    "MR-402 term/movement/reason");
            changed.expectedEnd =
                    told.clearsEnd ? null : told.expectedEnd == null ? study.expectedEnd : told.expectedEnd;
            rules.requires(
                    changed.expectedEnd == null || !changed.expectedEnd.isBefore(from), "MR-506 term/expectedEnd");
            changed.lasts(new Days(from, to));
            changed.leaving = to == null ? null : told.reason == null ? study.leaving : told.reason;
            isMoved = !changed.days.equals(study.days);
        }
        return rules.end(study, changed, isMoved, "term");
    }

    List<String> correctStage(Study study, LocalDate begins, LocalDate right, Told told) {
        Rules rules = new Rules();
        Study changed = study.copy();
        LocalDate from = right == null ? begins : right;
        rules.day(from, "stage/from");
        if (rules.requires(!told.isNothing() || !from.equals(begins), "MR-521 stage")) {
            rules.fits(study, told.level, "stage/content/classLevel");
            if (rules.requires(study.told.containsKey(begins), "MR-507 stage/begins")
                    && rules.requires(study.days.includes(from), "MR-503 stage/from")
                    && rules.requires(
                            from.equals(begins) || !(begins.equals(study.days.from) || study.told.containsKey(from)),
                            "MR-509 stage/from")) {
                changed.told.put(from, changed.told.remove(begins).then(told));
            }
        }
        return rules.end(study, changed, false, "");
    }

    List<String> strikeStage(Study study, LocalDate begins) {
        Rules rules = new Rules();
        Study changed = study.copy();
        if (rules.requires(study.told.containsKey(begins), "MR-507 stage/begins")
                && rules.requires(!begins.equals(study.days.from), "MR-508 stage/begins")) {
            changed.told.remove(begins);
        }
        return rules.end(study, changed, false, "");
    }

    List<String> correctInterruption(
            Study study, LocalDate begins, LocalDate from, LocalDate to, boolean goesOn, String reason) {
        Rules rules = new Rules();
        Study changed = study.copy();
        Days wrong = pauseOf(study, begins);
        if (rules.requires(wrong != null, "MR-507 interruption/begins")) {
            rules.requires(reason == null || GOOD_REASON.equals(reason), "MR-402 interruption/reason");
            String kept = changed.interruptions.remove(wrong);
            pause(
                    rules,
                    changed,
                    from == null ? wrong.from : from,
                    to != null || goesOn ? to : wrong.to,
                    reason == null ? kept : reason,
                    "interruption/");
        }
        return rules.end(study, changed, false, "");
    }

    List<String> strikeInterruption(Study study, LocalDate begins) {
        Rules rules = new Rules();
        Study changed = study.copy();
        Days wrong = pauseOf(study, begins);
        if (rules.requires(wrong != null, "MR-507 interruption/begins")) {
            changed.interruptions.remove(wrong);
        }
        return rules.end(study, changed, false, "");
    }

    private static Days pauseOf(Study study, LocalDate begins) {
        return study.interruptions.keySet().stream()
                .filter(each -> each.from.equals(begins))
                .findFirst()
                .orElse(null);
    }
}
