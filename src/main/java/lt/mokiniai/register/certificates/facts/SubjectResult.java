package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The result in a subject: a grade, or passed or failed.
 *
 * @param course A or B
 * @param exam the result of the examination
 * @param passFail code list PASS_FAIL; empty where the subject is graded by marks
 */
@Embeddable
public record SubjectResult(
        String code,
        String name,
        @Nullable String course,
        @Nullable String grade,
        @Nullable String exam,
        @Nullable String passFail) {}
