package lt.mokiniai.register.certificates;

import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.certificates.facts.RegisteredCertificate;
import lt.mokiniai.register.certificates.facts.StateOfCertificate;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.students.facts.PersonRecords;
import org.springframework.stereotype.Component;

/** Whoever has a certificate is somebody, whatever became of it: it is not struck with them. */
@Component
class CertifiedPersons implements PersonRecords {

    @Override
    public void strike(History history, String institution) {
        boolean hasNone = history.owned(RegisteredCertificate.class).stream()
                .allMatch(certificate ->
                        history.believed(StateOfCertificate.class, certificate).isEmpty());
        history.requires(hasNone, "registerId", ExchangeError.PERSON_KNOWN_ELSEWHERE);
    }
}
