package lt.mokiniai.intake;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lt.mokiniai.kernel.Dates;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that is recorded of what source registers told, as lines that people read. */
final class RecordedSources {

    /** By register: the tables, those of history first. */
    private static final Map<String, List<String>> TABLES = Map.of(
            "institutions", List.of("institution_fact", "institution_former_code", "institution"),
            "programmes",
                    List.of(
                            "programme_fact",
                            "programme_code",
                            "programme_module_fact",
                            "programme_qualification",
                            "programme",
                            "programme_module"),
            "licences", List.of("licence_fact", "licence"),
            "pedagogues", List.of("pedagogue_post"));

    private static final List<String> LEFT_OUT = List.of("id", "receipt", "operation", "party");

    private static final List<String> TIMES = List.of("valid_from", "valid_to", "recorded_at", "believed_until");

    private RecordedSources() {}

    static String of(String register, JdbcTemplate jdbc) {
        List<String> lines = new ArrayList<>();
        for (String table : TABLES.get(register)) {
            List<String> rows = new ArrayList<>();
            jdbc.queryForList("SELECT * FROM " + table).forEach(row -> rows.add(line(row)));
            lines.add("# " + table);
            rows.stream().sorted().forEach(lines::add);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(Map<String, Object> row) {
        Map<String, String> values = new TreeMap<>();
        row.forEach((column, value) -> {
            if (value != null) {
                values.put(column.toLowerCase(Locale.ROOT), written(value));
            }
        });
        LEFT_OUT.forEach(values::remove);
        List<String> parts = new ArrayList<>();
        values.forEach((column, value) -> {
            if (!TIMES.contains(column)) {
                parts.add(column + "=" + value);
            }
        });
        if (values.containsKey("valid_from")) {
            parts.add("holds " + values.get("valid_from") + ".." + values.getOrDefault("valid_to", ""));
        }
        if (values.containsKey("recorded_at")) {
            parts.add("known " + values.get("recorded_at") + ".." + values.getOrDefault("believed_until", ""));
        }
        return String.join(" | ", parts);
    }

    /** Databases give the same day and time by other classes; of a time the day is enough. */
    private static String written(Object value) {
        if (value instanceof OffsetDateTime time) {
            return LocalDate.ofInstant(time.toInstant(), Dates.ZONE).toString();
        }
        if (value instanceof Timestamp time) {
            return LocalDate.ofInstant(time.toInstant(), Dates.ZONE).toString();
        }
        return value instanceof Date day
                ? day.toLocalDate().toString()
                : value instanceof Number number ? String.valueOf(number.longValue()) : String.valueOf(value);
    }
}
