package lt.mokiniai.register.certificates;

import static lt.mokiniai.register.sql.Column.day;
import static lt.mokiniai.register.sql.Column.number;
import static lt.mokiniai.register.sql.Column.string;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.sql.Chunks;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.sql.Selection;
import lt.mokiniai.register.sql.Slice;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.wsdl.types.Certificate;
import lt.mokiniai.wsdl.types.CertificateLink;
import lt.mokiniai.wsdl.types.CertifiedProgramme;
import lt.mokiniai.wsdl.types.CertifiedSubject;
import lt.mokiniai.wsdl.types.IssuingInstitution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what may be shown of certificates: only the granted columns are selected. */
@Component
class CertificateReader {

    /** What tells the school of a student whose school must not be told (docs/register.md, 'Disclosure restriction'). */
    private static final List<String> SCHOOL = List.of("institution", "approvedBy");

    private static final Column<Long> ID = number("c.id");

    private static final Column<Long> LINE_OF = number("l.certificate_id");

    private static final String CERTIFICATES = "certificate c join certificate_state s on s.certificate_id = c.id"
            + " join institution k on k.code = c.institution join programme g on g.state_code = c.programme";

    private static final Selection<Certificate> CERTIFICATE = Selection.<Certificate>none()
            .and("kind", string("c.kind"), Certificate::setKind)
            .and("formCode", string("c.form_code"), Certificate::setFormCode)
            .and("series", string("c.series"), Certificate::setSeries)
            .and("number", string("c.document_number"), Certificate::setNumber)
            .and("registrationNumber", string("c.registration_number"), Certificate::setRegistrationNumber)
            .and("issueDate", day("c.issue_date"), Certificate::setIssueDate)
            .and("approvedBy", string("c.approved_by"), Certificate::setApprovedBy)
            .and("level", string("c.education_level"), Certificate::setLevel)
            .and("language", string("c.language"), Certificate::setLanguage)
            .and("state", string("s.state"), Certificate::setState)
            .and(
                    "institution/code",
                    string("c.institution"),
                    CertificateReader::institution,
                    IssuingInstitution::setCode)
            .and("institution/name", string("k.name"), CertificateReader::institution, IssuingInstitution::setName)
            .and(
                    "programme/stateCode",
                    string("c.programme"),
                    CertificateReader::programme,
                    CertifiedProgramme::setStateCode)
            .and("programme/name", string("g.name_lt"), CertificateReader::programme, CertifiedProgramme::setName)
            .and("programme/nameEn", string("g.name_en"), CertificateReader::programme, CertifiedProgramme::setNameEn);

    private static final Selection<CertifiedSubject> SUBJECT = Selection.<CertifiedSubject>none()
            .and("code", string("l.code"), CertifiedSubject::setCode)
            .and("name", string("l.name"), CertifiedSubject::setName)
            .and("course", string("l.course"), CertifiedSubject::setCourse)
            .and("grade", string("l.grade"), CertifiedSubject::setGrade)
            .and("exam", string("l.exam"), CertifiedSubject::setExam);

    private static final Selection<CertificateLink> LINK = Selection.<CertificateLink>none()
            .and("kind", string("l.kind"), CertificateLink::setKind)
            .and(
                    "number",
                    string("coalesce(o.registration_number, o.series || '-' || o.document_number)"),
                    CertificateLink::setNumber);

    private final JdbcClient jdbc;

    CertificateReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Reads certificates of a person.
     *
     * @param asked conditions on {@code c} and its state {@code s}
     * @param slice which of them, in the order of their issue; one more is read where there is one
     * @param fields what may be shown below the certificate's element
     */
    List<Certificate> of(DisclosedPerson person, Conditions asked, Slice slice, Fields fields) {
        Conditions conditions = asked.and("c.person_id = :person", "person", person.id());
        boolean withheld = person.withheld();
        Selection<Certificate> granted = CERTIFICATE.within(fields);
        Selection<Certificate> columns = withheld ? granted.without(SCHOOL) : granted;
        Map<Long, Certificate> certificates = new LinkedHashMap<>();
        Select.of(ID)
                .and(columns)
                .from(CERTIFICATES)
                .where(conditions)
                .orderBy("c.issue_date, c.id")
                .slice(slice)
                .forEach(jdbc, row -> {
                    Certificate certificate = new Certificate();
                    columns.fill(certificate, row);
                    if (withheld) {
                        certificate.getAbsence().addAll(DisclosedPerson.restricted(SCHOOL, fields));
                    }
                    certificates.put(row.get(ID), certificate);
                });
        lines(certificates, "certificate_subject l", SUBJECT.within(fields.within("subject")), certificate -> {
            CertifiedSubject subject = new CertifiedSubject();
            certificate.getSubject().add(subject);
            return subject;
        });
        lines(
                certificates,
                "certificate_link l join certificate o on o.id = l.other_id",
                LINK.within(fields.within("link")),
                certificate -> {
                    CertificateLink link = new CertificateLink();
                    certificate.getLink().add(link);
                    return link;
                });
        return List.copyOf(certificates.values());
    }

    private <T> void lines(
            Map<Long, Certificate> certificates, String from, Selection<T> columns, Function<Certificate, T> added) {
        if (columns.isEmpty()) {
            return;
        }
        Chunks.of(certificates.keySet())
                .forEach(chunk -> Select.of(LINE_OF)
                        .and(columns)
                        .from(from)
                        .where(new Conditions().andIn("l.certificate_id", "ids", chunk))
                        .orderBy("l.certificate_id, l.ordinal")
                        .forEach(
                                jdbc,
                                row -> columns.fill(
                                        added.apply(Objects.requireNonNull(certificates.get(row.get(LINE_OF)))), row)));
    }

    private static IssuingInstitution institution(Certificate certificate) {
        if (certificate.getInstitution() == null) {
            certificate.setInstitution(new IssuingInstitution());
        }
        return certificate.getInstitution();
    }

    private static CertifiedProgramme programme(Certificate certificate) {
        if (certificate.getProgramme() == null) {
            certificate.setProgramme(new CertifiedProgramme());
        }
        return certificate.getProgramme();
    }
}
