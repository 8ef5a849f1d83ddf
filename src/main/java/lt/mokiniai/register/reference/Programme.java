package lt.mokiniai.register.reference;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An education programme of the Programmes and Qualifications register (SMPKR), as questions join it. */
@Entity
@Immutable
public class Programme {

    @Id
    String stateCode;

    String nameLt;

    String nameEn;

    /** Code list PROGRAMME_FAMILY. */
    String family;

    LocalDate registered;

    @Nullable
    LocalDate deregistered;
}
