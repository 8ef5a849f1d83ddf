package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The result in a subject.
 *
 * @param course A or B
 * @param exam the result of the examination
 */
@Embeddable
public record SubjectResult(
        String code,
        String name,
        @Nullable String course,
        @Nullable String grade,
        @Nullable String exam) {}
