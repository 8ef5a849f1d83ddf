package lt.mokiniai.contract.active;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.signatures.BothParties;
import lt.mokiniai.contract.signatures.Signatories;
import lt.mokiniai.kernel.LegalEntityCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the contracts.
 *
 * @param folder the folder that holds one XML file a contract; a text, because Spring looks for a {@link Path} on the
 *     class path first, and there is a folder {@code contracts} there too
 * @param unsigned whether contracts without verified signatures are taken; for development alone
 * @param register the code of the institution that signs for the register; needed unless unsigned
 * @param signatories the folder of the certificates of those who may sign contracts, named by institution code; needed
 *     unless unsigned
 * @param largestFile how many bytes a file of the folder may have; a larger one is not read
 * @param lookEvery how often the folder and the other nodes' doings are looked at
 */
@ConfigurationProperties("mokiniai.contract")
public record ContractProperties(
        @Nullable String folder,
        boolean unsigned,
        @Nullable String register,
        @Nullable String signatories,
        DataSize largestFile,
        Duration lookEvery) {

    private static final DataSize LARGEST = DataSize.ofMegabytes(64);

    private static final String UNSIGNED =
            "unsigned contracts are taken with mokiniai.contract.unsigned=true, for development alone";

    /** @throws IllegalArgumentException when a setting is missing, or the register's code is none */
    @ConstructorBinding
    public ContractProperties(
            @Nullable String folder,
            boolean unsigned,
            @Nullable String register,
            @Nullable String signatories,
            @DefaultValue("1MB") DataSize largestFile,
            @DefaultValue("2s") Duration lookEvery) {
        if (isMissing(folder)) {
            throw new IllegalArgumentException("mokiniai.contract.folder must name the folder of the contracts;"
                    + " what no contract there allows is refused");
        }
        if (!unsigned && (register == null || !LegalEntityCode.isValid(register))) {
            throw new IllegalArgumentException("mokiniai.contract.register must be the code of the institution that"
                    + " signs contracts for the register, such as 190000008; " + UNSIGNED);
        }
        if (!unsigned && isMissing(signatories)) {
            throw new IllegalArgumentException("mokiniai.contract.signatories must name the folder of the certificates"
                    + " of those who may sign contracts, such as 190000008.crt; " + UNSIGNED);
        }
        if (largestFile.toBytes() < 1 || largestFile.toBytes() > LARGEST.toBytes()) {
            throw new IllegalArgumentException("mokiniai.contract.largest-file must be from 1B to "
                    + LARGEST.toMegabytes() + "MB, such as 1MB: a file of that size is held in memory with its tree");
        }
        this.folder = folder;
        this.unsigned = unsigned;
        this.register = register;
        this.signatories = signatories;
        this.largestFile = largestFile;
        this.lookEvery = lookEvery;
    }

    ContractFolder contractFolder() {
        return new ContractFolder(Path.of(String.valueOf(folder)), (int) largestFile.toBytes());
    }

    /** Who must have signed each contract, as the folder of signatories says now; nobody where none need to. */
    Optional<BothParties> signedBy() {
        return unsigned
                ? Optional.empty()
                : Optional.of(new BothParties(
                        new LegalEntityCode(String.valueOf(register)),
                        Signatories.load(Path.of(String.valueOf(signatories)))));
    }

    private static boolean isMissing(@Nullable String setting) {
        return setting == null || setting.isBlank();
    }
}
