package lt.mokiniai.platform.trust.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * Reads a name as tools write it. With commas (RFC 4514 and its relatives, of keytool, Java, .NET and OpenSSL), the JDK
 * reads it once the doubled quotes of .NET are written as others do. With slashes, as OpenSSL's {@code -nameopt compat}.
 */
final class WrittenName {

    private static final String KEYWORD = "(?=\\s*[A-Za-z][A-Za-z0-9]*\\s*=|\\s*(?:OID\\.)?[0-9]+(?:\\.[0-9]+)+\\s*=)";
    private static final Pattern SLASH = Pattern.compile("(?<!\\\\)/" + KEYWORD);
    private static final Pattern PLUS = Pattern.compile("(?<!\\\\)\\+" + KEYWORD);
    private static final Pattern BYTES = Pattern.compile("(?:\\\\x[0-9A-Fa-f]{2})+");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([/+])");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\t ]*[\\r\\n]+[\\t ]*");

    /** White space at the end, but for a space that is escaped, which is part of the last value. */
    private static final Pattern END = Pattern.compile("(?<!\\\\)\\s+$");

    private WrittenName() {}

    /** @throws IllegalArgumentException when it is no name */
    static List<Set<DistinguishedName.Attribute>> parts(String text) {
        String trimmed = END.matcher(text.stripLeading()).replaceFirst("");
        String line = LINE_BREAK.matcher(trimmed).replaceAll(" ");
        List<Set<DistinguishedName.Attribute>> parts =
                line.startsWith("/") ? withSlashes(line.substring(1)) : withCommas(line);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a name without an attribute");
        }
        return parts;
    }

    private static List<Set<DistinguishedName.Attribute>> withCommas(String line) {
        try {
            List<Set<DistinguishedName.Attribute>> parts = new ArrayList<>();
            for (Rdn rdn : new LdapName(withoutDoubledQuotes(line)).getRdns()) {
                Set<DistinguishedName.Attribute> part = new LinkedHashSet<>();
                for (Attribute attribute : Collections.list(rdn.toAttributes().getAll())) {
                    for (Object value : Collections.list(attribute.getAll())) {
                        part.add(attribute(AttributeNames.oidOf(attribute.getID()), value));
                    }
                }
                parts.add(part);
            }
            // The JDK numbers them from the right.
            Collections.reverse(parts);
            return parts;
        } catch (InvalidNameException notAName) {
            throw new IllegalArgumentException("not a distinguished name", notAName);
        } catch (NamingException e) {
            throw new IllegalStateException("attributes that are in memory can be listed", e);
        }
    }

    private static DistinguishedName.Attribute attribute(String oid, Object value) {
        if (!(value instanceof byte[] der)) {
            return new DistinguishedName.Attribute(oid, value.toString(), true);
        }
        try {
            return DistinguishedName.Attribute.encoded(oid, ASN1Primitive.fromByteArray(der));
        } catch (IOException notDer) {
            throw new IllegalArgumentException("not the DER of a value", notDer);
        }
    }

    /** Writes {@code "a ""b"""} as {@code "a \"b\""}. */
    private static String withoutDoubledQuotes(String line) {
        StringBuilder written = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                written.append(c).append(line.charAt(++i));
            } else if (c == '"' && isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                written.append("\\\"");
                i++;
            } else {
                isQuoted ^= c == '"';
                written.append(c);
            }
        }
        return written.toString();
    }

    private static List<Set<DistinguishedName.Attribute>> withSlashes(String line) {
        List<Set<DistinguishedName.Attribute>> parts = new ArrayList<>();
        for (String rdn : SLASH.split(line)) {
            Set<DistinguishedName.Attribute> part = new LinkedHashSet<>();
            for (String each : PLUS.split(rdn)) {
                int equals = each.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("an attribute without a value");
                }
                part.add(new DistinguishedName.Attribute(
                        AttributeNames.oidOf(each.substring(0, equals)), unescaped(each.substring(equals + 1)), true));
            }
            parts.add(part);
        }
        return parts;
    }

    /** OpenSSL writes bytes beyond ASCII as {@code \xC4\x85}, and from 3.0 on a slash and a plus with a backslash. */
    private static String unescaped(String value) {
        String text = BYTES.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(
                        new String(HexFormat.of().parseHex(found.group().replace("\\x", "")), StandardCharsets.UTF_8)));
        return ESCAPED.matcher(text).replaceAll("$1");
    }
}
