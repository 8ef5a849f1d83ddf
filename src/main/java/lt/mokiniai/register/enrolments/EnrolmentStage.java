package lt.mokiniai.register.enrolments;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import lt.mokiniai.register.history.Fact;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A part of an enrolment in which nothing changed: one class, one way of learning. The stages of one enrolment have
 * its identifier in common; a student may have several enrolments at once.
 */
@Entity(name = "Enrolment")
@Table(name = "enrolment")
@Immutable
class EnrolmentStage extends Fact {

    String enrolmentId;
    Long personId;
    String institution;

    @Nullable
    String unit;

    String programme;

    @Nullable
    String learningForm;

    @Nullable
    String learningWay;

    @Nullable
    String language;

    @Nullable
    String classType;

    @Nullable
    Integer classLevel;

    @Nullable
    String gymnasiumLabel;

    @Nullable
    String className;

    @Nullable
    String funding;

    @Nullable
    String contractNumber;

    @Nullable
    LocalDate contractDate;

    @Nullable
    String cameFrom;

    @Nullable
    String leftTo;

    @Nullable
    String leavingReason;
}
