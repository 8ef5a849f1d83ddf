package lt.mokiniai.tools.demo.register.cohorts;

/** A class that is not an ordinary one; the purpose is a code of list CLASS_PURPOSE. */
public enum SpecialClass {
    /** A class for adolescents who learn better in a small group. */
    YOUTH("J", "GENERAL", 10),
    /** A youth class where social skills are taught. */
    SOCIAL_SKILLS("J", "SOCIAL_SKILLS", 9),
    /** A class of adults. */
    ADULT("N", "GENERAL", 12),
    /** A class of those with high special needs. */
    SPECIAL("S", "SPECIAL", 6),
    /** A class of those with the highest special needs. */
    DEVELOPMENTAL("L", "DEVELOPMENTAL", 7),
    /** A class of those who came without the language of the school. */
    EQUALISING("I", "EQUALISING", 5);

    private final String letter;
    private final String purpose;
    private final int level;

    SpecialClass(String letter, String purpose, int level) {
        this.letter = letter;
        this.purpose = purpose;
        this.level = level;
    }

    /** Gives the letter of the class. */
    public String letter() {
        return letter;
    }

    /** Gives what the class is for. */
    public String purpose() {
        return purpose;
    }

    /** Gives the level of its students in the current school year. */
    int level() {
        return level;
    }

    /** Tells whether it is a youth class. */
    public boolean isOfYouth() {
        return this == YOUTH || this == SOCIAL_SKILLS;
    }
}
