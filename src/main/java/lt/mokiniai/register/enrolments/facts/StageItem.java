package lt.mokiniai.register.enrolments.facts;

/** The parts of a {@link StageContent} that change by themselves. A class is changed as a whole. */
public enum StageItem {
    LEARNING_FORM,
    LEARNING_WAY,
    EDUCATION_TYPE,
    LANGUAGE,
    SCHOOL_CLASS,
    FUNDING;

    /** The bit that stands for it in {@code enrolment_stage.told}: the order above never changes. */
    int bit() {
        return 1 << ordinal();
    }
}
