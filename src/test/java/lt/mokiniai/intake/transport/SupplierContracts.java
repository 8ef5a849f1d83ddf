package lt.mokiniai.intake.transport;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.Contract.Way;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.contract.model.Signer;
import lt.mokiniai.contract.model.Term;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.platform.trust.CertificateValidator;
import lt.mokiniai.platform.trust.KeyAlgorithm;

/** Contracts in force: one party supplies the register of the test, and another supplies something else. */
public final class SupplierContracts {

    public static final String SUPPLIER = "190000103";
    public static final String CONTRACT = "MR-2026-501";

    private ContractSet current = usual();

    /** Gives them as they are in force on a node. */
    public SupplyContracts inForce(CertificateValidator certificates, Clock clock) {
        return new SupplyContracts(() -> current, certificates, clock);
    }

    public void begin() {
        current = usual();
    }

    /** Lets the supplier deliver in one way alone. */
    public void only(Way way) {
        current = of(new TreeSet<>(Set.of(way)), LocalDate.of(2027, 12, 31));
    }

    public void endOn(LocalDate day) {
        current = of(new TreeSet<>(EnumSet.allOf(Way.class)), day);
    }

    private static ContractSet usual() {
        return of(new TreeSet<>(EnumSet.allOf(Way.class)), LocalDate.of(2027, 12, 31));
    }

    private static ContractSet of(SortedSet<Way> ways, LocalDate until) {
        return new ContractSet(
                "test",
                List.of(
                        contract(CONTRACT, SUPPLIER, TestPki.PARTY.certificate(), "examples", ways, until),
                        contract(
                                "MR-2026-502",
                                "190000111",
                                TestPki.PARTY_RSA.certificate(),
                                "others",
                                new TreeSet<>(Set.of(Way.FILE)),
                                until)));
    }

    private static Contract contract(
            String id, String party, X509Certificate signer, String register, SortedSet<Way> ways, LocalDate until) {
        Contract.Statement statement = new Contract.Statement(Text.same("test"), List.of());
        return new Contract(
                new Contract.Identity(id, "1", Contract.Kind.SUPPLY, 1, id + ".xml", "0".repeat(64)),
                new Term(LocalDate.of(2026, 1, 1), until, false),
                new Party(
                        party,
                        Text.same("Test Register"),
                        List.of(XRoadId.parse("LT-TEST/GOV/" + party + "/records")),
                        KeyAlgorithm.EC,
                        List.of(Signer.of(signer, thumbprint(signer))),
                        Set.of(id)),
                new Contract.Statements(statement, statement, statement, Optional.empty(), Optional.empty()),
                Set.of(),
                Optional.of(new Contract.Supply(Optional.of(register), ways, Optional.of("0 30 3 * * *"), Set.of())),
                new Contract.Allowed(List.of(), Set.of()));
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return Digest.sha256(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
