package lt.mokiniai.register.reference;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.reference.facts.Change;
import lt.mokiniai.register.reference.facts.FactRow;
import lt.mokiniai.register.reference.facts.FactRows;
import lt.mokiniai.register.reference.facts.FactTable;
import lt.mokiniai.register.reference.facts.FactWriting;
import lt.mokiniai.register.reference.facts.Span;
import lt.mokiniai.register.reference.facts.Timeline;
import lt.mokiniai.register.reference.facts.Told;
import lt.mokiniai.register.times.OpenWrites;
import lt.mokiniai.register.times.OpenWrites.OpenWrite;
import lt.mokiniai.register.times.ReadTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Institutions: the register's copy of what their register tells, with its history. */
@Component
public class Institutions {

    /** Who told the last day of an institution. */
    private enum ClosedBy {
        FOUNDER,
        SOURCE
    }

    private static final String DEREGISTERED = "deregistered";
    private static final String SUCCESSOR = "successor";
    private static final String CLOSED_BY = "closed_by";

    private final JdbcClient jdbc;
    private final ReferenceRows rows;
    private final FactRows facts;
    private final OpenWrites writes;
    private final ReadTimes times;

    Institutions(JdbcClient jdbc, ReferenceRows rows, FactRows facts, OpenWrites writes, ReadTimes times) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.facts = facts;
        this.writes = writes;
        this.times = times;
    }

    /**
     * An institution that the register knows.
     *
     * @param parent the code of the one whose unit it is
     * @param deregistered its last day; nothing while none is known
     */
    public record Known(
            @Nullable String parent,
            LocalDate registered,
            @Nullable LocalDate deregistered) {

        /** Tells whether it is open on a day. */
        public boolean isOpen(LocalDate day) {
            return !day.isBefore(registered) && (deregistered == null || !day.isAfter(deregistered));
        }
    }

    /**
     * Holds the row of an institution until the transaction ends, on every node; that of one which the register does not know is not
     * there. It is held by an update that changes nothing: on PostgreSQL it keeps nobody from recording what refers to the
     * institution, as {@code FOR UPDATE} would (PostgreSQL, 'Row-Level Locks').
     *
     * @param code of the institution
     */
    public void hold(String code) {
        jdbc.sql("UPDATE institution SET deregistered = deregistered WHERE code = ?")
                .param(code)
                .update();
    }

    /** Finds an institution by its code. */
    public Optional<Known> find(String code) {
        return jdbc.sql("SELECT parent_code, registered, deregistered FROM institution WHERE code = ?")
                .param(code)
                .query((row, number) -> new Known(
                        row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))
                .optional();
    }

    /** Finds the code of the institution that had a code before. */
    public Optional<String> formerly(String formerCode) {
        return jdbc.sql(
                        "SELECT institution FROM institution_former_code WHERE former_code = ? AND believed_until IS NULL")
                .param(formerCode)
                .query(String.class)
                .optional();
    }

    /** Gives the codes of the institutions that are open today or later, one after the other. */
    public void open(Consumer<String> each) {
        jdbc.sql("SELECT code FROM institution WHERE deregistered IS NULL OR deregistered >= ? ORDER BY code")
                .param(times.today())
                .query(String.class)
                .list()
                .forEach(each);
    }

    /** Tells whether the last day of an institution is one that its own register told. */
    public boolean isClosedBySource(String code) {
        return FactRows.last(FactTable.INSTITUTION, facts.believed(FactTable.INSTITUTION, code))
                .filter(told -> ClosedBy.SOURCE.name().equals(told.text(CLOSED_BY)))
                .isPresent();
    }

    /**
     * Records the last day of an institution, and which one goes on with its students, where that is told.
     *
     * @param by the message by which who answers for it closes it
     */
    public void close(String code, LocalDate lastDay, @Nullable String successor, Provenance by) {
        jdbc.sql("UPDATE institution SET deregistered = :lastDay, successor = COALESCE(:successor, successor)"
                        + " WHERE code = :code")
                .param("lastDay", lastDay)
                .param("successor", successor, Types.VARCHAR)
                .param("code", code)
                .update();
        List<FactRow> believed = facts.believed(FactTable.INSTITUTION, code);
        FactRows.last(FactTable.INSTITUTION, believed)
                .filter(told -> !lastDay.equals(told.day(DEREGISTERED)))
                .ifPresent(told -> {
                    told.with(DEREGISTERED, lastDay).with(CLOSED_BY, ClosedBy.FOUNDER.name());
                    if (successor != null) {
                        told.with(SUCCESSOR, successor);
                    }
                    Change change = change(code, believed, told, null, times.today());
                    OpenWrite write = writes.begin();
                    facts.write(List.of(change), new FactWriting(write::recordedAt, by, times.today()));
                    writes.settle(write);
                });
    }

    /**
     * Records what the register of institutions tells of one. What its founder told of its end stands until that register tells an
     * end too.
     *
     * @param told by the columns of {@link FactTable#INSTITUTION}
     * @param formerCodes its codes of before
     * @param since the day from which on it is so; nothing where none is told
     * @return whether anything changed
     */
    public boolean record(
            String code, Told told, List<String> formerCodes, @Nullable LocalDate since, FactWriting writing) {
        List<FactRow> believed = facts.believed(FactTable.INSTITUTION, code);
        if (told.day(DEREGISTERED) != null) {
            told.with(CLOSED_BY, ClosedBy.SOURCE.name());
        } else {
            FactRows.last(FactTable.INSTITUTION, believed)
                    .filter(before -> ClosedBy.FOUNDER.name().equals(before.text(CLOSED_BY)))
                    .ifPresent(before -> told.with(DEREGISTERED, before.day(DEREGISTERED))
                            .with(SUCCESSOR, before.text(SUCCESSOR))
                            .with(CLOSED_BY, before.text(CLOSED_BY)));
        }
        List<Change> changes = List.of(
                change(code, believed, told, since, writing.receivedOn()), formerCodes(code, told, formerCodes));
        if (changes.stream().allMatch(Change::isNone)) {
            return false;
        }
        put(code, told);
        return facts.write(changes, writing);
    }

    private static Change change(
            String code, List<FactRow> believed, Told told, @Nullable LocalDate since, LocalDate receivedOn) {
        LocalDate registered = registered(told);
        return new Change(
                FactTable.INSTITUTION,
                code,
                believed,
                Timeline.since(FactRows.spans(believed), since, registered, receivedOn, told.values()));
    }

    /** A former code holds since the institution is registered, or as it was told before. */
    private Change formerCodes(String code, Told told, List<String> formerCodes) {
        List<FactRow> believed = facts.believed(FactTable.FORMER_CODE, code);
        Map<List<?>, Span> spans = new LinkedHashMap<>();
        believed.forEach(row -> spans.put(row.span().values(), row.span()));
        List<Span> wanted = new ArrayList<>();
        for (String former : formerCodes) {
            List<@Nullable Object> values =
                    Told.of(FactTable.FORMER_CODE).with("former_code", former).values();
            Span before = spans.get(values);
            wanted.add(before == null ? new Span(registered(told), null, values) : before);
        }
        return new Change(FactTable.FORMER_CODE, code, believed, wanted);
    }

    private static LocalDate registered(Told told) {
        return Optional.ofNullable(told.day("registered")).orElseThrow();
    }

    private void put(String code, Told told) {
        List<@Nullable Object> row = new ArrayList<>();
        for (String column : ReferenceTable.INSTITUTION.columns()) {
            row.add(
                    switch (column) {
                        case "code" -> code;
                        case "code_kind" -> InstitutionCode.of(code).kind().name();
                        default -> told.value(column);
                    });
        }
        rows.put(ReferenceTable.INSTITUTION, row);
    }
}
