package lt.mokiniai.contract.active;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.platform.database.ExchangeTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps every set of contracts that was ever in force, byte for byte, and the order in which they came into force; the
 * last one is in force on all nodes (docs/contracts.md, 'The life of a contract'). A set is kept as the list of its files by
 * digest, and each file once, in however many sets it was.
 */
@Component
class SetStore {

    private final JdbcClient jdbc;
    private final ExchangeTransactions transactions;
    private final Clock clock;
    private final ContractTexts texts;
    private final ContractVersions versions;

    SetStore(JdbcClient jdbc, ExchangeTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.texts = new ContractTexts(jdbc);
        this.versions = new ContractVersions(jdbc, texts);
    }

    /** The hash of the set in force. */
    Optional<String> inForce() {
        return jdbc.sql("SELECT set_hash FROM contract_activation WHERE id = (SELECT MAX(id) FROM contract_activation)")
                .query(String.class)
                .optional();
    }

    /** Tells whether a set was ever in force. */
    boolean knows(String hash) {
        return jdbc.sql("SELECT COUNT(*) FROM contract_activation WHERE set_hash = ?")
                        .param(hash)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Gives the files of a set, byte for byte. */
    FileSet filesOf(String hash) {
        String manifest = jdbc.sql("SELECT manifest FROM contract_set WHERE set_hash = ?")
                .param(hash)
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .single();
        FileSet files = FileSet.kept(manifest, this::text);
        if (!files.hash().equals(hash)) {
            throw new IllegalStateException(
                    "the files kept of set " + hash + " are not those that were put into force");
        }
        return files;
    }

    /** Gives a file that is or was in force, byte for byte, by its digest. */
    byte[] text(String digest) {
        return texts.of(digest);
    }

    /**
     * Puts a set into force on all nodes; does nothing when it is in force already.
     *
     * @param files of the set
     * @param replaced the set that was in force when the node decided; another node may have been faster
     * @throws IllegalStateException when another node was, and the set is an earlier one, or when a contract goes back
     */
    void activate(ContractSet set, FileSet files, String node, Optional<String> replaced) {
        transactions.whole(() -> activated(set, files, node, replaced));
    }

    /** Tells whether it was not in force already. */
    private boolean activated(ContractSet set, FileSet files, String node, Optional<String> replaced) {
        // Two nodes that read one and the same folder come here together.
        jdbc.sql("SELECT id FROM contract_lock WHERE id = 1 FOR UPDATE")
                .query(Integer.class)
                .single();
        Optional<String> inForce = inForce();
        if (inForce.filter(set.hash()::equals).isPresent()) {
            // It may have come into force before versions were kept.
            versions.keep(set);
            return false;
        }
        boolean isKnown = knows(set.hash());
        if (isKnown && !inForce.equals(replaced)) {
            throw new IllegalStateException("the folder holds a set that was in force before, and another node has"
                    + " just put a newer one into force");
        }
        versions.check(set, files);
        if (!isKnown) {
            texts.keep(files);
            jdbc.sql("INSERT INTO contract_set (set_hash, manifest) VALUES (?, ?)")
                    .param(set.hash())
                    .param(files.manifest().getBytes(StandardCharsets.UTF_8))
                    .update();
        }
        versions.keep(set);
        // Whoever is here holds the lock.
        long last = jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM contract_activation")
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO contract_activation (id, set_hash, activated_at, node) VALUES (?, ?, ?, ?)")
                .params(last + 1, set.hash(), clock.instant().atOffset(ZoneOffset.UTC), node)
                .update();
        return true;
    }
}
