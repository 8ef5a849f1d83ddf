package lt.mokiniai.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.BrokenContracts.Problem;
import lt.mokiniai.contract.Contract.Grant;
import lt.mokiniai.contract.Contract.Signer;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The contracts that stand in the folder, all of them or none: the only source of permission. It admits an exchange
 * (contracts.md, lock 1).
 */
@Component
@EnableConfigurationProperties(ContractProperties.class)
public class Contracts {

    private static final Logger LOG = LoggerFactory.getLogger(Contracts.class);

    private final Clock clock;
    private final List<Contract> contracts;
    /** By thumbprint; who is refused is not kept, so it holds no more than the parties' certificates. */
    private final Map<String, Party> parties = new ConcurrentHashMap<>();

    /**
     * Reads the folder.
     *
     * @throws BrokenContracts when a file is wrong, or files contradict each other
     * @throws IllegalStateException when the folder is not there, or contracts would have to be verified
     */
    public Contracts(ContractProperties properties, Clock clock) {
        if (!properties.unsigned()) {
            throw new IllegalStateException("this version cannot verify the signatures of contracts yet;"
                    + " unsigned contracts are taken with mokiniai.contract.unsigned=true, for development alone");
        }
        this.clock = clock;
        this.contracts = read(properties.contractFolder());
        LOG.warn(
                "{} contracts of {} are taken WITHOUT verifying signatures (mokiniai.contract.unsigned=true);"
                        + " for development alone",
                contracts.size(),
                properties.contractFolder());
    }

    /** All contracts, in the order of their files. */
    public List<Contract> all() {
        return contracts;
    }

    /**
     * Tells whose certificate it is.
     *
     * @throws Refusal {@code MR-213} when no contract names it, or contracts of several parties do
     */
    public Party partyOf(X509Certificate certificate) {
        String thumbprint = thumbprint(certificate);
        return parties.computeIfAbsent(thumbprint, unknown -> find(Signer.of(certificate, thumbprint)));
    }

    private Party find(Signer signer) {
        List<Contract> naming = contracts.stream()
                .filter(contract -> contract.signers().stream().anyMatch(named -> named.names(signer)))
                .toList();
        if (naming.stream().map(contract -> contract.party().code()).distinct().count() != 1) {
            throw Refusal.of(ExchangeError.CERTIFICATE_OF_NO_PARTY);
        }
        Party party = naming.get(0).party();
        return new Party(
                party.code(),
                party.nameLt(),
                party.nameEn(),
                Stream.concat(
                                naming.stream(),
                                contracts.stream()
                                        .filter(contract ->
                                                contract.party().code().equals(party.code())))
                        .map(contract -> contract.party().client())
                        .distinct()
                        .toList(),
                naming.stream()
                                .anyMatch(contract ->
                                        "RSA".equals(contract.party().answerAlgorithm()))
                        ? "RSA"
                        : "EC",
                naming.stream().map(Contract::id).collect(Collectors.toSet()));
    }

    /**
     * Admits an exchange (lock 1): the client header must name the party, and a contract of the party that names the
     * certificate and is in force today in Vilnius must grant the operation; the headers that it requires must be there.
     *
     * @param party who signed, of {@link #partyOf}
     * @param caller who asks, by the headers
     * @throws Refusal {@code MR-214}, {@code MR-301} to {@code MR-305}
     */
    public Admission admit(Party party, Caller caller, String service, String version, String operation) {
        if (!party.is(caller.client())) {
            throw Refusal.of(ExchangeError.CLIENT_IS_NOT_THE_SIGNER);
        }
        String name = service + "/" + version + "/" + operation;
        LocalDate today = LocalDate.now(clock.withZone(Dates.ZONE));
        List<Contract> own = contracts.stream()
                .filter(contract -> party.contracts().contains(contract.id())
                        && contract.party().is(caller.client()))
                .toList();
        Predicate<Contract> grants = contract -> contract.grantOf(name).isPresent();
        Predicate<Contract> inForce = contract -> contract.whyNotInForce(today).isEmpty();
        // Where none does both, the refusal speaks of the one that comes nearest.
        Contract contract = first(own, grants.and(inForce))
                .or(() -> first(own, grants))
                .or(() -> first(own, inForce))
                .or(() -> own.stream().findFirst())
                .orElseThrow(() -> Refusal.of(ExchangeError.NO_CONTRACT));
        contract.whyNotInForce(today).ifPresent(why -> {
            throw Refusal.of(ExchangeError.CONTRACT_NOT_IN_FORCE).naming(why).under(contract.id());
        });
        Grant grant = contract.grantOf(name)
                .orElseThrow(
                        () -> Refusal.of(ExchangeError.OPERATION_NOT_GRANTED).under(contract.id()));
        if (grant.requiresUserId() && isMissing(caller.userId())) {
            throw Refusal.of(ExchangeError.USER_ID_MISSING).under(contract.id());
        }
        if (grant.requiresIssue() && isMissing(caller.issue())) {
            throw Refusal.of(ExchangeError.ISSUE_MISSING).under(contract.id());
        }
        return new Admission(contract, grant, today);
    }

    private static Optional<Contract> first(List<Contract> contracts, Predicate<Contract> wanted) {
        return contracts.stream().filter(wanted).findFirst();
    }

    private static boolean isMissing(Optional<String> header) {
        return header.filter(value -> !value.isBlank()).isEmpty();
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return ContractReader.sha256(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was parsed can be encoded", e);
        }
    }

    private static List<Contract> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("there is no folder " + folder
                    + "; mokiniai.contract.folder must name the folder of the contracts");
        }
        Catalogue catalogue = Catalogue.load();
        List<Problem> problems = new ArrayList<>();
        List<Contract> contracts = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                ContractDocument document =
                        ContractDocument.of(file.getFileName().toString(), bytes);
                if (document.isValid()) {
                    Contract contract = ContractReader.read(document, bytes, catalogue);
                    contracts.forEach(earlier -> ContractReader.compare(document, contract, earlier));
                    contracts.add(contract);
                }
                problems.addAll(document.problems());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
        if (!problems.isEmpty()) {
            throw new BrokenContracts(problems);
        }
        if (contracts.isEmpty()) {
            throw new IllegalStateException("the folder " + folder + " holds no contract (*.xml), so that everybody"
                    + " would be refused; mokiniai.contract.folder must name the folder of the contracts");
        }
        return List.copyOf(contracts);
    }
}
