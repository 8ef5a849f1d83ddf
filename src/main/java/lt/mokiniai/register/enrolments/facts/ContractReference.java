package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The learning contract (mokymo sutartis), by its number and its date. */
@Embeddable
public record ContractReference(
        @Nullable String contractNumber, @Nullable LocalDate contractDate) {}
