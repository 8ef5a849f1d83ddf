package lt.mokiniai.platform.trust.names;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1BMPString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralString;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1NumericString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1T61String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.ASN1UniversalString;
import org.bouncycastle.asn1.ASN1VisibleString;
import org.jspecify.annotations.Nullable;

/** The characters of the string types that a name may hold (RFC 5280, section 4.1.2.4). */
final class DirectoryStrings {

    private DirectoryStrings() {}

    /** Decodes a value; nothing where it is no string. */
    static @Nullable String text(ASN1Primitive value) {
        if (value instanceof ASN1UniversalString wide) {
            return new String(wide.getOctets(), Charset.forName("UTF-32BE"));
        }
        boolean isString = value instanceof ASN1UTF8String
                || value instanceof ASN1PrintableString
                || value instanceof ASN1IA5String
                || value instanceof ASN1BMPString
                || value instanceof ASN1T61String
                || value instanceof ASN1NumericString
                || value instanceof ASN1VisibleString
                || value instanceof ASN1GeneralString;
        return isString ? ((ASN1String) value).getString() : null;
    }

    /** Writes a value as {@code #} and its DER (RFC 4514, section 2.4). */
    static String hex(ASN1Primitive value) {
        try {
            return "#" + HexFormat.of().formatHex(value.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("a value that was decoded can be encoded", e);
        }
    }
}
