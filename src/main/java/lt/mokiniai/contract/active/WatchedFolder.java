package lt.mokiniai.contract.active;

import java.util.Optional;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.files.folder.FileSet;

/** The folder of the contracts, watched by its names, sizes and times: it is read only when one of them has changed. */
final class WatchedFolder {

    private final ContractFolder folder;
    private String seen;
    private String taken;

    WatchedFolder(ContractFolder folder) {
        this.folder = folder;
        this.seen = folder.state();
        this.taken = seen;
    }

    FileSet read() {
        return folder.files();
    }

    /**
     * Gives the files when the folder has changed and has come to rest: what two looks in a row find alike is not being
     * copied at this moment.
     */
    Optional<FileSet> changed() {
        String found = folder.state();
        boolean isAtRest = found.equals(seen);
        seen = found;
        if (!isAtRest || found.equals(taken)) {
            return Optional.empty();
        }
        FileSet files = read();
        seen = folder.state();
        if (!seen.equals(found)) {
            // It changed while it was read: what was read may be of two sets.
            return Optional.empty();
        }
        taken = found;
        return Optional.of(files);
    }

    /** Gives the same change once more: what was given could not be put into force. */
    void lookAgain() {
        taken = "";
    }
}
