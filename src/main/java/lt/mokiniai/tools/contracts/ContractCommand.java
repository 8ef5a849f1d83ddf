package lt.mokiniai.tools.contracts;

import picocli.CommandLine.Command;

/** The commands on contract files; none of them needs the service or its database. */
@Command(
        name = "contract",
        mixinStandardHelpOptions = true,
        subcommands = {New.class, Check.class, Explain.class, Diff.class, Try.class, Sign.class})
public final class ContractCommand {}
