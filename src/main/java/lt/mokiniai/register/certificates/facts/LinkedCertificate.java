package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/**
 * What a certificate is to an earlier one.
 *
 * @param kind DUPLICATE_OF, CORRECTS or REPLACES of code list CERTIFICATE_LINK
 */
@Embeddable
public record LinkedCertificate(
        String kind,
        @ManyToOne(fetch = FetchType.LAZY, optional = false) RegisteredCertificate other) {

    static final String DUPLICATE_OF = "DUPLICATE_OF";

    static final String CORRECTS = "CORRECTS";

    static final String REPLACES = "REPLACES";
}
