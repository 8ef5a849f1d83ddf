package lt.mokiniai.contract.active;

import java.util.Optional;
import lt.mokiniai.contract.files.folder.FileSet;

/**
 * Whether what a folder holds is meant to be in force, before it is read as contracts. Each node may have a folder of its
 * own; a copy that comes late must not undo what another node has put into force since.
 */
final class FolderRules {

    private static final String EMPTY = "the folder holds no contract (*.xml), so that everybody would be refused."
            + " mokiniai.contract.folder must name the folder of the contracts; where all of them shall end, put in each"
            + " as a new version that is suspended";

    private static final String EARLIER =
            "the folder holds a set that was in force before and was replaced. Put in what"
                    + " is in force, or touch one of the files to put the earlier set into force all the same";

    private final SetStore store;

    FolderRules(SetStore store) {
        this.store = store;
    }

    /**
     * Checks the folder that a start finds. What only takes contracts out is meant: nobody may be answered under a
     * contract whose file is gone.
     *
     * @param inForce hash of the set in force, if any
     * @throws IllegalStateException that says why it is not taken
     */
    void checkAtAStart(FileSet files, Optional<String> inForce) {
        checkNotEmpty(files);
        String found = files.hash();
        if (inForce.isPresent() && store.knows(found) && !files.isPartOf(store.filesOf(inForce.get()))) {
            throw new IllegalStateException(EARLIER);
        }
    }

    /**
     * Checks the folder that was changed under a running node: a change from one earlier set to another comes late.
     *
     * @param before hash of what the folder held before the change
     * @param inForce hash of the set in force
     * @throws IllegalStateException that says why it is not taken
     */
    void checkAChange(FileSet files, String before, String inForce) {
        checkNotEmpty(files);
        String found = files.hash();
        boolean isBehind = !before.equals(inForce) && !before.equals(found) && store.knows(before);
        if (isBehind && !found.equals(inForce) && store.knows(found)) {
            throw new IllegalStateException(EARLIER);
        }
    }

    private static void checkNotEmpty(FileSet files) {
        if (files.isEmpty()) {
            throw new IllegalStateException(EMPTY);
        }
    }
}
