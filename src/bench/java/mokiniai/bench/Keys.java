package mokiniai.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.platform.trust.SigningKey;

/** The keys and contracts of a demo's parties. */
final class Keys {

    /** @param client the subsystem that the party's contract names */
    record Party(SigningKey key, XRoadId client) {}

    private static final char[] PASSWORD = "demo".toCharArray();

    private final Path folder;
    private final ContractSet contracts;
    private final Map<String, Party> parties = new ConcurrentHashMap<>();

    /** @param folder of a demo that was started before */
    Keys(Path folder) {
        this.folder = folder;
        this.contracts = new SetReader(PublishedOperations.load())
                .read(new ContractFolder(folder.resolve("contracts"), ContractFolder.LARGEST_FILE).files());
    }

    Path folder() {
        return folder;
    }

    Party party(String alias) {
        return parties.computeIfAbsent(alias, name -> {
            SigningKey key = SigningKey.load(folder.resolve(name + ".p12"), PASSWORD);
            return new Party(key, contracts.partyOf(key.certificate()).client());
        });
    }
}
