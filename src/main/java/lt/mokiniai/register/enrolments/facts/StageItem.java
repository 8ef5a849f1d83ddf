package lt.mokiniai.register.enrolments.facts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@link StageContent}. A school tells a class as a whole, as far as its contract lets it set the class; the
 * parts that it may not set stay as they were.
 */
public enum StageItem {
    LEARNING_FORM(1),
    LEARNING_WAY(2),
    EDUCATION_TYPE(4),
    LANGUAGE(8),
    FUNDING(32),
    CLASS_TYPE(64),
    CLASS_PURPOSE(128),
    CLASS_STAGE(256),
    CLASS_LEVEL(512),
    GYMNASIUM_LABEL(1024),
    CLASS_NAME(2048);

    /** What is written where none was told. */
    private static final String NONE = "NONE";

    private final int bit;

    StageItem(int bit) {
        this.bit = bit;
    }

    /** The bit that stands for it in {@code enrolment_stage.told}: it never changes. */
    int bit() {
        return bit;
    }

    /**
     * Gives the names of those whose bits are set, with a space between each two: nothing where all are, and {@link #NONE} where
     * none is.
     */
    public static @Nullable String names(int told) {
        List<StageItem> items =
                Arrays.stream(values()).filter(item -> (told & item.bit) != 0).toList();
        if (items.isEmpty()) {
            return NONE;
        }
        return items.size() == values().length
                ? null
                : items.stream().map(StageItem::name).collect(Collectors.joining(" "));
    }

    /** Gives those whose names {@link #names} wrote; nothing where one of the names is none of theirs. */
    public static Optional<Set<StageItem>> named(@Nullable String names) {
        if (names == null) {
            return Optional.of(EnumSet.allOf(StageItem.class));
        }
        Set<StageItem> items = EnumSet.noneOf(StageItem.class);
        if (names.equals(NONE)) {
            return Optional.of(items);
        }
        for (String name : names.split(" ")) {
            Optional<StageItem> item = Arrays.stream(values())
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
        }
        return Optional.of(items);
    }
}
