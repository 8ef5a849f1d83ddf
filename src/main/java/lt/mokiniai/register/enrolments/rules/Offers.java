package lt.mokiniai.register.enrolments.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import lt.mokiniai.register.history.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register knows of what institutions teach. */
@Component
public class Offers {

    private final JdbcClient jdbc;

    Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives what is known of a programme at an institution.
     *
     * @param institution its code
     * @param programme its state code
     */
    public Offer of(String institution, String programme) {
        return new Offer(
                term("select registered, deregistered from institution where code = ?", institution),
                term("select registered, deregistered from programme where state_code = ?", programme),
                jdbc.sql("select family from programme where state_code = ?")
                        .param(programme)
                        .query(String.class)
                        .optional()
                        .orElse(null),
                jdbc.sql("select valid_from, valid_to from licence where institution = ? and programme = ?")
                        .params(institution, programme)
                        .query((row, number) -> term(row))
                        .list());
    }

    private @Nullable Term term(String question, String code) {
        Optional<Term> known =
                jdbc.sql(question).param(code).query((row, number) -> term(row)).optional();
        return known.orElse(null);
    }

    private static Term term(ResultSet row) throws SQLException {
        return new Term(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class));
    }
}
