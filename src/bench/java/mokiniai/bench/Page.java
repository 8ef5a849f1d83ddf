package mokiniai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of a run. */
final class Page {

    private static final double LEAST_SHARE = 0.01;

    private final Settings settings;
    private final Results results;

    Page(Settings settings, Results results) {
        this.settings = settings;
        this.results = results;
    }

    void write() {
        try {
            String template = Files.readString(Path.of("src/bench/resources/performance.md"));
            Files.createDirectories(settings.page().toAbsolutePath().getParent());
            Files.writeString(
                    settings.page(),
                    template.replace("${machine}", Machine.described())
                            .replace("${java}", Machine.java())
                            .replace("${load}", number(results.load, 1))
                            .replace("${kind}", settings.isQuick() ? "a quick run, of" : "a whole run, of")
                            .replace("${warm}", String.valueOf(settings.leastWarmUp()))
                            .replace("${raw}", results.raw)
                            .replace("${students}", "%,d".formatted(settings.students()))
                            .replace("${rounds}", String.valueOf(settings.rounds()))
                            .replace(
                                    "${window}",
                                    String.valueOf(settings.window().toSeconds()))
                            .replace("${minutes}", String.valueOf(results.took.toMinutes()))
                            .replace("${goals}", Goals.of(results))
                            .replace("${first}", first())
                            .replace("${latencies}", latencies())
                            .replace("${operations}", operations())
                            .replace("${log}", log())
                            .replace("${startup}", startup())
                            .replace("${profile}", profile()));
            System.out.println("Written: " + settings.page());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String first() {
        Table table = new Table(
                "variant", "CPU, ms", "spread", "× (a)", "× (c)", "database CPU, ms", "allocated, kB", "calls/s");
        Series<Sample> raw = results.first.get(Results.RAW);
        Series<Sample> tuned = results.first.get(Results.TUNED);
        results.first.forEach((name, series) -> table.row(
                name,
                number(series.median(Sample::cpuMillis), 3),
                "%.0f %%".formatted(100 * series.spread(Sample::cpuMillis)),
                ratio(series, raw),
                ratio(series, tuned),
                database(series),
                number(series.median(Sample::kilobytes), 0),
                number(series.median(Sample::perSecond), 0)));
        return table.toString();
    }

    private String latencies() {
        Table table = new Table("variant", "calls/s", "p50, ms", "p99, ms", "p99.9, ms", "not answered");
        results.latencies.forEach((name, latency) -> table.row(
                name,
                number(latency.perSecond(), 0),
                number(latency.millis(50), 1),
                number(latency.millis(99), 1),
                number(latency.millis(99.9), 1),
                latency.refused() + " of " + latency.calls()));
        return table.toString();
    }

    private String operations() {
        Table table = new Table(
                "operation",
                "H2: CPU, ms",
                "allocated, kB",
                "round trips",
                "PostgreSQL: CPU, ms",
                "database CPU, ms",
                "allocated, kB",
                "round trips");
        results.operations.forEach((question, byName) -> table.row(
                question.label(),
                of(byName.get(Results.OURS_H2), Sample::cpuMillis, 2),
                of(byName.get(Results.OURS_H2), Sample::kilobytes, 0),
                trips(Results.OURS_H2, question),
                of(byName.get(Results.OURS_POSTGRES), Sample::cpuMillis, 2),
                of(byName.get(Results.OURS_POSTGRES), Sample::databaseMillis, 2),
                of(byName.get(Results.OURS_POSTGRES), Sample::kilobytes, 0),
                trips(Results.OURS_POSTGRES, question)));
        return table.toString();
    }

    private String trips(String name, Question question) {
        Double counted = results.roundTrips.getOrDefault(name, Map.of()).get(question.label());
        return counted == null ? "" : number(counted, 1);
    }

    private String log() {
        LogSize log = results.log;
        return log == null
                ? ""
                : new Table("`getStudent` on PostgreSQL", "bytes a call")
                        .row("the log's tables and indexes grow by", number(log.tables(), 0))
                        .row("of it request and answer, as they are stored", number(log.messages(), 0))
                        .toString();
    }

    private String startup() {
        Series<Startup> startup = results.startup;
        return startup == null
                ? ""
                : new Table("the demo of %,d students, started again".formatted(Startup.STUDENTS), "median")
                        .row("to the first answer, s", number(startup.median(Startup::wallSeconds), 1))
                        .row("CPU until then, s", number(startup.median(Startup::cpuSeconds), 1))
                        .row("resident at rest, MB", number(startup.median(Startup::residentMegabytes), 0))
                        .row("CPU of one `call`, s", number(startup.median(Startup::callSeconds), 2))
                        .toString();
    }

    private String profile() {
        return results.stacks.entrySet().stream()
                .map(entry -> "### " + entry.getKey() + "\n\n"
                        + shares("library", Areas.byLibrary(entry.getValue())) + "\n"
                        + shares("module", Areas.byModule(entry.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String shares(String what, Map<String, Double> shares) {
        Table table = new Table(what, "share of CPU");
        shares.forEach((area, share) -> {
            if (share >= LEAST_SHARE) {
                table.row(area, "%.0f %%".formatted(100 * share));
            }
        });
        return table.toString();
    }

    private static String ratio(Series<Sample> series, @Nullable Series<Sample> other) {
        return other == null ? "" : number(series.ratio(other, Sample::cpuMillis), 2);
    }

    private static String database(Series<Sample> series) {
        double millis = series.median(Sample::databaseMillis);
        return millis == 0 ? "" : number(millis, 2);
    }

    private static String of(@Nullable Series<Sample> series, ToDoubleFunction<Sample> measure, int digits) {
        return series == null ? "" : number(series.median(measure), digits);
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
