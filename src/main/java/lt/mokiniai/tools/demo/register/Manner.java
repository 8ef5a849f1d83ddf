package lt.mokiniai.tools.demo.register;

import lt.mokiniai.tools.demo.register.cohorts.SpecialClass;
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
     * @param special the class, where it is not an ordinary one
     */
    record Circumstances(
            int lot,
            int lastLevel,
            @Nullable String needGroup,
            @Nullable String needLevel,
            @Nullable SpecialClass special) {

        /** Tells whether the student learns in classes of adults. */
        boolean isAdult() {
            return special == SpecialClass.ADULT;
        }

        /** Gives by how many years the student is older than the others of the level. */
        int yearsOlder() {
            return isAdult() ? 4 + lot % 9 : 0;
        }

        /** Tells whether the general programme is too much for the student, in a class of such students or another. */
        boolean isIndividualised() {
            return "4".equals(needLevel) || special == SpecialClass.SPECIAL || ("3".equals(needLevel) && lot % 2 == 0);
        }

        Manner at(int level) {
            if (level < 1) {
                return USUAL;
            }
            if (special != null) {
                String way = isAdult() ? lot % 5 == 0 ? "DISTANCE" : "EXTRAMURAL" : "DAILY";
                String type = isAdult() ? "ADULT" : special.isOfYouth() ? "YOUTH" : "GENERAL";
                return new Manner("GROUP", way, type, special.purpose(), special.letter());
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

    /** Gives the part of a programme that a class level belongs to (code list CLASS_STAGE). */
    static String classStage(int level) {
        return level == 0
                ? "PREPRIMARY"
                : level <= 4 ? "PRIMARY" : level <= 8 ? "BASIC_1" : level <= 10 ? "BASIC_2" : "SECONDARY";
    }
}
