package lt.mokiniai.tools.command.help;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.kernel.texts.Text.Language;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the words of a command, and what was probably meant; the exit code is 2. */
public record WrongUsage(Language language) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        boolean lacksACommand = failure.getClass() == ParameterException.class && !isExecutable(command);
        err.println("mokiniai: " + (lacksACommand ? say("command.missing-command") : words(failure)));
        if (lacksACommand) {
            command.usage(err);
        } else {
            err.println(say("command.see", name));
        }
        err.flush();
        return 2;
    }

    /** A command that only holds others. */
    private static boolean isExecutable(CommandLine command) {
        Object user = command.getCommandSpec().userObject();
        return user instanceof Runnable || user instanceof Callable<?> || user instanceof java.lang.reflect.Method;
    }

    private String words(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unknown) {
            String words = unknown.getUnmatched().stream()
                    .map(word -> "'" + word + "'")
                    .collect(Collectors.joining(", "));
            String meant = String.join(", ", unknown.getSuggestions());
            return say("command.unknown-word", words)
                    + (meant.isEmpty() ? "" : "; " + say("command.did-you-mean", meant));
        }
        if (failure instanceof MissingParameterException missing) {
            return say(
                    "command.missing-word",
                    missing.getMissing().stream().map(WrongUsage::label).collect(Collectors.joining(", ")));
        }
        return String.valueOf(failure.getMessage());
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private String say(String key, Object... values) {
        Text text = Messages.text(key, values);
        return language.of(text);
    }
}
