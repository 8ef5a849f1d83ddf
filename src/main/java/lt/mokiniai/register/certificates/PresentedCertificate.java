package lt.mokiniai.register.certificates;

import java.util.Optional;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.history.NameKeys;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.students.DisclosedPerson;
import lt.mokiniai.register.students.FoundPerson;
import lt.mokiniai.register.students.PopulationRule;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.wsdl.certificates.VerifyCertificate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the certificate that somebody presented: its number, its date and its holder's name must all be right. */
@Component
class PresentedCertificate {

    private static final Column<Long> ID = Column.number("c.id");

    private static final Column<String> STATE = Column.string("s.state");

    private static final String CERTIFICATES = "certificate c join certificate_state s on s.certificate_id = c.id"
            + " join person p on p.id = c.person_id";

    /**
     * A certificate that answers what was presented.
     *
     * @param id its internal number
     * @param state its state on the day asked about, where that may be shown
     * @param holder whose it is
     */
    record Match(long id, Optional<String> state, DisclosedPerson holder) {}

    private final JdbcClient jdbc;
    private final PopulationRule population;

    PresentedCertificate(JdbcClient jdbc, PopulationRule population) {
        this.jdbc = jdbc;
        this.population = population;
    }

    /** Gives the certificate; empty when there is none, a particular is wrong, or its holder is outside the scope. */
    Optional<Match> find(VerifyCertificate presented, AsOf asOf, Scope scope) {
        scope.asksAbout(1);
        Conditions conditions = population
                .within(scope, asOf)
                .and("c.issue_date = :issueDate", "issueDate", presented.getIssueDate())
                .and("c.holder_name_key = :holder", "holder", NameKeys.key(presented.getHolderFamilyName()))
                .and(CertificateStates.OUTSIDE);
        if (presented.getRegistrationNumber() != null) {
            conditions.and("c.registration_number = :number", "number", presented.getRegistrationNumber());
        } else {
            conditions
                    .and("c.series = :series and c.document_number = :number")
                    .with("series", presented.getPaper().getSeries())
                    .with("number", presented.getPaper().getNumber());
        }
        boolean tellsState = scope.fields().allows("status");
        return (tellsState ? FoundPerson.select(ID, STATE) : FoundPerson.select(ID))
                        .from(CERTIFICATES)
                        .where(conditions)
                        .first(1)
                        .list(
                                jdbc,
                                row -> new Match(
                                        row.get(ID),
                                        tellsState ? row.find(STATE) : Optional.empty(),
                                        FoundPerson.of(row).disclosedIn(scope)))
                        .stream()
                        .findFirst();
    }
}
