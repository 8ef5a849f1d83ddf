package lt.mokiniai.register.enrolments.facts;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a school tells of how a student learns from a day on. What it does not tell stays as it was, also when what it was
 * is corrected later.
 *
 * @param told the items that it tells
 * @param content their values, which may be none; those of other items say nothing
 */
public record StageChange(Set<StageItem> told, StageContent content) {

    /** Keeps the items. */
    public StageChange {
        told = Set.copyOf(told);
    }

    /** Tells the items that have a value. */
    public static StageChange to(StageContent content) {
        return new StageChange(content.items(), content);
    }

    /** Gives the same change that tells some items alone. */
    public StageChange only(Predicate<StageItem> items) {
        return new StageChange(told.stream().filter(items).collect(Collectors.toUnmodifiableSet()), content);
    }

    /** Gives the same change that tells of some items too, that there are none. */
    public StageChange clearing(Set<StageItem> none) {
        Set<StageItem> items = EnumSet.noneOf(StageItem.class);
        items.addAll(told);
        items.addAll(none);
        return new StageChange(items, content);
    }

    /** Gives this change with another of the same day on top of it. */
    StageChange and(StageChange other) {
        Set<StageItem> both = EnumSet.noneOf(StageItem.class);
        both.addAll(told);
        both.addAll(other.told);
        return new StageChange(both, content.with(other));
    }
}
