package lt.mokiniai.kernel;

import java.util.Optional;
import java.util.Set;

/**
 * Which students a grant reaches (docs/register.md, 'Populations'). Several values of one criterion are alternatives, all
 * criteria hold together, and a criterion without values does not restrict. The criteria on a study (institution,
 * founder kind, programme family, level) hold together on one and the same enrolment, current on the day asked about.
 *
 * @param municipalities codes of the municipality of declared residence
 * @param institutions where the student is enrolled
 * @param founderKinds kinds of that institution's founder (10 state, 20 municipal, 30 non-state)
 * @param programmeFamilies families of the programme
 * @param levels class levels
 * @param ages ages in full years on the day asked about
 * @param enrolled whether the student has, or has not, any current enrolment; empty when it does not matter
 * @param citizenships ISO 3166 codes
 * @param students register ids of the students that a contract names one by one
 */
public record Population(
        Set<String> municipalities,
        Set<String> institutions,
        Set<String> founderKinds,
        Set<String> programmeFamilies,
        Optional<Range> levels,
        Optional<Range> ages,
        Optional<Boolean> enrolled,
        Set<String> citizenships,
        Set<String> students) {

    /** Every student. */
    public static final Population ALL = new Population(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of());

    /** Tells whether a criterion is about an enrolment. */
    public boolean asksAboutStudy() {
        return !institutions.isEmpty()
                || !founderKinds.isEmpty()
                || !programmeFamilies.isEmpty()
                || levels.isPresent()
                || enrolled.isPresent();
    }
}
