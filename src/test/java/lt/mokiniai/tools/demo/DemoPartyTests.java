package lt.mokiniai.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.contract.files.SetReader;
import lt.mokiniai.contract.files.folder.ContractFolder;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.Signer;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.platform.trust.names.DistinguishedName;
import org.junit.jupiter.api.Test;

class DemoPartyTests {

    @Test
    void hasTheCertificatesThatTheContractsName() {
        ContractSet contracts = new SetReader(PublishedOperations.load())
                .read(new ContractFolder(Path.of("contracts"), ContractFolder.LARGEST_FILE).files());

        assertThat(contracts.all().stream().flatMap(contract -> contract.party().signers().stream()))
                .extracting(Signer::issuer)
                .containsOnly(Optional.of(DistinguishedName.of(DemoParty.issuer())));
        Set<DistinguishedName> named = contracts.all().stream()
                .flatMap(contract -> contract.party().signers().stream())
                .flatMap(signer -> signer.subject().stream())
                .collect(Collectors.toSet());
        assertThat(named)
                .isEqualTo(EnumSet.complementOf(EnumSet.of(DemoParty.REVOKED)).stream()
                        .map(DemoParty::subject)
                        .map(DistinguishedName::of)
                        .collect(Collectors.toSet()));
    }

    @Test
    void isFoundByItsSubjectHoweverThatIsWritten() {
        assertThat(DemoParty.of(new X500Principal("cn=school, o=Kaunas Demo School (demo), c=LT")))
                .contains(DemoParty.SCHOOL);
        assertThat(DemoParty.of(new X500Principal("CN=school, O=Another School, C=LT")))
                .isEmpty();
    }
}
