package lt.mokiniai.tools.demo.register;

import java.time.LocalDate;
import java.util.List;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.results.facts.AssessmentKind;
import lt.mokiniai.register.results.facts.EnrolmentResult;
import lt.mokiniai.register.results.facts.ResultKey;
import lt.mokiniai.register.results.facts.ResultValue;
import lt.mokiniai.tools.demo.register.StudyGenerator.Student;
import lt.mokiniai.tools.demo.register.lists.ProgrammeModules;

/** What students were assessed in at the end of a school year: some subjects of theirs, the same of all who learn together. */
final class SchoolResults {

    private static final List<String> SUBJECTS = List.of("LIET", "MATE");
    private static final List<String> LEVELS = List.of("THRESHOLD", "SATISFACTORY", "BASIC", "ADVANCED");
    private static final int LAST_OF_PRIMARY = 4;
    private static final int LAST_OF_BASIC = 10;
    private static final int LAST = 12;
    private static final int LEAST_PASS = 4;
    private static final int FIRST_MODULES = 2;

    private static final ProgrammeModules MODULES = new ProgrammeModules();

    private SchoolResults() {}

    /** Tells of the results of a school year; below the first class level there are none. */
    static void tell(Student student, RegisteredEnrolment enrolment, int year, int level) {
        if (level < 1) {
            return;
        }
        AssessmentKind kind = level <= LAST_OF_PRIMARY ? AssessmentKind.ANNUAL_LEVEL : AssessmentKind.ANNUAL_GRADE;
        String course = level > LAST_OF_BASIC ? "A" : null;
        for (String subject : SUBJECTS) {
            ResultKey key = new ResultKey(kind.name(), subject, null, course, year);
            tell(student, result(student, enrolment, key, level, lot(student, subject)));
        }
        if (level > LAST_OF_PRIMARY) {
            ResultKey ethics = ResultKey.ofSubject(AssessmentKind.ANNUAL_PASS, "DORA", year);
            tell(student, new EnrolmentResult(enrolment, ethics, ResultValue.passFail("PASSED"), level, null));
        }
        if (level == LAST) {
            ResultKey exam = new ResultKey(AssessmentKind.STATE_EXAM.name(), "MATE", null, course, year);
            ResultValue score = new ResultValue(null, null, null, 36 + lot(student, "exam") % 65);
            tell(student, new EnrolmentResult(enrolment, exam, score, level, null));
        }
    }

    /** Tells of the first modules of a vocational programme, which a student learnt in a school year. */
    static void tellModules(Student student, RegisteredEnrolment enrolment, int year, String programme) {
        MODULES.of(programme).stream().limit(FIRST_MODULES).forEach(module -> {
            ResultKey key = ResultKey.ofModule(module.code(), year);
            ResultValue mark = ResultValue.grade(LEAST_PASS + 2 + lot(student, module.code()) % 5);
            tell(student, new EnrolmentResult(enrolment, key, mark, null, "lt"));
        });
    }

    private static EnrolmentResult result(
            Student student, RegisteredEnrolment enrolment, ResultKey key, int level, int lot) {
        ResultValue value = level <= LAST_OF_PRIMARY
                ? ResultValue.level(LEVELS.get(lot % LEVELS.size()))
                : ResultValue.grade(LEAST_PASS + lot % 7);
        return new EnrolmentResult(enrolment, key, value, level, student.language());
    }

    /** Tells of a result two days after it was decided; one in fifty was told wrongly, and is corrected a week later. */
    private static void tell(Student student, EnrolmentResult result) {
        LocalDate decided = LocalDate.of(result.key().schoolYear() + 1, 6, 12);
        boolean isToldWrongly = result.value().scale() == ResultValue.Scale.GRADE && lot(student, "wrong") % 50 == 0;
        if (!isToldWrongly) {
            student.life().at(decided.plusDays(2), history -> history.asserts(result, Term.since(decided)));
            return;
        }
        EnrolmentResult wrong = result.valued(ResultValue.grade(1));
        student.life().at(decided.plusDays(2), history -> history.asserts(wrong, Term.since(decided)));
        student.life().at(decided.plusDays(9), history -> history.corrects(wrong, result));
    }

    private static int lot(Student student, String what) {
        return (int) Math.floorMod(student.index() * 7919L + what.hashCode(), 1_009L);
    }
}
