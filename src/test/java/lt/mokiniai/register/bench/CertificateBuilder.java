package lt.mokiniai.register.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.register.certificates.facts.CertificateForm;
import lt.mokiniai.register.certificates.facts.CertificateHolder;
import lt.mokiniai.register.certificates.facts.CheckResult;
import lt.mokiniai.register.certificates.facts.IssueNumber;
import lt.mokiniai.register.certificates.facts.Issuer;
import lt.mokiniai.register.certificates.facts.LinkedCertificate;
import lt.mokiniai.register.certificates.facts.ModuleResult;
import lt.mokiniai.register.certificates.facts.RegisteredCertificate;
import lt.mokiniai.register.certificates.facts.StateOfCertificate;
import lt.mokiniai.register.certificates.facts.SubjectResult;
import lt.mokiniai.register.students.facts.PersonName;

/** Says what certificate a student has; {@code from}, {@code to} and {@code believed} speak of the state before. */
public final class CertificateBuilder {

    private final Row certificate = Row.plain("certificate");
    private final List<Row> states = new ArrayList<>();
    private final SortedMap<Integer, SubjectResult> subjects = new TreeMap<>();
    private final List<String> languages = new ArrayList<>();
    private final List<ModuleResult> modules = new ArrayList<>();
    private final List<CheckResult> checks = new ArrayList<>();
    private final Map<CertificateBuilder, String> links = new LinkedHashMap<>();
    private RegisteredCertificate registered;

    private CertificateBuilder() {
        with("kind", "MATURITY")
                .with("institution", Reference.SCHOOL)
                .with("programme", Reference.SECONDARY)
                .holder("Ona", "Kazlauskė", PersonBuilder.BORN)
                .issuedOn(LocalDate.of(2024, 6, 20));
    }

    public static CertificateBuilder digital(String registrationNumber) {
        return new CertificateBuilder().with("registration_number", registrationNumber);
    }

    public static CertificateBuilder paper(String series, String documentNumber) {
        return new CertificateBuilder()
                .with("form_code", "3014")
                .with("series", series)
                .with("document_number", documentNumber);
    }

    public CertificateBuilder kind(String kind) {
        return with("kind", kind);
    }

    public CertificateBuilder holder(String familyName) {
        return with("family_name", familyName);
    }

    public CertificateBuilder holder(String givenNames, String familyName, LocalDate birthDate) {
        return with("given_names", givenNames).holder(familyName).with("birth_date", birthDate);
    }

    /** Adds a language that it is written in. */
    public CertificateBuilder in(String language) {
        languages.add(language);
        return this;
    }

    public CertificateBuilder issuedOn(LocalDate day) {
        return with("issue_date", day);
    }

    /** Adds a state that always held, unless {@link #from} says since when. */
    public CertificateBuilder state(String state) {
        states.add(Row.fact("certificate_state").with("state", state));
        return this;
    }

    public CertificateBuilder from(LocalDate day) {
        states.get(states.size() - 1).with("valid_from", day);
        return this;
    }

    public CertificateBuilder to(LocalDate day) {
        states.get(states.size() - 1).with("valid_to", day);
        return this;
    }

    public CertificateBuilder believed(Instant since, Instant until) {
        states.get(states.size() - 1).believed(since, until);
        return this;
    }

    public CertificateBuilder subject(String code, String course, String grade, String exam) {
        return subject(subjects.size() + 1, code, course, grade, exam);
    }

    public CertificateBuilder subject(int ordinal, String code, String course, String grade, String exam) {
        subjects.put(ordinal, new SubjectResult(code, Reference.NAMED + code, course, grade, exam, null));
        return this;
    }

    public CertificateBuilder passed(String code, String passFail) {
        subjects.put(subjects.size() + 1, new SubjectResult(code, Reference.NAMED + code, null, null, null, passFail));
        return this;
    }

    public CertificateBuilder module(String code, String grade, String passFail) {
        modules.add(new ModuleResult(Reference.TRADE, code, grade, passFail));
        return this;
    }

    public CertificateBuilder check(String kind, String code, int score, int year) {
        checks.add(new CheckResult(kind, code, score, year));
        return this;
    }

    public CertificateBuilder linked(String kind, CertificateBuilder other) {
        links.put(other, kind);
        return this;
    }

    /** Sets any other column of the certificate. */
    public CertificateBuilder with(String column, Object value) {
        certificate.with(column, value);
        return this;
    }

    /** Makes the certificate, so that others can be linked to it. */
    void begin(Told told) {
        registered = new RegisteredCertificate(
                told.person(),
                new CertificateForm(
                        certificate.text("kind"), certificate.text("form_code"), certificate.text("education_level")),
                new IssueNumber(
                        certificate.text("series"),
                        certificate.text("document_number"),
                        certificate.text("registration_number"),
                        certificate.day("issue_date")),
                new Issuer(
                        InstitutionCode.of(certificate.text("institution")),
                        certificate.text("programme"),
                        certificate.text("approved_by")),
                new CertificateHolder(
                        new PersonName(certificate.text("given_names"), certificate.text("family_name")),
                        certificate.day("birth_date")));
        languages.forEach(registered::in);
        subjects.values().forEach(registered::with);
        modules.forEach(registered::with);
        checks.forEach(registered::with);
        told.always(history -> history.adds(registered));
    }

    /** Tells of its links and its states. */
    void tell(Told told) {
        links.forEach((other, kind) -> registered.with(new LinkedCertificate(kind, other.registered)));
        if (states.isEmpty()) {
            state("ISSUED");
        }
        states.forEach(row -> told.fact(row, new StateOfCertificate(registered, row.text("state"))));
    }
}
