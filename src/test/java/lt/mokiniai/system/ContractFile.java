package lt.mokiniai.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.XRoadId;
import org.w3c.dom.Element;

/**
 * A contract as a lawyer reads its file: written anew from docs/contracts.md, and not with the code that is tested.
 *
 * @param party the name in the certificate of the party
 */
record ContractFile(String id, String party, XRoadId client, String answerAlgorithm, Map<String, Grant> grants) {

    private static final Pattern COMMON_NAME = Pattern.compile("CN=([a-z]+)");

    /**
     * What it grants.
     *
     * @param items paths of single items
     * @param groups paths of groups, all of whose items are granted but the excepted ones
     * @param excepted paths of what is not granted of a group
     * @param asks paths in the request that may be asked by
     */
    record Grant(
            Set<String> items,
            Set<String> groups,
            Set<String> excepted,
            Set<String> asks,
            Set<String> municipalities,
            Set<String> institutions,
            Set<String> schoolMunicipalities,
            Set<String> founderMunicipalities,
            Set<String> restrictions,
            boolean isCurrentOnly) {

        /** Tells whether the population is of those who study somewhere. */
        boolean isOfAStudy() {
            return !(institutions.isEmpty() && schoolMunicipalities.isEmpty() && founderMunicipalities.isEmpty());
        }

        /** Tells whether the item at a path may be shown. */
        boolean holds(String path) {
            return items.contains(path)
                    || (groups.stream().anyMatch(group -> isWithin(path, group))
                            && excepted.stream().noneMatch(except -> isWithin(path, except)));
        }

        private static boolean isWithin(String path, String group) {
            return path.equals(group) || path.startsWith(group + "/");
        }
    }

    static List<ContractFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(ContractFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContractFile read(Path file) {
        try {
            Element contract = Xml.parse(Files.readAllBytes(file)).getDocumentElement();
            Element party = Xml.child(contract, "party");
            Matcher name = COMMON_NAME.matcher(
                    Xml.child(Xml.child(party, "certificate"), "subject").getTextContent());
            if (!name.find()) {
                throw new IllegalStateException(file + " names no certificate");
            }
            Map<String, Grant> grants = new LinkedHashMap<>();
            Xml.children(Xml.child(contract, "grants"))
                    .forEach(grant -> grants.put(grant.getAttribute("operation"), grant(grant)));
            return new ContractFile(
                    contract.getAttribute("id"),
                    name.group(1),
                    XRoadId.parse(party.getAttribute("client")),
                    party.getAttribute("answerAlgorithm"),
                    grants);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Grant grant(Element grant) {
        Element fields = Xml.child(grant, "fields");
        Set<String> groups = new HashSet<>();
        Set<String> excepted = new HashSet<>();
        Xml.children(fields, "group").forEach(group -> {
            String path = group.getAttribute("path");
            groups.add(path);
            Xml.children(group, "except").forEach(except -> excepted.add(path + "/" + except.getAttribute("path")));
        });
        Element population = Xml.child(grant, "population");
        return new Grant(
                items(fields),
                groups,
                excepted,
                Xml.children(grant, "asks").stream()
                        .flatMap(asks -> items(asks).stream())
                        .collect(Collectors.toSet()),
                texts(population, "municipality"),
                texts(population, "institution"),
                texts(population, "schoolMunicipality"),
                texts(population, "founderMunicipality"),
                texts(grant, "restriction"),
                !Xml.children(Xml.child(grant, "depth"), "current").isEmpty());
    }

    private static Set<String> items(Element parent) {
        return Xml.children(parent, "item").stream()
                .map(item -> item.getAttribute("path"))
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(Element parent, String name) {
        return Xml.children(parent, name).stream().map(Element::getTextContent).collect(Collectors.toSet());
    }
}
