package lt.mokiniai.intake.transport.files;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lt.mokiniai.intake.transport.Delivered;
import lt.mokiniai.intake.transport.OneAtATime;
import lt.mokiniai.intake.transport.TransportProperties;
import lt.mokiniai.platform.database.Diagnosis;
import lt.mokiniai.platform.embedded.OwnerOnly;
import lt.mokiniai.register.form.report.FindingReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The folder into which sources put signed files. A batch whose files have not changed for a while is taken; then its files are
 * moved, with the report, to {@code done} or {@code refused}. Of several nodes one looks at a time; a batch that was broken off
 * still stands in the folder, and is begun anew.
 */
@Component
class DeliveryFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryFolder.class);
    private static final String OPERATOR = "service";
    private static final String LOCK = ".lock";
    private static final String REPORT = ".report";

    /** How long a note waits for the file that it signs. */
    private static final Duration LATEST = Duration.ofHours(1);

    private final FileDeliveries deliveries;
    private final TransportProperties properties;
    private final Clock clock;
    private final OneAtATime work = new OneAtATime("intake-files");

    DeliveryFolder(FileDeliveries deliveries, TransportProperties properties, Clock clock) {
        this.deliveries = deliveries;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${mokiniai.intake.transport.look-every:5s}",
            fixedDelayString = "${mokiniai.intake.transport.look-every:5s}")
    void lookSoon() {
        Path folder = properties.folder();
        if (folder != null) {
            work.run(() -> lookOrTell(folder));
        }
    }

    @PreDestroy
    void end() {
        work.close();
    }

    private void lookOrTell(Path folder) {
        try {
            look(folder);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The folder of deliveries {} cannot be used now: {}", folder, e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("A file of the folder of deliveries cannot be taken now, and stays: {}", Diagnosis.reason(e));
        }
    }

    /**
     * Takes what is there, unless another node does.
     *
     * @return how many batches were taken or refused
     */
    int look(Path folder) throws IOException {
        OwnerOnly.ensureFolder(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = locked(channel)) {
            if (lock == null) {
                return 0;
            }
            List<BatchFiles> batches = batches(folder);
            for (BatchFiles batch : batches) {
                take(batch, folder);
            }
            return batches.size();
        }
    }

    /** A lock is of a process: it goes with one that is killed. */
    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    private List<BatchFiles> batches(Path folder) throws IOException {
        Instant since = clock.instant().minus(properties.quiet());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !BatchFiles.name(file).startsWith("."))
                    .filter(file -> BatchFiles.name(file).endsWith(".xml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(BatchFiles::of)
                    .distinct()
                    .filter(batch -> isWhole(batch)
                            ? batch.all().allMatch(file -> isQuiet(file, since))
                            : isQuiet(batch.signed(), since.minus(LATEST)))
                    .toList();
        }
    }

    /** A note may come before the file that it signs. */
    private static boolean isWhole(BatchFiles batch) {
        return batch.all().allMatch(Files::isRegularFile);
    }

    /** A file that changed a moment ago may still be being written. */
    private static boolean isQuiet(Path file, Instant since) {
        try {
            return !Files.getLastModifiedTime(file).toInstant().isAfter(since);
        } catch (IOException e) {
            // It was taken away again.
            return false;
        }
    }

    private void take(BatchFiles batch, Path folder) throws IOException {
        Path findings = folder.resolve(REPORT);
        String name = BatchFiles.name(batch.records());
        Optional<Delivered> delivered;
        BatchReport report;
        try (FindingReport found = new FindingReport(findings)) {
            delivered = deliveries.deliver(batch, OPERATOR, found);
            report = new BatchReport(name, delivered, found.codes());
        }
        new BatchMove(folder).move(batch, findings, report, clock.instant());
        if (delivered.isPresent()) {
            LOG.info("The file {} was taken: {}", name, report.en());
        } else {
            LOG.warn("The file {} was refused: {}", name, report.en());
        }
    }
}
