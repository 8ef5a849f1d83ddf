package lt.mokiniai.contract.active;

import java.util.Optional;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.platform.trust.RegisterKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What a set must pass before it is in force on this node: the rules of its files, and that it can be carried out here. */
@Component
@EnableConfigurationProperties(ContractProperties.class)
class SetChecks {

    private static final Logger LOG = LoggerFactory.getLogger(SetChecks.class);

    private final SetReader reader;
    private final RegisterKeys keys;

    SetChecks(ContractProperties properties, PublishedOperations published, RegisterKeys keys) {
        if (properties.unsigned()) {
            LOG.warn(
                    "contracts of {} are taken WITHOUT verifying signatures (mokiniai.contract.unsigned=true);"
                            + " for development alone",
                    properties.contractFolder().path());
        }
        this.reader = new SetReader(published, properties::signedBy);
        this.keys = keys;
    }

    /** @throws RuntimeException that names each problem */
    ContractSet read(FileSet files) {
        ContractSet set = reader.read(files);
        // A contract that asks for a key which the register does not have would be answered by nobody.
        set.all().forEach(contract -> keys.forAlgorithm(contract.party().answerAlgorithm()));
        return set;
    }

    /** Reads a contract that was in force. */
    Optional<Contract> earlier(String digest, byte[] bytes) {
        return reader.earlier(digest, bytes);
    }

    /** How many files of the last set were verified; the others were verified for a set before. */
    int verified() {
        return reader.verified();
    }
}
