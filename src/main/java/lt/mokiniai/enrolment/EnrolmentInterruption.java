package lt.mokiniai.enrolment;

import jakarta.persistence.Entity;
import lt.mokiniai.fact.Fact;
import org.hibernate.annotations.Immutable;

/** An interruption of an enrolment: the pupil does not learn, and stays enrolled. */
@Entity
@Immutable
class EnrolmentInterruption extends Fact {

    String enrolmentId;
    String reason;
}
