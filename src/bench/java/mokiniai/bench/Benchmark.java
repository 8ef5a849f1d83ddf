package mokiniai.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Runs the benchmark and writes its page (docs/performance.md, 'Repeat it'). */
final class Benchmark implements Running {

    private static final double HALF = 0.5;

    private final Settings settings;
    private final PreparedRegister prepared;
    private final Windows windows;
    private final Results results = new Results();
    private final Deque<Running> open = new ArrayDeque<>();

    private Benchmark(Settings settings) {
        this.settings = settings;
        this.prepared = new PreparedRegister(settings);
        this.windows = new Windows(settings);
    }

    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Settings settings = Settings.read();
        try (Benchmark benchmark = new Benchmark(settings)) {
            long begun = System.nanoTime();
            benchmark.run();
            benchmark.results.took = Duration.ofNanos(System.nanoTime() - begun);
            new Page(settings, benchmark.results).write();
        }
        System.exit(0);
    }

    private void run() {
        if (settings.runs('s')) {
            Path demo = prepared.h2("demo", Startup.STUDENTS);
            results.startup =
                    Startup.series(demo, PreparedRegister.questions(demo).first(), settings.starts());
        }
        if (settings.runsACall()) {
            calls();
        }
    }

    private void calls() {
        Path h2 = prepared.h2("h2", settings.students());
        Path postgres = prepared.postgres("postgres", settings.students());
        Questions questions = PreparedRegister.questions(h2);
        Postgres database = keep(Postgres.start(postgres.resolve("data")));
        Server onH2 = OurServer.start(Results.OURS_H2, h2);
        Server onPostgres = OurServer.start(Results.OURS_POSTGRES, postgres.resolve("demo"), database);
        try (onH2;
                onPostgres) {
            List<Server> ours = new ArrayList<>();
            if (settings.runs('h')) {
                ours.add(onH2);
            }
            if (settings.runs('p')) {
                ours.add(onPostgres);
            }
            all(questions, onH2, ours);
            operations(questions, ours);
            if (settings.runs('l')) {
                results.log = LogSize.of(new Asked(onPostgres, questions.first()), database);
            }
            if (settings.runs('f')) {
                ours.forEach(server -> profile(new Asked(server, questions.first())));
            }
        }
        if (settings.runs('t')) {
            count(OurServer.unpackaged(Results.OURS_H2, h2, RoundTrips.counting(Map.of())), questions);
            count(
                    OurServer.unpackaged(
                            Results.OURS_POSTGRES, postgres.resolve("demo"), RoundTrips.counting(database.settings())),
                    questions);
        }
    }

    /** The one question that every variant answers. */
    private void all(Questions questions, Server onH2, List<Server> ours) {
        Path folder = Exchange.record(
                new Asked(onH2, questions.first()), settings.folder().resolve("work/exchange"));
        List<Subject> subjects = new ArrayList<>();
        if (settings.runs('a')) {
            Raw raw = keep(Raw.of(folder, onH2.keys(), questions.first().party()));
            results.raw = raw.what();
            subjects.add(raw);
        }
        if (settings.runs('b')) {
            Question rsa = questions.firstWithRsa();
            Keys old = OldKeys.of(onH2.keys(), rsa.party(), settings.folder().resolve("work/old-keys"));
            subjects.add(new Asked(keep(Rival.stockCxf(folder, old)), rsa));
        }
        if (settings.runs('c')) {
            subjects.add(new Asked(keep(Rival.tunedCxf(folder, onH2.keys())), questions.first()));
        }
        if (settings.runs('d')) {
            subjects.add(new Asked(keep(Rival.springWs(folder, onH2.keys())), questions.first()));
        }
        ours.forEach(server -> subjects.add(new Asked(server, questions.first())));
        windows.run(subjects, settings.leastWarmUp()).forEach((subject, series) -> {
            results.first.put(subject.name(), series);
            print(questions.first(), subject, series);
            if (subject instanceof Asked asked && settings.runs('w')) {
                results.latencies.put(
                        subject.name(),
                        OpenLoop.run(asked, series.median(Sample::perSecond) * HALF, settings.openLoop()));
            }
        });
    }

    private void operations(Questions questions, List<Server> servers) {
        for (Question question : questions.all()) {
            if (settings.runs(question)) {
                Map<String, Series<Sample>> byName = new LinkedHashMap<>();
                windows.run(
                                servers.stream()
                                        .map(server -> new Asked(server, question))
                                        .toList(),
                                settings.leastAnotherWarmUp())
                        .forEach((subject, series) -> {
                            byName.put(subject.name(), series);
                            print(question, subject, series);
                        });
                results.operations.put(question, byName);
            }
        }
    }

    private void profile(Asked asked) {
        asked.prepare(settings.leastWarmUp());
        asked.run();
        new Profiler(settings.folder().resolve("work"))
                .stacks(asked, settings.leastWarmUp(), settings.openLoop())
                .ifPresent(stacks -> results.stacks.put(asked.name(), stacks));
    }

    private void count(Server server, Questions questions) {
        try (server) {
            results.roundTrips.put(
                    server.name(),
                    RoundTrips.of(
                            server,
                            questions.all().stream().filter(settings::runs).toList()));
        }
    }

    private static void print(Question question, Subject subject, Series<Sample> series) {
        System.out.printf(
                "%-26s %-22s %8.3f ms CPU, %7.3f ms in the database, %8.0f kB, %7.1f calls/s%n",
                question.label(),
                subject.name(),
                series.median(Sample::cpuMillis),
                series.median(Sample::databaseMillis),
                series.median(Sample::kilobytes),
                series.median(Sample::perSecond));
    }

    private <T extends Running> T keep(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
