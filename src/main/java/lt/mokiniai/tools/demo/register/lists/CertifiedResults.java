package lt.mokiniai.tools.demo.register.lists;

import java.util.List;
import java.util.random.RandomGenerator;
import lt.mokiniai.register.certificates.facts.CheckResult;
import lt.mokiniai.register.certificates.facts.ModuleResult;
import lt.mokiniai.register.certificates.facts.RegisteredCertificate;
import lt.mokiniai.register.certificates.facts.SubjectResult;
import lt.mokiniai.tools.demo.register.lists.ProgrammeModules.ProgrammeModule;
import org.jspecify.annotations.Nullable;

/** What certificates of each kind say: languages, subjects, examinations, modules, achievement checks. */
public final class CertifiedResults {

    /** Matriculation certificates are in two languages since. */
    private static final int TWO_LANGUAGES_SINCE = 2024;
    /** Who matriculates in this year is the first to have taken intermediate checks, in the year before. */
    private static final int INTERMEDIATE_SINCE = 2025;

    private static final int EXAMINATIONS = 4;
    private static final int CHECKS = 2;
    private static final int LEAST_PASS = 4;
    private static final int PASSED_CREDITS = 5;
    private static final String EXAMINATION = "Kvalifikacijos egzaminas";

    /** A subject of {@code subjects.csv}. */
    private record Subject(String code, String name, String course, boolean isPassOrFail) {

        static Subject of(String[] fields) {
            return new Subject(fields[0], fields[1], fields[2], fields.length > 3);
        }
    }

    private final List<Subject> subjects =
            DemoList.lines("subjects.csv").stream().map(Subject::of).toList();

    private final ProgrammeModules modules = new ProgrammeModules();

    /**
     * Adds them to a certificate.
     *
     * @param programme state code of the programme that it is of
     * @param year in which it is issued
     */
    public void add(
            RegisteredCertificate certificate,
            CertificateKind kind,
            String programme,
            int year,
            RandomGenerator chance) {
        certificate.in("lt");
        if (kind == CertificateKind.MATRICULATION && year >= TWO_LANGUAGES_SINCE) {
            certificate.in("en");
        }
        switch (kind) {
            case PRIMARY -> {
                // It names no subjects.
            }
            case BASIC -> {
                subjects.forEach(subject -> certificate.with(graded(subject, false, LEAST_PASS, null, chance)));
                subjects.stream()
                        .limit(CHECKS)
                        .forEach(subject -> certificate.with(
                                new CheckResult("BASIC", subject.code, 30 + chance.nextInt(71), year)));
            }
            case BASIC_RESULTS -> unfinished(certificate, false, chance);
            case SECONDARY_RESULTS -> unfinished(certificate, true, chance);
            case MATRICULATION -> matriculation(certificate, year, chance);
            case MATRICULATION_ANNEX -> {
                Subject later = subjects.get(EXAMINATIONS);
                certificate.with(new SubjectResult(later.code, later.name, null, null, exam(chance), null));
            }
            case QUALIFICATION, VOCATIONAL_TRAINING, VOCATIONAL_DIPLOMA -> {
                String exam = String.valueOf(6 + chance.nextInt(5));
                certificate.with(new SubjectResult("PROF", EXAMINATION, null, null, exam, null));
                modules.of(programme).forEach(module -> certificate.with(learnt(module, chance)));
            }
            case VOCATIONAL_RESULTS, MODULES -> some(certificate, programme, 2 + chance.nextInt(2), chance);
            case COMPETENCE -> some(certificate, programme, 1, chance);
        }
    }

    private void matriculation(RegisteredCertificate certificate, int year, RandomGenerator chance) {
        int left = EXAMINATIONS;
        for (Subject subject : subjects) {
            String exam = left-- > 0 ? exam(chance) : null;
            certificate.with(graded(subject, true, LEAST_PASS, exam, chance));
            if (exam != null && year >= INTERMEDIATE_SINCE) {
                certificate.with(new CheckResult("INTERMEDIATE", subject.code, chance.nextInt(41), year - 1));
            }
        }
    }

    /** Of who did not finish: a subject or two are below what passes. */
    private void unfinished(RegisteredCertificate certificate, boolean hasCourses, RandomGenerator chance) {
        subjects.forEach(subject -> certificate.with(graded(subject, hasCourses, 2, null, chance)));
    }

    private static SubjectResult graded(
            Subject subject, boolean hasCourses, int least, @Nullable String exam, RandomGenerator chance) {
        int grade = least + chance.nextInt(11 - least);
        return new SubjectResult(
                subject.code,
                subject.name,
                hasCourses ? subject.course : null,
                subject.isPassOrFail ? null : String.valueOf(grade),
                exam,
                subject.isPassOrFail ? (grade < LEAST_PASS ? "FAILED" : "PASSED") : null);
    }

    /** Of who learned a part of a programme: a few modules after the introduction. */
    private void some(RegisteredCertificate certificate, String programme, int count, RandomGenerator chance) {
        modules.of(programme).stream().skip(1).limit(count).forEach(module -> certificate.with(learnt(module, chance)));
    }

    /** A small module is passed, a large one is graded. */
    private static ModuleResult learnt(ProgrammeModule module, RandomGenerator chance) {
        String grade = String.valueOf(LEAST_PASS + 2 + chance.nextInt(5));
        boolean isPassed = module.credits() <= PASSED_CREDITS;
        return new ModuleResult(module.programme(), module.code(), isPassed ? null : grade, isPassed ? "PASSED" : null);
    }

    private static String exam(RandomGenerator chance) {
        return String.valueOf(36 + chance.nextInt(65));
    }
}
