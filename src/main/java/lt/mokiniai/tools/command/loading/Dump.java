package lt.mokiniai.tools.command.loading;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lt.mokiniai.platform.database.MaintenanceConnections;
import lt.mokiniai.register.dump.RegisterDump;
import lt.mokiniai.register.dump.RegisterDump.Dumped;
import lt.mokiniai.register.form.CsvWriter;
import lt.mokiniai.register.form.RecordWriter;
import lt.mokiniai.register.form.XmlWriter;
import lt.mokiniai.tools.command.database.DemoRegisterOptions;
import lt.mokiniai.tools.command.database.RegisterDatabase;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import lt.mokiniai.tools.contracts.terminal.PrintedJson;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Writes the whole register to files of the form, as it stands at one moment. They get their name when they are whole, so that
 * what a dump left behind that was broken off is taken for no register.
 */
@Command(name = "dump", mixinStandardHelpOptions = true)
public final class Dump implements Callable<Integer> {

    private static final String PART = ".part";

    @Option(names = "--to", required = true, paramLabel = "FOLDER|FILE.xml")
    private Path to = Path.of("");

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private DemoRegisterOptions demo = new DemoRegisterOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Unmatched
    private final List<String> properties = new ArrayList<>();

    private long changed;

    @Spec
    private CommandSpec spec;

    /**
     * What was done, for programs.
     *
     * @param kinds how many records there are of each kind, by the name of its file
     * @param changed how many of them have a text that is not written as the register has it
     */
    record Printed(String to, long students, long records, Map<String, Long> kinds, long changed) {

        static Printed of(String to, Dumped dumped, long changed) {
            Map<String, Long> kinds = new TreeMap<>();
            dumped.kinds().forEach((kind, records) -> kinds.put(kind.file(), records));
            return new Printed(to, dumped.students(), dumped.records(), kinds, changed);
        }
    }

    @Override
    public Integer call() throws IOException {
        Path target = to.toAbsolutePath().normalize();
        Path part = target.resolveSibling(target.getFileName() + PART);
        if (isThere(target)) {
            throw new IllegalStateException(language.say("dump.there", to));
        }
        if (Files.exists(part)) {
            throw new IllegalStateException(language.say("dump.broken-off", part));
        }
        RegisterDatabase database = new RegisterDatabase(demo.settings(properties, language));
        Dumped dumped = whole(database, part);
        Files.deleteIfExists(target);
        Files.move(part, target);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PrintedJson.of(Printed.of(to.toString(), dumped, changed)));
        } else {
            out.println(language.say("dump.done", dumped.students(), dumped.records(), to));
            if (changed > 0) {
                out.println(language.say("dump.changed", changed));
            }
        }
        return 0;
    }

    private Dumped whole(RegisterDatabase database, Path part) throws IOException {
        boolean isWhole = false;
        try {
            Dumped dumped = database.work(
                    (connections, limits) -> dump(new MaintenanceConnections(connections).source(), part));
            isWhole = true;
            return dumped;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } finally {
            if (!isWhole) {
                FileSystemUtils.deleteRecursively(part);
            }
        }
    }

    /** An empty folder is as good as none. */
    private static boolean isThere(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return Files.exists(target);
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.findAny().isPresent();
        }
    }

    private Dumped dump(DataSource source, Path part) {
        RegisterDump register = new RegisterDump(source);
        try (RecordWriter writer = isXml() ? new XmlWriter(part) : new CsvWriter(part);
                ProgressLine progress = ProgressLine.of(language.say("dump.progress"), register.students())) {
            Dumped dumped = register.dump(writer, progress::reached);
            changed = writer.changed();
            return dumped;
        }
    }

    private boolean isXml() {
        return to.toString().endsWith(".xml");
    }
}
