package lt.mokiniai.inforce;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import lt.mokiniai.contract.Contract;
import lt.mokiniai.contract.ContractSet;
import lt.mokiniai.contractfile.SetReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The contracts in force on this node. A changed folder is taken as one set or not at all; the set that came into force
 * last, here or on another node, is in force on all of them (contracts.md, 'Life of a contract file').
 */
@Component
public class Contracts {

    private static final Logger LOG = LoggerFactory.getLogger(Contracts.class);

    private final ContractFolder folder;
    private final SetChecks checks;
    private final SetStore store;
    private final String node = "process " + ProcessHandle.current().pid();
    private volatile ContractSet current;
    private volatile @Nullable String refusedFolder;
    private volatile @Nullable String refusedSet;

    /**
     * Puts the folder into force, or goes on with what is in force where the folder was in force before, is empty or is
     * broken.
     *
     * @throws RuntimeException that names each problem, when there is nothing to go on with
     */
    Contracts(ContractProperties properties, SetChecks checks, SetStore store) {
        this.folder = new ContractFolder(properties.contractFolder());
        this.checks = checks;
        this.store = store;
        this.current = start(properties.contractFolder());
        LOG.info("{} contracts are in force, set {}", current.all().size(), current.hash());
    }

    /** The set that is in force now; an exchange asks once and stays under it to its end. */
    public ContractSet current() {
        return current;
    }

    /** Gives the bytes of a contract's file, as both sides signed them; its set is or was in force. */
    public byte[] fileOf(Contract contract, ContractSet set) {
        return store.file(set.hash(), contract.file());
    }

    /** Why this node does not run what the folder says, where it does not. */
    Optional<String> refusedFolder() {
        return Optional.ofNullable(refusedFolder);
    }

    /** Why this node does not run what is in force on the others, where it does not. */
    Optional<String> refusedSet() {
        return Optional.ofNullable(refusedSet);
    }

    /** Looks for what has changed in the folder and on the other nodes. */
    @Scheduled(fixedDelayString = "${mokiniai.contract.look-every:2s}")
    void look() {
        try {
            lookAtTheFolder();
            store.inForce().ifPresent(this::follow);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The contracts in force cannot be looked up now; set {} stays", current.hash());
        }
    }

    private void lookAtTheFolder() {
        try {
            folder.changed().ifPresent(this::take);
        } catch (UncheckedIOException e) {
            refuseFolder(e);
        }
    }

    private ContractSet start(Path path) {
        SortedMap<String, byte[]> files = folder.read();
        Optional<String> inForce = store.inForce();
        if (inForce.isEmpty() && files.isEmpty()) {
            throw new IllegalStateException("the folder " + path + " holds no contract (*.xml), so that everybody would"
                    + " be refused; mokiniai.contract.folder must name the folder of the contracts");
        }
        if (inForce.isEmpty() || !(files.isEmpty() || store.knows(SetReader.hashOf(files)))) {
            try {
                return activate(files);
            } catch (RuntimeException e) {
                if (inForce.isEmpty()) {
                    throw e;
                }
                refuseFolder(e);
            }
        } else if (!inForce.get().equals(SetReader.hashOf(files))) {
            refusedFolder = "the folder holds no set, or one that was in force before; set " + inForce.get()
                    + " stays. Change the folder while the service runs to put it into force";
            LOG.warn("{}: {}", path, refusedFolder);
        }
        return checks.read(store.filesOf(inForce.get()));
    }

    private void take(SortedMap<String, byte[]> files) {
        if (!SetReader.hashOf(files).equals(current.hash())) {
            try {
                current = activate(files);
                LOG.info("{} contracts came into force, set {}", current.all().size(), current.hash());
            } catch (DataAccessException | TransactionException e) {
                folder.lookAgain();
                throw e;
            } catch (RuntimeException e) {
                refuseFolder(e);
                return;
            }
        }
        refusedFolder = null;
    }

    private ContractSet activate(SortedMap<String, byte[]> files) {
        ContractSet set = checks.read(files);
        store.activate(set.hash(), files, node);
        return set;
    }

    private void refuseFolder(RuntimeException e) {
        refusedFolder = String.valueOf(e.getMessage());
        LOG.error("The changed folder of contracts is not taken: {}", refusedFolder);
    }

    /** A set that this node cannot take is tried again at each look: what it lacks may have come. */
    private void follow(String hash) {
        if (hash.equals(current.hash())) {
            refusedSet = null;
            return;
        }
        try {
            current = checks.read(store.filesOf(hash));
            refusedSet = null;
            LOG.info(
                    "{} contracts came into force on another node, set {}",
                    current.all().size(),
                    hash);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(refusedSet)) {
                LOG.error("Set {} of another node cannot be taken here; {} stays: {}", hash, current.hash(), why);
            }
            refusedSet = why;
        }
    }
}
