package lt.mokiniai.register.reference;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An institution of the Education and Science Institutions register, as questions join it. */
@Entity
@Immutable
public class Institution {

    @Id
    String code;

    String name;

    String institutionType;

    /** 10 state, 20 municipal, 30 non-state. */
    String founderKind;

    String municipality;

    LocalDate registered;

    @Nullable
    LocalDate deregistered;
}
