package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What kind of certificate it is.
 *
 * @param kind code list CERTIFICATE_KIND
 * @param formCode code list CERTIFICATE_FORM
 * @param educationLevel code list EDUCATION_LEVEL
 * @param language code list LANGUAGE
 */
@Embeddable
public record CertificateForm(
        String kind,
        String formCode,
        @Nullable String educationLevel,
        @Nullable String language) {}
