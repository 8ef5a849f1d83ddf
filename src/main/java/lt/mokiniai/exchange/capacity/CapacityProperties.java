package lt.mokiniai.exchange.capacity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the connections of the pool are shared out. The places follow from the size of the pool ({@code
 * spring.datasource.hikari.maximum-pool-size}).
 *
 * @param ofParty which share of the places one party may have at once, of those of lists and of those that wait too
 * @param lists which share of the places lists may have at once
 * @param waiting how many messages may wait for a place; each holds a request thread
 * @param longestWait how long one waits for a place, before {@code MR-903}
 * @param longestWaitForARow how long the row of a refused message waits for a place, before it is counted instead
 * @param waitingForAnother how many messages may wait for the end of another exchange; each holds a request thread
 * @param longestWaitForAnother how long one waits for it
 */
@ConfigurationProperties("mokiniai.capacity")
public record CapacityProperties(
        @DefaultValue("0.5") double ofParty,
        @DefaultValue("0.5") double lists,
        @DefaultValue("32") int waiting,
        @DefaultValue("2s") Duration longestWait,
        @DefaultValue("2s") Duration longestWaitForARow,
        @DefaultValue("8") int waitingForAnother,
        @DefaultValue("5s") Duration longestWaitForAnother) {

    /** @throws IllegalArgumentException that names the setting that is out of range */
    public CapacityProperties {
        require(ofParty > 0 && ofParty <= 0.9, "of-party must be more than 0 and 0.9 at the most");
        require(lists > 0 && lists <= 0.9, "lists must be more than 0 and 0.9 at the most");
        require(waiting >= 1, "waiting must be 1 or more");
        require(!longestWait.isNegative(), "longest-wait must not be negative");
        require(!longestWaitForARow.isNegative(), "longest-wait-for-a-row must not be negative");
        require(waitingForAnother >= 0, "waiting-for-another must not be negative");
        require(!longestWaitForAnother.isNegative(), "longest-wait-for-another must not be negative");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("mokiniai.capacity." + otherwise);
        }
    }
}
