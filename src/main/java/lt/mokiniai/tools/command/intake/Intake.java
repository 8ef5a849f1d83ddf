package lt.mokiniai.tools.command.intake;

import picocli.CommandLine.Command;

/** Deliveries of source registers that no message brings. */
@Command(
        name = "intake",
        mixinStandardHelpOptions = true,
        subcommands = {Deliver.class, Pull.class, SignBatch.class})
public final class Intake {}
