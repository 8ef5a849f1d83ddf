package lt.mokiniai.intake.source;

import java.util.List;

/**
 * A record of a delivery as it was read.
 *
 * @param <R> what a record is that could be read
 */
public sealed interface ReadRecord<R> {

    /** One that could be read. */
    record Whole<R>(R told) implements ReadRecord<R> {}

    /**
     * One that could not: it waits with the others that do not fit.
     *
     * @param text as it came
     * @param findings why it could not be read
     */
    record Broken<R>(String text, List<RecordFinding> findings) implements ReadRecord<R> {

        /** Keeps its own copy. */
        public Broken {
            findings = List.copyOf(findings);
        }
    }
}
