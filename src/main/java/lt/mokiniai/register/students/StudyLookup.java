package lt.mokiniai.register.students;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.Population;
import lt.mokiniai.kernel.Range;
import lt.mokiniai.kernel.Scope;
import lt.mokiniai.register.history.AsOf;
import lt.mokiniai.register.sql.Conditions;
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

        /** It is true of this person, until a day where an end is known. */
        public static Answer yes(DisclosedPerson person, Optional<LocalDate> until) {
            return new Answer(Confirmation.YES, until);
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

    /**
     * What is asked of a student's studies: all of it must hold of one and the same enrolment, current on the day asked about.
     * A criterion without values does not restrict.
     *
     * @param institutions codes of institutions
     * @param founderKinds kinds of the institution's founder
     * @param programmeFamilies families of the programme
     * @param levels class levels
     */
    record Study(
            Set<InstitutionCode> institutions,
            Set<String> founderKinds,
            Set<String> programmeFamilies,
            Optional<Range> levels) {

        static Study of(Population population) {
            return new Study(
                    population.institutions().stream().map(InstitutionCode::new).collect(Collectors.toSet()),
                    population.founderKinds(),
                    population.programmeFamilies(),
                    population.levels());
        }

        boolean isEmpty() {
            return institutions.isEmpty() && founderKinds.isEmpty() && programmeFamilies.isEmpty() && levels.isEmpty();
        }

        /** Tells whether a student who is found by it is known to attend some school. */
        boolean tellsTheSchool() {
            return !institutions.isEmpty() || !founderKinds.isEmpty();
        }
    }
}
