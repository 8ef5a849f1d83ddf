package lt.mokiniai.register.reference;

import java.util.List;

/** The tables of what other registers tell: the first columns of each are its key. */
public enum ReferenceTable {
    INSTITUTION(
            1,
            "institution",
            "code",
            "code_kind",
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
            "successor"),
    PROGRAMME(
            1,
            "programme",
            "state_code",
            "name_lt",
            "name_en",
            "family",
            "isced",
            "education_level",
            "volume",
            "registered",
            "deregistered"),
    MODULE(2, "programme_module", "programme", "code", "name_lt", "name_en", "kind", "credits"),
    LICENCE(3, "licence", "institution", "programme", "valid_from", "valid_to");

    private final int keys;
    private final String table;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> columns;

    ReferenceTable(int keys, String table, String... columns) {
        this.keys = keys;
        this.table = table;
        this.columns = List.of(columns);
    }

    /** Its name in the database. */
    public String table() {
        return table;
    }

    /** In the order in which a row has them, which is that of the form (docs/load.md). */
    public List<String> columns() {
        return columns;
    }

    /** Gives what tells a row from the others. */
    public List<?> key(List<?> row) {
        return row.subList(0, keys);
    }
}
