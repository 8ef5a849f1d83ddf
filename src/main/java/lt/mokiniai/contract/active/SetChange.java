package lt.mokiniai.contract.active;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;

/**
 * What a new set changes, in a line for the operator: {@code + MR-2026-014 version 2, - MR-2026-015 version 1}. It names
 * the first 20 contracts, and counts the others.
 */
final class SetChange {

    private static final int MOST = 20;

    private SetChange() {}

    static String between(ContractSet before, ContractSet after) {
        Map<String, String> old = digests(before);
        Map<String, String> now = digests(after);
        List<String> changes = Stream.concat(
                        now.entrySet().stream()
                                .filter(contract -> !contract.getValue().equals(old.get(contract.getKey())))
                                .map(contract -> "+ " + contract.getKey()),
                        old.keySet().stream()
                                .filter(contract -> !now.containsKey(contract))
                                .map(contract -> "- " + contract))
                .toList();
        if (changes.isEmpty()) {
            return "no contract differs";
        }
        String first = changes.stream().limit(MOST).collect(Collectors.joining(", "));
        return changes.size() > MOST ? first + " and " + (changes.size() - MOST) + " more" : first;
    }

    /** Tells whether a contract of the earlier set is in the later one in no version. */
    static boolean takesOut(ContractSet before, ContractSet after) {
        Set<String> left = after.all().stream().map(Contract::id).collect(Collectors.toSet());
        return before.all().stream().anyMatch(contract -> !left.contains(contract.id()));
    }

    private static Map<String, String> digests(ContractSet set) {
        return set.all().stream()
                .collect(Collectors.toMap(
                        contract -> contract.id() + " version " + contract.version(), Contract::digest));
    }
}
