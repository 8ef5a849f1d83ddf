package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.Embeddable;
import lt.mokiniai.register.history.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * A class, or a group, which has no level.
 *
 * @param classType code list CLASS_TYPE
 * @param classPurpose code list CLASS_PURPOSE
 * @param classStage code list CLASS_STAGE
 * @param classLevel 0 to 12
 * @param gymnasiumLabel I to IV for the levels 9 to 12 of a gymnasium
 * @param className as it was told, in Normalization Form C
 */
@Embeddable
public record SchoolClass(
        @Nullable String classType,
        @Nullable String classPurpose,
        @Nullable String classStage,
        @Nullable Integer classLevel,
        @Nullable String gymnasiumLabel,
        @Nullable String className) {

    /** Composes the letters of the name. */
    public SchoolClass {
        className = className == null ? null : NameKeys.composed(className);
    }
}
