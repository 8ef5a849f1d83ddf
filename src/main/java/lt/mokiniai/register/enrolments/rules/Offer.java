package lt.mokiniai.register.enrolments.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.enrolments.facts.SchoolClass;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.history.Term;
import org.jspecify.annotations.Nullable;

/**
 * What an institution teaches: a programme, as far as both are known.
 *
 * @param institution when the institution was open; nothing where it is not known
 * @param programme when the programme was registered; nothing where it is not known
 * @param family of the programme
 * @param licences when the institution had a licence for the programme, where one is asked for
 */
public record Offer(
        @Nullable Term institution,
        @Nullable Term programme,
        @Nullable String family,
        List<Term> licences) {

    /** The families in which a student has one enrolment at a time. */
    private static final Set<String> GENERAL_EDUCATION = Set.of("PRIMARY", "BASIC", "SECONDARY");

    /** The class levels of families that have them (docs/register.md, 'Enrolment'). */
    private static final Map<String, List<Integer>> LEVELS = Map.of(
            "PREPRIMARY", List.of(0, 0),
            "PRIMARY", List.of(1, 4),
            "BASIC", List.of(5, 10),
            "SECONDARY", List.of(11, 12));

    private static final List<String> GYMNASIUM_LABELS = List.of("I", "II", "III", "IV");
    private static final int FIRST_OF_GYMNASIUM = 9;

    /** Whether an institution must have a licence for programmes of a family. */
    static boolean isLicensed(@Nullable String family) {
        return "VOCATIONAL".equals(family);
    }

    /** Whether a student has one enrolment in such programmes at a time. */
    public boolean isGeneralEducation() {
        return family != null && GENERAL_EDUCATION.contains(family);
    }

    /** Whether students of the programme are in class levels. */
    public boolean hasLevels() {
        return family != null && LEVELS.containsKey(family);
    }

    /** Whether the institution is open on a day. */
    public boolean isOpen(LocalDate day) {
        return institution != null && institution.includes(day);
    }

    /** Looks whether the institution is open on a day. */
    public void requireOpen(Findings findings, @Nullable LocalDate day, String field) {
        findings.requires(day == null || isOpen(day), field, ExchangeError.INSTITUTION_NOT_OPEN);
    }

    /** Looks whether somebody can begin it on a day: both are there, and licensed where that is asked; by the paths of both. */
    public void requireOn(Findings findings, LocalDate day, String institutionField, String programmeField) {
        boolean isOpen = findings.requires(isOpen(day), institutionField, ExchangeError.INSTITUTION_NOT_OPEN);
        boolean isRegistered = findings.requires(
                programme != null && programme.includes(day), programmeField, ExchangeError.PROGRAMME_NOT_REGISTERED);
        if (isOpen && isRegistered && isLicensed(family)) {
            findings.requires(
                    licences.stream().anyMatch(licence -> licence.includes(day)),
                    programmeField,
                    ExchangeError.NO_LICENCE);
        }
    }

    /**
     * Looks whether a class fits the programme.
     *
     * @param path of the element that tells of the class, with a slash at its end
     */
    public void requireFits(Findings findings, @Nullable SchoolClass in, String path) {
        if (in == null) {
            return;
        }
        Integer level = in.classLevel();
        List<Integer> levels = family == null ? null : LEVELS.get(family);
        boolean fits = level == null || levels == null || (levels.get(0) <= level && level <= levels.get(1));
        findings.requires(fits, path + "classLevel", ExchangeError.LEVEL_OF_PROGRAMME);
        findings.requires(
                in.gymnasiumLabel() == null
                        || (level != null
                                && GYMNASIUM_LABELS.indexOf(in.gymnasiumLabel()) == level - FIRST_OF_GYMNASIUM),
                path + "gymnasiumLabel",
                ExchangeError.GYMNASIUM_LABEL);
    }
}
