package lt.mokiniai.tools.demo.register;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.register.certificates.facts.CertificateForm;
import lt.mokiniai.register.certificates.facts.IssueNumber;
import lt.mokiniai.register.certificates.facts.Issuer;
import lt.mokiniai.register.certificates.facts.LinkedCertificate;
import lt.mokiniai.register.certificates.facts.RegisteredCertificate;
import lt.mokiniai.register.certificates.facts.StateOfCertificate;
import lt.mokiniai.register.certificates.facts.SubjectResult;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.tools.demo.register.Schools.School;
import lt.mokiniai.tools.demo.register.StudyGenerator.Student;
import org.jspecify.annotations.Nullable;

/** The certificates that students have of their studies: paper ones until 2023-04-30, digital ones since. */
final class Certificates {

    /** From this day certificates are digital and numbered by the Diplomas register (docs/register.md, 'Certificate'). */
    static final LocalDate DIGITAL_SINCE = LocalDate.of(2023, 5, 1);

    /** Numbers up to here are the cast's, so that the students' do not depend on how large the cast is. */
    private static final long CAST_NUMBERS = 9_999;

    private final Schools schools;
    private final List<String[]> subjects = Schools.lines("subjects.csv");

    private long lastNumber;

    Certificates(Schools schools) {
        this.schools = schools;
    }

    /** Ends the cast's numbers; what comes after has the same ones in every register of the seed. */
    void endCast() {
        lastNumber = CAST_NUMBERS;
    }

    /** A document. */
    record Diploma(
            Student student,
            String kind,
            String form,
            LocalDate issued,
            School school,
            String programme,
            String level) {

        Diploma of(LocalDate day) {
            return new Diploma(student, kind, form, day, school, programme, level);
        }
    }

    /**
     * Tells of the certificates of basic and secondary education that a student's level gives.
     *
     * @param level the level in the last year
     * @param isFinished whether the student finished it
     * @param now the current school year: nothing is dated in it
     */
    void certify(
            Student student,
            int level,
            int lastYear,
            School school,
            boolean isFinished,
            int now,
            RandomGenerator chance) {
        if (level > 10 || (level == 10 && isFinished)) {
            LocalDate day = LocalDate.of(lastYear + 11 - level, 6, 20);
            String programme = schools.programme("BASIC", day.minusYears(2), chance);
            issue(new Diploma(student, "BASIC", "2001", day, school, programme, "BASIC"), chance, null, null);
        }
        if (level == 12 && isFinished) {
            LocalDate day = LocalDate.of(lastYear + 1, 7, 12);
            String programme = schools.programme("SECONDARY", day.minusYears(2), chance);
            Diploma diploma = new Diploma(student, "MATRICULATION", "3014", day, school, programme, "SECONDARY");
            LocalDate later = diploma.issued.plusDays(30 + chance.nextInt(400));
            int lot = later.isBefore(LocalDate.of(now, 9, 1)) ? chance.nextInt(100) : 100;
            if (lot < 6 && diploma.issued.isBefore(DIGITAL_SINCE)) {
                duplicate(diploma, chance, later);
            } else if (lot < 8) {
                correct(diploma, chance, later);
            } else {
                issue(diploma, chance, lot == 8 ? "REVOKED" : null, lot == 8 ? later : null);
            }
        }
    }

    /** Tells of a certificate, of its duplicate of a later day, and that the duplicate stands in its place. */
    void duplicate(Diploma original, RandomGenerator chance, LocalDate day) {
        RegisteredCertificate first = issue(original, chance, "REPLACED", day);
        issue(original.of(day), chance, null, null).with(new LinkedCertificate("DUPLICATE_OF", first));
    }

    private void correct(Diploma wrong, RandomGenerator chance, LocalDate day) {
        RegisteredCertificate first = issue(wrong, chance, "REPLACED", day);
        issue(wrong.of(day), chance, null, null)
                .with(new LinkedCertificate("CORRECTS", first))
                .with(new LinkedCertificate("REPLACES", first));
    }

    /**
     * Tells of a certificate that was issued and, where told, lost its force.
     *
     * @param state the state since the day; null when it stands
     */
    RegisteredCertificate issue(
            Diploma diploma, RandomGenerator chance, @Nullable String state, @Nullable LocalDate since) {
        Life life = diploma.student.life();
        RegisteredCertificate certificate = new RegisteredCertificate(
                life.person(),
                new CertificateForm(diploma.kind, diploma.form, diploma.level, "lt"),
                number(diploma, ++lastNumber),
                new Issuer(new InstitutionCode(diploma.school.code()), diploma.programme, diploma.school.head()),
                diploma.student.familyName());
        StateOfCertificate issued = new StateOfCertificate(certificate, "ISSUED");
        life.at(diploma.issued, history -> {
            history.adds(certificate);
            history.asserts(issued, Term.since(diploma.issued));
        });
        if (state != null && since != null) {
            life.at(since, history -> history.changes(issued, new StateOfCertificate(certificate, state), since));
        }
        results(certificate, diploma.kind.equals("MATRICULATION"), chance);
        return certificate;
    }

    private static IssueNumber number(Diploma diploma, long number) {
        if (diploma.issued.isBefore(DIGITAL_SINCE)) {
            String series = diploma.kind.equals("BASIC") ? "H" : "V";
            return new IssueNumber(series, "%07d".formatted(number), null, diploma.issued);
        }
        String registration = "D%d-%08d".formatted(diploma.issued.getYear(), number);
        return new IssueNumber(null, null, registration, diploma.issued);
    }

    private void results(RegisteredCertificate certificate, boolean isMatriculation, RandomGenerator chance) {
        int examined = isMatriculation ? 4 : 2;
        for (String[] subject : subjects) {
            String grade = String.valueOf(4 + chance.nextInt(7));
            String exam = examined-- > 0
                    ? String.valueOf(isMatriculation ? 36 + chance.nextInt(65) : 4 + chance.nextInt(7))
                    : null;
            certificate.with(
                    new SubjectResult(subject[0], subject[1], isMatriculation ? subject[2] : null, grade, exam));
        }
    }
}
