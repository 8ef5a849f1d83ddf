package lt.mokiniai.kernel;

import java.util.Optional;

/**
 * How much a grant lets be asked (contract.xsd, {@code Quota}). An axis that is empty has no limit; a limit is at least
 * one.
 *
 * @param messagesPerMinute messages a minute of the clock
 * @param messagesPerDay messages a calendar day in Vilnius
 * @param studentsPerMessage students that one answer may tell about
 * @param distinctStudentsPerMonth different students that the answers of a calendar month in Vilnius may tell about
 * @param repeatedLooksPerDay how many answers of a calendar day may tell about the same student without an alarm
 */
public record Quota(
        Optional<Integer> messagesPerMinute,
        Optional<Integer> messagesPerDay,
        Optional<Integer> studentsPerMessage,
        Optional<Integer> distinctStudentsPerMonth,
        Optional<Integer> repeatedLooksPerDay) {

    /** No limit on any axis. */
    public static final Quota NONE =
            new Quota(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
