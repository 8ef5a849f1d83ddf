package lt.mokiniai.tools.command.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.schema.PublishedOperations;

/**
 * The contracts of a folder that are in force, by whose they are.
 *
 * @param areKnown whether there was a folder to look at
 * @param ids by the code of the party
 */
record ContractsInForce(boolean areKnown, Map<String, List<String>> ids) {

    /** Nothing is known where no folder is named. */
    static ContractsInForce unknown() {
        return new ContractsInForce(false, Map.of());
    }

    /**
     * Reads a folder; nothing is known where there is none.
     *
     * @throws lt.mokiniai.contract.files.BrokenContracts when its contracts are not sound
     */
    static ContractsInForce in(Path folder, LocalDate day) {
        if (!Files.isDirectory(folder)) {
            return unknown();
        }
        return new ContractsInForce(
                true,
                new SetReader(PublishedOperations.load())
                        .read(new ContractFolder(folder, ContractFolder.LARGEST_FILE).files()).all().stream()
                                .filter(contract -> contract.term().isInForce(day))
                                .collect(Collectors.groupingBy(
                                        contract -> contract.party().code(),
                                        Collectors.mapping(Contract::id, Collectors.toList()))));
    }

    /** The ids of those of an institution. */
    List<String> of(String institution) {
        return ids.getOrDefault(institution, List.of());
    }
}
