package lt.mokiniai.kernel.scope;

import java.util.Optional;
import java.util.Set;
import lt.mokiniai.kernel.InstitutionCode;

/**
 * Which students a grant reaches (docs/register.md, 'Populations'). Several values of one criterion are alternatives, all
 * criteria hold together, and a criterion without values does not restrict.
 *
 * @param municipalities codes of the municipality of declared residence
 * @param study where and what the student studies
 * @param ages ages in full years on the day asked about
 * @param enrolled whether the student has, or has not, any current enrolment; empty when it does not matter
 * @param citizenships ISO 3166 codes
 * @param students register ids of the students that a contract names one by one
 */
public record Population(
        Set<String> municipalities,
        Study study,
        Optional<Range> ages,
        Optional<Boolean> enrolled,
        Set<String> citizenships,
        Set<String> students) {

    /** Every student. */
    public static final Population ALL =
            new Population(Set.of(), Study.ANY, Optional.empty(), Optional.empty(), Set.of(), Set.of());

    /**
     * What is asked of a student's studies: all of it must hold of one and the same enrolment, current on the day asked
     * about.
     *
     * @param institutions which institutions
     * @param schoolMunicipalities codes of the municipality where the institution is
     * @param founderKinds kinds of the institution's founder (10 state, 20 municipal, 30 non-state)
     * @param founderMunicipalities codes of the municipality that founded the institution
     * @param programmeFamilies families of the programme
     * @param levels class levels
     */
    public record Study(
            Set<InstitutionCode> institutions,
            Set<String> schoolMunicipalities,
            Set<String> founderKinds,
            Set<String> founderMunicipalities,
            Set<String> programmeFamilies,
            Optional<Range> levels) {

        /** Nothing is asked. */
        public static final Study ANY = new Study(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty());

        /** Tells whether it does not restrict. */
        public boolean isAny() {
            return equals(ANY);
        }

        /** Tells whether a student who is found by it is known to attend some school. */
        public boolean tellsTheSchool() {
            return !institutions.isEmpty()
                    || !schoolMunicipalities.isEmpty()
                    || !founderKinds.isEmpty()
                    || !founderMunicipalities.isEmpty();
        }
    }
}
