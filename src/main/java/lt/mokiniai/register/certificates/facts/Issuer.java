package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import lt.mokiniai.kernel.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * Who issues a certificate, and after which programme.
 *
 * @param programme its state code
 * @param approvedBy the head of the institution
 */
@Embeddable
public record Issuer(
        InstitutionCode institution,
        String programme,
        @Nullable String approvedBy) {}
