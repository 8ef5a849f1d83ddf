package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lt.mokiniai.register.history.NameKeys;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.register.history.PersonRecord;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/**
 * A certificate. Its content never changes once it is issued; what changes is its state. Until 2023-04-30 it is on paper, with
 * series and number; from 2023-05-01 it is digital, with the number of the Diplomas register (docs/register.md, 'Certificate').
 */
@Entity
@Table(name = "certificate")
public class RegisteredCertificate extends PersonRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "certificate_seq")
    @SequenceGenerator(name = "certificate_seq", sequenceName = "certificate_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Embedded
    CertificateForm form;

    @Embedded
    @Nullable
    IssueNumber number;

    @Embedded
    Issuer issuer;

    @Embedded
    @AttributeOverride(name = "name.givenNames", column = @Column(name = "holder_given_names"))
    @AttributeOverride(name = "name.familyName", column = @Column(name = "holder_family_name"))
    @AttributeOverride(name = "birthDate", column = @Column(name = "holder_birth_date"))
    CertificateHolder holder;

    /** The holder's family name as it is looked up. */
    String holderNameKey;

    @ElementCollection
    @CollectionTable(name = "certificate_language", joinColumns = @JoinColumn(name = "certificate_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @Column(name = "language")
    List<String> languages = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "certificate_subject", joinColumns = @JoinColumn(name = "certificate_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<SubjectResult> subjects = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "certificate_module", joinColumns = @JoinColumn(name = "certificate_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<ModuleResult> modules = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "certificate_check", joinColumns = @JoinColumn(name = "certificate_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<CheckResult> checks = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "certificate_link", joinColumns = @JoinColumn(name = "certificate_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<LinkedCertificate> links = new ArrayList<>();

    protected RegisteredCertificate() {}

    /**
     * A certificate without languages, results and links.
     *
     * @param number empty as long as it is not issued
     */
    public RegisteredCertificate(
            Person person,
            CertificateForm form,
            @Nullable IssueNumber number,
            Issuer issuer,
            CertificateHolder holder) {
        super(person);
        this.form = form;
        this.number = number;
        this.issuer = issuer;
        this.holder = holder;
        this.holderNameKey = NameKeys.key(holder.name().familyName());
    }

    /**
     * Gives a duplicate of this certificate: what it certifies, of whom and in which languages, is the same. A duplicate of a
     * duplicate is one of the original, in the place of the former duplicate.
     *
     * @param formCode code list CERTIFICATE_FORM; empty where the duplicate is digital
     */
    public RegisteredCertificate duplicate(@Nullable String formCode, IssueNumber issue, Issuer issuer) {
        return again(formCode, issue, issuer, holder).with(new LinkedCertificate(LinkedCertificate.DUPLICATE_OF, this));
    }

    /**
     * Gives a certificate that corrects the holder of this one, in its place.
     *
     * @param formCode code list CERTIFICATE_FORM; empty where the new one is digital
     */
    public RegisteredCertificate corrected(
            @Nullable String formCode, IssueNumber issue, Issuer issuer, CertificateHolder right) {
        return again(formCode, issue, issuer, right)
                .with(new LinkedCertificate(LinkedCertificate.CORRECTS, this))
                .with(new LinkedCertificate(LinkedCertificate.REPLACES, this));
    }

    @Override
    protected RegisteredCertificate of(Person other) {
        return again(other, form, number, issuer, holder);
    }

    /** One that is not issued yet has no number: it is the same as another that says the same. */
    @Override
    public boolean isSameAs(PersonRecord other) {
        return other instanceof RegisteredCertificate same
                && Objects.equals(number, same.number)
                && (number != null
                        || (form.equals(same.form)
                                && issuer.equals(same.issuer)
                                && holder.equals(same.holder)
                                && List.copyOf(subjects).equals(List.copyOf(same.subjects))
                                && List.copyOf(modules).equals(List.copyOf(same.modules))
                                && List.copyOf(checks).equals(List.copyOf(same.checks))));
    }

    @Override
    protected List<RegisteredCertificate> references() {
        return links.stream().map(LinkedCertificate::other).toList();
    }

    @Override
    protected void refersAs(PersonRecord same, UnaryOperator<PersonRecord> counterpart) {
        ((RegisteredCertificate) same)
                .links.forEach(link -> links.add(
                        new LinkedCertificate(link.kind(), (RegisteredCertificate) counterpart.apply(link.other()))));
    }

    private RegisteredCertificate again(@Nullable String formCode, IssueNumber issue, Issuer by, CertificateHolder of) {
        return again(person(), new CertificateForm(form.kind(), formCode, form.educationLevel()), issue, by, of);
    }

    private RegisteredCertificate again(
            Person whose, CertificateForm as, @Nullable IssueNumber issue, Issuer by, CertificateHolder of) {
        RegisteredCertificate again = new RegisteredCertificate(whose, as, issue, by, of);
        again.languages.addAll(languages);
        again.subjects.addAll(subjects);
        again.modules.addAll(modules);
        again.checks.addAll(checks);
        return again;
    }

    /** To whom it was issued, as printed on it. */
    public CertificateHolder holder() {
        return holder;
    }

    /** Who issued it, and after which programme. */
    public Issuer issuer() {
        return issuer;
    }

    /** The day of its issue; nothing as long as it is not issued. */
    public Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(number).map(IssueNumber::issueDate);
    }

    /** Adds a language that the certificate is written in (code list LANGUAGE). */
    public RegisteredCertificate in(String language) {
        languages.add(language);
        return this;
    }

    /** Adds the result in a subject. */
    public RegisteredCertificate with(SubjectResult result) {
        subjects.add(result);
        return this;
    }

    /** Adds the result in a module. */
    public RegisteredCertificate with(ModuleResult result) {
        modules.add(result);
        return this;
    }

    /** Adds the result of an achievement check. */
    public RegisteredCertificate with(CheckResult result) {
        checks.add(result);
        return this;
    }

    /** Adds what the certificate is to an earlier one; a duplicate of a duplicate is one of the original. */
    public RegisteredCertificate with(LinkedCertificate link) {
        Optional<RegisteredCertificate> original = link.kind().equals(LinkedCertificate.DUPLICATE_OF)
                ? link.other().original()
                : Optional.empty();
        original.ifPresentOrElse(
                first -> {
                    links.add(new LinkedCertificate(LinkedCertificate.DUPLICATE_OF, first));
                    links.add(new LinkedCertificate(LinkedCertificate.REPLACES, link.other()));
                },
                () -> links.add(link));
        return this;
    }

    /** Gives the certificate that this one is a duplicate of. */
    // Not private: a proxy of a certificate that is not loaded yet passes it on.
    Optional<RegisteredCertificate> original() {
        return links.stream()
                .filter(link -> link.kind().equals(LinkedCertificate.DUPLICATE_OF))
                .map(LinkedCertificate::other)
                .findFirst();
    }
}
