package mokiniai.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Runs the benchmark and writes its page (docs/performance.md, 'Repeat it'). */
final class Benchmark implements Running {

    private final Settings settings;
    private final Deque<Running> open = new ArrayDeque<>();

    private Benchmark(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        try (Benchmark benchmark = new Benchmark(Settings.read())) {
            benchmark.run();
        }
        System.exit(0);
    }

    private void run() {
        PreparedRegister prepared = new PreparedRegister(settings, settings.students());
        List<Server> servers = new ArrayList<>();
        Path h2 = prepared.h2("h2");
        Questions questions =
                new Questions(PreparedRegister.codes("jdbc:h2:file:" + h2.resolve("register") + ";MODE=Oracle", "sa"));
        Server onH2 = keep(OurServer.start("(e) ours on H2", h2, Map.of()));
        servers.add(onH2);
        if (settings.runs('p')) {
            Path folder = prepared.postgres("postgres");
            Postgres postgres = keep(Postgres.start(folder.resolve("data")));
            servers.add(keep(OurServer.start(
                    "(e) ours on PostgreSQL", folder.resolve("demo"), postgres.settings(), postgres::cpuNanos)));
        }
        Windows windows = new Windows(settings);
        Path folder = Exchange.record(
                new Asked(onH2, questions.first()), settings.folder().resolve("work/exchange"));
        List<Subject> subjects = new ArrayList<>();
        subjects.add(keep(Raw.of(folder, onH2.keys(), questions.first().party())));
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
        servers.stream()
                .filter(server -> !server.equals(onH2) || settings.runs('e'))
                .forEach(server -> subjects.add(new Asked(server, questions.first())));
        windows.run(subjects).forEach(Benchmark::print);
        for (Question question : questions.all().subList(1, questions.all().size())) {
            if (settings.runs(question)) {
                List<Asked> asked = servers.stream()
                        .map(server -> new Asked(server, question))
                        .toList();
                windows.run(asked).forEach((subject, series) -> {
                    System.out.print(question.label() + ": ");
                    print(subject, series);
                });
            }
        }
    }

    private static void print(Subject subject, Series series) {
        System.out.printf(
                "%-28s %8.3f ms CPU, %8.3f ms in the database, %9.1f kB, %8.1f calls/s%n",
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
