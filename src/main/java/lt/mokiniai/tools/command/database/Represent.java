package lt.mokiniai.tools.command.database;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import lt.mokiniai.exchange.representation.Representation;
import lt.mokiniai.exchange.representation.Representation.Recorded;
import lt.mokiniai.exchange.representation.RepresentationRecords;
import lt.mokiniai.exchange.representation.RepresentationRecords.Refused;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import lt.mokiniai.tools.contracts.terminal.PrintedJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.Unmatched;

/** Who acts for an institution: recorded, ended, and listed with all that was ever recorded. */
@Command(
        name = "represent",
        mixinStandardHelpOptions = true,
        subcommands = {Represent.Add.class, Represent.End.class, Represent.Listing.class})
public final class Represent {

    /** One as it is printed for programs; times are of Vilnius. */
    record Printed(
            String institution,
            String client,
            OffsetDateTime from,
            Optional<OffsetDateTime> until,
            String state,
            Stamp recorded,
            Optional<Stamp> withdrawn) {

        /** When something was recorded, and by whom. */
        record Stamp(OffsetDateTime at, String by) {

            static Stamp of(Recorded recorded) {
                return new Stamp(time(recorded.at()), recorded.by());
            }
        }

        static Printed of(Representation told, Instant now) {
            return new Printed(
                    told.institution().value(),
                    told.client().toString(),
                    time(told.begins()),
                    told.ends().map(Represent::time),
                    told.at(now).name(),
                    Stamp.of(told.recorded()),
                    told.withdrawn().map(Stamp::of));
        }
    }

    /** Whose right it is. */
    static final class Parties {

        @Option(names = "--institution", required = true, paramLabel = "CODE", converter = Institution.class)
        private LegalEntityCode institution = LegalEntityCode.completing("00000000");

        @Option(names = "--client", required = true, paramLabel = "ID", converter = Client.class)
        private XRoadId client = new XRoadId("", "", "", "");

        @Option(names = "--by", paramLabel = "NAME", defaultValue = "${sys:user.name}")
        private String by = "";
    }

    /** What each of the commands takes. */
    static final class Settings {

        @Option(names = "--json")
        private boolean json;

        @Mixin
        private DemoRegisterOptions demo = new DemoRegisterOptions();

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Spec(Spec.Target.MIXEE)
        private CommandSpec spec;

        int run(List<String> properties, Function<RepresentationRecords, List<Representation>> work, String done) {
            List<Representation> told;
            try {
                told = new RegisterDatabase(demo.settings(properties, language))
                        .work((connections, limits) ->
                                work.apply(new RepresentationRecords(connections, limits, Clock.systemUTC())));
            } catch (Refused refused) {
                spec.commandLine().getErr().println("mokiniai: " + language.of(refused.why()));
                return 1;
            }
            PrintWriter out = spec.commandLine().getOut();
            Instant now = Instant.now();
            if (json) {
                out.println(PrintedJson.of(
                        told.stream().map(one -> Printed.of(one, now)).toList()));
                return 0;
            }
            out.println(language.say(told.isEmpty() ? "represent.none" : done));
            told.forEach(one -> out.println("  " + language.of(line(one, now))));
            return 0;
        }
    }

    /** Records that a subsystem may act for an institution. */
    @Command(name = "add", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {

        @Mixin
        private Parties parties = new Parties();

        @Option(names = "--from", required = true, paramLabel = "YYYY-MM-DD")
        private LocalDate from = LocalDate.EPOCH;

        @Option(names = "--until", paramLabel = "YYYY-MM-DD")
        private @Nullable LocalDate until;

        @Mixin
        private Settings settings = new Settings();

        @Unmatched
        private final List<String> properties = new ArrayList<>();

        @Override
        public Integer call() {
            return settings.run(
                    properties,
                    records -> List.of(records.add(
                            parties.institution, parties.client, from, Optional.ofNullable(until), parties.by)),
                    "represent.added");
        }
    }

    /** Ends that. */
    @Command(name = "end", mixinStandardHelpOptions = true)
    static final class End implements Callable<Integer> {

        @Mixin
        private Parties parties = new Parties();

        @Option(names = "--on", paramLabel = "YYYY-MM-DD")
        private @Nullable LocalDate on;

        @Mixin
        private Settings settings = new Settings();

        @Unmatched
        private final List<String> properties = new ArrayList<>();

        @Override
        public Integer call() {
            return settings.run(
                    properties,
                    records -> records.end(parties.institution, parties.client, Optional.ofNullable(on), parties.by),
                    "represent.ended");
        }
    }

    /** Lists all that was ever recorded. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {

        @Mixin
        private Settings settings = new Settings();

        @Unmatched
        private final List<String> properties = new ArrayList<>();

        @Override
        public Integer call() {
            return settings.run(properties, RepresentationRecords::all, "represent.all");
        }
    }

    /** Takes the code of a legal entity. */
    private static final class Institution implements ITypeConverter<LegalEntityCode> {

        @Override
        public LegalEntityCode convert(String value) {
            if (!LegalEntityCode.isValid(value)) {
                throw new TypeConversionException(
                        "'" + value + "' is no code of a legal entity: 9 digits, of which the last is a check digit");
            }
            return new LegalEntityCode(value);
        }
    }

    /** Takes {@code instance/memberClass/memberCode/subsystemCode}. */
    private static final class Client implements ITypeConverter<XRoadId> {

        @Override
        public XRoadId convert(String value) {
            try {
                return XRoadId.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    private static Text line(Representation told, Instant now) {
        Text until = told.ends()
                .map(end -> Messages.text("represent.until", shown(end)))
                .orElseGet(() -> Messages.text("represent.open"));
        Text withdrawn = told.withdrawn()
                .map(back -> Messages.text("represent.withdrawn", shown(back.at()), back.by()))
                .orElseGet(() -> state(told.at(now)));
        return Messages.text(
                "represent.line",
                told.institution(),
                told.client(),
                shown(told.begins()),
                until,
                shown(told.recorded().at()),
                told.recorded().by(),
                withdrawn);
    }

    private static Text state(Representation.State state) {
        return switch (state) {
            case STANDS -> Messages.text("represent.stands");
            case NOT_YET -> Messages.text("represent.not-yet");
            case ENDED, WITHDRAWN -> Messages.text("represent.is-over");
        };
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(Dates.ZONE).toOffsetDateTime();
    }

    private static String shown(Instant at) {
        return at.atZone(Dates.ZONE)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ');
    }
}
