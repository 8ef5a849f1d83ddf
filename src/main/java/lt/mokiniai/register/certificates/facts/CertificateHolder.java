package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import lt.mokiniai.register.history.NameKeys;

/**
 * To whom a certificate was issued, as printed on it, in Normalization Form C. It does not print itself.
 *
 * @param givenNames all given names
 */
@Embeddable
public record CertificateHolder(String givenNames, String familyName, LocalDate birthDate) {

    /** Composes the letters. */
    public CertificateHolder {
        givenNames = NameKeys.composed(givenNames);
        familyName = NameKeys.composed(familyName);
    }

    @Override
    public String toString() {
        return "CertificateHolder[hidden]";
    }
}
