package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/**
 * What a certificate is to another one.
 *
 * @param kind code list CERTIFICATE_LINK
 */
@Embeddable
public record LinkedCertificate(
        String kind,
        @ManyToOne(fetch = FetchType.LAZY, optional = false) RegisteredCertificate other) {}
