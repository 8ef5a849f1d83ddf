package lt.mokiniai.platform.trust.names;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The keywords of the attributes of names: RFC 4514, ITU-T X.520, ETSI EN 319 412, and what keytool, Java, OpenSSL (short
 * and long names) and .NET call them. Case does not count.
 */
final class AttributeNames {

    private static final Pattern OID = Pattern.compile("[0-2](?:\\.(?:0|[1-9][0-9]*))+");

    /** One OID a line; the first keyword is written. */
    private static final String TABLE = """
            2.5.4.3 CN commonName
            2.5.4.4 SURNAME SN
            2.5.4.5 SERIALNUMBER
            2.5.4.6 C countryName
            2.5.4.7 L localityName
            2.5.4.8 ST S stateOrProvinceName
            2.5.4.9 STREET streetAddress
            2.5.4.10 O organizationName
            2.5.4.11 OU organizationalUnitName
            2.5.4.12 T title
            2.5.4.13 description
            2.5.4.15 businessCategory
            2.5.4.16 postalAddress
            2.5.4.17 postalCode
            2.5.4.18 postOfficeBox POBox
            2.5.4.20 telephoneNumber Phone
            2.5.4.41 name
            2.5.4.42 GIVENNAME GN G
            2.5.4.43 INITIALS I
            2.5.4.44 GENERATION generationQualifier
            2.5.4.45 x500UniqueIdentifier uniqueIdentifier
            2.5.4.46 DNQ dnQualifier
            2.5.4.65 pseudonym
            2.5.4.72 role
            2.5.4.97 organizationIdentifier
            0.9.2342.19200300.100.1.1 UID userId
            0.9.2342.19200300.100.1.25 DC domainComponent
            1.2.840.113549.1.9.1 EMAILADDRESS E EMAIL
            1.2.840.113549.1.9.2 unstructuredName
            1.2.840.113549.1.9.8 unstructuredAddress
            1.3.6.1.4.1.311.60.2.1.1 jurisdictionL jurisdictionLocalityName
            1.3.6.1.4.1.311.60.2.1.2 jurisdictionST jurisdictionStateOrProvinceName
            1.3.6.1.4.1.311.60.2.1.3 jurisdictionC jurisdictionCountryName
            1.3.6.1.5.5.7.9.1 dateOfBirth
            1.3.6.1.5.5.7.9.2 placeOfBirth
            1.3.6.1.5.5.7.9.3 gender
            1.3.6.1.5.5.7.9.4 countryOfCitizenship
            1.3.6.1.5.5.7.9.5 countryOfResidence
            """;

    private static final Map<String, String> OIDS = new HashMap<>();
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        TABLE.lines().map(line -> line.split(" ")).forEach(words -> {
            NAMES.put(words[0], words[1]);
            for (int i = 1; i < words.length; i++) {
                OIDS.put(words[i].toLowerCase(Locale.ROOT), words[0]);
            }
        });
    }

    private AttributeNames() {}

    /** The keywords that are understood, each with its OID. */
    static Map<String, String> all() {
        return Map.copyOf(OIDS);
    }

    /** @throws IllegalArgumentException for a keyword that is not known */
    static String oidOf(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        String number = word.startsWith("oid.") ? word.substring("oid.".length()) : word;
        if (OID.matcher(number).matches()) {
            return number;
        }
        String oid = OIDS.get(word);
        if (oid == null) {
            throw new IllegalArgumentException("an unknown attribute of a name");
        }
        return oid;
    }

    /** The keyword of an OID; the OID itself where it has none. */
    static String nameOf(String oid) {
        return NAMES.getOrDefault(oid, oid);
    }
}
