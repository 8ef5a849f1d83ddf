package lt.mokiniai.register.results.facts;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * How something was assessed: by one scale.
 *
 * @param grade from 1 to 10
 * @param passFail code list PASS_FAIL
 * @param achievementLevel code list ACHIEVEMENT_LEVEL
 * @param score from 0 to 100
 */
@Embeddable
public record ResultValue(
        @Nullable Integer grade,
        @Nullable String passFail,
        @Nullable String achievementLevel,
        @Nullable Integer score) {

    /** By what something is assessed. */
    public enum Scale {
        /** Marks from 1 to 10. */
        GRADE("grade"),
        /** Passed or failed. */
        PASS_FAIL("passFail"),
        /** Achievement levels. */
        LEVEL("level"),
        /** Points from 0 to 100. */
        SCORE("score");

        private final String element;

        Scale(String element) {
            this.element = element;
        }

        /** The element of messages that tells it. */
        public String element() {
            return element;
        }
    }

    /** A mark from 1 to 10. */
    public static ResultValue grade(int mark) {
        return new ResultValue(mark, null, null, null);
    }

    /** Passed or failed. */
    public static ResultValue passFail(String code) {
        return new ResultValue(null, code, null, null);
    }

    /** An achievement level. */
    public static ResultValue level(String code) {
        return new ResultValue(null, null, code, null);
    }

    /** The scale by which it is told. */
    public Scale scale() {
        if (grade != null) {
            return Scale.GRADE;
        }
        return passFail != null ? Scale.PASS_FAIL : achievementLevel != null ? Scale.LEVEL : Scale.SCORE;
    }
}
