package lt.mokiniai.tools.command.database;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.register.enrolments.registrations.NotEnrolledStudents;
import lt.mokiniai.register.enrolments.registrations.NotEnrolledStudents.Registration;
import lt.mokiniai.register.enrolments.registrations.RegistrationProperties;
import lt.mokiniai.tools.contracts.terminal.PrintedJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Lists students whom an operator has to look after: those who were registered and never enrolled. */
@Command(name = "students", mixinStandardHelpOptions = true)
public final class Students implements Callable<Integer> {

    /** More than anybody looks at; the list says when it ends there. */
    private static final int MOST = 10_000;

    /** The one list that there is; whoever asks says which. */
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--not-enrolled", required = true)
    private boolean notEnrolled;

    @Option(names = "--days", paramLabel = "N")
    private @Nullable Integer days;

    @Option(names = "--json")
    private boolean json;

    @Unmatched
    private final List<String> properties = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    /**
     * A line of the list.
     *
     * @param registered the day in Vilnius
     * @param institution the code of the institution that registered the student; nothing where none did
     */
    record Line(
            String registerId, String registered, @Nullable String institution) {

        static Line of(Registration registration) {
            return new Line(
                    registration.registerId(),
                    LocalDate.ofInstant(registration.registeredAt(), Dates.ZONE).toString(),
                    registration.institution().orElse(null));
        }
    }

    @Override
    public Integer call() {
        RegisterDatabase database = new RegisterDatabase(properties);
        int after = days == null
                ? database.settings("mokiniai.registrations", RegistrationProperties.class)
                        .notEnrolledDays()
                : days;
        if (after < 0) {
            throw new ParameterException(spec.commandLine(), "--days must not be negative");
        }
        Instant before = Clock.systemUTC().instant().minus(after, ChronoUnit.DAYS);
        print(found(database, before));
        return 0;
    }

    private static List<Line> found(RegisterDatabase database, Instant before) {
        return database.work((connections, limits) -> new NotEnrolledStudents(JdbcClient.create(connections))
                .before(before, MOST).stream().map(Line::of).toList());
    }

    private void print(List<Line> lines) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PrintedJson.of(lines));
            return;
        }
        lines.forEach(line -> out.println(line.registerId() + "  " + line.registered() + "  "
                + (line.institution() == null ? "-" : line.institution())));
        out.println(lines.size() + (lines.size() == MOST ? " students, and there may be more" : " students"));
    }
}
