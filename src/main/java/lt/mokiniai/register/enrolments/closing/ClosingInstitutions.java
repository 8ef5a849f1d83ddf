package lt.mokiniai.register.enrolments.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.scope.Population.Study;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.reference.Institutions;
import lt.mokiniai.register.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of institutions that close, and who is enrolled there still. */
@Component
class ClosingInstitutions {

    private static final String INSTITUTION =
            "SELECT registered, deregistered, successor, founder_municipality FROM institution WHERE code = ?";

    private static final String STANDING = " FROM enrolment e JOIN enrolment_term t ON t.enrolment_id = e.id"
            + " AND t.believed_until IS NULL WHERE e.institution = :institution"
            + " AND (t.valid_to IS NULL OR t.valid_to > :lastDay) AND NOT " + Tasks.isOpen(ClosedSchoolTasks.KIND);

    private final JdbcClient jdbc;
    private final Institutions rows;

    ClosingInstitutions(JdbcClient jdbc, Institutions rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * An institution.
     *
     * @param open its days
     * @param successor the code of the one that goes on with its students; nothing where none is known
     */
    record Institution(Term open, @Nullable String successor) {}

    /** An enrolment that would go on after the last day, and about which nobody is to decide yet. */
    record Standing(long number, String enrolmentId, long person) {}

    /**
     * Gives an institution that who asks decides about, and holds its row until the transaction ends; nothing where there is none.
     */
    Optional<Institution> hold(String code, Scope scope) {
        Study study = scope.population().study();
        // Of two who close one institution, one waits for the other.
        rows.hold(code);
        return jdbc.sql(INSTITUTION)
                .param(code)
                .query((row, number) -> {
                    Term open = new Term(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class));
                    Institution found = new Institution(open, row.getString(3));
                    return decides(scope, study, row.getString(4)) ? Optional.of(found) : Optional.<Institution>empty();
                })
                .optional()
                .flatMap(found -> found);
    }

    private static boolean decides(Scope scope, Study study, @Nullable String founder) {
        Set<String> founders = study.founderMunicipalities();
        return scope.acting().decides() && (study.isAny() || (founder != null && founders.contains(founder)));
    }

    /** Tells whether an institution is open on a day. */
    boolean isOpen(String code, LocalDate day) {
        return rows.find(code).filter(known -> known.isOpen(day)).isPresent();
    }

    /** Records the last day of an institution, and which one goes on with its students. */
    void close(String code, LocalDate lastDay, @Nullable String successor, Provenance by) {
        rows.close(code, lastDay, successor, by);
    }

    /** Gives the first of the enrolments that would go on, in the order in which rows of persons are locked. */
    List<Standing> standing(String code, LocalDate lastDay, int most) {
        return jdbc.sql("SELECT e.id, e.register_id, e.person_id" + STANDING
                        + " ORDER BY e.person_id, e.id FETCH FIRST " + most + " ROWS ONLY")
                .param("institution", code)
                .param("lastDay", lastDay)
                .query((row, number) -> new Standing(row.getLong(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** Counts the enrolments that would go on. */
    int count(String code, LocalDate lastDay) {
        return jdbc.sql("SELECT COUNT(*)" + STANDING)
                .param("institution", code)
                .param("lastDay", lastDay)
                .query(Integer.class)
                .single();
    }

    /** Gives the identifier of an enrolment by its number. */
    String enrolmentId(long number) {
        return jdbc.sql("SELECT register_id FROM enrolment WHERE id = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
