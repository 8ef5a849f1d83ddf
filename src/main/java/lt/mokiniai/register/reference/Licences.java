package lt.mokiniai.register.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lt.mokiniai.register.reference.facts.Change;
import lt.mokiniai.register.reference.facts.FactRow;
import lt.mokiniai.register.reference.facts.FactRows;
import lt.mokiniai.register.reference.facts.FactTable;
import lt.mokiniai.register.reference.facts.FactWriting;
import lt.mokiniai.register.reference.facts.Span;
import lt.mokiniai.register.reference.facts.Told;
import lt.mokiniai.register.times.ReadTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Licences: which institution may teach which vocational programme, as their register tells it, with its history. */
@Component
public class Licences {

    private final JdbcClient jdbc;
    private final ReferenceRows rows;
    private final FactRows facts;
    private final ReadTimes times;

    Licences(JdbcClient jdbc, ReferenceRows rows, FactRows facts, ReadTimes times) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.facts = facts;
        this.times = times;
    }

    /** An institution, and a programme that it may teach, by their codes. */
    public record Holder(String institution, String programme) {}

    /** A licence in force. */
    public record InForce(String key, Holder holder) {}

    /**
     * A licence, as its register tells it.
     *
     * @param to the last day; nothing while none is known
     */
    public record ToldLicence(
            String number,
            Holder holder,
            LocalDate from,
            @Nullable LocalDate to) {

        /** What tells it from others: one number may be of several programmes. */
        public String key() {
            return number + "/" + holder.programme();
        }

        private Span span() {
            return new Span(
                    from,
                    to,
                    Told.of(FactTable.LICENCE)
                            .with("licence_number", number)
                            .with("institution", holder.institution())
                            .with("programme", holder.programme())
                            .values());
        }
    }

    /** Finds the last day of a licence that is believed, by its key: empty where there is no such licence, or no last day. */
    public Optional<LocalDate> lastDay(String key) {
        return facts.believed(FactTable.LICENCE, key).stream()
                .flatMap(row -> Stream.ofNullable(row.span().to()))
                .findFirst();
    }

    /** Tells whether the register knows a licence. */
    public boolean isKnown(String key) {
        return !facts.believed(FactTable.LICENCE, key).isEmpty();
    }

    /** Gives the licences that are in force today or later, one after the other. */
    public void inForce(Consumer<InForce> each) {
        jdbc.sql("SELECT licence_key, institution, programme FROM licence_fact WHERE believed_until IS NULL"
                        + " AND (valid_to IS NULL OR valid_to >= ?) ORDER BY licence_key")
                .param(times.today())
                .query((row, number) -> new InForce(row.getString(1), new Holder(row.getString(2), row.getString(3))))
                .list()
                .forEach(each);
    }

    /**
     * Records a licence. What was loaded without a number of the same institution and programme is what it tells, where their days
     * meet.
     *
     * @return whose licences changed; empty where nothing did
     */
    public Set<Holder> record(ToldLicence told, FactWriting writing) {
        List<FactRow> believed = facts.believed(FactTable.LICENCE, told.key());
        Change change = new Change(FactTable.LICENCE, told.key(), believed, List.of(told.span()));
        if (change.isNone()) {
            return Set.of();
        }
        List<Change> changes = new ArrayList<>(List.of(change));
        changes.addAll(withoutNumber(told));
        facts.write(changes, writing);
        Set<Holder> holders = new HashSet<>(Set.of(told.holder()));
        believed.forEach(row -> holders.add(holder(row)));
        holders.forEach(this::put);
        return holders;
    }

    private List<Change> withoutNumber(ToldLicence told) {
        return jdbc
                .sql("SELECT licence_key FROM licence_fact WHERE institution = ? AND programme = ?"
                        + " AND licence_number IS NULL AND believed_until IS NULL"
                        + " AND (valid_to IS NULL OR valid_to >= ?) ORDER BY licence_key")
                .params(told.holder().institution(), told.holder().programme(), told.from())
                .query(String.class)
                .list()
                .stream()
                .map(key -> facts.believed(FactTable.LICENCE, key))
                .filter(found -> found.stream().anyMatch(row -> row.span().overlaps(told.span())))
                .flatMap(List::stream)
                .map(row -> new Change(FactTable.LICENCE, "", List.of(row), List.of()))
                .toList();
    }

    private static Holder holder(FactRow row) {
        Told told = Told.as(FactTable.LICENCE, row.span());
        return new Holder(
                Objects.requireNonNull(told.text("institution")), Objects.requireNonNull(told.text("programme")));
    }

    /** Writes the rows of an institution and a programme anew: of those that begin on one day, the one that lasts longest. */
    private void put(Holder holder) {
        Map<LocalDate, Optional<LocalDate>> terms = new TreeMap<>();
        facts.believedWhere(FactTable.LICENCE, "institution", holder.institution()).stream()
                .filter(row -> holder(row).equals(holder))
                .map(FactRow::span)
                .forEach(span -> terms.merge(span.from(), Optional.ofNullable(span.to()), Licences::later));
        jdbc.sql("DELETE FROM licence WHERE institution = ? AND programme = ?")
                .params(holder.institution(), holder.programme())
                .update();
        List<List<@Nullable Object>> lines = new ArrayList<>();
        terms.forEach((from, to) -> {
            List<@Nullable Object> row = new ArrayList<>(List.of(holder.institution(), holder.programme(), from));
            row.add(to.orElse(null));
            lines.add(row);
        });
        rows.insert(ReferenceTable.LICENCE, lines);
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(one.get().isAfter(other.get()) ? one.get() : other.get());
    }
}
