package lt.mokiniai.intake.transport.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.platform.embedded.OwnerOnly;

/**
 * Moves the files of batches out of the folder, each batch into a folder of its own. What carries the signature is moved last: as
 * long as it stands in the folder the batch is not done with.
 *
 * @param folder that is looked into
 */
record BatchMove(Path folder) {

    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final String FINDINGS = "report.csv";
    private static final String REPORT = "report.txt";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss");

    /** @param findings the file of all findings, which goes with it */
    void move(BatchFiles batch, Path findings, BatchReport report, Instant now) throws IOException {
        Path target = target(report.delivered().isPresent() ? DONE : REFUSED, report.file(), now);
        OwnerOnly.createFile(target.resolve(REPORT));
        Files.writeString(target.resolve(REPORT), report.text());
        Files.move(findings, target.resolve(FINDINGS));
        if (batch.data().filter(Files::exists).isPresent()) {
            move(batch.data().get(), target);
        }
        move(batch.signed(), target);
    }

    private static void move(Path file, Path target) throws IOException {
        Files.move(file, target.resolve(BatchFiles.name(file)));
    }

    private Path target(String outcome, String name, Instant now) throws IOException {
        String first = STAMP.format(now.atZone(Dates.ZONE)) + "-" + name;
        Path target = folder.resolve(outcome).resolve(first);
        for (int i = 2; Files.exists(target); i++) {
            target = folder.resolve(outcome).resolve(first + "-" + i);
        }
        OwnerOnly.ensureFolder(target);
        return target;
    }
}
