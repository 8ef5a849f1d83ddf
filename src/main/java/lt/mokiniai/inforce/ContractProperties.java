package lt.mokiniai.inforce;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the contracts.
 *
 * @param folder the folder that holds one XML file a contract; a text, because Spring looks for a {@link Path} on the
 *     class path first, and there is a folder {@code contracts} there too
 * @param unsigned whether contracts without verified signatures are taken; for development alone
 * @param lookEvery how often the folder and the other nodes' doings are looked at
 */
@ConfigurationProperties("mokiniai.contract")
public record ContractProperties(@Nullable String folder, boolean unsigned, Duration lookEvery) {

    /** @throws IllegalArgumentException when the folder is not set */
    @ConstructorBinding
    public ContractProperties(@Nullable String folder, boolean unsigned, @DefaultValue("2s") Duration lookEvery) {
        if (folder == null || folder.isBlank()) {
            throw new IllegalArgumentException("mokiniai.contract.folder must name the folder of the contracts;"
                    + " what no contract there allows is refused");
        }
        this.folder = folder;
        this.unsigned = unsigned;
        this.lookEvery = lookEvery;
    }

    Path contractFolder() {
        return Path.of(String.valueOf(folder));
    }
}
