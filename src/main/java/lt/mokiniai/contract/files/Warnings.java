package lt.mokiniai.contract.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lt.mokiniai.contract.files.BrokenContracts.Problem;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.schema.SchemaTree;

/** What is not wrong with a sound contract, but should be looked at before it is signed. */
public final class Warnings {

    private Warnings() {}

    /** Gives the warnings of a contract, in the order of its grants. */
    public static List<Problem> of(Contract contract) {
        List<Problem> warnings = new ArrayList<>();
        for (Grant grant : contract.grants()) {
            List<String> items = grant.shown().pseudonym() ? identifyingIndirectly(grant) : List.of();
            if (!items.isEmpty()) {
                warnings.add(new Problem(
                        contract.file(),
                        grant.line(),
                        ContractProblem.PSEUDONYM_BESIDE_INDIRECT.of(String.join(", ", items))));
            }
        }
        return warnings;
    }

    /**
     * Gives the note that a newer edition of the data items would grant a contract more.
     *
     * @param addedLt what it would add, in Lithuanian
     * @param addedEn the same in English
     */
    public static Problem ofNewerEdition(Contract contract, int edition, String addedLt, String addedEn) {
        return new Problem(
                contract.file(),
                1,
                ContractProblem.NEWER_EDITION_ADDS.of(String.valueOf(edition)).meaning(addedLt, addedEn));
    }

    /** What is shown, and what may be asked by: whoever finds one student by a birth date has the student's pseudonym. */
    private static List<String> identifyingIndirectly(Grant grant) {
        SchemaTree answer = grant.answer();
        SchemaTree request = grant.operation().request();
        return Stream.concat(
                        answer.grantable().stream().filter(in(answer)),
                        request.items().stream().filter(grant.asks()::contains).filter(in(request)))
                .toList();
    }

    private static Predicate<String> in(SchemaTree message) {
        return path -> message.at(path).map(SchemaTree::identifiesIndirectly).orElse(false);
    }
}
