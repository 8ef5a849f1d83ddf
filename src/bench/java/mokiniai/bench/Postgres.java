package mokiniai.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL server on a folder, with its own settings: it waits for the disk at each commit. */
final class Postgres implements Running {

    private final EmbeddedPostgres server;
    private final ProcessHandle process;
    private final Map<Long, Long> spent = new HashMap<>();

    private Postgres(EmbeddedPostgres server, ProcessHandle process) {
        this.server = server;
        this.process = process;
    }

    /** Starts one as it is installed. */
    static Postgres start(Path folder) {
        return start(folder, "on");
    }

    /** Starts one that is filled: it waits for no disk. */
    static Postgres filled(Path folder) {
        return start(folder, "off");
    }

    private static Postgres start(Path folder, String durable) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", durable)
                    .setServerConfig("synchronous_commit", durable)
                    .start();
            long pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
            return new Postgres(server, ProcessHandle.of(pid).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the register is told of it. */
    Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url",
                address(),
                "spring.datasource.username",
                "postgres",
                "spring.flyway.locations",
                "classpath:db/migration/{vendor},classpath:db/migration/common");
    }

    String address() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** CPU of all its processes so far, of those that have ended too as far as it was seen. */
    synchronized long cpuNanos() {
        process.children().forEach(this::note);
        note(process);
        return spent.values().stream().mapToLong(Long::longValue).sum();
    }

    private void note(ProcessHandle one) {
        Optional<Duration> cpu = one.info().totalCpuDuration();
        cpu.ifPresent(now -> spent.put(one.pid(), now.toNanos()));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
