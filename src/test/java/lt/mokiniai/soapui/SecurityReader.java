package lt.mokiniai.soapui;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import lt.mokiniai.soapui.SoapUiProject.Entry;
import lt.mokiniai.soapui.SoapUiProject.Keystore;
import lt.mokiniai.soapui.SoapUiProject.Outgoing;
import lt.mokiniai.soapui.SoapUiProject.Part;
import lt.mokiniai.soapui.SoapUiProject.Signature;
import lt.mokiniai.soapui.SoapUiProject.Timestamp;

/** Reads the project's keystores and security configurations. */
record SecurityReader(StrictElement container) {

    SecurityReader {
        container.holding(Set.of(), Set.of("crypto", "incoming", "outgoing"));
    }

    /** By bare file name: so the configurations refer to them. */
    Map<String, Keystore> keystores() {
        Map<String, Keystore> keystores = new LinkedHashMap<>();
        for (StrictElement crypto : container.children("crypto")) {
            crypto.holding(Set.of(), Set.of("source", "password", "type"));
            crypto.child("type").mustSay("KEYSTORE");
            String source = crypto.child("source").text();
            keystores.put(
                    source.substring(source.lastIndexOf('/') + 1),
                    new Keystore(source, crypto.child("password").text()));
        }
        return keystores;
    }

    Map<String, String> incoming() {
        Map<String, String> incoming = new HashMap<>();
        for (StrictElement one : container.children("incoming")) {
            one.holding(Set.of(), Set.of("name", "decryptCrypto", "signatureCrypto", "decryptPassword"))
                    .withEmpty("decryptCrypto", "decryptPassword");
            incoming.put(one.child("name").text(), one.child("signatureCrypto").text());
        }
        return incoming;
    }

    Map<String, Outgoing> outgoing() {
        Map<String, Outgoing> outgoing = new LinkedHashMap<>();
        for (StrictElement one : container.children("outgoing")) {
            one.holding(Set.of(), Set.of("name", "entry"));
            String name = one.child("name").text();
            outgoing.put(
                    name,
                    new Outgoing(
                            name,
                            one.children("entry").stream()
                                    .map(SecurityReader::entry)
                                    .toList()));
        }
        return outgoing;
    }

    private static Entry entry(StrictElement entry) {
        entry.holding(Set.of("type", "username", "password"), Set.of("configuration"));
        StrictElement configuration = entry.child("configuration");
        return switch (entry.attribute("type")) {
            case "Timestamp" -> timestamp(configuration);
            case "Signature" -> signature(entry, configuration);
            default -> throw entry.unknown("the type of entry");
        };
    }

    /** SoapUI leaves out a Timestamp that lives for no time, and says nothing. */
    private static Entry timestamp(StrictElement configuration) {
        configuration.holding(Set.of(), Set.of("timeToLive", "strictTimestamp"));
        configuration.child("strictTimestamp").mustSay("true");
        int seconds = Integer.parseInt(configuration.child("timeToLive").text());
        if (seconds <= 0) {
            throw configuration.unknown("a timeToLive of " + seconds);
        }
        return new Timestamp(seconds);
    }

    /** Every algorithm must be stated: what SoapUI takes by default is SHA-1. */
    private static Entry signature(StrictElement entry, StrictElement configuration) {
        configuration.holding(
                Set.of(),
                Set.of(
                        "crypto",
                        "keyIdentifierType",
                        "signatureAlgorithm",
                        "signatureCanonicalization",
                        "useSingleCert",
                        "prependSignature",
                        "digestAlgorithm",
                        "signaturePart"));
        configuration.child("prependSignature").mustSay("true");
        return new Signature(
                configuration.child("crypto").text(),
                entry.attribute("username"),
                entry.attribute("password"),
                Integer.parseInt(configuration.child("keyIdentifierType").text()),
                stated(configuration, "signatureAlgorithm"),
                stated(configuration, "signatureCanonicalization"),
                stated(configuration, "digestAlgorithm"),
                Boolean.parseBoolean(configuration.child("useSingleCert").text()),
                configuration.children("signaturePart").stream()
                        .map(SecurityReader::part)
                        .toList());
    }

    private static String stated(StrictElement configuration, String name) {
        String value = configuration.child(name).text();
        if (value.isEmpty()) {
            throw configuration.unknown("a default of " + name);
        }
        return value;
    }

    /** A part is XML within a text: SoapUI keeps the rows of a table so. */
    private static Part part(StrictElement part) {
        Map<String, String> entries = new HashMap<>();
        StrictElement map = new StrictElement(
                Documents.parse(part.text().getBytes(StandardCharsets.UTF_8)).getDocumentElement());
        for (StrictElement entry : map.holding(Set.of(), Set.of("entry")).children("entry")) {
            entry.holding(Set.of("key", "value"), Set.of());
            entries.put(entry.attribute("key"), entry.attribute("value"));
        }
        if (!entries.keySet().equals(Set.of("id", "name", "namespace", "enc"))
                || !String.valueOf(entries.get("id")).isEmpty()) {
            throw part.unknown("the keys " + entries);
        }
        return new Part(
                String.valueOf(entries.get("name")),
                String.valueOf(entries.get("namespace")),
                String.valueOf(entries.get("enc")));
    }
}
