package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The number under which a certificate was issued: series and number on paper, or the number of the Diplomas register.
 *
 * @param issueDate the day of the issue
 */
@Embeddable
public record IssueNumber(
        @Nullable String series,
        @Nullable String documentNumber,
        @Nullable String registrationNumber,
        LocalDate issueDate) {}
