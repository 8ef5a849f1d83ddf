package lt.mokiniai.register.load;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lt.mokiniai.register.form.Finding;
import lt.mokiniai.register.load.given.KeptRules;
import lt.mokiniai.register.load.given.KeptRules.Kept;
import lt.mokiniai.register.load.given.ReferenceLoad;
import org.springframework.stereotype.Component;

/**
 * Takes over a register that exists (docs/decisions/0053): each student whole or not at all, by the rules of the operations. What
 * was loaded before is passed by, so that a load that was cut off goes on where it was.
 */
@Component
public class RegisterLoad {

    private final KeptRules rules;
    private final LoadStores stores;

    RegisterLoad(KeptRules rules, LoadStores stores) {
        this.rules = rules;
        this.stores = stores;
    }

    /**
     * Loads what files hold.
     *
     * @param findings told of all that is wrong, or unlikely
     * @param studentsDone told how many students are done, now and then
     */
    public LoadCounts load(LoadFiles files, LoadRun run, Consumer<Finding> findings, LongConsumer studentsDone) {
        return load(files, Optional.of(run), findings, studentsDone);
    }

    /**
     * Tells what a load would do, and writes nothing.
     *
     * @param findings told of all that is wrong, or unlikely
     * @param studentsDone told how many students are done, now and then
     */
    public LoadCounts tryOut(LoadFiles files, Consumer<Finding> findings, LongConsumer studentsDone) {
        return load(files, Optional.empty(), findings, studentsDone);
    }

    private LoadCounts load(
            LoadFiles files, Optional<LoadRun> run, Consumer<Finding> findings, LongConsumer studentsDone) {
        Kept kept = rules.load(files.reference(), run.isEmpty(), findings);
        LoadStores.Given given = new LoadStores.Given(kept.rules(), run);
        StudentLinks links = new StudentLinks(stores, given, files.seen(), findings);
        StudentBatches students = new StudentBatches(stores, given, files.seen(), links, findings, studentsDone);
        files.students().forEach(students::add);
        students.finish();
        links.finish();
        ReferenceLoad reference = kept.reference();
        return new LoadCounts(
                students.loaded(),
                students.thereAlready(),
                students.refused(),
                links.refused(),
                reference.loaded(),
                reference.thereAlready(),
                reference.refused() + files.referenceBroken());
    }
}
