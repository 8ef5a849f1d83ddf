package lt.mokiniai.tools.demo.register.cohorts;

import org.jspecify.annotations.Nullable;

/**
 * Which students of the demo register learn together. Every {@value #STUDENTS} have an area of their own, with one class of
 * each level. A class is a run of consecutive students, and five areas take turns, so that a register of any size has all
 * its classes whole but the last, of several levels in several areas.
 */
public final class Cohorts {

    /** How many students an area has. */
    public static final int STUDENTS = 400;

    /** How many areas take turns. */
    public static final int AREAS = 5;

    private static final int BLOCK = AREAS * STUDENTS;
    private static final int YOUNGEST = -3;

    // Cohorts beside those of the levels.
    private static final int GRADUATES = 16;
    private static final int GONE = 17;
    private static final int SPECIAL = 18;
    private static final int OF_A_SPECIAL_CLASS = 8;
    private static final int OF_A_GRADUATION = 16;
    private static final int WITH_A_TRADE = 12;
    private static final int LEFT = 4;

    /** How many of {@link Fate#STUDIES} each level has, -3 to 12. Those who moved, left or learn a trade were with them once. */
    private static final int[][] OF_A_LEVEL = {
        {16, 18, 18, 18, 18, 18, 18, 22, 20, 22, 22, 26, 28, 26, 22, 16},
        {18, 16, 20, 18, 20, 18, 16, 20, 22, 20, 22, 28, 26, 24, 24, 16},
        {14, 18, 18, 20, 18, 20, 18, 22, 22, 22, 20, 24, 26, 28, 22, 16},
        {18, 18, 16, 18, 18, 16, 20, 22, 22, 20, 20, 28, 24, 28, 24, 16},
        {16, 16, 18, 20, 18, 18, 18, 20, 22, 22, 22, 26, 26, 26, 22, 18}
    };

    /** In which order the cohorts come, so that the first few hundred students are of every sort. */
    private static final int[] ORDER = {11, 16, 17, 18, 12, 15, 4, 0, 9, 14, 2, 6, 13, 8, 10, 3, 5, 1, 7};

    private static final SpecialClass[] CLASSES = {
        SpecialClass.YOUTH, SpecialClass.SPECIAL,
        SpecialClass.ADULT, SpecialClass.SOCIAL_SKILLS,
        SpecialClass.EQUALISING, SpecialClass.DEVELOPMENTAL
    };

    private static final Turn[] TURNS = turns();

    private Cohorts() {}

    private record Turn(int area, int cohort, int position) {}

    /**
     * A student's place among the others.
     *
     * @param area counted from 0 in the whole register
     * @param level in the last year; 0 is pre-primary, below it pre-school
     * @param year a number of the year of graduation, where there is one: as many as are wanted follow each other
     */
    public record Seat(
            long area,
            Fate fate,
            int level,
            int year,
            @Nullable SpecialClass special) {}

    /** Gives the place of the student of an index, counted from 0. */
    public static Seat seat(long index) {
        Turn turn = TURNS[(int) (index % BLOCK)];
        long area = index / BLOCK * AREAS + turn.area;
        int position = turn.position;
        return switch (turn.cohort) {
            case GRADUATES -> new Seat(area, Fate.GRADUATE, 12, (int) (area * 2) + position / OF_A_GRADUATION, null);
            case GONE -> gone(area, position);
            case SPECIAL -> {
                int which = (int) (area * 2 % CLASSES.length) + position / OF_A_SPECIAL_CLASS;
                yield new Seat(area, Fate.STUDIES, CLASSES[which].level(), 0, CLASSES[which]);
            }
            default -> new Seat(area, Fate.STUDIES, turn.cohort + YOUNGEST, 0, null);
        };
    }

    private static Seat gone(long area, int position) {
        if (position < WITH_A_TRADE) {
            return new Seat(area, Fate.TRADE, 10, 0, null);
        }
        int others = position - WITH_A_TRADE;
        if (others < LEFT) {
            return new Seat(area, Fate.LEFT, 10, 0, null);
        }
        return new Seat(area, others == LEFT && area % 2 == 0 ? Fate.DECEASED : Fate.ABROAD, 7 + others % 4, 0, null);
    }

    private static Turn[] turns() {
        Turn[] turns = new Turn[BLOCK];
        int next = 0;
        for (int turn = 0; turn < AREAS * ORDER.length; turn++) {
            int cohort = turn % ORDER.length;
            int area = (cohort + turn / ORDER.length) % AREAS;
            int size = size(area, ORDER[cohort]);
            for (int position = 0; position < size; position++) {
                turns[next++] = new Turn(area, ORDER[cohort], position);
            }
        }
        return turns;
    }

    private static int size(int area, int cohort) {
        return switch (cohort) {
            case GRADUATES -> 2 * OF_A_GRADUATION;
            case GONE -> 24;
            case SPECIAL -> 2 * OF_A_SPECIAL_CLASS;
            default -> OF_A_LEVEL[area][cohort];
        };
    }
}
