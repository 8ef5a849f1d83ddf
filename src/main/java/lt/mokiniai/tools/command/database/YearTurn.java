package lt.mokiniai.tools.command.database;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import lt.mokiniai.exchange.representation.Representation;
import lt.mokiniai.exchange.representation.Representation.State;
import lt.mokiniai.exchange.representation.RepresentationRecords;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.database.DatabaseProperties;
import lt.mokiniai.register.enrolments.turn.LeftBehind;
import lt.mokiniai.register.enrolments.turn.StandingEnrolments;
import lt.mokiniai.register.enrolments.turn.StandingEnrolments.Closed;
import lt.mokiniai.register.enrolments.turn.StandingEnrolments.School;
import lt.mokiniai.register.enrolments.turn.StandingEnrolments.Standing;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import lt.mokiniai.tools.contracts.terminal.PrintedJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Lists what the turn of a school year left behind: by school how many enrolments nobody promoted, ended or moved; of one school
 * which; and of closed institutions what still stands.
 */
@Command(name = "year-turn", mixinStandardHelpOptions = true)
public final class YearTurn implements Callable<Integer> {

    /** More than any school has; the list says when it ends there. */
    private static final int MOST = 10_000;

    private static final int EARLIEST = 1990;
    private static final int LATEST = 2199;

    @Option(names = "--year", required = true, paramLabel = "YYYY")
    private int year;

    @Option(names = "--institution", paramLabel = "CODE")
    private @Nullable String institution;

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Unmatched
    private final List<String> properties = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    /** A school as it is printed for programs. */
    record SchoolLine(String institution, String name, int notPromoted, int endExpected, int inClosedSchool) {

        static SchoolLine of(School school) {
            return new SchoolLine(
                    school.institution(),
                    school.name(),
                    school.count(LeftBehind.NOT_PROMOTED),
                    school.count(LeftBehind.END_EXPECTED),
                    school.count(LeftBehind.CLOSED_SCHOOL));
        }

        int all() {
            return notPromoted + endExpected + inClosedSchool;
        }
    }

    /** An enrolment as it is printed for programs. */
    record EnrolmentLine(
            String enrolmentId, String reason, @Nullable Integer classLevel, String since) {

        static EnrolmentLine of(Standing standing) {
            return new EnrolmentLine(
                    standing.enrolmentId(),
                    standing.reason().name(),
                    standing.classLevel().orElse(null),
                    standing.since().toString());
        }
    }

    /**
     * A closed institution as it is printed for programs.
     *
     * @param enrolments how many go on after the last day
     * @param represented by which subsystems
     * @param contracts the ids of those in force
     */
    record ClosedLine(
            String institution,
            String name,
            String lastDay,
            @Nullable String successor,
            int enrolments,
            List<String> represented,
            List<String> contracts) {

        static ClosedLine of(Closed closed, List<Representation> standing, List<String> contracts) {
            return new ClosedLine(
                    closed.institution(),
                    closed.name(),
                    closed.lastDay().toString(),
                    closed.successor().orElse(null),
                    closed.enrolments(),
                    standing.stream().map(one -> one.client().toString()).toList(),
                    contracts);
        }

        boolean isInOrder() {
            return enrolments == 0 && represented.isEmpty() && contracts.isEmpty();
        }
    }

    /** All of it. */
    record Turn(List<SchoolLine> schools, List<ClosedLine> closed) {}

    @Override
    public Integer call() {
        if (year < EARLIEST || year > LATEST) {
            throw new ParameterException(
                    spec.commandLine(), "--year must be a year from " + EARLIEST + " to " + LATEST);
        }
        RegisterDatabase database = new RegisterDatabase(properties);
        if (institution == null) {
            ContractsInForce contracts = database.setting("mokiniai.contract.folder")
                    .map(folder -> ContractsInForce.in(Path.of(folder), today()))
                    .orElseGet(ContractsInForce::unknown);
            print(database.work(turn(contracts)), contracts);
        } else {
            String asked = institution;
            print(database.work((connections, limits) -> new StandingEnrolments(JdbcClient.create(connections))
                    .of(asked, year, MOST).stream().map(EnrolmentLine::of).toList()));
        }
        return 0;
    }

    private BiFunction<DataSource, DatabaseProperties, Turn> turn(ContractsInForce contracts) {
        return (connections, limits) -> {
            StandingEnrolments enrolments = new StandingEnrolments(JdbcClient.create(connections));
            List<Representation> acting = acting(connections, limits);
            return new Turn(
                    enrolments.schools(year).stream().map(SchoolLine::of).toList(),
                    enrolments.closed(today()).stream()
                            .map(closed -> ClosedLine.of(
                                    closed,
                                    acting.stream()
                                            .filter(one ->
                                                    one.institution().value().equals(closed.institution()))
                                            .toList(),
                                    contracts.of(closed.institution())))
                            .filter(closed -> !closed.isInOrder())
                            .toList());
        };
    }

    /** Who may act for an institution now, or will. */
    private static List<Representation> acting(DataSource connections, DatabaseProperties limits) {
        Instant now = Instant.now();
        return new RepresentationRecords(connections, limits, Clock.systemUTC())
                .all().stream()
                        .filter(one -> one.at(now) == State.STANDS || one.at(now) == State.NOT_YET)
                        .toList();
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(Dates.ZONE));
    }

    private void print(Turn turn, ContractsInForce contracts) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PrintedJson.of(turn));
            return;
        }
        out.println(language.say("year-turn.schools", String.valueOf(year)));
        turn.schools()
                .forEach(school -> out.println("  "
                        + language.say(
                                "year-turn.school",
                                school.institution(),
                                school.name(),
                                school.notPromoted(),
                                school.endExpected(),
                                school.inClosedSchool())));
        out.println(language.say(
                "year-turn.sum",
                turn.schools().size(),
                turn.schools().stream().mapToInt(SchoolLine::all).sum()));
        out.println(language.say("year-turn.closed"));
        turn.closed().forEach(closed -> print(out, closed));
        if (turn.closed().isEmpty()) {
            out.println("  " + language.say("year-turn.nothing"));
        }
        if (!contracts.areKnown()) {
            out.println(language.say("year-turn.no-contracts"));
        }
    }

    private void print(PrintWriter out, ClosedLine closed) {
        out.println("  "
                + language.say(
                        "year-turn.institution",
                        closed.institution(),
                        closed.name(),
                        closed.lastDay(),
                        closed.successor() == null ? "-" : closed.successor(),
                        closed.enrolments(),
                        listed(closed.represented()),
                        listed(closed.contracts())));
    }

    private static String listed(List<String> values) {
        return values.isEmpty() ? "-" : String.join(", ", values);
    }

    private void print(List<EnrolmentLine> enrolments) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PrintedJson.of(enrolments));
            return;
        }
        enrolments.forEach(line -> out.println(line.enrolmentId() + "  "
                + (line.classLevel() == null ? "-" : line.classLevel()) + "  " + line.since() + "  "
                + language.of(reason(LeftBehind.valueOf(line.reason())))));
        out.println(language.say(
                enrolments.size() == MOST ? "year-turn.enrolments-or-more" : "year-turn.enrolments",
                enrolments.size()));
    }

    private static Text reason(LeftBehind reason) {
        return switch (reason) {
            case CLOSED_SCHOOL -> Messages.text("year-turn.reason.closed-school");
            case END_EXPECTED -> Messages.text("year-turn.reason.end-expected");
            case NOT_PROMOTED -> Messages.text("year-turn.reason.not-promoted");
        };
    }
}
