package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.exchange.evidence.LoggedExchange.Outcome;
import lt.mokiniai.exchange.evidence.PostgresServer;
import lt.mokiniai.platform.database.TestLimits;

/**
 * A register on a PostgreSQL that can be harmed, with a contract of the school that is for one delivery of each of the
 * demo's students.
 */
final class SingleDeliveries {

    private final Register register;
    private final List<String> codes;
    private int asked;

    private SingleDeliveries(Register register) {
        this.register = register;
        this.codes = register.jdbc()
                .sql("SELECT DISTINCT i.personal_code FROM person p JOIN person_identity i ON i.person_id = p.id"
                        + " WHERE p.register_id NOT LIKE 'DEMO%' AND i.personal_code IS NOT NULL AND i.believed_until IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM person_restriction r WHERE r.person_id = p.id)"
                        + " AND i.valid_to IS NULL ORDER BY 1")
                .query(String.class)
                .list();
    }

    /**
     * Settings of the register.
     *
     * @param folder the folder of contracts, of its own
     */
    static Map<String, String> settings(String address, String folder, int students) {
        Path contracts = Path.of("target", "exchange", folder);
        try {
            Files.createDirectories(contracts);
            Files.deleteIfExists(contracts.resolve(SchoolRequest.FILE));
            String benefits = "MR-2026-001-benefits.xml";
            Files.copy(
                    Path.of("contracts", benefits), contracts.resolve(benefits), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>(TestLimits.settings());
        settings.putAll(PostgresServer.settings(address, students));
        settings.putAll(Map.of("mokiniai.contract.folder", contracts.toString(), "mokiniai.contract.unsigned", "true"));
        return settings;
    }

    /** Puts the contract into force. */
    static SingleDeliveries of(Register register, String folder) {
        List<String> ids = register.jdbc()
                .sql("SELECT register_id FROM person")
                .query(String.class)
                .list();
        try {
            String school = SchoolRequest.about(ids);
            Path file = Path.of("target", "exchange", folder, SchoolRequest.FILE);
            Path beside = Files.writeString(file.resolveSibling("school.new"), school);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SingleDeliveries deliveries = new SingleDeliveries(register);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> deliveries.asksAboutAnother().send().status() == 200);
        return deliveries;
    }

    /** A message about a student who was not asked about yet. */
    synchronized Message asksAboutAnother() {
        String code = codes.get(asked++);
        return register.as("school").asks("getStudent", Client.person(code));
    }

    /** A new message that asks what another asked. */
    Message asksAgain(Message message) {
        String request = new String(Xml.write(Xml.parse(message.bytes()).getDocumentElement()), StandardCharsets.UTF_8);
        String code = request.replaceFirst("(?s).*personalCode>([0-9]{11})<.*", "$1");
        return register.as("school").asks("getStudent", Client.person(code));
    }

    /** How many students were delivered in an exchange. */
    int deliveredIn(String receipt) {
        return register.jdbc()
                .sql("SELECT COUNT(*) FROM contract_delivery WHERE receipt = ?")
                .param(receipt)
                .query(Integer.class)
                .single();
    }

    /** What was told is what the row says, and what is counted. */
    void assertToldAsItStands(Reply reply) {
        if (reply.isFault()) {
            assertThat(reply.logged().result().outcome()).as(reply.toString()).isEqualTo(Outcome.REFUSED);
            assertThat(reply.logged().result().faultCode()).contains(reply.code());
        } else {
            reply.verify();
            assertThat(Xml.child(reply.content(), "outcome").getTextContent()).isEqualTo("FOUND");
            assertThat(reply.logged().result().outcome()).isEqualTo(Outcome.ANSWERED);
        }
        assertThat(reply.logged().response()).isEqualTo(reply.bytes());
        int delivered = reply.isFault() ? 0 : 1;
        assertThat(deliveredIn(reply.number())).isEqualTo(delivered);
        assertThat(reply.studentsInTheLog()).isEqualTo(delivered);
        assertThat(reply.logged().result().students()).isEqualTo(delivered);
    }
}
