package lt.mokiniai.register.certificates.facts;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import lt.mokiniai.register.students.facts.PersonName;

/** To whom a certificate was issued, as printed on it. It does not print itself. */
@Embeddable
public record CertificateHolder(@Embedded PersonName name, LocalDate birthDate) {

    @Override
    public String toString() {
        return "CertificateHolder[hidden]";
    }
}
