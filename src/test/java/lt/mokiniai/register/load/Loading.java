package lt.mokiniai.register.load;

import java.util.ArrayList;
import java.util.List;
import lt.mokiniai.register.form.Finding;

/** Loads what a test wrote, as the command does. */
public final class Loading {

    private final RegisterLoad load;
    private final LoadRuns runs;

    public Loading(RegisterLoad load, LoadRuns runs) {
        this.load = load;
        this.runs = runs;
    }

    /** Loads records, and gives what was found of them. */
    public List<Finding> load(WrittenRecords records) {
        List<Finding> findings = new ArrayList<>();
        try (LoadRun run = runs.begin("tester", List.of()).orElseThrow()) {
            runs.end(run, load.load(records.files(), run, findings::add, done -> {}));
        }
        return findings;
    }
}
