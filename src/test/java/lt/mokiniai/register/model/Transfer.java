package lt.mokiniai.register.model;

import java.time.LocalDate;

/** A transfer of a model: the enrolment that would end, and the one that would begin. */
final class Transfer {

    /** What became of it, as its asker is told. */
    enum State {
        WAITING,
        OBJECTED,
        DONE,
        FAILED,
        REFUSED,
        WITHDRAWN,
        STRUCK
    }

    final Person person;
    final Study former;
    final Study asked;
    final LocalDate from;
    final Told first;
    State state = State.WAITING;
    /** The former enrolment before it was carried out, and after it; nothing where it had ended by itself. */
    Study before;

    Study after;
    Study begun;

    Transfer(Person person, Study former, Study asked, LocalDate from, Told first) {
        this.person = person;
        this.former = former;
        this.asked = asked;
        this.from = from;
        this.first = first;
    }

    boolean isWaiting() {
        return state == State.WAITING || state == State.OBJECTED;
    }

    /** Whether the former school wrote nothing of its enrolment since the transfer ended it, or could not. */
    boolean isFormerAsItWasLeft() {
        return after == null || former.isLike(after);
    }
}
