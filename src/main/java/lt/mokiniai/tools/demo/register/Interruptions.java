package lt.mokiniai.tools.demo.register;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.tools.demo.register.Manner.Circumstances;
import lt.mokiniai.tools.demo.register.StudyGenerator.Career;
import lt.mokiniai.tools.demo.register.StudyGenerator.Student;

/** Interruptions of studies in the demo register: none begins later than on the first day of the current school year. */
final class Interruptions {

    private Interruptions() {}

    /** Tells of the interruption of one pupil in sixty, and of one adult in three. */
    static void ofPupil(Student student, Circumstances how, Career career, int year, RandomGenerator chance) {
        if (how.isAdult() ? chance.nextInt(3) > 0 : chance.nextInt(60) > 0) {
            return;
        }
        int lot = chance.nextInt(100);
        String reason = how.isAdult()
                ? lot < 50 ? "PARENTAL" : lot < 70 ? "SERVICE" : "OTHER"
                : lot < 50 ? "ILLNESS" : lot < 85 ? "ABROAD" : "OTHER";
        LocalDate from = LocalDate.of(year, 9, 1).minusDays(career.since() < year ? chance.nextInt(300) : 0);
        StudyGenerator.interrupt(student, career.last(), reason, term(from, chance));
    }

    /** Tells of the interruption of one in eight who learn a trade since the last school year. */
    static void ofTrade(Student student, RegisteredEnrolment enrolment, int year, RandomGenerator chance) {
        if (chance.nextInt(8) == 0) {
            int lot = chance.nextInt(100);
            String reason = lot < 40 ? "SERVICE" : lot < 70 ? "PARENTAL" : lot < 85 ? "ILLNESS" : "OTHER";
            LocalDate from = LocalDate.of(year, 9, 1).minusDays(chance.nextInt(300));
            StudyGenerator.interrupt(student, enrolment, reason, term(from, chance));
        }
    }

    /** Gives days of a month to a year; one term in three has no end yet. */
    private static Term term(LocalDate from, RandomGenerator chance) {
        return new Term(from, chance.nextInt(3) == 0 ? null : from.plusDays(29 + chance.nextInt(337)));
    }
}
