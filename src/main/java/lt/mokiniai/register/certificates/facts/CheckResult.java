package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The result of an achievement check.
 *
 * @param kind code list CHECK_KIND
 * @param code of the subject: code list SUBJECT
 * @param score points
 * @param checkYear in which it took place
 */
@Embeddable
public record CheckResult(
        String kind, String code, @Nullable Integer score, int checkYear) {}
