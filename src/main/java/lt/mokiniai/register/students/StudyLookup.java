package lt.mokiniai.register.students;

import java.time.LocalDate;
import java.util.Optional;
import lt.mokiniai.kernel.scope.Population.Study;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.sql.Conditions;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.wsdl.students.Fact;
import lt.mokiniai.wsdl.types.Confirmation;

/** What this module asks about studies, of the module that knows them. */
public interface StudyLookup {

    /**
     * Adds the condition that person {@code p} has a current enrolment as described.
     *
     * @param prefix begins the names of the parameters that it adds, so that two studies stand in one question
     */
    void require(Conditions conditions, Study study, String prefix);

    /**
     * Gives the condition that person {@code p} is enrolled as described, now or later on; its parameters are added.
     *
     * @param study says at which institutions; nobody is enrolled at any
     */
    String isOrWillBeEnrolled(Conditions conditions, Study study);

    /** Gives the condition that an enrolment of person {@code p} is believed, whenever it was. */
    String wasEverEnrolled();

    /** Adds the condition that person {@code p} has, or has not, any current enrolment. */
    void requireEnrolled(Conditions conditions, boolean enrolled);

    /** Tells whether a fact of the closed list is true of a student, and until when it is known to stay so. */
    Answer confirm(FoundPerson person, Fact fact, AsOf asOf, Scope scope);

    /** The answer to a question about a fact. Only a person who is disclosed has one. */
    final class Answer {

        /** Not known, or not to be told. */
        public static final Answer UNKNOWN = new Answer(Confirmation.UNKNOWN, Optional.empty());

        private final Confirmation confirmation;
        private final Optional<LocalDate> until;

        private Answer(Confirmation confirmation, Optional<LocalDate> until) {
            this.confirmation = confirmation;
            this.until = until;
        }

        /** It is true of this person, until a day. */
        public static Answer yes(DisclosedPerson person, LocalDate until) {
            return new Answer(Confirmation.YES, Optional.of(until));
        }

        /** It is not true of this person. */
        public static Answer no(DisclosedPerson person) {
            return new Answer(Confirmation.NO, Optional.empty());
        }

        Confirmation confirmation() {
            return confirmation;
        }

        Optional<LocalDate> until() {
            return until;
        }
    }
}
