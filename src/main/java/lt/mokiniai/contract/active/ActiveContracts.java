package lt.mokiniai.contract.active;

import java.io.UncheckedIOException;
import java.util.Optional;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The contracts in force on this node. A changed folder is taken as one set or not at all; the set that came into force
 * last, here or on another node, is in force on all of them (docs/contracts.md, 'The life of a contract').
 */
@Component
public class ActiveContracts {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveContracts.class);

    private final WatchedFolder folder;
    private final FolderRules rules;
    private final SetChecks checks;
    private final SetStore store;
    private final String node = "process " + ProcessHandle.current().pid();
    private volatile ContractSet current;
    private volatile @Nullable String refusedFolder;
    private volatile @Nullable String refusedSet;
    /** Hash of what the folder held when it was last read. */
    private String found;

    /**
     * Puts the folder into force, or goes on with what is in force where the folder is an old copy, empty or broken.
     *
     * @throws RuntimeException that names each problem, when there is nothing to go on with
     */
    ActiveContracts(ContractProperties properties, SetChecks checks, SetStore store) {
        this.folder = new WatchedFolder(properties.contractFolder());
        this.rules = new FolderRules(store);
        this.checks = checks;
        this.store = store;
        FileSet files = folder.read();
        this.found = files.hash();
        this.current = start(files);
        LOG.info("{} contracts are in force, set {}", current.all().size(), current.hash());
    }

    /** The set that is in force now; an exchange asks once and stays under it to its end. */
    public ContractSet current() {
        return current;
    }

    /** Gives the bytes of the file of a contract that is or was in force, as both sides signed them. */
    public byte[] fileOf(Contract contract) {
        return store.text(contract.digest());
    }

    /** Gives a contract as it was in force, by the digest of its file; nothing where its text cannot be read any more. */
    public Optional<Contract> earlier(String digest) {
        return checks.earlier(digest, store.text(digest));
    }

    /** Why this node does not run what the folder says, where it does not. */
    Optional<String> refusedFolder() {
        return Optional.ofNullable(refusedFolder);
    }

    /** Why this node does not run what is in force on the others, where it does not. */
    Optional<String> refusedSet() {
        return Optional.ofNullable(refusedSet);
    }

    /** Looks for what has changed on the other nodes, then in the folder. */
    @Scheduled(fixedDelayString = "${mokiniai.contract.look-every:2s}")
    void look() {
        try {
            store.inForce().ifPresent(this::follow);
            folder.changed().ifPresent(this::take);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The contracts in force cannot be looked up now; set {} stays", current.hash());
        } catch (UncheckedIOException e) {
            refuseFolder(e, current.hash());
        }
    }

    private ContractSet start(FileSet files) {
        Optional<String> inForce = store.inForce();
        try {
            rules.checkAtAStart(files, inForce);
            ContractSet set = activate(files, inForce);
            if (inForce.isPresent() && !inForce.get().equals(set.hash())) {
                LOG.info(
                        "Set {} of the folder replaces set {}, which was in force before this start",
                        set.hash(),
                        inForce.get());
            }
            return set;
        } catch (RuntimeException e) {
            if (inForce.isEmpty() || isTroubleOfTheDatabase(e)) {
                throw e;
            }
            refuseFolder(e, inForce.get());
            return checks.read(store.filesOf(inForce.get()));
        }
    }

    private void take(FileSet files) {
        String before = found;
        found = files.hash();
        try {
            Optional<String> inForce = store.inForce();
            rules.checkAChange(files, before, inForce.orElse(""));
            if (!found.equals(current.hash())) {
                ContractSet set = activate(files, inForce);
                LOG.info(
                        "Set {} came into force, {} of its {} files verified for it: {}",
                        set.hash(),
                        checks.verified(),
                        set.all().size(),
                        SetChange.between(current, set));
                current = set;
            }
            acceptFolder();
        } catch (RuntimeException e) {
            if (isTroubleOfTheDatabase(e)) {
                found = before;
                folder.lookAgain();
                throw e;
            }
            refuseFolder(e, current.hash());
        }
    }

    private ContractSet activate(FileSet files, Optional<String> replaced) {
        ContractSet set = checks.read(files);
        store.activate(set, files, node, replaced);
        return set;
    }

    /** Whoever was told that the folder is broken is told when it no longer is. */
    private void acceptFolder() {
        if (refusedFolder != null) {
            LOG.info("The folder of contracts is taken again: it holds set {}, which is in force", current.hash());
        }
        refusedFolder = null;
    }

    private void refuseFolder(RuntimeException e, String stays) {
        String why = String.valueOf(e.getMessage());
        if (!why.equals(refusedFolder)) {
            LOG.error("The folder of contracts is not taken, set {} stays: {}", stays, why);
        }
        refusedFolder = why;
    }

    /** A set that this node cannot take is tried again at each look: what it lacks may have come. */
    private void follow(String hash) {
        if (hash.equals(current.hash())) {
            refusedSet = null;
            return;
        }
        try {
            ContractSet before = current;
            current = checks.read(store.filesOf(hash));
            String change = SetChange.between(before, current);
            LOG.info("Set {} came into force on another node: {}", hash, change);
            refusedSet = null;
            if (hash.equals(found)) {
                acceptFolder();
            } else if (before.hash().equals(found) && SetChange.takesOut(before, current)) {
                refusedFolder = "another node took out of force what this folder holds: " + change
                        + ". Take it out here too, or touch one of the files to put it back into force";
            }
        } catch (RuntimeException e) {
            if (isTroubleOfTheDatabase(e)) {
                throw e;
            }
            String why = String.valueOf(e.getMessage());
            if (!why.equals(refusedSet)) {
                LOG.error("Set {} of another node cannot be taken here; {} stays: {}", hash, current.hash(), why);
            }
            refusedSet = why;
        }
    }

    private static boolean isTroubleOfTheDatabase(RuntimeException e) {
        return e instanceof DataAccessException || e instanceof TransactionException;
    }
}
