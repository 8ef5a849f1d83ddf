package lt.mokiniai.tools.demo.register;

import static lt.mokiniai.register.certificates.facts.IssueNumber.DIGITAL_SINCE;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import lt.mokiniai.register.certificates.facts.CertificateForm;
import lt.mokiniai.register.certificates.facts.CertificateHolder;
import lt.mokiniai.register.certificates.facts.IssueNumber;
import lt.mokiniai.register.certificates.facts.Issuer;
import lt.mokiniai.register.certificates.facts.RegisteredCertificate;
import lt.mokiniai.register.certificates.facts.StateOfCertificate;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.tools.demo.register.Schools.School;
import lt.mokiniai.tools.demo.register.StudyGenerator.Student;
import lt.mokiniai.tools.demo.register.lists.CertificateKind;
import lt.mokiniai.tools.demo.register.lists.CertificateKind.Form;
import lt.mokiniai.tools.demo.register.lists.CertifiedResults;
import org.jspecify.annotations.Nullable;

/** The certificates that students have of their studies: paper ones until 2023-04-30, digital ones since. */
final class Certificates {

    /** Numbers up to here are the cast's, so that the students' do not depend on how large the cast is. */
    private static final long CAST_NUMBERS = 9_999;

    private final StudyGenerator studies;
    private final CertifiedResults results = new CertifiedResults();

    private long lastNumber;

    Certificates(StudyGenerator studies) {
        this.studies = studies;
    }

    /** Ends the cast's numbers; what comes after has the same ones in every register of the seed. */
    void endCast() {
        lastNumber = CAST_NUMBERS;
    }

    /** A document. */
    record Diploma(Student student, CertificateKind kind, LocalDate issued, School school, String programme) {

        Diploma of(LocalDate day) {
            return new Diploma(student, kind, day, school, programme);
        }

        Issuer issuer() {
            return new Issuer(school.code(), programme, school.head());
        }

        /** Whether its form is known. */
        boolean canBe() {
            return kind.isIssuedOn(issued);
        }
    }

    /**
     * Tells of the certificates of general education that a student's level gives.
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
        int first = studies.firstYear(level, lastYear);
        LocalDate primary = LocalDate.of(lastYear + 5 - level, 6, 20);
        if (level > 4 && primary.getYear() > first) {
            Diploma diploma = new Diploma(
                    student, CertificateKind.PRIMARY, primary, school, studies.programme("PRIMARY", first, student));
            if (diploma.canBe()) {
                issue(diploma, chance);
            }
        }
        if (level > 10 || (level == 10 && isFinished)) {
            LocalDate day = LocalDate.of(lastYear + 11 - level, 6, 20);
            String programme = studies.programme("BASIC", first, student);
            issue(new Diploma(student, CertificateKind.BASIC, day, school, programme), chance);
        }
        if (level == 12 && isFinished) {
            LocalDate day = LocalDate.of(lastYear + 1, 7, 12);
            String programme = studies.programme("SECONDARY", first, student);
            graduate(new Diploma(student, CertificateKind.MATRICULATION, day, school, programme), now, chance);
        }
    }

    /** Tells of the certificate of who left in the second part of basic education. */
    void leave(Student student, int lastYear, int level, School school, LocalDate day, RandomGenerator chance) {
        String programme = studies.programme("BASIC", studies.firstYear(level, lastYear), student);
        issue(new Diploma(student, CertificateKind.BASIC_RESULTS, day, school, programme), chance);
    }

    private void graduate(Diploma diploma, int now, RandomGenerator chance) {
        LocalDate later = diploma.issued.plusDays(30 + chance.nextInt(400));
        int lot = later.isBefore(LocalDate.of(now, 9, 1)) ? chance.nextInt(100) : 99;
        if (lot < 6 && diploma.issued.isBefore(DIGITAL_SINCE)) {
            RegisteredCertificate first = issue(diploma, chance);
            RegisteredCertificate duplicate = duplicate(first, diploma, later);
            LocalDate again = later.plusDays(300);
            if (lot < 3 && again.isBefore(LocalDate.of(now, 9, 1))) {
                duplicate(duplicate, diploma.of(later), again);
            }
        } else if (lot < 8) {
            correct(diploma, chance, later);
        } else if (lot < 11) {
            end(issue(diploma, chance), diploma, "REVOKED", later);
        } else if (lot < 16) {
            // Who did not pass the examinations has a certificate of what they achieved.
            issue(
                    new Diploma(
                            diploma.student,
                            CertificateKind.SECONDARY_RESULTS,
                            diploma.issued,
                            diploma.school,
                            diploma.programme),
                    chance);
        } else {
            issue(diploma, chance);
            if (lot < 24) {
                // An examination that was taken a year later.
                LocalDate day = diploma.issued.plusYears(1);
                if (day.isBefore(LocalDate.of(now, 9, 1))) {
                    issue(
                            new Diploma(
                                    diploma.student,
                                    CertificateKind.MATRICULATION_ANNEX,
                                    day,
                                    diploma.school,
                                    diploma.programme),
                            chance);
                }
            }
        }
    }

    /**
     * Tells of a duplicate of a later day, which stands in the place of a certificate and says the same.
     *
     * @param first the certificate, or a duplicate of it
     * @param of how the certificate was issued
     */
    RegisteredCertificate duplicate(RegisteredCertificate first, Diploma of, LocalDate day) {
        long number = ++lastNumber;
        Diploma again = of.of(day);
        String form = again.kind.formOn(day, number).map(Form::code).orElse(null);
        end(first, of, "REPLACED", day);
        return issued(first.duplicate(form, number(again, number), again.issuer()), again);
    }

    /** Tells of a certificate on which the holder's name was misspelt, and of the one in its place. */
    private void correct(Diploma wrong, RandomGenerator chance, LocalDate day) {
        CertificateHolder holder = wrong.student.life().holderOn(wrong.issued);
        String name = holder.name().familyName();
        PersonName misspelt = new PersonName(
                holder.name().givenNames(), name.substring(0, 1) + name.charAt(2) + name.charAt(1) + name.substring(3));
        RegisteredCertificate first = issue(wrong, new CertificateHolder(misspelt, holder.birthDate()), chance);
        long number = ++lastNumber;
        Diploma again = wrong.of(day);
        String form = again.kind.formOn(day, number).map(Form::code).orElse(null);
        end(first, wrong, "REPLACED", day);
        issued(first.corrected(form, number(again, number), again.issuer(), holder), again);
    }

    /** Tells of a certificate that was issued. */
    RegisteredCertificate issue(Diploma diploma, RandomGenerator chance) {
        return issue(diploma, diploma.student.life().holderOn(diploma.issued), chance);
    }

    private RegisteredCertificate issue(Diploma diploma, CertificateHolder holder, RandomGenerator chance) {
        long number = ++lastNumber;
        @Nullable
        String form =
                diploma.kind.formOn(diploma.issued, number).map(Form::code).orElse(null);
        RegisteredCertificate certificate = new RegisteredCertificate(
                diploma.student.life().person(),
                new CertificateForm(diploma.kind.name(), form, diploma.kind.level()),
                number(diploma, number),
                diploma.issuer(),
                holder);
        results.add(certificate, diploma.kind, diploma.programme, diploma.issued.getYear(), chance);
        return issued(certificate, diploma);
    }

    private static RegisteredCertificate issued(RegisteredCertificate certificate, Diploma diploma) {
        diploma.student.life().at(diploma.issued, history -> {
            history.adds(certificate);
            history.asserts(new StateOfCertificate(certificate, "ISSUED"), Term.since(diploma.issued));
        });
        return certificate;
    }

    /** Tells that a certificate lost its force on a day. */
    void end(RegisteredCertificate certificate, Diploma diploma, String state, LocalDate since) {
        diploma.student
                .life()
                .at(
                        since,
                        history -> history.changes(
                                history.believed(StateOfCertificate.class, certificate)
                                        .get(0),
                                new StateOfCertificate(certificate, state),
                                since));
    }

    private static IssueNumber number(Diploma diploma, long number) {
        return diploma.kind
                .formOn(diploma.issued, number)
                .map(form -> new IssueNumber(form.series(), "%07d".formatted(number), null, diploma.issued))
                .orElseGet(() -> new IssueNumber(
                        null, null, "D%d-%08d".formatted(diploma.issued.getYear(), number), diploma.issued));
    }
}
