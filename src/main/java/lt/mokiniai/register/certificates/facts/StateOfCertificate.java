package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.Recorded;

/** The state of a certificate, the only thing about it that changes: code list CERTIFICATE_STATE. */
@Entity
@Table(name = "certificate_state")
public class StateOfCertificate extends Fact {

    /** The states of a certificate that is issued, or was: it is out in the world, and shown. */
    public static final List<String> OUTSIDE = List.of("ISSUED", "REVOKED", "REPLACED");

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "certificate_id")
    RegisteredCertificate registeredCertificate;

    String state;

    protected StateOfCertificate() {}

    public StateOfCertificate(RegisteredCertificate certificate, String state) {
        this.registeredCertificate = certificate;
        this.state = state;
    }

    /** The state, by its code. */
    public String state() {
        return state;
    }

    @Override
    protected RegisteredCertificate owner() {
        return registeredCertificate;
    }

    @Override
    protected void about(Recorded owner) {
        registeredCertificate = (RegisteredCertificate) owner;
    }

    @Override
    protected StateOfCertificate again() {
        return new StateOfCertificate(registeredCertificate, state);
    }
}
