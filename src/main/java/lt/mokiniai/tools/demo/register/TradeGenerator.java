package lt.mokiniai.tools.demo.register;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.tools.demo.register.Certificates.Diploma;
import lt.mokiniai.tools.demo.register.Schools.Area;
import lt.mokiniai.tools.demo.register.Schools.Kind;
import lt.mokiniai.tools.demo.register.Schools.School;
import lt.mokiniai.tools.demo.register.StudyGenerator.Group;
import lt.mokiniai.tools.demo.register.StudyGenerator.Student;
import lt.mokiniai.tools.demo.register.cohorts.GroupNames;
import lt.mokiniai.tools.demo.register.lists.CertificateKind;

/** What some graduates learned in the year after: a trade, and the certificate of it. */
final class TradeGenerator {

    private static final int INSTEAD = 42;
    private static final int ENROLMENT = 43;
    private static final int SHARE = 60;

    private static final List<CertificateKind> KINDS = List.of(
            CertificateKind.VOCATIONAL_DIPLOMA,
            CertificateKind.QUALIFICATION,
            CertificateKind.VOCATIONAL_TRAINING,
            CertificateKind.MODULES,
            CertificateKind.COMPETENCE,
            CertificateKind.VOCATIONAL_RESULTS);

    private final StudyGenerator studies;
    private final Certificates certificates;

    TradeGenerator(StudyGenerator studies, Certificates certificates) {
        this.studies = studies;
        this.certificates = certificates;
    }

    /** Tells of the enrolment of one who learns a trade since a year, instead of secondary education. */
    RegisteredEnrolment instead(Student student, int begun, Area area) {
        String programme = programme(student, begun);
        String name = GroupNames.trade(programme, begun, area.ofCounty());
        return studies.group(
                student, INSTEAD, new Group(Kind.VOCATIONAL, area.school(Kind.VOCATIONAL), programme, name, begun, 3));
    }

    /** The students of an area who begin in one year learn one trade. */
    private String programme(Student student, int begun) {
        return studies.programme("VOCATIONAL", begun, student);
    }

    /**
     * Tells of a year at a vocational school, of some.
     *
     * @param begun the year in which it began
     * @param now the current school year: it ended before
     */
    void after(Student student, int begun, int now, Area area, RandomGenerator chance) {
        if (begun >= now || chance.nextInt(100) >= SHARE) {
            return;
        }
        School school = area.school(Kind.VOCATIONAL);
        String programme = programme(student, begun);
        LocalDate end = LocalDate.of(begun + 1, 6, 20);
        List<CertificateKind> possible =
                KINDS.stream().filter(kind -> kind.isIssuedOn(end)).toList();
        CertificateKind kind = possible.get(chance.nextInt(possible.size()));
        boolean isFinished = kind != CertificateKind.VOCATIONAL_RESULTS;
        RegisteredEnrolment enrolment = studies.group(
                student,
                ENROLMENT,
                new Group(
                        Kind.VOCATIONAL,
                        school,
                        programme,
                        GroupNames.trade(programme, begun, area.ofCounty()),
                        begun,
                        1));
        StudyGenerator.end(
                student, enrolment, StudyGenerator.left(end, isFinished ? "COMPLETED" : "OWN_REQUEST", null));
        SchoolResults.tellModules(student, enrolment, begun, programme);
        certificates.issue(new Diploma(student, kind, end, school, programme), chance);
    }
}
