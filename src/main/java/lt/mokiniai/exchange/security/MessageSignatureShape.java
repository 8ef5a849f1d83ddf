package lt.mokiniai.exchange.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The shape that the one Signature must have before it is computed: references by id of the same document, exclusive
 * canonicalisation, algorithms of the allow-list, a key by token, issuer and serial, SKI or thumbprint, and nothing
 * else (docs/messages.md, 'Signature'; docs/security.md, S3 to S8).
 */
final class MessageSignatureShape {

    /** xmlsec's secure validation would take 30; a message has Body, Timestamp, its headers and perhaps the token. */
    static final int MOST_REFERENCES = 20;

    /** RSA of 8192 bits in base64, with its line breaks. */
    private static final int LONGEST_SIGNATURE = 2048;

    /** SHA-512 in base64 is 88 characters. */
    private static final int LONGEST_DIGEST = 256;

    private static final int LONGEST_KEY_IDENTIFIER = 256;
    private static final int LONGEST_ISSUER = 1024;

    /** RFC 5280, section 4.1.2.2: 20 octets at the most, which are 49 digits. */
    private static final int LONGEST_SERIAL = 64;

    private static final int LONGEST_PREFIXES = 1024;

    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final Set<String> SIGNATURES = Set.of(
            MORE + "rsa-sha256",
            MORE + "rsa-sha384",
            MORE + "rsa-sha512",
            MORE + "ecdsa-sha256",
            MORE + "ecdsa-sha384",
            MORE + "ecdsa-sha512");
    private static final Set<String> DIGESTS = Set.of(
            "http://www.w3.org/2001/04/xmlenc#sha256", MORE + "sha384", "http://www.w3.org/2001/04/xmlenc#sha512");

    private static final String TOKEN_PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#";
    private static final String BASE64 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
    private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/=\\s]");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final String X509_V3 = TOKEN_PROFILE + "X509v3";
    private static final Set<String> KEY_IDENTIFIERS = Set.of(
            TOKEN_PROFILE + "X509SubjectKeyIdentifier",
            "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#ThumbprintSHA1");

    private MessageSignatureShape() {}

    /**
     * @param token the BinarySecurityToken, where there is one
     * @param ids every id of the document
     * @param longestToken how many characters a certificate may take
     * @throws ExchangeException {@code MR-104} for a text that is longer than what it may hold, {@code MR-208} for an algorithm,
     *     {@code MR-216} that names the part at fault
     */
    static void check(Element signature, @Nullable Element token, Map<String, Element> ids, int longestToken) {
        List<Element> parts = named(signature, EnvelopeShape.DS, "SignedInfo", "SignatureValue", "KeyInfo");
        signedInfo(parts.get(0), ids);
        base64(parts.get(1), LONGEST_SIGNATURE);
        if (token != null) {
            empty(token);
            attribute(token, "ValueType", Set.of(X509_V3));
            encoding(token);
            CertificateToken.check(token, longestToken);
        }
        Element reference =
                named(parts.get(2), Namespaces.WSSE, "SecurityTokenReference").get(0);
        key(reference, token, ids, longestToken);
    }

    private static void signedInfo(Element signedInfo, Map<String, Element> ids) {
        List<Element> parts = EnvelopeShape.children(signedInfo);
        if (parts.size() < 3
                || !Elements.is(parts.get(0), EnvelopeShape.DS, "CanonicalizationMethod")
                || !Elements.is(parts.get(1), EnvelopeShape.DS, "SignatureMethod")) {
            throw EnvelopeShape.shape("SignedInfo");
        }
        if (parts.size() - 2 > MOST_REFERENCES) {
            throw EnvelopeShape.shape("Reference (" + MOST_REFERENCES + ")");
        }
        algorithm(parts.get(0), Set.of(EXCLUSIVE));
        prefixesOnly(parts.get(0));
        algorithm(parts.get(1), SIGNATURES);
        empty(parts.get(1));
        for (Element part : parts.subList(2, parts.size())) {
            if (!Elements.is(part, EnvelopeShape.DS, "Reference")) {
                throw EnvelopeShape.shape(EnvelopeShape.name(part));
            }
            reference(part, ids);
        }
    }

    private static void reference(Element reference, Map<String, Element> ids) {
        target(reference, ids);
        List<Element> parts = named(reference, EnvelopeShape.DS, "Transforms", "DigestMethod", "DigestValue");
        Element transform = named(parts.get(0), EnvelopeShape.DS, "Transform").get(0);
        attribute(transform, "Algorithm", Set.of(EXCLUSIVE));
        prefixesOnly(transform);
        algorithm(parts.get(1), DIGESTS);
        empty(parts.get(1));
        base64(parts.get(2), LONGEST_DIGEST);
    }

    private static void key(Element reference, @Nullable Element token, Map<String, Element> ids, int longestToken) {
        List<Element> parts = EnvelopeShape.children(reference);
        if (parts.size() != 1) {
            throw EnvelopeShape.shape("SecurityTokenReference");
        }
        Element part = parts.get(0);
        if (Elements.is(part, Namespaces.WSSE, "Reference")) {
            empty(part);
            attribute(part, "ValueType", Set.of(X509_V3));
            if (target(part, ids) != token) {
                throw EnvelopeShape.shape(part, "URI");
            }
        } else if (Elements.is(part, Namespaces.WSSE, "KeyIdentifier")) {
            attribute(part, "ValueType", KEY_IDENTIFIERS);
            encoding(part);
            base64(part, LONGEST_KEY_IDENTIFIER);
        } else if (Elements.is(part, EnvelopeShape.DS, "X509Data")) {
            issuerAndSerial(part, longestToken);
        } else {
            throw EnvelopeShape.shape(EnvelopeShape.name(part));
        }
    }

    /** zeep adds the certificate itself, which nobody reads: the one that issuer and serial name is taken. */
    private static void issuerAndSerial(Element x509Data, int longestToken) {
        int names = 0;
        for (Element part : EnvelopeShape.children(x509Data)) {
            if (Elements.is(part, EnvelopeShape.DS, "X509IssuerSerial")) {
                List<Element> name = named(part, EnvelopeShape.DS, "X509IssuerName", "X509SerialNumber");
                text(name.get(0), LONGEST_ISSUER);
                serial(name.get(1));
                names++;
            } else if (Elements.is(part, EnvelopeShape.DS, "X509Certificate")) {
                text(part, longestToken);
            } else {
                throw EnvelopeShape.shape(EnvelopeShape.name(part));
            }
        }
        if (names != 1) {
            throw EnvelopeShape.shape("X509IssuerSerial");
        }
    }

    /** The element that {@code URI="#id"} names. */
    private static Element target(Element reference, Map<String, Element> ids) {
        String uri = reference.getAttributeNS(null, "URI");
        Element target = uri.startsWith("#") ? ids.get(uri.substring(1)) : null;
        if (target == null) {
            throw EnvelopeShape.shape(reference, "URI");
        }
        return target;
    }

    /** Exactly these child elements, in this order. */
    private static List<Element> named(Element parent, String namespace, String... names) {
        List<Element> children = EnvelopeShape.children(parent);
        for (int i = 0; i < Math.max(names.length, children.size()); i++) {
            if (i >= children.size()) {
                throw EnvelopeShape.shape(names[i]);
            }
            Element child = children.get(i);
            if (i >= names.length || !Elements.is(child, namespace, names[i])) {
                throw EnvelopeShape.shape(EnvelopeShape.name(child));
            }
        }
        return children;
    }

    private static void prefixesOnly(Element method) {
        List<Element> children = EnvelopeShape.children(method);
        for (Element child : children) {
            if (children.size() > 1 || !Elements.is(child, EXCLUSIVE, "InclusiveNamespaces")) {
                throw EnvelopeShape.shape(EnvelopeShape.name(child));
            }
            if (child.getAttributeNS(null, "PrefixList").length() > LONGEST_PREFIXES) {
                throw ExchangeException.of(ExchangeError.LIMIT).naming("PrefixList (" + LONGEST_PREFIXES + ")");
            }
        }
    }

    /** Nothing but a text, which is not longer than what it may hold. */
    private static void text(Element element, int longest) {
        empty(element);
        EnvelopeShape.bounded(element, longest);
    }

    private static void base64(Element element, int longest) {
        text(element, longest);
        if (NOT_BASE64.matcher(element.getTextContent()).find()) {
            throw EnvelopeShape.shape(EnvelopeShape.name(element));
        }
    }

    /** An xs:integer, whose white space is collapsed (XML Signature, section 4.5.4; XML Schema 2, section 3.3.13). */
    private static void serial(Element element) {
        text(element, LONGEST_ISSUER);
        String digits = element.getTextContent().strip();
        if (digits.length() > LONGEST_SERIAL) {
            throw ExchangeException.of(ExchangeError.LIMIT)
                    .naming(EnvelopeShape.name(element) + " (" + LONGEST_SERIAL + ")");
        }
        if (!INTEGER.matcher(digits).matches()) {
            throw EnvelopeShape.shape(EnvelopeShape.name(element));
        }
    }

    /** Base64 where nothing is said (SOAP Message Security 1.1, sections 6.3 and 7.3). */
    private static void encoding(Element element) {
        if (element.hasAttributeNS(null, "EncodingType")) {
            attribute(element, "EncodingType", Set.of(BASE64));
        }
    }

    private static void empty(Element element) {
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                throw EnvelopeShape.shape(EnvelopeShape.name(inner));
            }
        }
    }

    private static void algorithm(Element method, Set<String> allowed) {
        if (!allowed.contains(method.getAttributeNS(null, "Algorithm"))) {
            throw ExchangeException.of(ExchangeError.ALGORITHM);
        }
    }

    private static void attribute(Element element, String name, Set<String> allowed) {
        if (!allowed.contains(element.getAttributeNS(null, name))) {
            throw EnvelopeShape.shape(element, name);
        }
    }
}
