package lt.mokiniai.exchange.selfservice;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.contract.description.Heading;
import lt.mokiniai.contract.description.NarrowedWsdl;
import lt.mokiniai.contract.description.Narrowing;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.ServiceId;
import lt.mokiniai.kernel.digests.Digest;
import lt.mokiniai.kernel.scope.Fields;
import org.springframework.stereotype.Component;

/** The WSDLs of parties, each narrowed to its contracts. A set never changes, so a file is made once a day and set. */
@Component
class OwnDescriptions {

    /** The address is part of what a file is known by, and a caller chooses by which name it calls. */
    private static final int MOST_KEPT = 500;

    /** A WSDL with its SHA-256 in lower hex. */
    record Description(byte[] content, String digest) {}

    /** @param contracts each by its id and how many grants are seen of it: who acts for its party sees fewer */
    private record Key(ServiceId service, URI address, List<String> contracts) {}

    /** What was made of one set on one day. */
    private record OfSet(String set, LocalDate day, Map<Key, Description> files) {}

    private final String root;
    private volatile OfSet current = new OfSet("", LocalDate.EPOCH, Map.of());

    OwnDescriptions() {
        this("");
    }

    /** @param root the folder on the class path that holds {@code wsdl/} */
    OwnDescriptions(String root) {
        this.root = root;
    }

    /**
     * Gives the WSDL of a service with what contracts of one party allow.
     *
     * @param service which service
     * @param address where the party calls it
     * @param set the set that the contracts are of
     * @return empty when none of them is in force and grants something of the service
     */
    Optional<Description> of(ServiceId service, URI address, ContractSet set, List<Contract> contracts, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, Dates.ZONE);
        List<Contract> granting = contracts.stream()
                .filter(contract -> contract.term().isInForce(day))
                .filter(contract -> grants(contract, service).findAny().isPresent())
                .toList();
        if (granting.isEmpty()) {
            return Optional.empty();
        }
        Map<Key, Description> files = filesOf(set, day);
        if (files.size() >= MOST_KEPT) {
            files.clear();
        }
        Key key = new Key(
                service,
                address,
                granting.stream()
                        .map(contract -> contract.id() + "/" + contract.grants().size())
                        .toList());
        return Optional.of(files.computeIfAbsent(key, unknown -> describe(service, address, granting)));
    }

    private Map<Key, Description> filesOf(ContractSet set, LocalDate day) {
        OfSet made = current;
        if (!made.set().equals(set.hash()) || !made.day().equals(day)) {
            made = new OfSet(set.hash(), day, new ConcurrentHashMap<>());
            current = made;
        }
        return made.files();
    }

    private Description describe(ServiceId service, URI address, List<Contract> contracts) {
        Map<String, List<Grant>> operations = contracts.stream()
                .flatMap(contract -> grants(contract, service))
                .collect(Collectors.groupingBy(
                        grant -> grant.operation().operation(), TreeMap::new, Collectors.toList()));
        Map<String, Narrowing> narrowed = new LinkedHashMap<>();
        operations.forEach((operation, grants) -> narrowed.put(operation, narrowing(grants)));
        byte[] content = NarrowedWsdl.of(root, service, address, heading(contracts), narrowed);
        return new Description(content, Digest.sha256(content));
    }

    private static Stream<Grant> grants(Contract contract, ServiceId service) {
        return contract.grants().stream()
                .filter(grant -> grant.operation().service().equals(service));
    }

    private static Heading heading(List<Contract> contracts) {
        Party party = contracts.get(0).party();
        return new Heading(
                contracts.stream()
                        .map(contract -> new Heading.Source(
                                contract.id(),
                                contract.version(),
                                contract.term().from(),
                                contract.edition()))
                        .toList(),
                party.name().lt(),
                party.name().en());
    }

    /** What any of the grants of one operation allows. */
    private static Narrowing narrowing(List<Grant> grants) {
        List<String> shown = new ArrayList<>();
        grants.forEach(grant -> shown.addAll(grant.answer().paths()));
        return new Narrowing(
                path -> grants.stream()
                        .anyMatch(grant -> grant.request().at(path).isPresent()),
                Fields.of(shown));
    }
}
