package lt.mokiniai.register.enrolments;

import jakarta.persistence.Entity;
import lt.mokiniai.register.history.Fact;
import org.hibernate.annotations.Immutable;

/** An interruption of an enrolment: the student does not learn, and stays enrolled. */
@Entity
@Immutable
class EnrolmentInterruption extends Fact {

    String enrolmentId;
    String reason;
}
