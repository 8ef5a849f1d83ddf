package lt.mokiniai.kernel;

import java.util.Optional;

/**
 * How much may be asked under a grant (contracts.md, 'quota'); an axis that is empty is not bounded.
 *
 * @param messagesPerMinute the most messages a minute
 * @param messagesPerDay the most messages a day, in Vilnius
 * @param pupilsPerMessage the most pupils that one answer may tell about
 * @param distinctPupilsPerMonth the most different pupils that a month's answers may tell about, in Vilnius
 * @param repeatedLooksPerDay more answers a day than this about one and the same pupil raise an alarm, and refuse nothing
 */
public record Quota(
        Optional<Integer> messagesPerMinute,
        Optional<Integer> messagesPerDay,
        Optional<Integer> pupilsPerMessage,
        Optional<Integer> distinctPupilsPerMonth,
        Optional<Integer> repeatedLooksPerDay) {

    /** Nothing is bounded. */
    public static final Quota NONE =
            new Quota(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
