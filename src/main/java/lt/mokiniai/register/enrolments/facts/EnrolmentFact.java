package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.Recorded;

/** A fact about an enrolment. */
@MappedSuperclass
public abstract class EnrolmentFact extends Fact {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "enrolment_id")
    RegisteredEnrolment registeredEnrolment;

    protected EnrolmentFact() {}

    protected EnrolmentFact(RegisteredEnrolment enrolment) {
        this.registeredEnrolment = enrolment;
    }

    @Override
    protected RegisteredEnrolment owner() {
        return registeredEnrolment;
    }

    @Override
    protected void about(Recorded owner) {
        registeredEnrolment = (RegisteredEnrolment) owner;
    }
}
