package lt.mokiniai.register.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.register.reference.facts.Change;
import lt.mokiniai.register.reference.facts.FactRow;
import lt.mokiniai.register.reference.facts.FactRows;
import lt.mokiniai.register.reference.facts.FactTable;
import lt.mokiniai.register.reference.facts.FactWriting;
import lt.mokiniai.register.reference.facts.Span;
import lt.mokiniai.register.reference.facts.Timeline;
import lt.mokiniai.register.reference.facts.Told;
import lt.mokiniai.register.times.ReadTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Programmes: the register's copy of what their register tells, with its history. A programme is an identifier; it may have several
 * state codes at once, and each is a row for operations, so that an enrolment keeps the code with which it began.
 */
@Component
public class Programmes {

    private final JdbcClient jdbc;
    private final ReferenceRows rows;
    private final FactRows facts;
    private final ReadTimes times;

    Programmes(JdbcClient jdbc, ReferenceRows rows, FactRows facts, ReadTimes times) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.facts = facts;
        this.times = times;
    }

    /**
     * What is told of a programme.
     *
     * @param programme by the columns of {@link FactTable#PROGRAMME}
     * @param codes its state codes, and when each is valid
     * @param modules by the columns of {@link FactTable#MODULE}
     * @param qualifications by the columns of {@link FactTable#QUALIFICATION}
     */
    public record ToldProgramme(Told programme, List<Span> codes, List<Told> modules, List<Told> qualifications) {

        /** Keeps its own copies. */
        public ToldProgramme {
            codes = List.copyOf(codes);
            modules = List.copyOf(modules);
            qualifications = List.copyOf(qualifications);
        }

        private LocalDate registered() {
            return Optional.ofNullable(programme.day("registered")).orElseThrow();
        }
    }

    /** Gives a state code and the days on which it is valid. */
    public static Span code(String stateCode, LocalDate from, @Nullable LocalDate to) {
        return new Span(
                from,
                to,
                Told.of(FactTable.PROGRAMME_CODE).with("state_code", stateCode).values());
    }

    /** Finds the identifier of the programme that has a state code; nothing where the code is not known, or was loaded without one. */
    public Optional<String> identifier(String stateCode) {
        return jdbc.sql("SELECT identifier FROM programme WHERE state_code = ? AND identifier IS NOT NULL")
                .param(stateCode)
                .query(String.class)
                .optional();
    }

    /** Finds the family of the programme that has a state code. */
    public Optional<String> family(String stateCode) {
        return jdbc.sql("SELECT family FROM programme WHERE state_code = ?")
                .param(stateCode)
                .query(String.class)
                .optional();
    }

    /** Gives the state codes that a programme was told to have. */
    public Set<String> codes(String identifier) {
        return facts.believed(FactTable.PROGRAMME_CODE, identifier).stream()
                .map(row -> String.valueOf(row.span().values().get(0)))
                .collect(Collectors.toSet());
    }

    /** Finds what is believed of a programme since the last change. */
    public Optional<Told> find(String identifier) {
        return FactRows.last(FactTable.PROGRAMME, facts.believed(FactTable.PROGRAMME, identifier));
    }

    /** Gives the programmes that are registered today or later by their identifiers, those that have none by a state code. */
    public void registered(Consumer<String> each) {
        jdbc.sql("SELECT DISTINCT COALESCE(identifier, state_code) FROM programme"
                        + " WHERE deregistered IS NULL OR deregistered >= ? ORDER BY 1")
                .param(times.today())
                .query(String.class)
                .list()
                .forEach(each);
    }

    /**
     * Records what the register of programmes tells of one.
     *
     * @param since the day from which on it is so; nothing where none is told
     * @return whether anything changed
     */
    public boolean record(String identifier, ToldProgramme told, @Nullable LocalDate since, FactWriting writing) {
        List<FactRow> believed = facts.believed(FactTable.PROGRAMME, identifier);
        LocalDate first = told.registered();
        LocalDate changedOn = since == null ? writing.receivedOn() : since;
        LocalDate partsSince = believed.isEmpty() ? first : changedOn;
        List<Change> changes = List.of(
                new Change(
                        FactTable.PROGRAMME,
                        identifier,
                        believed,
                        Timeline.since(
                                FactRows.spans(believed),
                                since,
                                first,
                                writing.receivedOn(),
                                told.programme().values())),
                new Change(
                        FactTable.PROGRAMME_CODE,
                        identifier,
                        facts.believed(FactTable.PROGRAMME_CODE, identifier),
                        told.codes()),
                parts(FactTable.MODULE, identifier, told.modules(), partsSince),
                parts(FactTable.QUALIFICATION, identifier, told.qualifications(), partsSince));
        if (changes.stream().allMatch(Change::isNone)) {
            return false;
        }
        put(identifier, told);
        return facts.write(changes, writing);
    }

    /** Each part has a code and spans of its own; one that is not told holds no longer. */
    private Change parts(FactTable table, String identifier, List<Told> told, LocalDate since) {
        List<FactRow> believed = facts.believed(table, identifier);
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        believed.forEach(
                row -> spans.computeIfAbsent(String.valueOf(row.span().values().get(0)), code -> new ArrayList<>())
                        .add(row.span()));
        List<Span> wanted = new ArrayList<>();
        for (Told part : told) {
            List<Span> before = spans.remove(String.valueOf(part.value("code")));
            wanted.addAll(Timeline.since(before == null ? List.of() : before, null, since, since, part.values()));
        }
        spans.values().forEach(before -> wanted.addAll(isEnded(before) ? before : Timeline.ended(before, since)));
        return new Change(table, identifier, believed, wanted);
    }

    private static boolean isEnded(List<Span> spans) {
        return spans.get(spans.size() - 1).to() != null;
    }

    /** A row for each state code; modules that the programme has no longer stay for those who began with them. */
    private void put(String identifier, ToldProgramme told) {
        Map<String, List<Span>> byCode = told.codes().stream()
                .collect(Collectors.groupingBy(
                        span -> String.valueOf(span.values().get(0)), LinkedHashMap::new, Collectors.toList()));
        byCode.forEach((stateCode, spans) -> {
            LocalDate from =
                    spans.stream().map(Span::from).min(LocalDate::compareTo).orElseThrow();
            rows.put(ReferenceTable.PROGRAMME, row(told.programme(), stateCode, from, last(spans, told.programme())));
            jdbc.sql("UPDATE programme SET identifier = ? WHERE state_code = ?")
                    .params(identifier, stateCode)
                    .update();
            told.modules().forEach(module -> {
                List<@Nullable Object> row = new ArrayList<>(module.values());
                row.add(0, stateCode);
                rows.put(ReferenceTable.MODULE, row);
            });
        });
    }

    /** The last day of a code is that of its last term, or of the programme. */
    private static @Nullable LocalDate last(List<Span> spans, Told programme) {
        LocalDate end = programme.day("deregistered");
        if (spans.stream().anyMatch(span -> span.to() == null)) {
            return end;
        }
        LocalDate last = spans.stream()
                .flatMap(span -> Stream.ofNullable(span.to()))
                .max(LocalDate::compareTo)
                .orElseThrow();
        return end == null || last.isBefore(end) ? last : end;
    }

    private static List<@Nullable Object> row(
            Told programme, String stateCode, LocalDate from, @Nullable LocalDate to) {
        List<@Nullable Object> row = new ArrayList<>();
        for (String column : ReferenceTable.PROGRAMME.columns()) {
            row.add(
                    switch (column) {
                        case "state_code" -> stateCode;
                        case "registered" -> from;
                        case "deregistered" -> to;
                        default -> programme.value(column);
                    });
        }
        return row;
    }
}
