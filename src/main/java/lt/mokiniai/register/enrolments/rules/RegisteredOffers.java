package lt.mokiniai.register.enrolments.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.register.history.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register knows of what institutions teach, as the database tells it. */
@Component
class RegisteredOffers implements Offers {

    /** An institution is known by a code that it had before, too. */
    private static final String KNOWN = "select count(*) from (select code from institution where code = ? union all"
            + " select former_code from institution_former_code where former_code = ? and believed_until is null) k";

    /** A licence is for a programme, by whichever of its state codes. */
    private static final String LICENCES = "select l.valid_from, l.valid_to from licence l where l.institution = ?"
            + " and (l.programme = ? or exists (select 1 from programme g join programme o on o.identifier = g.identifier"
            + " where g.state_code = ? and o.state_code = l.programme))";

    private record Programme(Term days, String family) {}

    private final JdbcClient jdbc;

    RegisteredOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isKnown(String institution) {
        return jdbc.sql(KNOWN)
                        .params(institution, institution)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public Offer of(String institution, String programme) {
        Optional<Term> open = jdbc.sql("select registered, deregistered from institution where code = ?")
                .param(institution)
                .query((row, number) -> term(row))
                .optional();
        Optional<Programme> told = jdbc.sql(
                        "select registered, deregistered, family from programme where state_code = ?")
                .param(programme)
                .query((row, number) -> new Programme(term(row), row.getString(3)))
                .optional();
        List<Term> licences = told.filter(found -> Offer.isLicensed(found.family))
                .map(found -> licences(institution, programme))
                .orElse(List.of());
        return new Offer(
                open.orElse(null),
                told.map(Programme::days).orElse(null),
                told.map(Programme::family).orElse(null),
                licences);
    }

    private List<Term> licences(String institution, String programme) {
        return jdbc.sql(LICENCES)
                .params(institution, programme, programme)
                .query((row, number) -> term(row))
                .list();
    }

    private static Term term(ResultSet row) throws SQLException {
        return new Term(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class));
    }
}
