package lt.mokiniai.register.certificates;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import lt.mokiniai.kernel.Scope;
import lt.mokiniai.register.history.AsOf;
import lt.mokiniai.register.history.Conditions;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.NameKeys;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.PopulationRule;
import lt.mokiniai.wsdl.certificates.VerifyCertificate;
import org.springframework.stereotype.Component;

/** Finds the certificate that somebody presented: its number, its date and its holder's name must all be right. */
@Component
class PresentedCertificate {

    /**
     * A certificate that answers what was presented.
     *
     * @param id its internal number
     * @param state its state on the day asked about, where that may be shown
     * @param holder whose it is
     */
    record Match(long id, Optional<String> state, DisclosedPerson holder) {}

    private final EntityManager entities;
    private final PopulationRule population;

    PresentedCertificate(EntityManager entities, PopulationRule population) {
        this.entities = entities;
        this.population = population;
    }

    /** Gives the certificate; empty when there is none, a particular is wrong, or its holder is outside the scope. */
    Optional<Match> find(VerifyCertificate presented, AsOf asOf, Scope scope) {
        scope.asksAbout(1);
        Conditions conditions = population
                .within(scope, asOf)
                .and("c.issueDate = :issueDate", "issueDate", presented.getIssueDate())
                .and("c.holderNameKey = :holder", "holder", NameKeys.key(presented.getHolderFamilyName()))
                .and(CertificateState.OUTSIDE)
                .and(Fact.holds("s"));
        if (presented.getRegistrationNumber() != null) {
            conditions.and("c.registrationNumber = :number", "number", presented.getRegistrationNumber());
        } else {
            conditions
                    .and("c.series = :series and c.documentNumber = :number")
                    .with("series", presented.getPaper().getSeries())
                    .with("number", presented.getPaper().getNumber());
        }
        String state = scope.fields().allows("status") ? ", s.state" : "";
        return conditions
                .query(
                        entities,
                        "select c.id, p.id, p.registerId, " + PopulationRule.withheld() + state
                                + " from Certificate c join CertificateState s on s.certificateId = c.id"
                                + " join Person p on p.id = c.personId",
                        "")
                .getResultList()
                .stream()
                .map(row -> new Match(
                        (Long) row[0],
                        state.isEmpty() ? Optional.empty() : Optional.of((String) row[4]),
                        new FoundPerson((Long) row[1], (String) row[2], (Boolean) row[3]).disclosedIn(scope)))
                .findFirst();
    }
}
