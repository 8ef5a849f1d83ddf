package lt.mokiniai.platform.trust.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DERUniversalString;
import org.bouncycastle.asn1.x500.X500NameBuilder;

class DistinguishedNameTests {

    /** An attribute as a certificate holds it. */
    record Held(String oid, String value, int type) {

        ASN1Encodable encoded() {
            return switch (type) {
                case 0 -> new DERBMPString(value);
                case 1 -> new DERUniversalString(value.getBytes(java.nio.charset.Charset.forName("UTF-32BE")));
                default -> new DERUTF8String(value);
            };
        }
    }

    @Property(tries = 200)
    void whatJavaPrintsOfACertificateIsItsName(@ForAll("names") List<Held> held) {
        X500Principal name = principal(held);
        DistinguishedName known = DistinguishedName.of(name);

        // Java writes the zero bytes of a BMPString as characters in RFC 2253, and in its default form drops quotes and
        // spaces at the ends.
        if (held.stream().noneMatch(each -> each.type() == 0)) {
            assertThat(DistinguishedName.parse(name.getName(X500Principal.RFC2253)))
                    .isEqualTo(known);
        }
        if (held.stream().noneMatch(each -> each.value().matches("\".*\"| .*|.* "))) {
            assertThat(DistinguishedName.parse(name.toString())).isEqualTo(known);
        }
        assertThat(DistinguishedName.parse(known.toString())).isEqualTo(known).hasSameHashCodeAs(known);
    }

    @Property(tries = 100)
    void theTypeOfAStringDoesNotCountAndItsCharactersDo(@ForAll("names") List<Held> held) {
        DistinguishedName name = DistinguishedName.of(principal(held));
        List<Held> others = held.stream()
                .map(each -> new Held(each.oid(), each.value(), (each.type() + 1) % 3))
                .toList();
        List<Held> longer = held.stream()
                .map(each -> new Held(each.oid(), each.value() + " ", each.type()))
                .toList();

        assertThat(DistinguishedName.of(principal(others))).isEqualTo(name);
        assertThat(DistinguishedName.of(principal(longer))).isNotEqualTo(name);
        assertThat(DistinguishedName.of(principal(longer)).resembles(name)).isTrue();
        assertThat(name.resembles(name)).isFalse();
    }

    @Property(tries = 200)
    void anyTextIsANameOrIsRefused(@ForAll String text) {
        try {
            DistinguishedName name = DistinguishedName.parse(text);
            assertThat(DistinguishedName.parse(name.toString())).isEqualTo(name);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).isNotNull();
        }
    }

    @Example
    void everyKeywordIsReadInAnyCaseAndWrittenSoThatItIsReadAgain() {
        AttributeNames.all().forEach((keyword, oid) -> {
            DistinguishedName name = DistinguishedName.parse(oid + "=x");
            assertThat(DistinguishedName.parse(keyword + "=x")).isEqualTo(name);
            assertThat(DistinguishedName.parse("/" + keyword + "=x")).isEqualTo(name);
            assertThat(DistinguishedName.parse("OID." + oid + " = \"x\"")).isEqualTo(name);
            assertThat(DistinguishedName.parse(name.toString())).isEqualTo(name);
        });
    }

    @Example
    void aKeywordThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> DistinguishedName.parse("CN=a, nonsense=b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DistinguishedName.parse("/CN")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DistinguishedName.parse("2.5.4.97=#zz")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DistinguishedName.parse("2.5.4.97=#0c05"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DistinguishedName.parse(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void attributesOfOneRdnHaveNoOrderAndAreNotRdns() {
        DistinguishedName one = DistinguishedName.parse("CN=a + serialNumber=1, C=LT");

        assertThat(DistinguishedName.parse("SERIALNUMBER=1+CN=a,C=LT")).isEqualTo(one);
        assertThat(DistinguishedName.parse("/C=LT/CN=a+serialNumber=1")).isEqualTo(one);
        assertThat(DistinguishedName.parse("CN=a, serialNumber=1, C=LT")).isNotEqualTo(one);
    }

    @Example
    void aNameHasTwoEndsAndNoOtherOrder() {
        assertThat(DistinguishedName.parse("C=LT, O=b, CN=a")).isEqualTo(DistinguishedName.parse("CN=a, O=b, C=LT"));
        assertThat(DistinguishedName.parse("C=LT, CN=a, O=b")).isNotEqualTo(DistinguishedName.parse("CN=a, O=b, C=LT"));
    }

    @Example
    void aValueThatIsNoStringIsItsEncoding() {
        X500NameBuilder builder = new X500NameBuilder();
        builder.addRDN(new ASN1ObjectIdentifier("2.5.4.45"), new DERBitString(new byte[] {1}));
        DistinguishedName name = DistinguishedName.of(principal(builder));

        assertThat(DistinguishedName.parse(name.toString())).isEqualTo(name);
        assertThat(DistinguishedName.parse("2.5.4.45=\\#03020001")).isNotEqualTo(name);
    }

    @Provide
    Arbitrary<List<Held>> names() {
        Arbitrary<String> values = Arbitraries.strings()
                .withChars("aB1 ,+\"\\<>;=#/'ąŽＳ\u00a0")
                .ofMinLength(1)
                .ofMaxLength(8);
        return Combinators.combine(
                        Arbitraries.of("2.5.4.3", "2.5.4.10", "2.5.4.97", "2.5.4.5", "2.5.4.17", "1.2.3.4"),
                        values,
                        Arbitraries.integers().between(0, 2))
                .as(Held::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static X500Principal principal(List<Held> held) {
        X500NameBuilder builder = new X500NameBuilder();
        held.forEach(each -> builder.addRDN(new ASN1ObjectIdentifier(each.oid()), each.encoded()));
        return principal(builder);
    }

    private static X500Principal principal(X500NameBuilder builder) {
        try {
            return new X500Principal(builder.build().getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
