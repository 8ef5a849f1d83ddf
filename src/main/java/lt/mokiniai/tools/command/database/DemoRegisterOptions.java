package lt.mokiniai.tools.command.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import lt.mokiniai.tools.demo.RunningDemo;
import picocli.CommandLine.Option;

/** The options of a command that works on the register of a demo too. */
public final class DemoRegisterOptions {

    @Option(names = "--demo")
    private boolean demo;

    @Option(names = "--folder", paramLabel = "FOLDER", defaultValue = "${sys:mokiniai.demo.folder:-var/demo}")
    private Path folder = Path.of("");

    /**
     * Gives the settings of the register that is meant. That of a demo is a file of the one process that has it open.
     *
     * @param properties those that were named
     * @throws IllegalStateException when there is no demo in the folder, or one that runs
     */
    public List<String> settings(List<String> properties, LanguageOption language) {
        if (!demo) {
            return properties;
        }
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute.resolve("register.mv.db"))) {
            throw new IllegalStateException(language.say("represent.no-demo", absolute));
        }
        try {
            if (RunningDemo.in(absolute).isPresent()) {
                throw new IllegalStateException(language.say("represent.demo-runs", absolute));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> ofTheDemo = new ArrayList<>(properties);
        ofTheDemo.add("--spring.profiles.active=demo");
        ofTheDemo.add("--mokiniai.demo.folder=" + absolute);
        return ofTheDemo;
    }
}
