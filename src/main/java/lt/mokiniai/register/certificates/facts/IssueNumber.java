package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.Month;
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
        LocalDate issueDate) {

    /** From this day certificates are digital and numbered by the Diplomas register (docs/register.md, 'Certificate'). */
    public static final LocalDate DIGITAL_SINCE = LocalDate.of(2023, Month.MAY, 1);
}
