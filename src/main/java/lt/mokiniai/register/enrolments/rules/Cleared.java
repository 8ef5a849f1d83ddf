package lt.mokiniai.register.enrolments.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.enrolments.facts.StageItem;
import lt.mokiniai.register.history.History;
import org.jspecify.annotations.Nullable;

/**
 * What a request says that there is none of, by the paths of its elements: a value that was told wrongly, and has no right
 * one.
 *
 * @param paths below the request's element
 */
public record Cleared(Set<String> paths) {

    /** The parts of a term that need not be, by path below the request, and by the name that they are cleared by. */
    private static final Map<String, String> OF_TERM = Map.of(
            "term/unit", "unit",
            "term/expectedEnd", "expectedEnd",
            "term/learningContract", "learningContract",
            "term/movement/cameFrom", "cameFrom",
            "term/movement/leftTo", "leftTo");

    private static final Map<StageItem, String> ELEMENTS = Map.ofEntries(
            Map.entry(StageItem.LEARNING_FORM, "form"),
            Map.entry(StageItem.LEARNING_WAY, "way"),
            Map.entry(StageItem.EDUCATION_TYPE, "educationType"),
            Map.entry(StageItem.LANGUAGE, "language"),
            Map.entry(StageItem.CLASS_TYPE, "classType"),
            Map.entry(StageItem.CLASS_PURPOSE, "classPurpose"),
            Map.entry(StageItem.CLASS_STAGE, "classStage"),
            Map.entry(StageItem.CLASS_LEVEL, "classLevel"),
            Map.entry(StageItem.GYMNASIUM_LABEL, "gymnasiumLabel"),
            Map.entry(StageItem.CLASS_NAME, "className"),
            Map.entry(StageItem.FUNDING, "funding"));

    /**
     * Gives what a request clears, before anything is looked up.
     *
     * @param asked the paths as the request names them
     * @param parts the paths of the parts that the request tells of, each with a slash at its end
     * @param settable the elements that the scope may set
     * @throws ExchangeException {@code MR-524} when there is no such value, {@code MR-312} when the scope may not set it
     */
    public static Cleared asked(List<String> asked, Set<String> parts, Fields settable) {
        for (String path : asked) {
            boolean isThere = parts.stream().filter(path::startsWith).anyMatch(part -> isClearable(path, part));
            if (!isThere) {
                throw ExchangeException.of(ExchangeError.NOT_CLEARABLE).at("clear");
            }
            if (!isSettable(path, settable)) {
                throw ExchangeException.of(ExchangeError.NOT_TO_BE_SET)
                        .naming(path)
                        .at(path);
            }
        }
        return new Cleared(Set.copyOf(asked));
    }

    private static boolean isClearable(String path, String part) {
        return OF_TERM.containsKey(path)
                || (part.startsWith("stage/") && ELEMENTS.containsValue(path.substring(part.length())));
    }

    /** A learning contract has two parts, and there is none of it when there is none of both. */
    private static boolean isSettable(String path, Fields settable) {
        return path.endsWith("/learningContract")
                ? settable.allows(path + "/number") && settable.allows(path + "/date")
                : settable.allows(path);
    }

    /** The element of a request that an item of a stage stands in. */
    static String element(StageItem item) {
        return Objects.requireNonNull(ELEMENTS.get(item));
    }

    /** The items of a stage that there are none of. */
    Set<StageItem> ofStage(String path) {
        Set<StageItem> items = EnumSet.noneOf(StageItem.class);
        ELEMENTS.forEach((item, element) -> {
            if (paths.contains(path + element)) {
                items.add(item);
            }
        });
        return items;
    }

    /** The names of the parts of a term that there are none of. */
    public Set<String> ofTerm() {
        return paths.stream()
                .filter(OF_TERM::containsKey)
                .map(path -> Objects.requireNonNull(OF_TERM.get(path)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Looks whether an element is not told and cleared at once. */
    public void requireEither(History history, String path, @Nullable Object told) {
        history.requires(told == null || !paths.contains(path), path, ExchangeError.TOLD_AND_CLEARED);
    }
}
