package lt.mokiniai.register.reference.facts;

import java.util.List;

/**
 * The tables of what source registers tell, with its history: a row says on which days something holds, and from when until when
 * it is believed (docs/register.md, 'Two dates'). The first column is what tells one thing from another.
 */
public enum FactTable {
    INSTITUTION(
            "institution_fact",
            "institution",
            "name",
            "institution_type",
            "founder_kind",
            "founder_municipality",
            "parent_code",
            "municipality",
            "county",
            "address",
            "registered",
            "deregistered",
            "successor",
            "closed_by"),
    FORMER_CODE("institution_former_code", "institution", "former_code"),
    PROGRAMME(
            "programme_fact",
            "identifier",
            "name_lt",
            "name_en",
            "family",
            "isced",
            "education_level",
            "volume",
            "registered",
            "deregistered"),
    PROGRAMME_CODE("programme_code", "identifier", "state_code"),
    MODULE("programme_module_fact", "identifier", "code", "name_lt", "name_en", "kind", "credits"),
    QUALIFICATION("programme_qualification", "identifier", "code", "name_lt", "name_en"),
    LICENCE("licence_fact", "licence_key", "licence_number", "institution", "programme"),
    POST(
            "pedagogue_post",
            "identifier",
            "pedagogue",
            "user_id",
            "given_name",
            "family_name",
            "institution",
            "post",
            "class_name");

    private final String table;
    private final String key;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> columns;

    FactTable(String table, String key, String... columns) {
        this.table = table;
        this.key = key;
        this.columns = List.of(columns);
    }

    /** Its name in the database. */
    String table() {
        return table;
    }

    /** The column of what tells one thing from another. */
    String key() {
        return key;
    }

    /** The columns of what is told, in the order in which a row has them. */
    public List<String> columns() {
        return columns;
    }
}
