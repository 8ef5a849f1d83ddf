package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * How a student left.
 *
 * @param leavingReason code list LEAVING_REASON
 * @param leftTo the institution or the country that the student went to
 */
@Embeddable
public record Leaving(
        @Nullable String leavingReason, @Nullable String leftTo) {}
