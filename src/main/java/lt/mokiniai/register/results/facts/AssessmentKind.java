package lt.mokiniai.register.results.facts;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.register.results.facts.ResultValue.Scale;

/** The kinds of assessment (code list ASSESSMENT_KIND), and by which scales each is told (docs/register.md, 'Results'). */
public enum AssessmentKind {
    /** A subject in a school year, by marks. */
    ANNUAL_GRADE(Scale.GRADE),
    /** A subject in a school year, passed or failed. */
    ANNUAL_PASS(Scale.PASS_FAIL),
    /** A subject in a school year, by achievement levels, as in primary education. */
    ANNUAL_LEVEL(Scale.LEVEL),
    /** What was reached by additional work in the summer, beside the assessment of the school year. */
    ADDITIONAL_WORK(Scale.GRADE, Scale.PASS_FAIL, Scale.LEVEL),
    /** The whole programme of a subject, as a certificate names it. */
    SUBJECT_PROGRAMME(Scale.GRADE, Scale.PASS_FAIL),
    /** A module of a vocational programme. */
    MODULE(Scale.GRADE, Scale.PASS_FAIL),
    /** The qualification, at the end of a vocational programme. */
    QUALIFICATION(Scale.GRADE),
    /** A school's matriculation examination. */
    SCHOOL_EXAM(Scale.GRADE),
    /** A state's matriculation examination. */
    STATE_EXAM(Scale.SCORE),
    /** The achievement check of basic education. */
    BASIC_CHECK(Scale.GRADE, Scale.SCORE),
    /** An intermediate check of secondary education. */
    INTERMEDIATE_CHECK(Scale.SCORE);

    /** Nobody changes it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Scale> scales;

    AssessmentKind(Scale first, Scale... more) {
        this.scales = EnumSet.of(first, more);
    }

    /** Finds the kind of a code; nothing where there is none of it. */
    public static Optional<AssessmentKind> named(String code) {
        return Stream.of(values()).filter(kind -> kind.name().equals(code)).findFirst();
    }

    /** Tells whether it is told by a scale. */
    public boolean isTold(Scale scale) {
        return scales.contains(scale);
    }

    /** Tells whether a module is assessed, and not a subject. */
    public boolean isOfModule() {
        return this == MODULE;
    }

    /** Tells whether it is of vocational programmes alone. */
    public boolean isVocational() {
        return this == MODULE || this == QUALIFICATION;
    }
}
