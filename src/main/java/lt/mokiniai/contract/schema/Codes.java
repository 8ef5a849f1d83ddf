package lt.mokiniai.contract.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of an enumeration.
 *
 * @param editions the edition since which there is each value, in the schema's order; empty where nothing is enumerated
 * @param earlier of each value that came later, the value that stands for it in earlier editions
 */
public record Codes(Map<String, Integer> editions, Map<String, String> earlier) {

    /** Keeps its own copies. */
    public Codes {
        editions = Collections.unmodifiableMap(new LinkedHashMap<>(editions));
        earlier = Map.copyOf(earlier);
    }

    /** Gives the values of an edition; of later ones it still tells what stands for them. */
    Codes in(int edition) {
        Map<String, Integer> known = new LinkedHashMap<>(editions);
        known.values().removeIf(since -> since > edition);
        return new Codes(known, earlier);
    }

    /** Tells whether a value may stand there; any may where nothing is enumerated. */
    public boolean hold(String value) {
        return editions.isEmpty() || editions.containsKey(value);
    }

    /** What is written in place of a value that this edition does not have; empty where it is written as it is. */
    public Optional<String> insteadOf(String value) {
        String told = value;
        while (!hold(told) && earlier.containsKey(told)) {
            told = String.valueOf(earlier.get(told));
        }
        return Optional.of(told).filter(other -> !other.equals(value));
    }
}
