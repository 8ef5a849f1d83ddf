package lt.mokiniai.contract.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ContractPropertiesTests {

    @Test
    void wantTheFolderOfTheContracts() {
        assertThatThrownBy(() -> properties(" ", true, null, null)).hasMessageContaining("mokiniai.contract.folder");
    }

    @Test
    void wantToKnowWhoMaySign() {
        assertThatThrownBy(() -> properties("contracts", false, "190000009", "signatories"))
                .hasMessageContaining("mokiniai.contract.register")
                .hasMessageContaining("mokiniai.contract.unsigned=true");
        assertThatThrownBy(() -> properties("contracts", false, "190000008", " "))
                .hasMessageContaining("mokiniai.contract.signatories")
                .hasMessageContaining("mokiniai.contract.unsigned=true");
    }

    @Test
    void takeUnsignedContractsWhereToldTo() {
        assertThat(properties("contracts", true, null, null).signedBy()).isEmpty();
    }

    private static ContractProperties properties(
            String folder, boolean unsigned, @Nullable String register, @Nullable String signatories) {
        return new ContractProperties(
                folder, unsigned, register, signatories, DataSize.ofMegabytes(1), Duration.ofSeconds(2));
    }
}
