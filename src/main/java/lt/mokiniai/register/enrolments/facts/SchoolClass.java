package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.Embeddable;
import java.util.EnumSet;
import java.util.Set;
import lt.mokiniai.register.history.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * A class, or a group, which has no level.
 *
 * @param classType code list CLASS_TYPE
 * @param classPurpose code list CLASS_PURPOSE
 * @param classStage code list CLASS_STAGE
 * @param classLevel 0 to 12
 * @param gymnasiumLabel I to IV for the levels 9 to 12 of a gymnasium
 * @param className as it was told, in Normalization Form C
 */
@Embeddable
public record SchoolClass(
        @Nullable String classType,
        @Nullable String classPurpose,
        @Nullable String classStage,
        @Nullable Integer classLevel,
        @Nullable String gymnasiumLabel,
        @Nullable String className) {

    /** The parts of a class. */
    public static final Set<StageItem> ITEMS = EnumSet.of(
            StageItem.CLASS_TYPE,
            StageItem.CLASS_PURPOSE,
            StageItem.CLASS_STAGE,
            StageItem.CLASS_LEVEL,
            StageItem.GYMNASIUM_LABEL,
            StageItem.CLASS_NAME);

    private static final SchoolClass NONE = new SchoolClass(null, null, null, null, null, null);

    /** Composes the letters of the name. */
    public SchoolClass {
        className = className == null ? null : NameKeys.composed(className);
    }

    /** Gives the class that a change of some items leads to; none where nothing of one is left. */
    static @Nullable SchoolClass changed(
            @Nullable SchoolClass before, @Nullable SchoolClass change, Set<StageItem> told) {
        SchoolClass was = before == null ? NONE : before;
        SchoolClass is = change == null ? NONE : change;
        SchoolClass changed = new SchoolClass(
                told.contains(StageItem.CLASS_TYPE) ? is.classType : was.classType,
                told.contains(StageItem.CLASS_PURPOSE) ? is.classPurpose : was.classPurpose,
                told.contains(StageItem.CLASS_STAGE) ? is.classStage : was.classStage,
                told.contains(StageItem.CLASS_LEVEL) ? is.classLevel : was.classLevel,
                told.contains(StageItem.GYMNASIUM_LABEL) ? is.gymnasiumLabel : was.gymnasiumLabel,
                told.contains(StageItem.CLASS_NAME) ? is.className : was.className);
        return changed.equals(NONE) ? null : changed;
    }
}
