package lt.mokiniai.register.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.register.students.facts.PersonName;
import org.springframework.jdbc.core.JdbcTemplate;

/** A row that a test writes, by table and columns. */
final class Row {

    /** Long ago: since when everything holds and is known, unless a test says otherwise. */
    static final LocalDate ALWAYS = LocalDate.of(2010, 1, 1);

    private final String table;
    private final Map<String, Object> columns = new LinkedHashMap<>();

    private Row(String table) {
        this.table = table;
    }

    static Row plain(String table) {
        return new Row(table);
    }

    /** Gives the row of a fact that always held and was always known. */
    static Row fact(String table) {
        return new Row(table).held(ALWAYS, null).believed(known(ALWAYS), null);
    }

    static Instant known(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    Row with(String column, Object value) {
        if (value == null) {
            columns.remove(column);
        } else {
            columns.put(column, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        }
        return this;
    }

    Row held(LocalDate from, LocalDate to) {
        return with("valid_from", from).with("valid_to", to);
    }

    Row believed(Instant since, Instant until) {
        return with("recorded_at", since).with("believed_until", until);
    }

    String table() {
        return table;
    }

    /** Gives a text; null where the column is empty. */
    String text(String column) {
        return (String) columns.get(column);
    }

    /** Gives a day; null where the column is empty. */
    LocalDate day(String column) {
        return (LocalDate) columns.get(column);
    }

    /** Gives a number; null where the column is empty. */
    Integer number(String column) {
        return (Integer) columns.get(column);
    }

    /** Gives a personal code; null where the column is empty. */
    PersonalCode code(String column) {
        return text(column) == null ? null : new PersonalCode(text(column));
    }

    PersonName name() {
        return new PersonName(text("given_names"), text("family_name"));
    }

    LocalDate validFrom() {
        return (LocalDate) columns.get("valid_from");
    }

    /** Gives the last day; null where it is open. */
    LocalDate validTo() {
        return (LocalDate) columns.get("valid_to");
    }

    Instant recordedAt() {
        return ((OffsetDateTime) columns.get("recorded_at")).toInstant();
    }

    /** Gives when the belief ended; null where it is believed still. */
    Instant believedUntil() {
        OffsetDateTime until = (OffsetDateTime) columns.get("believed_until");
        return until == null ? null : until.toInstant();
    }

    boolean isBelievedAt(Instant time) {
        return !recordedAt().isAfter(time)
                && (believedUntil() == null || believedUntil().isAfter(time));
    }

    /** Gives another row of the same content. */
    Row again() {
        Row again = new Row(table);
        again.columns.putAll(columns);
        return again;
    }

    void insert(JdbcTemplate jdbc) {
        jdbc.update(
                "INSERT INTO " + table + " (" + String.join(", ", columns.keySet()) + ") VALUES ("
                        + "?, ".repeat(columns.size() - 1) + "?)",
                columns.values().toArray());
    }
}
