package lt.mokiniai.platform.trust.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;

/**
 * The name of a certificate's subject or issuer. Two are equal when their RDNs are, one by one, by OID and decoded value:
 * the type of a string does not count, its characters do, exactly (docs/decisions/0032). A name may be read from either
 * end, for tools write it from both.
 */
public final class DistinguishedName {

    /** Neither a certificate of the limits of a message nor a contract holds a longer one. */
    private static final int LONGEST = 8192;

    /**
     * One attribute of an RDN.
     *
     * @param value its characters; of what is no string, {@code #} and its DER in lower hex
     */
    record Attribute(String oid, String value, boolean isString) {

        /** Reads a value in its encoding. */
        static Attribute encoded(String oid, ASN1Primitive value) {
            String text = DirectoryStrings.text(value);
            return text != null
                    ? new Attribute(oid, text, true)
                    : new Attribute(oid, DirectoryStrings.hex(value), false);
        }

        private Attribute folded() {
            String wide = Normalizer.normalize(value, Normalizer.Form.NFKC);
            String one = wide.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
            return new Attribute(oid, one.strip().replaceAll("\\s+", " "), isString);
        }

        private String written() {
            return AttributeNames.nameOf(oid) + "=" + (isString ? Rdn.escapeValue(value) : value);
        }
    }

    /** As written, from the left. */
    private final List<Set<Attribute>> parts;

    DistinguishedName(List<Set<Attribute>> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a name that a person or a program wrote, as keytool, OpenSSL, .NET and Java print it.
     *
     * @throws IllegalArgumentException when it is no name, or has an attribute of an unknown keyword
     */
    public static DistinguishedName parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a name of more than " + LONGEST + " characters");
        }
        return new DistinguishedName(WrittenName.parts(text));
    }

    /** Gives the name that a certificate holds. */
    public static DistinguishedName of(X500Principal name) {
        List<Set<Attribute>> parts = new ArrayList<>();
        for (RDN rdn : X500Name.getInstance(name.getEncoded()).getRDNs()) {
            Set<Attribute> part = new LinkedHashSet<>();
            for (AttributeTypeAndValue each : rdn.getTypesAndValues()) {
                part.add(Attribute.encoded(
                        each.getType().getId(), each.getValue().toASN1Primitive()));
            }
            parts.add(Collections.unmodifiableSet(part));
        }
        // RFC 4514, section 2.1: written from the last one.
        Collections.reverse(parts);
        return new DistinguishedName(parts);
    }

    /** Tells whether it is another name, but would be this one if case, width and white space did not count. */
    public boolean resembles(DistinguishedName other) {
        return !equals(other) && folded().equals(other.folded());
    }

    private DistinguishedName folded() {
        return new DistinguishedName(parts.stream()
                .map(part -> part.stream().map(Attribute::folded).collect(Collectors.toUnmodifiableSet()))
                .toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DistinguishedName name
                && (parts.equals(name.parts) || parts.equals(fromTheOtherEnd(name.parts)));
    }

    @Override
    public int hashCode() {
        return parts.hashCode() + fromTheOtherEnd(parts).hashCode();
    }

    private static List<Set<Attribute>> fromTheOtherEnd(List<Set<Attribute>> parts) {
        List<Set<Attribute>> reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Writes it so that {@link #parse} reads it: {@code CN=office, O=Test Office, C=LT}. */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> part.stream().map(Attribute::written).collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(", "));
    }
}
