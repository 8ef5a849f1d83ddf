package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import lt.mokiniai.register.history.NameKeys;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.register.history.Recorded;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/**
 * A certificate. Its content never changes once it is issued; what changes is its state. Until 2023-04-30 it is on paper, with
 * series and number; from 2023-05-01 it is digital, with the number of the Diplomas register (docs/register.md, 'Certificate').
 */
@Entity
@Table(name = "certificate")
public class RegisteredCertificate extends Recorded {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "certificate_seq")
    @SequenceGenerator(name = "certificate_seq", sequenceName = "certificate_seq", allocationSize = 50)
    @Nullable
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Person person;

    @Embedded
    CertificateForm form;

    @Embedded
    @Nullable
    IssueNumber number;

    @Embedded
    Issuer issuer;

    String holderNameKey;

    @ElementCollection
    @CollectionTable(name = "certificate_subject", joinColumns = @JoinColumn(name = "certificate_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<SubjectResult> subjects = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "certificate_link", joinColumns = @JoinColumn(name = "certificate_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<LinkedCertificate> links = new ArrayList<>();

    protected RegisteredCertificate() {}

    /**
     * A certificate without results and links.
     *
     * @param number empty as long as it is not issued
     * @param holderFamilyName as it stands in the certificate
     */
    public RegisteredCertificate(
            Person person, CertificateForm form, @Nullable IssueNumber number, Issuer issuer, String holderFamilyName) {
        this.person = person;
        this.form = form;
        this.number = number;
        this.issuer = issuer;
        this.holderNameKey = NameKeys.key(holderFamilyName);
    }

    /** Adds the result in a subject. */
    public RegisteredCertificate with(SubjectResult result) {
        subjects.add(result);
        return this;
    }

    /** Adds what the certificate is to another one. */
    public RegisteredCertificate with(LinkedCertificate link) {
        links.add(link);
        return this;
    }
}
