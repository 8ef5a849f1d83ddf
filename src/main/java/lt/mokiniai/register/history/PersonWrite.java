package lt.mokiniai.register.history;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import lt.mokiniai.kernel.scope.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Where something that was recorded of a person comes from, and why. It has the time of the facts that began or were given up
 * with it.
 */
@Entity
class PersonWrite extends Recorded {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fact_seq")
    @SequenceGenerator(name = "fact_seq", sequenceName = "fact_seq", allocationSize = 50)
    @Nullable
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Person person;

    String receipt;

    String operation;

    String party;

    String institution;

    @Nullable
    String userId;

    /** Of a correction: code list CORRECTION_REASON. */
    @Nullable
    String reason;

    /** The codes of the warnings that a person overruled, with a space between each two. */
    @Nullable
    String overruled;

    protected PersonWrite() {}

    PersonWrite(Person person, Provenance provenance, @Nullable String reason, @Nullable String overruled) {
        this.person = person;
        this.receipt = provenance.receipt();
        this.operation = provenance.operation();
        this.party = provenance.party();
        this.institution = provenance.institution();
        this.userId = provenance.userId().orElse(null);
        this.reason = reason;
        this.overruled = overruled;
    }
}
