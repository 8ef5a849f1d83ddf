package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The result in a module of a vocational programme: a grade, or passed or failed.
 *
 * @param programme state code of the programme that the module is of
 * @param code of the module
 * @param passFail code list PASS_FAIL; empty where the module is graded by marks
 */
@Embeddable
public record ModuleResult(
        String programme,
        String code,
        @Nullable String grade,
        @Nullable String passFail) {}
