package lt.mokiniai.register.certificates;

import static lt.mokiniai.register.sql.Column.day;
import static lt.mokiniai.register.sql.Column.integer;
import static lt.mokiniai.register.sql.Column.string;

import java.util.function.UnaryOperator;
import lt.mokiniai.register.sql.Selection;
import lt.mokiniai.register.times.FactConditions;
import lt.mokiniai.wsdl.types.Certificate;
import lt.mokiniai.wsdl.types.CertificateHolder;
import lt.mokiniai.wsdl.types.CertifiedCheck;
import lt.mokiniai.wsdl.types.CertifiedModule;
import lt.mokiniai.wsdl.types.CertifiedProgramme;
import lt.mokiniai.wsdl.types.CertifiedSubject;
import lt.mokiniai.wsdl.types.IssuingInstitution;

/**
 * Which columns fill which elements of a certificate: of certificate {@code c}, its state {@code s}, institution {@code k} and
 * programme {@code g}, and of a line {@code l} of what it has several of.
 */
final class CertificateColumns {

    static final Selection<Certificate> CERTIFICATE = Selection.<Certificate>none()
            .and("kind", string("c.kind"), Certificate::setKind)
            .and("formCode", string("c.form_code"), Certificate::setFormCode)
            .and("series", string("c.series"), Certificate::setSeries)
            .and("number", string("c.document_number"), Certificate::setNumber)
            .and("registrationNumber", string("c.registration_number"), Certificate::setRegistrationNumber)
            .and("issueDate", day("c.issue_date"), Certificate::setIssueDate)
            .and("approvedBy", string("c.approved_by"), Certificate::setApprovedBy)
            .and("level", string("c.education_level"), Certificate::setLevel)
            .and("state", string("s.state"), Certificate::setState)
            .and(
                    "institution/kind",
                    string("k.code_kind"),
                    CertificateColumns::institution,
                    IssuingInstitution::setKind)
            .and(
                    "institution/code",
                    string("c.institution"),
                    CertificateColumns::institution,
                    IssuingInstitution::setCode)
            .and("institution/name", string("k.name"), CertificateColumns::institution, IssuingInstitution::setName)
            .and(
                    "programme/stateCode",
                    string("c.programme"),
                    CertificateColumns::programme,
                    CertifiedProgramme::setStateCode)
            .and("programme/name", string("g.name_lt"), CertificateColumns::programme, CertifiedProgramme::setName)
            .and("programme/nameEn", string("g.name_en"), CertificateColumns::programme, CertifiedProgramme::setNameEn);

    /** The holder as printed. */
    static final Selection<Certificate> HOLDER = holder(column -> column);

    /**
     * The holder as printed, where that is how the person is called today: of a person whose residence and school are withheld,
     * a former name is not told, as it is not in their identity. Parameters {@code :today} and {@code :now}.
     */
    static final Selection<Certificate> HOLDER_OF_TODAY =
            holder(column -> "case when exists (select 1 from person_identity i where i.person_id = c.person_id"
                    + " and i.given_names = c.holder_given_names and i.family_name = c.holder_family_name"
                    + " and i.birth_date = c.holder_birth_date and " + FactConditions.holds("i", "today", "now")
                    + ") then " + column + " end");

    static final Selection<Certificate> LANGUAGE = Selection.<Certificate>none()
            .and(
                    "language",
                    string("l.language"),
                    (certificate, language) -> certificate.getLanguage().add(language));

    static final Selection<CertifiedSubject> SUBJECT = Selection.<CertifiedSubject>none()
            .and("code", string("l.code"), CertifiedSubject::setCode)
            .and("name", string("l.name"), CertifiedSubject::setName)
            .and("course", string("l.course"), CertifiedSubject::setCourse)
            .and("grade", string("l.grade"), CertifiedSubject::setGrade)
            .and("exam", string("l.exam"), CertifiedSubject::setExam)
            .and("passFail", string("l.pass_fail"), CertifiedSubject::setPassFail);

    /** Of line {@code l} and module {@code m}. */
    static final Selection<CertifiedModule> MODULE = Selection.<CertifiedModule>none()
            .and("code", string("l.code"), CertifiedModule::setCode)
            .and("name", string("m.name_lt"), CertifiedModule::setName)
            .and("nameEn", string("m.name_en"), CertifiedModule::setNameEn)
            .and("kind", string("m.kind"), CertifiedModule::setKind)
            .and("credits", integer("m.credits"), CertifiedModule::setCredits)
            .and("grade", string("l.grade"), CertifiedModule::setGrade)
            .and("passFail", string("l.pass_fail"), CertifiedModule::setPassFail);

    static final Selection<CertifiedCheck> CHECK = Selection.<CertifiedCheck>none()
            .and("kind", string("l.kind"), CertifiedCheck::setKind)
            .and("code", string("l.code"), CertifiedCheck::setCode)
            .and("score", integer("l.score"), CertifiedCheck::setScore)
            .and("year", integer("l.check_year"), CertifiedCheck::setYear);

    private CertificateColumns() {}

    private static Selection<Certificate> holder(UnaryOperator<String> told) {
        return Selection.<Certificate>none()
                .and(
                        "holder/givenNames",
                        string(told.apply("c.holder_given_names")),
                        CertificateColumns::holder,
                        CertificateHolder::setGivenNames)
                .and(
                        "holder/familyName",
                        string(told.apply("c.holder_family_name")),
                        CertificateColumns::holder,
                        CertificateHolder::setFamilyName)
                .and(
                        "holder/birthDate",
                        day(told.apply("c.holder_birth_date")),
                        CertificateColumns::holder,
                        CertificateHolder::setBirthDate);
    }

    private static CertificateHolder holder(Certificate certificate) {
        if (certificate.getHolder() == null) {
            certificate.setHolder(new CertificateHolder());
        }
        return certificate.getHolder();
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
