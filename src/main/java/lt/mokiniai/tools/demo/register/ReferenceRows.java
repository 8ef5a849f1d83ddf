package lt.mokiniai.tools.demo.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import lt.mokiniai.register.reference.ReferenceHistories;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of institutions, their heads, programmes, their modules and licences, which are written in one go. */
final class ReferenceRows {

    private static final String INSTITUTION = "INSERT INTO institution (code, code_kind, name, institution_type,"
            + " founder_kind, founder_municipality, parent_code, municipality, county, address, registered, deregistered)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String PROGRAMME = "INSERT INTO programme (state_code, family, name_lt, name_en, isced,"
            + " education_level, volume, registered, deregistered, identifier) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Each vocational school teaches each trade, since both are there. */
    private static final String LICENCES = "INSERT INTO licence (institution, programme, valid_from)"
            + " SELECT k.code, g.state_code, CASE WHEN k.registered > g.registered THEN k.registered ELSE g.registered END"
            + " FROM institution k CROSS JOIN programme g"
            + " WHERE k.institution_type = 'VOCATIONAL' AND g.family = 'VOCATIONAL'";

    private static final String MODULE =
            "INSERT INTO programme_module (programme, code, name_lt, name_en, kind, credits)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private static final String HEAD = "INSERT INTO pedagogue_post (identifier, pedagogue, given_name, family_name,"
            + " institution, post, valid_from, recorded_at) VALUES (?, ?, ?, ?, ?, 'HEAD', ?, ?)";

    private final List<@Nullable Object[]> institutions = new ArrayList<>();
    private final List<@Nullable Object[]> programmes = new ArrayList<>();
    private final List<@Nullable Object[]> modules = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();

    private record Head(String institution, String givenName, String familyName, LocalDate since) {}

    /** Adds an institution, by its columns. */
    void institution(@Nullable Object... columns) {
        institutions.add(columns);
    }

    /** Adds a programme, by its columns. */
    void programme(@Nullable Object... columns) {
        programmes.add(columns);
    }

    /** Adds a module of a programme, by its columns. */
    void module(@Nullable Object... columns) {
        modules.add(columns);
    }

    /** Adds the head of an institution. */
    void head(String institution, String name, LocalDate since) {
        int space = name.indexOf(' ');
        heads.add(new Head(institution, name.substring(0, space), name.substring(space + 1), since));
    }

    /** Writes them, with their histories, which begin at a time. */
    void insert(JdbcTemplate jdbc, Instant knownFrom) {
        jdbc.batchUpdate(INSTITUTION, institutions);
        jdbc.batchUpdate(PROGRAMME, programmes);
        jdbc.update(LICENCES);
        jdbc.batchUpdate(MODULE, modules);
        ReferenceHistories.begin(jdbc, knownFrom);
        jdbc.batchUpdate(
                HEAD,
                heads.stream()
                        .map(head -> new Object[] {
                            "PA-" + head.institution,
                            "PD-" + head.institution,
                            head.givenName,
                            head.familyName,
                            head.institution,
                            head.since,
                            knownFrom.atOffset(ZoneOffset.UTC)
                        })
                        .toList());
    }
}
