package lt.mokiniai.tools.contracts;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lt.mokiniai.contract.files.BrokenContracts;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.tools.contracts.documents.Differences;
import lt.mokiniai.tools.contracts.documents.Differences.Difference;
import lt.mokiniai.tools.contracts.documents.Differences.Effect;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a new version of a contract adds and takes away. */
@Command(name = "diff", mixinStandardHelpOptions = true)
final class Diff implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "older")
    private Path older = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "newer")
    private Path newer = Path.of("");

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** The whole as it is printed for programs. */
    record Compared(List<Text> warnings, List<Difference> differences) {}

    @Override
    public Integer call() {
        ContractFiles files = new ContractFiles(spec);
        Compared compared;
        try {
            compared = compared(files.contract(older), files.contract(newer));
        } catch (BrokenContracts broken) {
            files.printUnsound(broken, json, List.of(language.language()));
            return 2;
        }
        if (json) {
            files.printJson(compared);
        } else {
            print(compared, spec.commandLine().getOut());
        }
        return compared.differences().isEmpty() ? 0 : 1;
    }

    private static Compared compared(Contract before, Contract after) {
        List<Difference> differences = Differences.between(before, after);
        int order = Integer.compare(Integer.parseInt(after.version()), Integer.parseInt(before.version()));
        // Two contracts count their versions each for itself.
        if (differences.isEmpty() || order > 0 || !before.id().equals(after.id())) {
            return new Compared(List.of(), differences);
        }
        Text warning = order == 0
                ? text("diff.same-version", after.version())
                : text("diff.older-version", after.version(), before.version());
        return new Compared(List.of(warning), differences);
    }

    private void print(Compared compared, PrintWriter out) {
        compared.warnings().forEach(warning -> out.println("! " + language.of(warning)));
        String where = "";
        for (Difference difference : compared.differences()) {
            if (!where.equals(difference.where())) {
                where = difference.where();
                out.println(where.equals(Differences.CONTRACT) ? language.say("diff.contract") : where);
            }
            out.println("  " + sign(difference.effect()) + " " + language.of(difference.what()) + ": "
                    + values(difference));
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
    private String values(Difference difference) {
        String before = language.of(difference.before());
        String after = language.of(difference.after());
        if (difference.isAdded()) {
            return after;
        }
        return difference.isTaken() ? before : before + " → " + after;
    }
}
