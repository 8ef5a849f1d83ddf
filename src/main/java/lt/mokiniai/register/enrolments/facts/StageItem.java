package lt.mokiniai.register.enrolments.facts;

/** The parts of a {@link StageContent} that change by themselves. A class is changed as a whole. */
public enum StageItem {
    LEARNING_FORM(1),
    LEARNING_WAY(2),
    EDUCATION_TYPE(4),
    LANGUAGE(8),
    SCHOOL_CLASS(16),
    FUNDING(32);

    private final int bit;

    StageItem(int bit) {
        this.bit = bit;
    }

    /** The bit that stands for it in {@code enrolment_stage.told}: it never changes. */
    int bit() {
        return bit;
    }
}
