package lt.mokiniai.register.certificates;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A certificate. Its content never changes once it is issued. Until 2023-04-30 it is on paper, with series and number;
 * from 2023-05-01 it is digital, with the number of the Diplomas register (docs/register.md, 'Certificate').
 */
@Entity(name = "Certificate")
@Table(name = "certificate")
@Immutable
class IssuedCertificate {

    @Id
    Long id;

    Long personId;
    String kind;
    String formCode;

    @Nullable
    String series;

    @Nullable
    String documentNumber;

    @Nullable
    String registrationNumber;

    LocalDate issueDate;
    String holderNameKey;

    @Nullable
    String approvedBy;

    @Nullable
    String educationLevel;

    @Nullable
    String language;

    String institution;
    String programme;
}
