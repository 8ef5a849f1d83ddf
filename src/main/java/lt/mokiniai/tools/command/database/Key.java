package lt.mokiniai.tools.command.database;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lt.mokiniai.exchange.keys.KeyRotation;
import lt.mokiniai.exchange.keys.KeyRotation.Rotated;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** What is done with the master key besides using it. */
@Command(name = "key", mixinStandardHelpOptions = true, subcommands = Key.Rotate.class)
public final class Key {

    /** Replaces it, under running nodes or without any. */
    @Command(name = "rotate", mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {

        @Option(names = "--to", required = true, paramLabel = "FILE")
        private Path to;

        @Unmatched
        private final List<String> properties = new ArrayList<>();

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            RegisterDatabase database = new RegisterDatabase(properties);
            Path from = Path.of(database.required("mokiniai.key.master"));
            Rotated rotated = database.work(
                    (connections, limits) -> new KeyRotation(connections, limits, Clock.systemUTC()).rotate(from, to));
            PrintWriter out = spec.commandLine().getOut();
            out.println("The master key was replaced: " + rotated.months() + " keys of months and " + rotated.stored()
                    + " keys of their own are wrapped by that in " + to + " now.");
            out.println("Put it into the place of " + from + " on each node, by one move. Nodes that run take it within"
                    + " seconds; one that starts with the former is refused.");
            out.println("Keep the former as long as backups of the database that were made before.");
            return 0;
        }
    }
}
