package lt.mokiniai.register.model;

import java.time.LocalDate;

/** A task of a model, as it stands. */
final class Task {

    /** What it is. */
    enum Kind {
        TRANSFER,
        TRANSFER_OBJECTED,
        TRANSFER_STRUCK,
        REMOVAL,
        MERGE,
        CLOSED_SCHOOL
    }

    /** Who decides it. */
    enum Level {
        SCHOOL,
        FOUNDER,
        AGENCY
    }

    /** What became of it. */
    enum State {
        OPEN,
        ACCEPTED,
        OBJECTED,
        CORRECTED,
        LAPSED,
        WITHDRAWN
    }

    final Kind kind;
    final String institution;
    final Subject subject;
    Level level;
    LocalDate dueOn;
    State state = State.OPEN;

    /**
     * What it is about.
     *
     * @param other of another record, that may be of the same student; nothing of other kinds
     * @param study nothing where it is about the student alone
     * @param transfer that waits for it; nothing of other kinds
     * @param closing of the school; nothing of other kinds
     */
    record Subject(Person person, Person other, Study study, Transfer transfer, Closing closing) {

        static Subject of(Person person) {
            return new Subject(person, null, null, null, null);
        }

        static Subject beside(Person person, Person other) {
            return new Subject(person, other, null, null, null);
        }

        static Subject moving(Transfer transfer) {
            return new Subject(transfer.person, null, transfer.former, transfer, null);
        }

        static Subject closing(Person person, Study study, Closing closing) {
            return new Subject(person, null, study, null, closing);
        }
    }

    /**
     * What was asked about the students of a school that closes.
     *
     * @param successor nothing where their study ends
     */
    record Closing(LocalDate lastDay, String successor) {}

    Task(Kind kind, Level level, String institution, Subject subject, LocalDate dueOn) {
        this.kind = kind;
        this.level = level;
        this.institution = institution;
        this.subject = subject;
        this.dueOn = dueOn;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** What a row of it says: all but who asked. */
    String told() {
        return kind + " " + level + " " + institution + " " + subject.person + " beside " + subject.other + " due "
                + dueOn + " " + state;
    }

    @Override
    public String toString() {
        return told();
    }
}
