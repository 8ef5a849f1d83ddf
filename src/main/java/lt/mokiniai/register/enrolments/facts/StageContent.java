package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a student learns: codes of the lists LEARNING_FORM, LEARNING_WAY, EDUCATION_TYPE, LANGUAGE and FUNDING.
 *
 * @param schoolClass the class or group
 */
@Embeddable
public record StageContent(
        @Nullable String learningForm,
        @Nullable String learningWay,
        @Nullable String educationType,
        @Nullable String language,
        @Embedded @Nullable SchoolClass schoolClass,
        @Nullable String funding) {

    /** How a student learns of whom nothing is told. */
    public static final StageContent NONE = new StageContent(null, null, null, null, null, null);

    /** The class level; nothing where there is none. */
    public @Nullable Integer classLevel() {
        return schoolClass == null ? null : schoolClass.classLevel();
    }

    /** Gives the change that tells all of it, also what there is none of. */
    public StageChange whole() {
        return new StageChange(EnumSet.allOf(StageItem.class), this);
    }

    /** Gives the content that a change leads to. */
    StageContent with(StageChange change) {
        StageContent told = change.content();
        return new StageContent(
                change.told().contains(StageItem.LEARNING_FORM) ? told.learningForm : learningForm,
                change.told().contains(StageItem.LEARNING_WAY) ? told.learningWay : learningWay,
                change.told().contains(StageItem.EDUCATION_TYPE) ? told.educationType : educationType,
                change.told().contains(StageItem.LANGUAGE) ? told.language : language,
                SchoolClass.changed(schoolClass, told.schoolClass, change.told()),
                change.told().contains(StageItem.FUNDING) ? told.funding : funding);
    }

    /** The items that have a value; of a class all of its own. */
    Set<StageItem> items() {
        Set<StageItem> items = EnumSet.noneOf(StageItem.class);
        addWhereTold(items, StageItem.LEARNING_FORM, learningForm);
        addWhereTold(items, StageItem.LEARNING_WAY, learningWay);
        addWhereTold(items, StageItem.EDUCATION_TYPE, educationType);
        addWhereTold(items, StageItem.LANGUAGE, language);
        addWhereTold(items, StageItem.FUNDING, funding);
        if (schoolClass != null) {
            items.addAll(SchoolClass.ITEMS);
        }
        return items;
    }

    /** Tells whether an item has a value. */
    public boolean tells(StageItem item) {
        SchoolClass in = schoolClass;
        return switch (item) {
            case LEARNING_FORM -> learningForm != null;
            case LEARNING_WAY -> learningWay != null;
            case EDUCATION_TYPE -> educationType != null;
            case LANGUAGE -> language != null;
            case FUNDING -> funding != null;
            case CLASS_TYPE -> in != null && in.classType() != null;
            case CLASS_PURPOSE -> in != null && in.classPurpose() != null;
            case CLASS_STAGE -> in != null && in.classStage() != null;
            case CLASS_LEVEL -> in != null && in.classLevel() != null;
            case GYMNASIUM_LABEL -> in != null && in.gymnasiumLabel() != null;
            case CLASS_NAME -> in != null && in.className() != null;
        };
    }

    private static void addWhereTold(Set<StageItem> items, StageItem item, @Nullable Object value) {
        if (value != null) {
            items.add(item);
        }
    }
}
