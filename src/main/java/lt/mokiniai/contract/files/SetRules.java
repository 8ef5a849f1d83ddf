package lt.mokiniai.contract.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.ReadFile.SoundContract;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Contract.Supply;
import lt.mokiniai.contract.model.Signer;

/**
 * What two contracts of one set must not do to each other. A contract is compared with the earlier ones that have
 * something in common with it, so that a set of a thousand takes the time of a thousand.
 */
final class SetRules {

    private final List<SoundContract> contracts = new ArrayList<>();

    /** By what a contract could meet another in, the places of the contracts that have it. */
    private final Map<String, Set<Integer>> having = new HashMap<>();

    /** Notes where a contract contradicts one of an earlier file: id, certificate, subsystem, grants, sources. */
    void add(SoundContract added, FileProblems problems) {
        List<String> marks = marks(added).distinct().toList();
        Set<Integer> met = new TreeSet<>();
        marks.forEach(mark -> met.addAll(having.getOrDefault(mark, Set.of())));
        met.stream()
                .takeWhile(place -> !problems.isFull())
                .forEach(place -> compare(added, contracts.get(place), problems));
        marks.forEach(
                mark -> having.computeIfAbsent(mark, absent -> new TreeSet<>()).add(contracts.size()));
        contracts.add(added);
    }

    private static Stream<String> marks(SoundContract added) {
        Contract contract = added.contract();
        return Stream.of(
                        Stream.of(
                                "id " + contract.id(),
                                "client " + contract.party().client()),
                        represented(contract),
                        supplied(contract).map(register -> "register " + register),
                        certificates(contract).stream().map(name -> "certificate " + name),
                        numbers(added).stream().map(number -> "source " + number))
                .flatMap(marks -> marks);
    }

    private static void compare(SoundContract added, SoundContract met, FileProblems problems) {
        Contract contract = added.contract();
        Contract earlier = met.contract();
        if (contract.id().equals(earlier.id())) {
            problems.add(added.line(), ContractProblem.SAME_ID.of(earlier.file(), earlier.id()));
        }
        if (!contract.party().code().equals(earlier.party().code())) {
            compareParties(added, earlier, problems);
        }
        if (contract.term().meets(earlier.term())) {
            if (isSameClient(contract, earlier)) {
                compareGrants(contract, earlier, problems);
            }
            compareSources(added, met, problems);
            supplied(contract)
                    .filter(register -> supplied(earlier).anyMatch(register::equals))
                    .forEach(register ->
                            problems.add(added.line(), ContractProblem.SAME_REGISTER.of(earlier.file(), register)));
            if (represented(contract).anyMatch(mark -> represented(earlier).anyMatch(mark::equals))) {
                problems.add(added.line(), ContractProblem.SAME_REPRESENTED.of(earlier.file()));
            }
        }
    }

    private static Stream<String> represented(Contract contract) {
        return contract.representation().isEmpty()
                ? Stream.empty()
                : Stream.of("represented " + contract.party().code());
    }

    /** The source register that a supplier delivers. */
    private static Stream<String> supplied(Contract contract) {
        return contract.supply().flatMap(Supply::register).stream();
    }

    private static void compareParties(SoundContract added, Contract earlier, FileProblems problems) {
        if (certificates(added.contract()).stream().anyMatch(certificates(earlier)::contains)) {
            problems.add(added.partyLine(), ContractProblem.SAME_CERTIFICATE.of(earlier.file()));
        }
        if (isSameClient(added.contract(), earlier)) {
            problems.add(added.partyLine(), ContractProblem.SAME_CLIENT.of(earlier.file()));
        }
    }

    private static void compareGrants(Contract contract, Contract earlier, FileProblems problems) {
        contract.grants().stream()
                .filter(grant -> earlier.grantOf(grant.id()).isPresent())
                .forEach(
                        grant -> problems.add(grant.line(), ContractProblem.SAME_GRANT.of(earlier.file(), grant.id())));
    }

    private static void compareSources(SoundContract added, SoundContract met, FileProblems problems) {
        added.sources().stream()
                .filter(source -> met.sources().stream().anyMatch(source::meets))
                .forEach(source -> problems.add(
                        source.line(),
                        ContractProblem.SAME_SOURCE.of(
                                met.contract().file(), source.source().path())));
    }

    private static Set<Signer.Name> certificates(Contract contract) {
        return contract.party().signers().stream()
                .flatMap(signer -> signer.names().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> numbers(SoundContract contract) {
        return contract.sources().stream()
                .map(line -> line.source().numbers())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static boolean isSameClient(Contract contract, Contract earlier) {
        return contract.party().client().equals(earlier.party().client());
    }
}
