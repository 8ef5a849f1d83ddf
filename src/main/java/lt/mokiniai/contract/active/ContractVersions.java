package lt.mokiniai.contract.active;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lt.mokiniai.contract.files.FirstLines;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.signatures.ContractText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One number of a version, one text, for ever: receipts and the log name a contract by its version, and whoever reads
 * them years later must find the one text that it had. So a text that both sign again is a new version, and no contract
 * goes back to a version that was replaced.
 */
final class ContractVersions {

    /**
     * The latest version of a contract that was in force.
     *
     * @param digest of the file by which it first came into force
     */
    private record Known(int version, String digest) {}

    private static final String LATEST = "SELECT contract_id, version, file_digest FROM contract_version known"
            + " WHERE version = (SELECT MAX(version) FROM contract_version other"
            + " WHERE other.contract_id = known.contract_id)";

    private final JdbcClient jdbc;
    private final ContractTexts texts;

    ContractVersions(JdbcClient jdbc, ContractTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /**
     * Tells that no contract of a set goes back to an earlier version or has another text under the same one.
     *
     * @throws IllegalStateException that names the first contracts that do
     */
    void check(ContractSet set, FileSet files) {
        Map<String, Known> latest = latest();
        List<String> problems = set.all().stream()
                .flatMap(
                        contract -> Optional.ofNullable(latest.get(contract.id()))
                                .flatMap(known -> problem(contract, known, files))
                                .stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    FirstLines.of("the contracts cannot be taken:", problems, "correct those that are named first"));
        }
    }

    /** Remembers the versions of a set whose files are kept. */
    void keep(ContractSet set) {
        Map<String, Known> latest = latest();
        set.all().stream()
                .filter(contract -> Optional.ofNullable(latest.get(contract.id()))
                        .filter(known -> known.version() == number(contract))
                        .isEmpty())
                .forEach(contract -> jdbc.sql(
                                "INSERT INTO contract_version (contract_id, version, file_digest) VALUES (?, ?, ?)")
                        .params(contract.id(), number(contract), contract.digest())
                        .update());
    }

    private Map<String, Known> latest() {
        return jdbc
                .sql(LATEST)
                .query((row, number) -> Map.entry(row.getString(1), new Known(row.getInt(2), row.getString(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<String> problem(Contract contract, Known latest, FileSet files) {
        String which = contract.file() + ": " + contract.id() + " version " + contract.version();
        String remedy = ": give it version " + (latest.version() + 1) + ", and have both parties sign it";
        if (number(contract) < latest.version()) {
            return Optional.of(which + " was replaced by version " + latest.version()
                    + ". A contract does not go back; where its earlier text shall hold again" + remedy);
        }
        if (number(contract) == latest.version()
                && !contract.digest().equals(latest.digest())
                && !ContractText.of(files.read(contract.file()))
                        .signsTheSameAs(ContractText.of(texts.of(latest.digest())))) {
            return Optional.of(which + " was in force with another text. A changed text is a new version" + remedy);
        }
        return Optional.empty();
    }

    private static int number(Contract contract) {
        return Integer.parseInt(contract.version());
    }
}
