package lt.mokiniai.tools.command;

import lt.mokiniai.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells which version runs, and on what. */
@Command(name = "version", mixinStandardHelpOptions = true)
final class Version implements Runnable, IVersionProvider {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        for (String line : getVersion()) {
            spec.commandLine().getOut().println(line);
        }
    }

    @Override
    public String[] getVersion() {
        String version = Application.class.getPackage().getImplementationVersion();
        return new String[] {
            "mokiniai " + (version == null ? "(not packaged)" : version),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor")
        };
    }
}
