package lt.mokiniai.register.enrolments.classes;

import java.util.function.BiConsumer;
import java.util.function.Function;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.history.History;
import lt.mokiniai.wsdl.enrolments.StageContent;
import org.jspecify.annotations.Nullable;

/** How a student learns from the day of the class on: what is told of all, what of the student, and the level that follows. */
final class LevelStep {

    /** Of all programmes. */
    private static final int HIGHEST = 12;

    private LevelStep() {}

    /** Gives what is told of a student on top of what is told of all. */
    static StageContent merged(@Nullable StageContent ofAll, @Nullable StageContent ofStudent) {
        StageContent all = ofAll == null ? new StageContent() : ofAll;
        StageContent one = ofStudent == null ? new StageContent() : ofStudent;
        StageContent merged = new StageContent();
        set(merged, StageContent::setForm, StageContent::getForm, one, all);
        set(merged, StageContent::setWay, StageContent::getWay, one, all);
        set(merged, StageContent::setEducationType, StageContent::getEducationType, one, all);
        set(merged, StageContent::setLanguage, StageContent::getLanguage, one, all);
        set(merged, StageContent::setClassType, StageContent::getClassType, one, all);
        set(merged, StageContent::setClassPurpose, StageContent::getClassPurpose, one, all);
        set(merged, StageContent::setClassStage, StageContent::getClassStage, one, all);
        set(merged, StageContent::setClassLevel, StageContent::getClassLevel, one, all);
        set(merged, StageContent::setGymnasiumLabel, StageContent::getGymnasiumLabel, one, all);
        set(merged, StageContent::setClassName, StageContent::getClassName, one, all);
        set(merged, StageContent::setFunding, StageContent::getFunding, one, all);
        return merged;
    }

    private static <T> void set(
            StageContent merged,
            BiConsumer<StageContent, T> into,
            Function<StageContent, @Nullable T> value,
            StageContent first,
            StageContent second) {
        T told = value.apply(first);
        T other = told == null ? value.apply(second) : told;
        if (other != null) {
            into.accept(merged, other);
        }
    }

    /** Tells the level that is so many above the one before, where none is told and there was one. */
    static void fill(StageContent told, EnrolmentStage before, int step) {
        Integer was = before.content().classLevel();
        if (told.getClassLevel() == null && was != null) {
            told.setClassLevel(was + step);
        }
    }

    /**
     * Fills in the level of a student who is promoted, or stays in it, and looks whether a level that is told is that.
     *
     * @param step 1 of who is promoted, 0 of who repeats
     * @return whether there is such a level
     */
    static boolean take(History history, StageContent told, EnrolmentStage before, int step) {
        fill(told, before, step);
        Integer was = before.content().classLevel();
        Integer level = told.getClassLevel();
        if (level == null || was == null) {
            return true;
        }
        boolean isOfKind = step == 0 ? level.equals(was) : level > was;
        return history.requires(isOfKind, "classLevel", ExchangeError.LEVEL_OF_ENTRY)
                && history.requires(level <= HIGHEST, "classLevel", ExchangeError.LEVEL_OF_PROGRAMME);
    }
}
