package lt.mokiniai.register.writing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Problem;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.history.Histories;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.HistoryStore;
import lt.mokiniai.register.history.Person;
import org.springframework.stereotype.Component;

/**
 * Writes records of persons: locks the person's row, lets an operation change what is believed, and tells the version that the
 * record has then. Whether the sender saw the present one is asked here too.
 */
@Component
public class RecordWrites {

    private final HistoryStore store;
    private final Versions versions;

    RecordWrites(HistoryStore store, Versions versions) {
        this.store = store;
        this.versions = versions;
    }

    /**
     * Writes a record of a person who is in the register. They are disclosed to the scope before any rule is looked at.
     *
     * @param person the internal number
     * @param overruled the codes of the warnings that the sender overrules
     * @throws ExchangeException of the rules that the work breaks, {@code MR-521} when it changes nothing
     */
    public Written write(long person, RecordName written, List<String> overruled, Scope scope, Consumer<Change> work) {
        return told(written, scope, store.change(person, scope.writing().provenance(), history -> {
            // Also when it is refused: that tells of the person too.
            scope.discloses(history.person().registerId());
            return done(history, written, overruled, work);
        }));
    }

    /**
     * Looks, under the lock of a person's row, at what is asked of them and waits until somebody decides: nothing is recorded of
     * the person now. They are disclosed to the scope before any rule is looked at.
     *
     * @param person the internal number
     * @param overruled the codes of the warnings that the sender overrules
     * @throws ExchangeException of the rules that what is asked breaks
     */
    public <T> T ask(long person, List<String> overruled, Scope scope, Function<Change, T> work) {
        return store.change(person, scope.writing().provenance(), history -> {
            scope.discloses(history.person().registerId());
            Change change = new Change(history, overruled);
            T asked = work.apply(change);
            history.requireUnbroken();
            return asked;
        });
    }

    /**
     * Registers a person, and writes a record of them. A refusal tells nothing of anybody: whom else it is about, the caller
     * discloses to the scope.
     *
     * @param registerId the person's identifier
     * @throws ExchangeException of the rules that the work breaks
     */
    public Written register(
            String registerId, RecordName written, List<String> overruled, Scope scope, Consumer<Change> work) {
        return told(
                written,
                scope,
                store.register(
                        registerId, scope.writing().provenance(), history -> done(history, written, overruled, work)));
    }

    /**
     * Writes records of several persons who are in the register, all of them or none. They are disclosed to the scope before any
     * rule is looked at.
     *
     * @param persons the internal numbers
     * @throws ExchangeException of the rules that the work breaks, of whichever person
     */
    public <T> T writeAll(Collection<Long> persons, Scope scope, Function<Histories, T> work) {
        return store.changeAll(persons, scope.writing().provenance(), histories -> {
            histories.all().forEach(history -> scope.discloses(history.person().registerId()));
            return work.apply(histories);
        });
    }

    /**
     * Writes records of each of several persons of whom the work breaks no rule; of the others nothing is written. All of them are
     * disclosed to the scope before any rule is looked at.
     *
     * @param persons the internal numbers
     * @param isTried nothing is written of anybody
     * @return the refusals, by person
     */
    public Map<Long, ExchangeException> writeEach(
            Collection<Long> persons, boolean isTried, Scope scope, BiConsumer<Long, History> work) {
        return store.changeEach(persons, isTried, scope.writing().provenance(), (person, history) -> {
            scope.discloses(history.person().registerId());
            work.accept(person, history);
        });
    }

    /** Gives the version that a record has after it was written. */
    public String present(RecordName written, History history) {
        return versions.of(written, history.person().lastRecordedAt().orElseThrow());
    }

    /** Gives the version of a record as known at a time. */
    public String present(RecordName written, Instant knownAt) {
        return versions.of(written, knownAt);
    }

    private static Change done(History history, RecordName written, List<String> overruled, Consumer<Change> work) {
        Change change = new Change(history, overruled);
        work.accept(change);
        history.requireUnbroken();
        history.requires(!history.isUnchanged(), written.field(), ExchangeError.NOTHING_TOLD);
        return change;
    }

    private Written told(RecordName written, Scope scope, Change done) {
        Person person = done.history().person();
        scope.discloses(person.registerId());
        return new Written(written.identifier(), present(written, done.history()), done.warnings());
    }

    /**
     * Demands that nothing that the sender sees of a record changed since it saw it.
     *
     * @param version the one that it saw
     * @param told gives what the sender sees of the record as known at a time
     * @throws ExchangeException {@code MR-518} when it is no version of the record, {@code MR-502} when something changed
     */
    public void requirePresent(RecordName written, String version, History history, Function<Instant, Told> told) {
        Optional<Problem> wrong = notPresent(written, version, history, told, "version");
        if (wrong.isPresent()) {
            throw ExchangeException.ofAll(List.of(wrong.get()));
        }
    }

    /**
     * Looks whether nothing that the sender sees of a record changed since it saw it.
     *
     * @param version the one that it saw
     * @param told gives what the sender sees of the record as known at a time
     * @param field the path of the version in the request
     * @return {@code MR-518} when it is no version of the record, {@code MR-502} when something changed, else nothing
     */
    public Optional<Problem> notPresent(
            RecordName written, String version, History history, Function<Instant, Told> told, String field) {
        Optional<Instant> seen = versions.knownAt(written, version);
        if (seen.isEmpty()) {
            return Optional.of(Problem.at(field, ExchangeError.UNKNOWN_VERSION));
        }
        Instant last = history.person().lastRecordedAt().orElseThrow();
        if (!last.isAfter(seen.get())) {
            return Optional.empty();
        }
        List<String> changed = told.apply(last).differsFrom(told.apply(seen.get()));
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.at(field, ExchangeError.VERSION_CONFLICT)
                        .naming(Text.same(String.join(", ", changed) + "; version: " + versions.of(written, last))));
    }
}
