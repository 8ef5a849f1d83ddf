package lt.mokiniai.tools.command.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.texts.Messages;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.register.form.ReadFile;
import lt.mokiniai.register.form.SortedRecords;
import lt.mokiniai.register.form.report.FindingCount;
import lt.mokiniai.register.form.report.FindingReport;
import lt.mokiniai.register.load.LoadCounts;

/**
 * What a load came to, as it is printed: for people as lines, for programs as its components say.
 *
 * @param nothingLoaded whether nothing was loaded, whatever was found
 * @param receipt of the row in the message log; nothing where there is none
 * @param students how many students are in the files
 * @param records how many records
 * @param counts what became of them; nothing where a file could not be read as a whole, so that nothing was loaded
 * @param findings how many there are of each code
 * @param report the file that has all findings
 */
record LoadSummary(
        boolean nothingLoaded,
        Optional<String> receipt,
        long students,
        long records,
        Optional<Counts> counts,
        List<FindingCount> findings,
        String report) {

    /**
     * What became of the students, and of the records that are not of students.
     *
     * @param linksRefused students who are there, of whom it could not be recorded what they are to others
     * @param reference how many were loaded, by the name of the file
     */
    record Counts(
            long loaded,
            long thereAlready,
            long refused,
            long linksRefused,
            Map<String, Long> reference,
            long referenceThereAlready,
            long referenceRefused) {

        static Counts of(LoadCounts counts) {
            Map<String, Long> reference = new TreeMap<>();
            counts.reference().forEach((kind, loaded) -> reference.put(kind.file(), loaded));
            return new Counts(
                    counts.loaded(),
                    counts.thereAlready(),
                    counts.refused(),
                    counts.linksRefused(),
                    reference,
                    counts.referenceThereAlready(),
                    counts.referenceRefused());
        }

        boolean isAllThere() {
            return refused == 0 && linksRefused == 0 && referenceRefused == 0;
        }

        private Text ofReference() {
            String loaded = reference.entrySet().stream()
                    .map(kind -> kind.getKey() + " " + kind.getValue())
                    .collect(Collectors.joining(", "));
            return Messages.text(
                    "load.reference", loaded.isEmpty() ? "0" : loaded, referenceThereAlready, referenceRefused);
        }
    }

    /** What was loaded with, as the message log keeps it. */
    record Content(String operator, List<ReadFile> files) {}

    /** @param receipt of the row in the message log; nothing where nothing was loaded */
    static LoadSummary of(
            Optional<String> receipt, SortedRecords records, Optional<LoadCounts> counts, FindingReport report) {
        return new LoadSummary(
                receipt.isEmpty(),
                receipt,
                records.students(),
                records.records(),
                counts.map(Counts::of),
                report.codes(),
                report.path().toString());
    }

    /** Whether all that the files say is in the register, or would be. */
    boolean isAllLoaded() {
        return counts.filter(Counts::isAllThere).isPresent();
    }

    /** Says it to people. */
    List<Text> lines() {
        List<Text> lines = new ArrayList<>();
        lines.add(Messages.text("load.read", students, records));
        counts.ifPresentOrElse(
                came -> {
                    lines.add(Messages.text(
                            nothingLoaded ? "load.tried" : "load.loaded",
                            came.loaded(),
                            came.thereAlready(),
                            came.refused()));
                    if (came.linksRefused() > 0) {
                        lines.add(Messages.text("load.links", came.linksRefused()));
                    }
                    lines.add(came.ofReference());
                },
                () -> lines.add(Messages.text("load.not-whole")));
        findings.forEach(code -> lines.add(code.line()));
        if (!findings.isEmpty()) {
            lines.add(Messages.text("load.report", report));
        }
        receipt.ifPresent(number -> lines.add(Messages.text("load.receipt", number)));
        return lines;
    }
}
