package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import lt.mokiniai.Fork;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A contract names the seal of a legal person (ETSI EN 319 412-3) as some tool printed it; the party's message is
 * answered. Who has almost that name is nobody.
 */
class SealNameTests {

    private static final String ISSUER = "CN=Demo CA, O=Pupils' Register demo, C=LT";
    private static final Map<String, String> PRINTED = printed();

    @SuppressWarnings("NullAway.Init")
    private static Register register;

    /** By who prints it so, what is printed of the seal of that name. */
    private static Map<String, String> printed() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("keytool", seal("keytool").toString());
        all.put("Java", seal("Java").getName());
        all.put("Java RFC1779", seal("Java RFC1779").getName(X500Principal.RFC1779));
        all.put(
                "Bouncy Castle",
                X500Name.getInstance(seal("Bouncy Castle").getEncoded()).toString());
        all.put(
                "OpenSSL oneline",
                "C = LT, O = \"UAB \\\"Pavyzdys, \\C4\\84\\C5\\BEuolas\\\"\", organizationIdentifier = VATLT-100001,"
                        + " serialNumber = 1900-A, postalCode = LT-01103, SN = B/C=D, CN = OpenSSL oneline");
        all.put(
                "OpenSSL RFC2253",
                "CN=OpenSSL RFC2253,SN=B/C\\=D,postalCode=LT-01103,serialNumber=1900-A,"
                        + "2.5.4.97=#0C0C5641544C542D313030303031,O=UAB \\\"Pavyzdys\\, \\C4\\84\\C5\\BEuolas\\\",C=LT");
        all.put(
                "OpenSSL compat",
                "/C=LT/O=UAB \"Pavyzdys, \\xC4\\x84\\xC5\\xBEuolas\"/organizationIdentifier=VATLT-100001"
                        + "/serialNumber=1900-A/postalCode=LT-01103/SN=B\\/C=D/CN=OpenSSL compat");
        all.put(
                "OpenSSL long names",
                "countryName=LT, organizationName=\"UAB \\\"Pavyzdys, Ąžuolas\\\"\", organizationIdentifier=VATLT-100001,"
                        + " serialNumber=1900-A, postalCode=LT-01103, surname=B/C=D, commonName=OpenSSL long names");
        all.put(
                ".NET",
                "CN=.NET, SN=B/C=D, PostalCode=LT-01103, SERIALNUMBER=1900-A, OID.2.5.4.97=VATLT-100001,"
                        + " O=\"UAB \"\"Pavyzdys, Ąžuolas\"\"\", C=LT");
        return all;
    }

    /** The seal of a name: values as authorities encode them, of three types of string. */
    private static X500Principal seal(String name) {
        X500NameBuilder builder = new X500NameBuilder();
        builder.addRDN(new ASN1ObjectIdentifier("2.5.4.6"), new DERPrintableString("LT"));
        builder.addRDN(new ASN1ObjectIdentifier("2.5.4.10"), new DERUTF8String("UAB \"Pavyzdys, Ąžuolas\""));
        builder.addRDN(new ASN1ObjectIdentifier("2.5.4.97"), new DERUTF8String("VATLT-100001"));
        builder.addRDN(new ASN1ObjectIdentifier("2.5.4.5"), new DERUTF8String("1900-A"));
        builder.addRDN(new ASN1ObjectIdentifier("2.5.4.17"), new DERUTF8String("LT-01103"));
        builder.addRDN(new ASN1ObjectIdentifier("2.5.4.4"), new DERUTF8String("B/C=D"));
        // Java's getName() writes the zero bytes of a BMPString as characters.
        builder.addRDN(
                new ASN1ObjectIdentifier("2.5.4.3"),
                "Java".equals(name) ? new DERUTF8String(name) : new DERBMPString(name));
        return principal(builder);
    }

    private static X500Principal principal(X500NameBuilder name) {
        try {
            return new X500Principal(name.build().getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        Path contracts = Files.createDirectories(Fork.folder("seals"));
        String certificates = Stream.concat(PRINTED.values().stream(), Stream.of("CN=seal  of two words, O=Seal, C=LT"))
                .map(name -> "<certificate><subject>" + escaped(name) + "</subject><issuer>" + escaped(ISSUER)
                        + "</issuer></certificate>")
                .collect(Collectors.joining());
        String contract = Files.readString(Path.of("contracts/MR-2026-001-benefits.xml"));
        Files.writeString(
                contracts.resolve("MR-2026-001-benefits.xml"),
                contract.replaceFirst("(?s)(?=<certificate>)", certificates.replace("\\", "\\\\")));
        register = Register.start(Map.of(
                "mokiniai.demo.contracts",
                contracts.toString(),
                "spring.datasource.url",
                "jdbc:h2:mem:seals;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"));
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    static Stream<String> printers() {
        return PRINTED.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("printers")
    void theSealIsKnownByWhatIsPrintedOfIt(String printer) {
        assertThat(ask(printer, seal(printer)).status()).isEqualTo(200);
    }

    @Test
    void whoHasAlmostTheNameIsNobodyAndTheOperatorIsTold() {
        assertAlmost("CN=SEAL  of two words, O=Seal, C=LT");
        assertAlmost("CN=seal of two words, O=Seal, C=LT");
        assertAlmost("CN=seal  of two words, O=Ｓeal, C=LT");
    }

    private static void assertAlmost(String name) {
        try (LogLines log = new LogLines()) {
            X500NameBuilder exact = new X500NameBuilder();
            for (String part : new String[] {"C", "O", "CN"}) {
                exact.addRDN(
                        new ASN1ObjectIdentifier(Map.of("C", "2.5.4.6", "O", "2.5.4.10", "CN", "2.5.4.3")
                                .get(part)),
                        new DERUTF8String(name.replaceFirst(".*\\b" + part + "=([^,]*).*", "$1")));
            }
            Reply reply = ask(name, principal(exact));
            assertThat(reply.toString()).contains(ExchangeError.CERTIFICATE_OF_NO_PARTY.code());
            assertThat(log.text()).contains("MR-2026-001").doesNotContainIgnoringCase("of two words");
        }
    }

    private static Reply ask(String name, X500Principal subject) {
        register.parties().make(name, subject);
        return register.as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .signedBy(name)
                .send();
    }
}
