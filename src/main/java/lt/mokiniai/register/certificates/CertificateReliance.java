package lt.mokiniai.register.certificates;

import java.time.LocalDate;
import java.util.List;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.certificates.facts.RegisteredCertificate;
import lt.mokiniai.register.certificates.facts.StateOfCertificate;
import lt.mokiniai.register.enrolments.EnrolmentReliance;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.history.History;
import org.springframework.stereotype.Component;

/**
 * A certificate relies on the enrolment at the institution that issued it in which the student was on the day of the issue.
 * One that was issued to somebody who had left relies on none.
 */
@Component
class CertificateReliance implements EnrolmentReliance {

    @Override
    public ExchangeError broken() {
        return ExchangeError.CERTIFICATE_RELIES;
    }

    @Override
    public boolean isKept(History history, RegisteredEnrolment enrolment) {
        return !enrolment.losesDays(history)
                || history.owned(RegisteredCertificate.class).stream()
                        .filter(certificate ->
                                certificate.issuer().institution().equals(enrolment.institution()))
                        .filter(certificate ->
                                certificate.issuedOn().stream().anyMatch(issued -> enrolment.loses(history, issued)))
                        .noneMatch(certificate ->
                                stands(history, certificate) && !hasAnother(history, certificate, enrolment));
    }

    /** What was replaced by another is said by that one still. */
    private static boolean stands(History history, RegisteredCertificate certificate) {
        List<StateOfCertificate> states = history.believed(StateOfCertificate.class, certificate);
        return !states.isEmpty()
                && CertificateStates.stands(states.get(states.size() - 1).state());
    }

    /** Whether the student was, on the day of the issue, in another enrolment in the programme of the certificate. */
    private static boolean hasAnother(
            History history, RegisteredCertificate certificate, RegisteredEnrolment enrolment) {
        LocalDate issued = certificate.issuedOn().orElseThrow();
        return history.owned(RegisteredEnrolment.class).stream()
                .filter(other -> other != enrolment
                        && other.institution().equals(enrolment.institution())
                        && other.programme().equals(certificate.issuer().programme()))
                .anyMatch(other -> other.includes(history, issued));
    }
}
