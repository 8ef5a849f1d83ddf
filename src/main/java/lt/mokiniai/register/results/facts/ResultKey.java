package lt.mokiniai.register.results.facts;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What tells a result from the others of its enrolment: there is one of each.
 *
 * @param kind code list ASSESSMENT_KIND
 * @param subject code list SUBJECT; nothing where a module was assessed
 * @param module the state code of a module of a vocational programme
 * @param course code list COURSE
 * @param schoolYear the year on whose 1 September the school year begins
 */
@Embeddable
public record ResultKey(
        String kind,
        @Nullable String subject,
        @Nullable String module,
        @Nullable String course,
        int schoolYear) {

    /** Of a subject without courses. */
    public static ResultKey ofSubject(AssessmentKind kind, String subject, int schoolYear) {
        return new ResultKey(kind.name(), subject, null, null, schoolYear);
    }

    /** Of a module. */
    public static ResultKey ofModule(String module, int schoolYear) {
        return new ResultKey(AssessmentKind.MODULE.name(), null, module, null, schoolYear);
    }
}
