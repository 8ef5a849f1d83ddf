package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What kind of certificate it is.
 *
 * @param kind code list CERTIFICATE_KIND
 * @param formCode code list CERTIFICATE_FORM; empty where there is no paper form
 * @param educationLevel code list EDUCATION_LEVEL
 */
@Embeddable
public record CertificateForm(
        String kind, @Nullable String formCode, @Nullable String educationLevel) {}
