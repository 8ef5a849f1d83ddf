package lt.mokiniai.tools.demo.register;

import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.CERTIFICATE;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.CERTIFICATE_LINK;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.CERTIFICATE_STATE;
import static lt.mokiniai.tools.demo.register.DemoDataWriter.Table.CERTIFICATE_SUBJECT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import lt.mokiniai.tools.demo.register.DemoDataWriter.Term;
import lt.mokiniai.tools.demo.register.Schools.School;
import lt.mokiniai.tools.demo.register.StudyGenerator.Student;
import org.jspecify.annotations.Nullable;

/** The certificates that students have of their studies: paper ones until 2023-04-30, digital ones since. */
final class Certificates {

    /** From this day certificates are digital and numbered by the Diplomas register (docs/register.md, 'Certificate'). */
    static final LocalDate DIGITAL_SINCE = LocalDate.of(2023, 5, 1);

    private final DemoDataWriter data;
    private final Schools schools;
    private final List<String[]> subjects = Schools.lines("subjects.csv");

    Certificates(DemoDataWriter data, Schools schools) {
        this.data = data;
        this.schools = schools;
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
     * Writes the certificates of basic and secondary education that a student's level gives.
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
            String programme = schools.programme("BASIC", chance);
            issue(new Diploma(student, "BASIC", "2001", day, school, programme, "BASIC"), chance, null, null);
        }
        if (level == 12 && isFinished) {
            LocalDate day = LocalDate.of(lastYear + 1, 7, 12);
            String programme = schools.programme("SECONDARY", chance);
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

    /** Writes a certificate, its duplicate of a later day, and that the duplicate stands in its place. */
    void duplicate(Diploma original, RandomGenerator chance, LocalDate day) {
        long first = issue(original, chance, "REPLACED", day);
        long second = issue(original.of(day), chance, null, null);
        data.row(CERTIFICATE_LINK, second, 1, "DUPLICATE_OF", first);
    }

    private void correct(Diploma wrong, RandomGenerator chance, LocalDate day) {
        long first = issue(wrong, chance, "REPLACED", day);
        long second = issue(wrong.of(day), chance, null, null);
        data.row(CERTIFICATE_LINK, second, 1, "CORRECTS", first);
        data.row(CERTIFICATE_LINK, second, 2, "REPLACES", first);
    }

    /**
     * Writes a certificate that was issued and, where told, lost its force.
     *
     * @param state the state since the day; null when it stands
     * @return its row id
     */
    long issue(Diploma diploma, RandomGenerator chance, @Nullable String state, @Nullable LocalDate since) {
        long id = data.nextId(CERTIFICATE);
        boolean isPaper = diploma.issued.isBefore(DIGITAL_SINCE);
        data.row(
                CERTIFICATE,
                id,
                diploma.student.person(),
                diploma.kind,
                diploma.form,
                isPaper ? (diploma.kind.equals("BASIC") ? "H" : "V") : null,
                isPaper ? "%07d".formatted(id) : null,
                isPaper ? null : "D%d-%08d".formatted(diploma.issued.getYear(), id),
                diploma.issued,
                diploma.student.familyName().toUpperCase(Locale.ROOT),
                diploma.school.head(),
                diploma.level,
                "lt",
                diploma.school.code(),
                diploma.programme);
        Instant told = StudyGenerator.told(diploma.issued, diploma.student.index());
        Term standing = Term.since(diploma.issued, told);
        if (state == null || since == null) {
            data.fact(CERTIFICATE_STATE, standing, id, "ISSUED");
        } else {
            data.change(
                    CERTIFICATE_STATE,
                    standing,
                    since,
                    StudyGenerator.told(since, diploma.student.index()),
                    new Object[] {id, "ISSUED"},
                    new Object[] {id, state});
        }
        subjects(diploma, id, chance);
        return id;
    }

    private void subjects(Diploma diploma, long id, RandomGenerator chance) {
        boolean isMatriculation = diploma.kind.equals("MATRICULATION");
        int ordinal = 0;
        for (String[] subject : subjects) {
            data.row(
                    CERTIFICATE_SUBJECT,
                    id,
                    ++ordinal,
                    subject[0],
                    subject[1],
                    isMatriculation ? subject[2] : null,
                    String.valueOf(4 + chance.nextInt(7)),
                    ordinal <= (isMatriculation ? 4 : 2)
                            ? String.valueOf(isMatriculation ? 36 + chance.nextInt(65) : 4 + chance.nextInt(7))
                            : null);
        }
    }
}
