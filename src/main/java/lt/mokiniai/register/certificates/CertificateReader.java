package lt.mokiniai.register.certificates;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import lt.mokiniai.kernel.Fields;
import lt.mokiniai.register.history.Chunks;
import lt.mokiniai.register.history.Conditions;
import lt.mokiniai.register.history.Selection;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.wsdl.types.Certificate;
import lt.mokiniai.wsdl.types.CertificateLink;
import lt.mokiniai.wsdl.types.CertifiedProgramme;
import lt.mokiniai.wsdl.types.CertifiedSubject;
import lt.mokiniai.wsdl.types.IssuingInstitution;
import org.springframework.stereotype.Component;

/** Reads what may be shown of certificates: only the granted columns are selected. */
@Component
class CertificateReader {

    /** What tells the school of a student whose school must not be told (docs/register.md, 'Disclosure restriction'). */
    private static final List<String> SCHOOL = List.of("institution", "approvedBy");

    private static final Selection<Certificate> CERTIFICATE = Selection.<Certificate>none()
            .and("kind", "c.kind", String.class, Certificate::setKind)
            .and("formCode", "c.formCode", String.class, Certificate::setFormCode)
            .and("series", "c.series", String.class, Certificate::setSeries)
            .and("number", "c.documentNumber", String.class, Certificate::setNumber)
            .and("registrationNumber", "c.registrationNumber", String.class, Certificate::setRegistrationNumber)
            .and("issueDate", "c.issueDate", LocalDate.class, Certificate::setIssueDate)
            .and("approvedBy", "c.approvedBy", String.class, Certificate::setApprovedBy)
            .and("level", "c.educationLevel", String.class, Certificate::setLevel)
            .and("language", "c.language", String.class, Certificate::setLanguage)
            .and("state", "s.state", String.class, Certificate::setState)
            .and(
                    "institution/code",
                    "c.institution",
                    String.class,
                    (c, value) -> institution(c).setCode(value))
            .and(
                    "institution/name",
                    "k.name",
                    String.class,
                    (c, value) -> institution(c).setName(value))
            .and(
                    "programme/stateCode",
                    "c.programme",
                    String.class,
                    (c, value) -> programme(c).setStateCode(value))
            .and(
                    "programme/name",
                    "g.nameLt",
                    String.class,
                    (c, value) -> programme(c).setName(value))
            .and(
                    "programme/nameEn",
                    "g.nameEn",
                    String.class,
                    (c, value) -> programme(c).setNameEn(value));

    private static final Selection<CertifiedSubject> SUBJECT = Selection.<CertifiedSubject>none()
            .and("code", "l.code", String.class, CertifiedSubject::setCode)
            .and("name", "l.name", String.class, CertifiedSubject::setName)
            .and("course", "l.course", String.class, CertifiedSubject::setCourse)
            .and("grade", "l.grade", String.class, CertifiedSubject::setGrade)
            .and("exam", "l.exam", String.class, CertifiedSubject::setExam);

    private static final Selection<CertificateLink> LINK = Selection.<CertificateLink>none()
            .and("kind", "l.kind", String.class, CertificateLink::setKind)
            .and(
                    "number",
                    "coalesce(o.registrationNumber, concat(o.series, '-', o.documentNumber))",
                    String.class,
                    CertificateLink::setNumber);

    private final EntityManager entities;

    CertificateReader(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Reads certificates of a person.
     *
     * @param asked conditions on {@code c} and its state {@code s}
     * @param fields what may be shown below the certificate's element
     */
    List<Certificate> of(DisclosedPerson person, Conditions asked, Fields fields) {
        Conditions conditions = asked.and("c.personId = :person", "person", person.id());
        boolean withheld = person.withheld();
        Selection<Certificate> granted = CERTIFICATE.within(fields);
        Selection<Certificate> columns = withheld ? granted.without(SCHOOL) : granted;
        Map<Long, Certificate> certificates = new LinkedHashMap<>();
        conditions
                .query(
                        entities,
                        "select c.id, 1" + columns.following()
                                + " from Certificate c join CertificateState s on s.certificateId = c.id"
                                + " join Institution k on k.code = c.institution"
                                + " join Programme g on g.stateCode = c.programme",
                        "order by c.issueDate, c.id")
                .getResultList()
                .forEach(row -> {
                    Certificate certificate = new Certificate();
                    columns.fill(certificate, row, 2);
                    if (withheld) {
                        certificate.getAbsence().addAll(DisclosedPerson.restricted(SCHOOL, fields));
                    }
                    certificates.put((Long) row[0], certificate);
                });
        lines(certificates, "CertificateSubject l", SUBJECT.within(fields.within("subject")), certificate -> {
            CertifiedSubject subject = new CertifiedSubject();
            certificate.getSubject().add(subject);
            return subject;
        });
        lines(
                certificates,
                "CertificateLink l join Certificate o on o.id = l.otherId",
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
                .forEach(chunk -> new Conditions()
                        .and("l.certificateId in :ids", "ids", chunk)
                        .query(
                                entities,
                                "select l.certificateId, l.ordinal" + columns.following() + " from " + from,
                                "order by l.certificateId, l.ordinal")
                        .getResultList()
                        .forEach(row -> columns.fill(
                                added.apply(Objects.requireNonNull(certificates.get((Long) row[0]))), row, 2)));
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
