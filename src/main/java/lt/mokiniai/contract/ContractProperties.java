package lt.mokiniai.contract;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;

/**
 * Settings of the contracts.
 *
 * @param folder the folder that holds one XML file a contract; a text, because Spring looks for a {@link Path} on the
 *     class path first, and there is a folder {@code contracts} there too
 * @param unsigned whether contracts without verified signatures are taken; for development alone
 */
@ConfigurationProperties("mokiniai.contract")
public record ContractProperties(@Nullable String folder, boolean unsigned) {

    /** @throws IllegalArgumentException when the folder is not set */
    @ConstructorBinding
    public ContractProperties {
        if (folder == null || folder.isBlank()) {
            throw new IllegalArgumentException("mokiniai.contract.folder must name the folder of the contracts;"
                    + " what no contract there allows is refused");
        }
    }

    /** Settings of a folder that is at hand. */
    public ContractProperties(Path folder, boolean unsigned) {
        this(folder.toString(), unsigned);
    }

    Path contractFolder() {
        return Path.of(String.valueOf(folder));
    }
}
