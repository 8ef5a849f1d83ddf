package lt.mokiniai.tools.demo.register;

import org.jspecify.annotations.Nullable;

/**
 * How a student of the demo register learns, and in a class of which kind: codes of the lists LEARNING_FORM, LEARNING_WAY,
 * CLASS_TYPE and CLASS_PURPOSE.
 *
 * @param letter of the class, where it is not an ordinary one
 */
record Manner(
        String form,
        String way,
        String classType,
        String classPurpose,
        @Nullable String letter) {

    /** How most learn. */
    static final Manner USUAL = new Manner("GROUP", "DAILY", "GENERAL", "GENERAL", null);

    private static final Manner EXTRAMURAL = new Manner("GROUP", "EXTRAMURAL", "GENERAL", "GENERAL", null);

    /** Gives how a student of an index learns a trade. */
    static Manner ofTrade(long index) {
        return Math.floorMod(index, 9L) == 4 ? EXTRAMURAL : USUAL;
    }

    /**
     * What decides how a student of general education learns.
     *
     * @param lot 0 to 999; most of them mean nothing
     * @param lastLevel the level in the last year that is told
     * @param isNewcomer whether the student may have come without the language of the school
     */
    record Circumstances(
            int lot,
            int lastLevel,
            @Nullable String needGroup,
            @Nullable String needLevel,
            boolean isNewcomer) {

        /** Tells whether the student learns in classes of adults. */
        boolean isAdult() {
            return lot >= 175 && lot < 200 && lastLevel >= 11;
        }

        /** Gives by how many years the student is older than the others of the level. */
        int yearsOlder() {
            return isAdult() ? 4 + lot % 9 : 0;
        }

        /** Tells whether the student learns in classes for whom the general programmes are too much. */
        boolean isIndividualised() {
            return ("DISABILITY".equals(needGroup) && "4".equals(needLevel)) || ("3".equals(needLevel) && lot % 2 == 0);
        }

        Manner at(int level) {
            if (level < 1) {
                return USUAL;
            }
            if (isAdult()) {
                return new Manner("GROUP", lot < 195 ? "EXTRAMURAL" : "DISTANCE", "ADULT", "GENERAL", "N");
            }
            if (isIndividualised()) {
                String purpose = "4".equals(needLevel) ? "DEVELOPMENTAL" : "SPECIAL";
                return new Manner("GROUP", "DAILY", "GENERAL", purpose, "4".equals(needLevel) ? "L" : "S");
            }
            if (isNewcomer && lot < 150) {
                return new Manner("GROUP", "DAILY", "GENERAL", "EQUALISING", "I");
            }
            if (lot >= 150 && lot < 175 && level >= 7 && level <= 10) {
                return new Manner("GROUP", "DAILY", "YOUTH", lot < 155 ? "SOCIAL_SKILLS" : "GENERAL", "J");
            }
            if (lot >= 200 && lot < 206) {
                return new Manner("GROUP", "DISTANCE", "GENERAL", "GENERAL", null);
            }
            if (lot >= 206 && lot < 216) {
                return new Manner("SINGLE", "INDIVIDUAL", "GENERAL", "GENERAL", null);
            }
            return lot >= 216 && lot < 220 && level >= 5
                    ? new Manner("SINGLE", "INDEPENDENT", "GENERAL", "GENERAL", null)
                    : USUAL;
        }
    }
}
