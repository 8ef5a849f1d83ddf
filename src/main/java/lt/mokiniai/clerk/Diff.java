package lt.mokiniai.clerk;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lt.mokiniai.clerk.Differences.Difference;
import lt.mokiniai.clerk.Differences.Effect;
import lt.mokiniai.contract.Contract;
import lt.mokiniai.contractfile.BrokenContracts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a new version of a contract adds and takes away. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Says what a new version of a contract adds and takes away, item by item, and which bounds it moves.",
            "+ the party may do more, - it may do less, ~ neither, or both.",
        },
        footer = {"", "Exit code: 0 no difference, 1 differences, 2 a contract is not sound, or wrong usage."})
final class Diff implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD", description = "The contract as it was.")
    private Path older = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The contract as it is to be.")
    private Path newer = Path.of("");

    @Option(names = "--json", description = "Prints the list of differences as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ContractFiles files = new ContractFiles(spec);
        List<Difference> differences;
        try {
            Contract before = files.contract(older);
            differences = Differences.between(before, files.contract(newer));
        } catch (BrokenContracts broken) {
            spec.commandLine().getErr().println("mokiniai: " + broken.getMessage());
            return 2;
        }
        if (json) {
            files.printJson(differences);
        } else {
            print(differences, spec.commandLine().getOut());
        }
        return differences.isEmpty() ? 0 : 1;
    }

    private static void print(List<Difference> differences, PrintWriter out) {
        String where = "";
        for (Difference difference : differences) {
            if (!where.equals(difference.where())) {
                where = difference.where();
                out.println(where);
            }
            out.println("  " + sign(difference.effect()) + " " + difference.what() + ": " + values(difference));
        }
    }

    private static String sign(Effect effect) {
        return switch (effect) {
            case WIDENS -> "+";
            case NARROWS -> "-";
            case CHANGES -> "~";
        };
    }

    /** What is added or taken away stands alone: its sign tells which. */
    private static String values(Difference difference) {
        boolean isAdded = difference.before().equals(Differences.NONE) && difference.effect() == Effect.WIDENS;
        boolean isTaken = difference.after().equals(Differences.NONE) && difference.effect() == Effect.NARROWS;
        if (isAdded || isTaken) {
            return isAdded ? difference.after() : difference.before();
        }
        return difference.before() + " → " + difference.after();
    }
}
