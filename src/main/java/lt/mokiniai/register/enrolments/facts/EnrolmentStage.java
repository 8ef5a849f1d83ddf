package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.register.history.NameKeys;
import org.jspecify.annotations.Nullable;

/** A stage of an enrolment in which nothing changed: one class, one way of learning. */
@Entity
public class EnrolmentStage extends EnrolmentFact {

    /** As the enrolment has it: an index finds a class by it. */
    InstitutionCode institution;

    @Embedded
    StageContent content;

    /** The name of the class as it is looked up. */
    @Nullable
    String classKey;

    protected EnrolmentStage() {}

    public EnrolmentStage(RegisteredEnrolment enrolment, StageContent content) {
        super(enrolment);
        this.institution = enrolment.institution();
        this.content = content;
        SchoolClass schoolClass = content.schoolClass();
        this.classKey =
                schoolClass == null || schoolClass.className() == null ? null : NameKeys.key(schoolClass.className());
    }

    /** How the student learns in it. */
    public StageContent content() {
        return content;
    }

    @Override
    protected EnrolmentStage again() {
        return new EnrolmentStage(owner(), content);
    }
}
