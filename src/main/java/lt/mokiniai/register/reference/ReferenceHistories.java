package lt.mokiniai.register.reference;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Begins the histories of what was written without one: of a register that is taken over, or made for a demo. */
public final class ReferenceHistories {

    private static final String KNOWN = "CAST(? AS TIMESTAMP(6) WITH TIME ZONE)";

    private static final List<String> STATEMENTS = List.of(
            "INSERT INTO institution_fact (institution, name, institution_type, founder_kind, founder_municipality,"
                    + " parent_code, municipality, county, address, registered, deregistered, successor, closed_by,"
                    + " valid_from, recorded_at) SELECT k.code, k.name, k.institution_type, k.founder_kind,"
                    + " k.founder_municipality, k.parent_code, k.municipality, k.county, k.address, k.registered,"
                    + " k.deregistered, k.successor, CASE WHEN k.deregistered IS NULL THEN NULL ELSE 'SOURCE' END,"
                    + " k.registered, " + KNOWN + " FROM institution k WHERE NOT EXISTS"
                    + " (SELECT 1 FROM institution_fact f WHERE f.institution = k.code)",
            "INSERT INTO licence_fact (licence_key, institution, programme, valid_from, valid_to, recorded_at)"
                    + " SELECT l.institution || '/' || l.programme || '/' || TO_CHAR(l.valid_from, 'YYYY-MM-DD'),"
                    + " l.institution, l.programme, l.valid_from, l.valid_to, " + KNOWN
                    + " FROM licence l WHERE NOT EXISTS"
                    + " (SELECT 1 FROM licence_fact f WHERE f.institution = l.institution AND f.programme = l.programme)",
            "INSERT INTO programme_module_fact (identifier, code, name_lt, name_en, kind, credits, valid_from, recorded_at)"
                    + " SELECT g.identifier, m.code, m.name_lt, m.name_en, m.kind, m.credits, g.registered, " + KNOWN
                    + " FROM programme g JOIN programme_module m ON m.programme = g.state_code"
                    + " WHERE g.identifier IS NOT NULL AND NOT EXISTS"
                    + " (SELECT 1 FROM programme_fact f WHERE f.identifier = g.identifier)",
            "INSERT INTO programme_code (identifier, state_code, valid_from, valid_to, recorded_at)"
                    + " SELECT g.identifier, g.state_code, g.registered, g.deregistered, " + KNOWN
                    + " FROM programme g WHERE g.identifier IS NOT NULL AND NOT EXISTS"
                    + " (SELECT 1 FROM programme_fact f WHERE f.identifier = g.identifier)",
            "INSERT INTO programme_fact (identifier, name_lt, name_en, family, isced, education_level, volume, registered,"
                    + " deregistered, valid_from, recorded_at) SELECT g.identifier, g.name_lt, g.name_en, g.family, g.isced,"
                    + " g.education_level, g.volume, g.registered, g.deregistered, g.registered, " + KNOWN
                    + " FROM programme g WHERE g.identifier IS NOT NULL AND NOT EXISTS"
                    + " (SELECT 1 FROM programme_fact f WHERE f.identifier = g.identifier)");

    private ReferenceHistories() {}

    /** Begins them at a time. What has a history keeps it. */
    public static void begin(JdbcOperations jdbc, Instant knownFrom) {
        STATEMENTS.forEach(statement -> jdbc.update(statement, knownFrom.atOffset(ZoneOffset.UTC)));
    }
}
