package lt.mokiniai.tools.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lt.mokiniai.contract.signatures.ContractSigner;
import lt.mokiniai.contract.signatures.SignatureVerifier;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.exchange.keys.TestKeys;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.tools.command.Commands;
import lt.mokiniai.tools.command.Commands.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The commands about deliveries, on a database without a service; what they take for right and wrong is tried with the transports. */
class IntakeCommandTests {

    private static final String CONTRACT = "contracts/MR-2026-013-institutions.xml";
    private static int databases;

    @TempDir
    private Path folder;

    private String address = "";

    @BeforeEach
    void prepare() throws IOException {
        address = PostgresServer.newDatabase("intake_command_" + ++databases);
        Files.createDirectories(folder.resolve("contracts"));
        Files.writeString(
                folder.resolve("contracts/institutions.xml"),
                Files.readString(Path.of(CONTRACT))
                        .replaceFirst("<subject>.*</subject>", "<subject>CN=party, O=Vilnius, C=LT</subject>")
                        .replaceFirst("<issuer>.*</issuer>", "<issuer>CN=Test Authority, O=Test, C=LT</issuer>"));
        TestPki.pem(folder.resolve("ca.crt"), TestPki.AUTHORITY.certificate());
        TestPki.pem(
                folder.resolve("ca.crl"),
                TestPki.crl(TestPki.AUTHORITY, TestPki.FROM, Instant.now().plus(Duration.ofDays(2))));
        TestPki.keystore(folder.resolve("register.p12"), "test", Map.of("ec", TestPki.REGISTER_EC));
    }

    private Outcome intake(String... words) {
        List<String> all = new ArrayList<>(List.of("intake"));
        all.addAll(List.of(words));
        all.addAll(List.of(
                "--report",
                folder.resolve("report.csv").toString(),
                "--spring.datasource.url=" + address,
                "--spring.datasource.username=postgres",
                "--mokiniai.key.master=" + TestKeys.MASTER,
                "--mokiniai.exchange.register=LT-DEMO/GOV/190000008/mokiniai",
                "--mokiniai.contract.folder=" + folder.resolve("contracts"),
                "--mokiniai.contract.unsigned=true",
                "--mokiniai.security.trusted-authorities=" + folder.resolve("ca.crt"),
                "--mokiniai.security.crls=" + folder.resolve("ca.crl"),
                "--mokiniai.security.keystore=" + folder.resolve("register.p12"),
                "--mokiniai.security.keystore-password=test"));
        return Commands.run(all.toArray(String[]::new));
    }

    private Path signed(String name, String file) throws IOException {
        byte[] document = Files.readString(Path.of(file))
                .replace("<series>-</series>", "<series>a</series>")
                .replace("<records>0</records>", "<records>2</records>")
                .getBytes(StandardCharsets.UTF_8);
        return Files.write(
                folder.resolve(name),
                new ContractSigner(TestPki.PARTY.key(), TestPki.PARTY.certificate()).sign(document));
    }

    private String institutions() {
        return JdbcClient.create(new DriverManagerDataSource(address, "postgres", ""))
                .sql("SELECT COUNT(*) FROM institution WHERE code LIKE '1918%'")
                .query(String.class)
                .single();
    }

    @Test
    void deliversAndAppliesAFile() throws IOException {
        Path file = signed("institutions.xml", "src/main/resources/demo/sources/institutions.xml");
        Outcome outcome = intake("deliver", file.toString());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("institutions, delivery a 1: records received 2, of which 0 do not fit", "APPLIED 2");
        assertThat(outcome.code()).isZero();
        assertThat(institutions()).isEqualTo("2");
        assertThat(intake("deliver", file.toString(), "--json").out()).contains("\"state\" : \"DONE\"");
    }

    @Test
    void reportsABrokenFileInBothLanguages() throws IOException {
        Path file = signed("institutions.xml", "src/main/resources/demo/sources/institutions.xml");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() / 2));
        Outcome english = intake("deliver", file.toString());
        assertThat(english.code()).isOne();
        assertThat(english.out())
                .contains("institutions.xml: refused, nothing of it was received.", "MR-S604  refused 1");
        assertThat(intake("deliver", file.toString(), "--lang", "lt").out())
                .contains("institutions.xml: atmesta, nieko iš jos negauta.", "Rinkmena nutrūksta");
        assertThat(folder.resolve("report.csv"))
                .content()
                .contains("MR-S604", "Rinkmena nutrūksta", "The file ends in the middle");
        assertThat(institutions()).isEqualTo("0");
    }

    @Test
    void saysThatNoSettingTellsWhereASourceIs() {
        Outcome outcome = intake("pull", "institutions");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.out()).contains("MR-S630");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(Commands.run("intake", "deliver").code()).isEqualTo(2);
        assertThat(Commands.run("intake", "deliver", "x.xml").err()).contains("spring.datasource.url is missing");
    }

    @Test
    void signsAFileAndAFileWithItsNote() throws Exception {
        TestPki.keystore(folder.resolve("party.p12"), "secret", Map.of("party", TestPki.PARTY));
        Path password = Files.writeString(folder.resolve("password.txt"), "secret\n");
        Path document = Files.writeString(folder.resolve("a.xml"), "<a><b/></a>");
        Outcome outcome = Commands.run(
                "intake",
                "sign",
                document.toString(),
                "--key",
                folder.resolve("party.p12").toString(),
                "--password-file",
                password.toString());
        assertThat(outcome.err()).isEmpty();
        assertThat(SignatureVerifier.verify(
                        XmlParsers.parse(Files.readAllBytes(document)).getDocumentElement()))
                .singleElement()
                .satisfies(signature -> assertThat(signature.isIntact()).isTrue());

        Path data = Files.writeString(folder.resolve("b.csv"), "x\r\n");
        Path note = Files.writeString(folder.resolve("b.csv.delivery.xml"), "<a></a>");
        Outcome beside = Commands.run(
                "intake",
                "sign",
                data.toString(),
                "--key",
                folder.resolve("party.p12").toString(),
                "--password-file",
                password.toString());
        assertThat(beside.out()).contains("b.csv.delivery.xml");
        assertThat(note).content().contains("URI=\"b.csv\"");
    }
}
