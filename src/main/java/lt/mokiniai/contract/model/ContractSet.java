package lt.mokiniai.contract.model;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.model.Contract.Kind;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.Caller.Represented;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.OperationId;
import lt.mokiniai.kernel.VisibleText;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Contracts that are in force together: the only source of permission. A request is admitted under one set from its
 * start to its end (docs/contracts.md, 'Four checks'). A set never changes.
 */
public class ContractSet {

    private static final Logger LOG = LoggerFactory.getLogger(ContractSet.class);
    private static final int MOST_TOLD = 1000;

    private final String hash;
    private final List<Contract> contracts;
    private final ItemSources sources;
    /** By each name of a certificate, the places of the contracts that name it so. */
    private final Map<Signer.Name, Set<Integer>> naming = new HashMap<>();
    /** By thumbprint; who is refused is not kept, so it holds no more than the parties' certificates. */
    private final Map<String, Party> parties = new ConcurrentHashMap<>();
    /** By thumbprint, the certificates that the log told of as almost named. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * Puts contracts that were read together into one set.
     *
     * @param hash SHA-256 of the names and bytes of all files, lower hex
     * @param contracts in the order of their files
     */
    public ContractSet(String hash, List<Contract> contracts) {
        this.hash = hash;
        this.contracts = List.copyOf(contracts);
        this.sources = new ItemSources(this.contracts);
        for (int place = 0; place < contracts.size(); place++) {
            for (Signer signer : contracts.get(place).party().signers()) {
                for (Signer.Name name : signer.names()) {
                    naming.computeIfAbsent(name, absent -> new TreeSet<>()).add(place);
                }
            }
        }
    }

    /** SHA-256 of the names and bytes of all files, lower hex. */
    public String hash() {
        return hash;
    }

    /** All contracts, in the order of their files. */
    public List<Contract> all() {
        return contracts;
    }

    /** The contracts of a party that name its certificate, whether in force or not, in the order of their files. */
    public List<Contract> of(Party party) {
        return contracts.stream()
                .filter(contract -> party.contracts().contains(contract.id()))
                .toList();
    }

    /**
     * The contracts that a caller asks under: those of its party; where it acts for an institution, the one of that, with
     * what lets another party call it. Whether it may act for the institution no contract says.
     */
    public List<Contract> under(Party party, Caller caller, Instant now) {
        return caller.represented()
                .map(institution -> represented(institution, now).stream().toList())
                .orElseGet(() -> of(party));
    }

    /** The contract of an institution that is in force and lets another party call its operations, with those alone. */
    public Optional<Contract> represented(Represented institution, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Dates.ZONE);
        return contracts.stream()
                .filter(contract -> contract.kind() == Kind.PROCESSING)
                .filter(contract -> contract.party().is(institution))
                .filter(contract -> !contract.representation().isEmpty())
                .filter(contract -> contract.term().isInForce(today))
                .findFirst()
                .map(Contract::ofRepresentative);
    }

    /** The code of the party whose subsystem it is; empty where no contract names it. */
    public Optional<String> partyCode(XRoadId client) {
        return contracts.stream()
                .map(Contract::party)
                .filter(party -> party.is(client))
                .map(Party::code)
                .findFirst();
    }

    /** The newest edition of the data items that a contract of a party was written for. */
    public int editionOf(Party party) {
        return of(party).stream().mapToInt(Contract::edition).max().orElse(1);
    }

    /**
     * Tells whose certificate it is.
     *
     * @throws ExchangeException {@code MR-213} when no contract names it, or contracts of several parties do
     */
    public Party partyOf(X509Certificate certificate) {
        String thumbprint = thumbprint(certificate);
        return parties.computeIfAbsent(thumbprint, unknown -> find(Signer.of(certificate, thumbprint)));
    }

    private Party find(Signer signer) {
        List<Contract> naming = signer.names().stream()
                .flatMap(name -> this.naming.getOrDefault(name, Set.of()).stream())
                .distinct()
                .sorted()
                .map(contracts::get)
                .toList();
        if (naming.stream().map(contract -> contract.party().code()).distinct().count() != 1) {
            tellWhoIsAlmostNamed(signer);
            throw ExchangeException.of(ExchangeError.CERTIFICATE_OF_NO_PARTY);
        }
        Party party = naming.get(0).party();
        Stream<Contract> ofTheParty =
                contracts.stream().filter(contract -> contract.party().code().equals(party.code()));
        boolean wantsRsa = naming.stream().anyMatch(contract -> contract.party().answerAlgorithm() == KeyAlgorithm.RSA);
        return new Party(
                party.code(),
                party.name(),
                Stream.concat(naming.stream(), ofTheParty)
                        .map(contract -> contract.party().client())
                        .distinct()
                        .toList(),
                wantsRsa ? KeyAlgorithm.RSA : KeyAlgorithm.EC,
                naming.stream()
                        .flatMap(contract -> contract.party().signers().stream())
                        .toList(),
                naming.stream().map(Contract::id).collect(Collectors.toSet()));
    }

    /** To the operator, once for each certificate, without its names: they may tell of a person. */
    private void tellWhoIsAlmostNamed(Signer signer) {
        String thumbprint = signer.thumbprint().orElseThrow();
        List<String> almost = contracts.stream()
                .filter(contract -> contract.party().signers().stream().anyMatch(named -> named.resembles(signer)))
                .map(Contract::id)
                .toList();
        if (!almost.isEmpty() && told.size() < MOST_TOLD && told.add(thumbprint)) {
            LOG.warn(
                    "the certificate of SHA-256 {} is of no party: its names are those in {} but for case, width or white"
                            + " space, which count",
                    thumbprint,
                    almost);
        }
    }

    /**
     * Tells that the client header names the party that signed.
     *
     * @throws ExchangeException {@code MR-214}
     */
    public void checkClient(Party party, Caller caller) {
        if (!party.is(caller.client())) {
            throw ExchangeException.of(ExchangeError.CLIENT_IS_NOT_THE_SIGNER);
        }
    }

    /**
     * Admits an exchange (lock 1): the client header must name the party, and a contract of the party that names the
     * certificate and is in force that day in Vilnius must grant the operation; the headers that it requires must be
     * there.
     *
     * @param party who signed, of {@link #partyOf}
     * @param caller who asks, by the headers; where it acts for an institution, under the contract of that. That it may is
     *     not looked at here
     * @param operation which operation
     * @throws ExchangeException {@code MR-214}, {@code MR-301} to {@code MR-305}, {@code MR-320}, {@code MR-321}
     */
    public Admission admit(Party party, Caller caller, OperationId operation, Instant now) {
        checkClient(party, caller);
        LocalDate today = LocalDate.ofInstant(now, Dates.ZONE);
        Contract contract = caller.represented().isPresent()
                ? represented(caller.represented().get(), now)
                        .orElseThrow(() -> ExchangeException.of(ExchangeError.NOT_REPRESENTED))
                : find(party, caller, operation, today);
        contract.term().whyNotInForce(today).ifPresent(why -> {
            throw ExchangeException.of(ExchangeError.CONTRACT_NOT_IN_FORCE)
                    .naming(why)
                    .under(contract.id());
        });
        Grant grant = contract.grantOf(operation)
                .orElseThrow(() -> ExchangeException.of(
                                caller.represented().isPresent()
                                        ? ExchangeError.OPERATION_NOT_REPRESENTED
                                        : ExchangeError.OPERATION_NOT_GRANTED)
                        .under(contract.id()));
        if (grant.conditions().requiresUserId() && isMissing(caller.userId())) {
            throw ExchangeException.of(ExchangeError.USER_ID_MISSING).under(contract.id());
        }
        if (grant.conditions().requiresIssue() && isMissing(caller.issue())) {
            throw ExchangeException.of(ExchangeError.ISSUE_MISSING).under(contract.id());
        }
        return new Admission(contract, grant, sources, today);
    }

    /** Finds the contract that grants and is in force; where none does both, the one that comes nearest. */
    private Contract find(Party party, Caller caller, OperationId operation, LocalDate today) {
        List<Contract> own = of(party).stream()
                .filter(contract -> contract.party().is(caller.client()))
                .toList();
        Predicate<Contract> grants = contract -> contract.grantOf(operation).isPresent();
        Predicate<Contract> inForce = contract -> contract.term().isInForce(today);
        return first(own, grants.and(inForce))
                .or(() -> first(own, grants))
                .or(() -> first(own, inForce))
                .or(() -> own.stream().findFirst())
                .orElseThrow(() -> ExchangeException.of(ExchangeError.NO_CONTRACT));
    }

    private static Optional<Contract> first(List<Contract> contracts, Predicate<Contract> wanted) {
        return contracts.stream().filter(wanted).findFirst();
    }

    private static boolean isMissing(Optional<String> header) {
        return header.filter(VisibleText::isSeen).isEmpty();
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return Digest.sha256(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was parsed can be encoded", e);
        }
    }
}
