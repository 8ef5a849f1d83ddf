package lt.mokiniai.register.model;

import java.time.LocalDate;
import java.util.List;

/**
 * A list of students whom a school takes into the next class. Two are equal where their content is.
 *
 * @param from the day from which the new class holds
 * @param all what is told of all
 */
record ClassList(String school, String batchId, LocalDate from, Told all, List<Entry> entries) {

    /** What becomes of a student. */
    enum Kind {
        PROMOTED("promoted"),
        REPEATS("repeats"),
        LEAVES("leaves"),
        CHANGES("changesProgramme");

        private final String element;

        Kind(String element) {
            this.element = element;
        }

        String element() {
            return element;
        }
    }

    /**
     * One student.
     *
     * @param study nothing where the identifier is of none
     * @param told of the student; nothing of one who leaves
     * @param last the last day of one who leaves
     * @param programme of one who changes it
     */
    record Entry(Study study, Kind kind, Told told, LocalDate last, Programme programme) {}

    /** The same number is the same list, of one school. */
    String name() {
        return school + " " + batchId;
    }
}
