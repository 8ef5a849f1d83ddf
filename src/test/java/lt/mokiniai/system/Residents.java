package lt.mokiniai.system;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lt.mokiniai.system.ContractFile.Grant;

/**
 * Which students a contract reaches on a day, straight from the tables and by the words of docs/register.md,
 * 'Populations', 'Disclosure restriction', not by the code that is tested. The tables are asked once for each
 * question: no test changes the students of a register that runs.
 */
final class Residents {

    private static final String HOLDS = " AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)"
            + " AND recorded_at <= CURRENT_TIMESTAMP"
            + " AND (believed_until IS NULL OR believed_until > CURRENT_TIMESTAMP)";

    private Residents() {}

    /** The register ids of the students of a grant on a day. */
    static Set<String> of(Grant grant, LocalDate day, Register register) {
        Set<String> reached = ids("SELECT register_id FROM person", day, register);
        if (!grant.municipalities().isEmpty()) {
            reached.retainAll(ids(facts("person_residence", "municipality", grant.municipalities()), day, register));
        }
        if (grant.isOfAStudy()) {
            reached.retainAll(ids(enrolledAt(grant), day, register));
        }
        if (!grant.municipalities().isEmpty() || grant.isOfAStudy()) {
            // To be found by residence, by school or by what the school is is to have them told.
            reached.removeAll(withheldFrom(grant, register));
        }
        return reached;
    }

    /** The register ids of those whose residence, school and guardians the contract may not tell today, of whichever day. */
    static Set<String> withheldFrom(Grant grant, Register register) {
        Set<String> withheld = new HashSet<>();
        Set.of("ADOPTION", "COURT", "PROTECTED").stream()
                .filter(kind -> !grant.restrictions().contains(kind))
                .forEach(kind -> withheld.addAll(
                        ids(facts("person_restriction", "kind", Set.of(kind)), register.today(), register)));
        return withheld;
    }

    private static String facts(String table, String column, Set<String> values) {
        return "SELECT register_id FROM person WHERE id IN (SELECT person_id FROM " + table + " WHERE "
                + among(column, values) + HOLDS + ")";
    }

    /** One current enrolment must be at a school of which all holds. */
    private static String enrolledAt(Grant grant) {
        String schools = "SELECT code FROM institution WHERE 1 = 1"
                + andAmong("code", grant.institutions())
                + andAmong("municipality", grant.schoolMunicipalities())
                + andAmong("founder_municipality", grant.founderMunicipalities());
        return "SELECT register_id FROM person WHERE id IN (SELECT person_id FROM enrolment e WHERE institution IN ("
                + schools + ") AND EXISTS (SELECT 1 FROM enrolment_term WHERE enrolment_id = e.id" + HOLDS + "))";
    }

    private static String andAmong(String column, Set<String> values) {
        return values.isEmpty() ? "" : " AND " + among(column, values);
    }

    private static String among(String column, Set<String> values) {
        return column + " IN ('" + String.join("', '", values) + "')";
    }

    private static Set<String> ids(String query, LocalDate day, Register register) {
        return new HashSet<>(register.residents()
                .computeIfAbsent(
                        List.of(query, day),
                        unknown -> Set.copyOf(register.jdbc()
                                .sql(query)
                                .param("day", day)
                                .query(String.class)
                                .list())));
    }
}
