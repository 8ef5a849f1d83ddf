package lt.mokiniai.register.students;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A person of the register; everything that can change about them is a fact of its own. */
@Entity
@Immutable
public class Person {

    @Id
    Long id;

    String registerId;

    Instant recordedAt;
}
