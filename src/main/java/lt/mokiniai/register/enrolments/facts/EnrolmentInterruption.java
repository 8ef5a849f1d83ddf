package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.Entity;

/** Days of an enrolment on which its study is interrupted. */
@Entity
public class EnrolmentInterruption extends EnrolmentFact {

    String reason;

    protected EnrolmentInterruption() {}

    public EnrolmentInterruption(RegisteredEnrolment enrolment, String reason) {
        super(enrolment);
        this.reason = reason;
    }

    /** Code list INTERRUPTION_REASON. */
    public String reason() {
        return reason;
    }

    @Override
    protected EnrolmentInterruption again() {
        return new EnrolmentInterruption(owner(), reason);
    }
}
