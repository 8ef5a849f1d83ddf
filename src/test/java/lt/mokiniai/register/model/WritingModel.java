package lt.mokiniai.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A second, plain definition of what schools may write of enrolments, and of what becomes of it: written from docs/register.md,
 * 'Writing enrolments', and not with the code that is tested. Each operation gives what it is refused for, as code and
 * field, in alphabetical order; nothing where it is taken, and then the model is changed.
 */
final class WritingModel {

    /** How far ahead a day may be told. */
    private static final int MOST_MONTHS_AHEAD = 15;

    static final String GOOD_REASON = "ILLNESS";
    static final String GOOD_LEAVING = "ABROAD";

    LocalDate today;
    final List<Study> studies = new ArrayList<>();
    /** Of institutions that close. */
    final Map<String, LocalDate> lastDays = new HashMap<>();

    WritingModel(LocalDate today) {
        this.today = today;
    }

    /** Gives the model as it is, for later. */
    List<Study> snapshot() {
        return studies.stream().map(Study::copy).toList();
    }

    /** Tells whether a day may be told today. */
    boolean mayBeTold(LocalDate day) {
        return day == null || !day.isAfter(today.plusMonths(MOST_MONTHS_AHEAD));
    }

    /** Tells whether an institution is open on a day. */
    boolean isOpen(String school, LocalDate day) {
        LocalDate last = lastDays.get(school);
        return last == null || !day.isAfter(last);
    }

    /** Gives the enrolments of a student in general education on some days, but for one. */
    List<Study> general(int student, Days on, Study except) {
        return studies.stream()
                .filter(other -> other != except && other.student == student && other.isGeneral() && !other.isStruck)
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

        void open(Study study, LocalDate day, String field) {
            requires(isOpen(study.school, day), "MR-512 " + field);
        }

        void fits(Study study, Integer level, String field) {
            requires(study.programme.fits(level), "MR-515 " + field);
        }

        /** Demands that something changed, and that no other enrolment of the student is in its way. */
        List<String> end(Study study, Study changed, boolean asksOverlap, String field) {
            if (isEmpty() && asksOverlap && changed.isGeneral()) {
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
        rules.open(study, from, "institution");
        rules.fits(study, first.level(), "stage/classLevel");
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
        rules.open(study, from, "from");
        if (rules.requires(!told.isNothing(), "MR-521 stage")) {
            rules.fits(study, told.level(), "stage/classLevel");
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
        rules.open(study, from, "from");
        pause(rules, changed, from, to, reason, "");
        return rules.end(study, changed, false, "");
    }

    private static void pause(Rules rules, Study changed, LocalDate from, LocalDate to, String reason, String path) {
        rules.day(from, path + "from");
        rules.day(to, path + "to");
        LocalDate last = to == null ? changed.days.to() : to;
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
        rules.open(study, day, "resumedFrom");
        Days pause = study.interruptions.keySet().stream()
                .filter(each -> each.includes(day) && each.from().isBefore(day))
                .findFirst()
                .orElse(null);
        if (rules.requires(pause != null, "MR-505 resumedFrom")) {
            changed.interruptions.put(new Days(pause.from(), day.minusDays(1)), changed.interruptions.remove(pause));
        }
        return rules.end(study, changed, false, "");
    }

    List<String> withdraw(Study study, LocalDate last, String reason) {
        Rules rules = new Rules();
        Study changed = study.copy();
        rules.day(last, "enrolledTo");
        rules.open(study, last, "enrolledTo");
        rules.requires(GOOD_LEAVING.equals(reason), "MR-402 reason");
        if (rules.requires(study.days.to() == null, "MR-510 enrolledTo")
                && rules.requires(study.days.includes(last), "MR-503 enrolledTo")) {
            changed.lasts(new Days(study.days.from(), last));
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
        LocalDate from = told.from() == null ? study.days.from() : told.from();
        LocalDate to = told.goesOn ? null : told.to() == null ? study.days.to() : told.to();
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
            rules.fits(study, told.level(), "stage/content/classLevel");
            if (rules.requires(study.told.containsKey(begins), "MR-507 stage/begins")
                    && rules.requires(study.days.includes(from), "MR-503 stage/from")
                    && rules.requires(
                            from.equals(begins) || !(begins.equals(study.days.from()) || study.told.containsKey(from)),
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
                && rules.requires(!begins.equals(study.days.from()), "MR-508 stage/begins")) {
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
                    from == null ? wrong.from() : from,
                    to != null || goesOn ? to : wrong.to(),
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
                .filter(each -> each.from().equals(begins))
                .findFirst()
                .orElse(null);
    }
}
