package lt.mokiniai.register.model;

import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static lt.mokiniai.register.bench.SettableClock.noon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.register.bench.CuttableSource.Cut;
import lt.mokiniai.register.model.Deeds.Deed;
import lt.mokiniai.register.model.Task.State;
import org.jspecify.annotations.Nullable;

/** Has a register and a model do the same, step by step, and compares them. */
final class Play {

    private static final int STUDENTS = 4;
    private static final int WITH_CODE = 2;

    private final Nodes nodes;
    private final RegisterModel model = new RegisterModel(TODAY);
    private final Compared compared;
    private final ComparedTasks tasks;
    private final Deeds deeds;
    /** What was done, for whoever reads of a difference. */
    private final List<String> done = new ArrayList<>();

    Play(Nodes nodes) {
        this.nodes = nodes;
        compared = new Compared(nodes, model);
        tasks = new ComparedTasks(compared);
        for (int i = 0; i < STUDENTS; i++) {
            boolean hasCode = i < WITH_CODE;
            model.persons.add(new Person(i, hasCode, null));
            compared.students.add(
                    compared.bench().has(hasCode ? aPerson() : aPerson().withoutCode()));
        }
        deeds = new Deeds(compared);
    }

    /**
     * One message, or the passing of time.
     *
     * @param seed what is told follows from this
     * @param node that does it
     * @param cut whether a session ends in the middle of it
     * @param after how many statements of it
     */
    record Step(Deed deed, long seed, int node, Cut cut, int after) {}

    void play(List<Step> steps) {
        try {
            for (Step step : steps) {
                nodes.turnTo(step.node);
                play(step);
                compare();
                tasks.compareOpenOf(Chance.of(step.seed));
                compared.compareSomethingThatWasKnown(Chance.of(step.seed));
            }
            compared.compareAllThatWasKnown();
        } catch (AssertionError | RuntimeException difference) {
            throw new AssertionError(String.join("\n", done), difference);
        } finally {
            nodes.mend();
        }
    }

    private void compare() {
        compared.learnIdentifiers();
        tasks.compare();
        compared.remember();
    }

    private void play(Step step) {
        Chance chance = Chance.of(step.seed);
        if (step.deed == Deed.TIME) {
            passTime(step, chance);
        } else if (step.deed == Deed.RESTRICT) {
            restrict(chance);
        } else {
            Optional<Act<?>> act = deeds.act(step.deed, chance);
            act.ifPresent(each -> play(each, step));
        }
    }

    /** Where its session ended, the message is sent again: each of its units of work was done, or nothing of it. */
    private <T> void play(Act<T> act, Step step) {
        List<String> before = compared.stored();
        nodes.cut(step.cut, step.after);
        Sent<T> sent = send(act);
        boolean wasCut = mend();
        done.add(act.name() + (wasCut ? ", cut " + step.cut + " " + step.after : "") + ": " + sent.refused);
        if (sent.lost == null) {
            compare(act.name(), act, sent, act.model().get(), before);
            return;
        }
        if (!wasCut) {
            throw sent.lost;
        }
        List<String> after = compared.stored();
        boolean isDone = !after.equals(before);
        if (isDone) {
            act.lost().run();
            compare();
        }
        Sent<T> again = send(act);
        done.add((isDone ? "done, and again: " : "not done, and again: ") + again.refused);
        if (again.lost != null) {
            throw again.lost;
        }
        compare(act.name() + " again", act, again, (isDone ? act.again() : act.model()).get(), after);
    }

    /** A node that died may have announced what it never wrote: what was known is told as before, and in some seconds all. */
    private boolean mend() {
        boolean isDead = nodes.isDead();
        boolean wasCut = nodes.mend();
        if (isDead) {
            compared.compareAllThatWasKnown();
            nodes.forgetCutOffWrites();
        }
        assertThat(announced()).as("writes that are announced still").isZero();
        return wasCut;
    }

    private int announced() {
        return compared.jdbc().queryForObject("SELECT COUNT(*) FROM open_write", Integer.class);
    }

    /**
     * What came of a message.
     *
     * @param refused as code and field
     * @param lost where nothing came back
     */
    private record Sent<T>(
            @Nullable T answer,
            Set<String> refused,
            @Nullable RuntimeException lost) {}

    private static <T> Sent<T> send(Act<T> act) {
        try {
            return new Sent<>(act.register().get(), Set.of(), null);
        } catch (ExchangeException refusal) {
            return new Sent<>(null, problems(refusal), null);
        } catch (RuntimeException lost) {
            return new Sent<>(null, Set.of(), lost);
        }
    }

    private <T> void compare(String name, Act<T> act, Sent<T> sent, Collection<String> refused, List<String> before) {
        assertThat(sent.refused).as(name).isEqualTo(new TreeSet<>(refused));
        if (refused.isEmpty()) {
            act.answered().accept(sent.answer);
        } else {
            assertThat(compared.stored()).as(name + " changes nothing").isEqualTo(before);
        }
    }

    private static Set<String> problems(ExchangeException refusal) {
        Set<String> problems = new TreeSet<>();
        refusal.problems().forEach(each -> problems.add(each.error().code() + " " + each.field()));
        if (problems.isEmpty()) {
            problems.add(refusal.error().code() + " " + refusal.field().orElse("-"));
        }
        return problems;
    }

    /** A court protects a student; it is told of by the agency, and no message of this register. */
    private void restrict(Chance chance) {
        Person person = chance.of(model.persons);
        if (person.isThere() && !person.isRestricted) {
            done.add("restrict " + person);
            compared.bench().clock().set(compared.bench().clock().instant().plusSeconds(60));
            compared.bench().restrict(compared.registerId(person));
            person.restrict(model.nextTime());
        }
    }

    /** The terms end some time after they are over; whatever is cut off is done at the next turn, by whichever node. */
    private void passTime(Step step, Chance chance) {
        LocalDate today = model.today().plusDays(1 + chance.below(9));
        model.enrolments.today = today;
        compared.bench().clock().set(noon(today));
        done.add("it is " + today);
        if (chance.isOneIn(3)) {
            return;
        }
        List<Task> due = deeds.tasks().due();
        nodes.cut(step.cut, step.after);
        int ended = compared.bench().termsEnd();
        if (mend()) {
            done.add("terms end, cut " + step.cut + " " + step.after);
            List<String> states = compared.jdbc().queryForList("SELECT state FROM task ORDER BY id", String.class);
            due.stream()
                    .filter(task -> states.get(model.tasks.indexOf(task)).equals(State.LAPSED.name()))
                    .toList()
                    .forEach(deeds.tasks()::lapse);
            compare();
            due = due.stream().filter(Task::isOpen).toList();
            nodes.turnTo(1 - step.node);
            ended = compared.bench().termsEnd();
        }
        assertThat(ended).as("terms that end").isEqualTo(due.size());
        due.forEach(deeds.tasks()::lapse);
    }
}
