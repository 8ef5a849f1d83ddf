package lt.mokiniai.register.model;

import lt.mokiniai.register.bench.Reference;

/** A programme of a model: its levels, and whether a student has one of its kind at a time. */
enum Programme {
    BASIC(Reference.BASIC, 5, 10, true),
    SECONDARY(Reference.SECONDARY, 11, 12, true),
    MUSIC(Reference.MUSIC, Integer.MIN_VALUE, Integer.MAX_VALUE, false);

    private final String code;
    private final int first;
    private final int last;
    private final boolean isGeneral;

    Programme(String code, int first, int last, boolean isGeneral) {
        this.code = code;
        this.first = first;
        this.last = last;
        this.isGeneral = isGeneral;
    }

    String code() {
        return code;
    }

    boolean isGeneral() {
        return isGeneral;
    }

    /** Whether its students are in levels that are known. */
    boolean hasLevels() {
        return isGeneral;
    }

    /** Whether a level is one of it, or none is told. */
    boolean fits(Integer level) {
        return level == null || (first <= level && level <= last);
    }
}
