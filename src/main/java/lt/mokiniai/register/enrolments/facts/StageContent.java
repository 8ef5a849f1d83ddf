package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/**
 * How a student learns: codes of the lists LEARNING_FORM, LEARNING_WAY, EDUCATION_TYPE, LANGUAGE and FUNDING.
 *
 * @param schoolClass the class or group
 */
@Embeddable
public record StageContent(
        @Nullable String learningForm,
        @Nullable String learningWay,
        @Nullable String educationType,
        @Nullable String language,
        @Embedded @Nullable SchoolClass schoolClass,
        @Nullable String funding) {}
