package lt.mokiniai.inforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import lt.mokiniai.contract.Contract;
import lt.mokiniai.contract.ContractSet;
import lt.mokiniai.signature.ContractText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One number of a version, one text, for ever: receipts and the log name a contract by its version, and whoever reads
 * them years later must find the one text that it had. So a text that both sign again is a new version, and no contract
 * goes back to a version that was replaced.
 */
final class ContractVersions {

    private record Known(int version, String set, String file) {}

    private final JdbcClient jdbc;

    ContractVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Tells that no contract of a set goes back to an earlier version or has another text under the same one.
     *
     * @param files of the set, by name
     * @throws IllegalStateException that names each contract that does
     */
    void check(ContractSet set, SortedMap<String, byte[]> files) {
        List<String> problems = new ArrayList<>();
        set.all()
                .forEach(contract -> latest(contract.id())
                        .flatMap(latest -> problem(contract, latest, files))
                        .ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the contracts cannot be taken:" + System.lineSeparator()
                    + String.join(System.lineSeparator(), problems));
        }
    }

    /** Remembers the versions of a set whose files are kept. */
    void keep(ContractSet set) {
        set.all().stream()
                .filter(contract -> latest(contract.id())
                        .filter(latest -> latest.version() == number(contract))
                        .isEmpty())
                .forEach(contract -> jdbc.sql("INSERT INTO contract_version (contract_id, version, set_hash, file_name)"
                                + " VALUES (?, ?, ?, ?)")
                        .params(contract.id(), number(contract), set.hash(), contract.file())
                        .update());
    }

    private Optional<Known> latest(String id) {
        return jdbc.sql("SELECT version, set_hash, file_name FROM contract_version WHERE contract_id = ?"
                        + " AND version = (SELECT MAX(version) FROM contract_version WHERE contract_id = ?)")
                .params(id, id)
                .query((row, number) -> new Known(row.getInt(1), row.getString(2), row.getString(3)))
                .optional();
    }

    private Optional<String> problem(Contract contract, Known latest, SortedMap<String, byte[]> files) {
        String which = contract.file() + ": " + contract.id() + " version " + contract.version();
        String remedy = ": give it version " + (latest.version() + 1) + ", and have both parties sign it";
        if (number(contract) < latest.version()) {
            return Optional.of(which + " was replaced by version " + latest.version()
                    + ". A contract does not go back; where its earlier text shall hold again" + remedy);
        }
        if (number(contract) == latest.version()
                && !ContractText.of(Objects.requireNonNull(files.get(contract.file())))
                        .signsTheSameAs(ContractText.of(text(latest)))) {
            return Optional.of(which + " was in force with another text. A changed text is a new version" + remedy);
        }
        return Optional.empty();
    }

    private byte[] text(Known version) {
        return jdbc.sql("SELECT content FROM contract_file WHERE set_hash = ? AND file_name = ?")
                .params(version.set(), version.file())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private static int number(Contract contract) {
        return Integer.parseInt(contract.version());
    }
}
