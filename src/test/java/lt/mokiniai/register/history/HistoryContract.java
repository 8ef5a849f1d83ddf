package lt.mokiniai.register.history;

import static lt.mokiniai.register.bench.TestProvenance.PROVENANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.SettableClock;
import lt.mokiniai.register.students.facts.PersonResidence;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the history promises on every database. */
abstract class HistoryContract {

    private static final Instant BEGINNING = Instant.parse("2026-02-01T10:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 12;

    /** What may be done to the residences of a person. */
    enum Deed {
        ASSERT,
        END,
        CORRECT,
        CHANGE,
        STRIKE
    }

    /**
     * One deed.
     *
     * @param which of the facts that are believed, in the order of their days, where it is done to one
     * @param days how long an asserted fact holds; 0: without an end
     * @param later how many seconds the clock goes on before it, or back
     */
    record Step(Deed deed, int which, int day, int days, String value, int later) {

        Term asserted() {
            return new Term(from(), days == 0 ? null : from().plusDays(days));
        }

        LocalDate from() {
            return FIRST.plusDays(day);
        }
    }

    /** A plain model of one fact. */
    record Entry(String value, Term term) {

        @Override
        public String toString() {
            return value + " " + term.from() + ".." + term.to();
        }
    }

    abstract HistoryNode node();

    abstract SettableClock clock();

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("13", "19", "21", "25"),
                        Arbitraries.integers().between(-3, 5))
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(12);
    }

    /**
     * Whatever is done, by a clock that may be put back: as known at each time the register tells for ever what it told then,
     * and what contradicts is refused and changes nothing.
     */
    @Property(tries = 60)
    void agreesWithAPlainModelAsKnownAtEachTime(@ForAll("steps") List<Step> steps) {
        clock().set(BEGINNING);
        long person = node().register(Numbers.registerId(), history -> "nothing yet");
        List<Entry> model = List.of();
        Map<Instant, List<Entry>> told = new TreeMap<>();
        for (Step step : steps) {
            clock().set(clock().instant().plusSeconds(step.later));
            if (step.deed != Deed.ASSERT && model.isEmpty()) {
                continue;
            }
            Optional<List<Entry>> after = after(model, step);
            if (after.equals(Optional.of(model))) {
                Instant before = node().lastRecorded(person);
                node().change(person, history -> does(step, history));
                assertThat(node().lastRecorded(person)).as("nothing to record").isEqualTo(before);
            } else if (after.isPresent()) {
                model = after.get();
                node().change(person, history -> does(step, history));
                assertThat(told.put(node().lastRecorded(person), model))
                        .as("recorded at a time of its own")
                        .isNull();
            } else {
                assertThatThrownBy(() -> node().change(person, history -> does(step, history)))
                        .isInstanceOfAny(ContradictionException.class, IllegalArgumentException.class);
            }
        }
        told.forEach((time, then) -> assertThat(node().known("person_residence", "municipality", person, time))
                .isEqualTo(then.stream().map(Entry::toString).toList()));
    }

    /** Gives the model after a step; empty when the step contradicts it. */
    private static Optional<List<Entry>> after(List<Entry> model, Step step) {
        List<Entry> after = new ArrayList<>(model);
        if (step.deed == Deed.ASSERT) {
            after.add(new Entry(step.value, step.asserted()));
        } else {
            Entry chosen = after.remove(step.which % after.size());
            Term term = chosen.term;
            boolean begins = step.from().isAfter(term.from());
            switch (step.deed) {
                case CORRECT -> after.add(new Entry(step.value, term));
                case END -> {
                    if (step.from().isBefore(term.from())) {
                        return Optional.empty();
                    }
                    after.add(new Entry(chosen.value, term.until(step.from())));
                }
                case CHANGE -> {
                    if (!begins || (term.to() != null && step.from().isAfter(term.to()))) {
                        return Optional.empty();
                    }
                    after.add(new Entry(chosen.value, term.until(step.from().minusDays(1))));
                    after.add(new Entry(step.value, new Term(step.from(), term.to())));
                }
                default -> {}
            }
        }
        after.sort(Comparator.comparing(entry -> entry.term.from()));
        for (int i = 1; i < after.size(); i++) {
            if (after.get(i - 1).term.overlaps(after.get(i).term)) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(after));
    }

    private static boolean does(Step step, History history) {
        PersonResidence said = new PersonResidence(history.person(), step.value, null, null, null, null);
        if (step.deed == Deed.ASSERT) {
            history.asserts(said, step.asserted());
            return true;
        }
        List<PersonResidence> believed = history.believed(PersonResidence.class, history.person());
        PersonResidence chosen = believed.get(step.which % believed.size());
        switch (step.deed) {
            case STRIKE -> history.strikes(chosen);
            case CORRECT -> history.corrects(chosen, said);
            case END -> history.ends(chosen, step.from());
            default -> history.changes(chosen, said, step.from());
        }
        return true;
    }

    /** What is loaded and what was written step by step are the same rows. */
    @Property(tries = 20)
    void loadsAHistoryAsItWouldHaveBeenWritten(@ForAll("steps") List<Step> steps) {
        clock().set(BEGINNING);
        String written = Numbers.registerId();
        Chronicle chronicle = new Chronicle(Numbers.registerId(), BEGINNING);
        long person = node().register(written, history -> "nothing yet");
        List<Entry> model = List.of();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Optional<List<Entry>> after =
                    step.deed != Deed.ASSERT && model.isEmpty() ? Optional.empty() : after(model, step);
            if (after.isPresent()) {
                model = after.get();
                clock().set(BEGINNING.plus(Duration.ofMinutes(1 + i)));
                node().change(person, history -> does(step, history));
                chronicle.at(node().lastRecorded(person), history -> does(step, history));
            }
        }
        node().load(chronicle);

        assertThat(node().rows(
                                "person_residence",
                                node().number(chronicle.person().registerId())))
                .isEqualTo(node().rows("person_residence", person));
    }

    @Example
    void recordsWhateverTheClockSaysAfterWhatWasRecorded() {
        clock().set(BEGINNING);
        long person = node().register(Numbers.registerId(), history -> does(step(Deed.ASSERT, 0), history));
        clock().set(BEGINNING.minusSeconds(3600));

        node().change(person, history -> does(step(Deed.CORRECT, 0), history));

        assertThat(node().lastRecorded(person)).isAfter(BEGINNING);
        assertThat(node().rows("person_residence", person)).hasSize(2);
    }

    @Example
    void whatIsAssertedAsItWasIsNoWrite() {
        clock().set(BEGINNING);
        long person = node().register(Numbers.registerId(), history -> does(step(Deed.ASSERT, 0), history));
        List<String> before = node().rows("person_residence", person);
        Instant recorded = node().lastRecorded(person);

        node().change(person, history -> {
            PersonResidence believed =
                    history.believed(PersonResidence.class, history.person()).get(0);
            history.strikes(believed);
            assertThat(history.isUnchanged()).isFalse();
            PersonResidence same = new PersonResidence(history.person(), "13", null, null, null, null);
            assertThat(history.asserts(same, believed.term())).isSameAs(believed);
            assertThat(history.believed(PersonResidence.class, history.person()))
                    .containsExactly(believed);
            assertThat(history.isUnchanged()).isTrue();
            return true;
        });

        assertThat(node().rows("person_residence", person)).isEqualTo(before);
        assertThat(node().lastRecorded(person)).isEqualTo(recorded);
    }

    @Example
    void keepsWhereEachWriteComesFrom() {
        clock().set(BEGINNING);
        long person = node().register(Numbers.registerId(), history -> does(step(Deed.ASSERT, 0), history));
        node().change(person, history -> {
            history.becauseOf("MISTAKE");
            return does(step(Deed.CORRECT, 0), history);
        });
        node().change(person, history -> "a write that changes nothing is none");

        assertThat(node().jdbc()
                        .sql("SELECT w.receipt, w.operation, w.party, w.institution, w.user_id, w.reason,"
                                + " (SELECT COUNT(*) FROM person_residence f WHERE f.person_id = w.person_id"
                                + " AND f.recorded_at = w.recorded_at) AS begun,"
                                + " (SELECT COUNT(*) FROM person_residence f WHERE f.person_id = w.person_id"
                                + " AND f.believed_until = w.recorded_at) AS given_up"
                                + " FROM person_write w WHERE w.person_id = ? ORDER BY w.recorded_at")
                        .param(person)
                        .query((row, number) -> IntStream.rangeClosed(1, 8)
                                .mapToObj(column -> text(row, column))
                                .collect(Collectors.joining(" ")))
                        .list())
                .containsExactly(
                        PROVENANCE.receipt() + " tests/v1/write 191000010 191000010 tester null 1 0",
                        PROVENANCE.receipt() + " tests/v1/write 191000010 191000010 tester MISTAKE 1 1");
    }

    private static String text(ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Example
    void anExceptionInTheWorkChangesNothing() {
        clock().set(BEGINNING);
        long person = node().register(Numbers.registerId(), history -> does(step(Deed.ASSERT, 0), history));
        List<String> before = node().rows("person_residence", person);

        assertThatThrownBy(() -> node().change(person, history -> {
                    does(step(Deed.STRIKE, 0), history);
                    throw new IllegalStateException("the rule of an operation");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(node().rows("person_residence", person)).isEqualTo(before);
    }

    static Step step(Deed deed, int day) {
        return new Step(deed, 0, day, 0, deed == Deed.CORRECT ? "19" : "13", 0);
    }
}
