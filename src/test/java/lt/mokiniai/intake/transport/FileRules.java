package lt.mokiniai.intake.transport;

import static lt.mokiniai.intake.TransportDesk.signed;
import static lt.mokiniai.intake.TransportDesk.write;
import static lt.mokiniai.intake.transport.TestSource.Batch.example;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import lt.mokiniai.contract.model.Contract.Way;
import lt.mokiniai.exchange.security.TestPki;
import lt.mokiniai.intake.TransportDesk;
import lt.mokiniai.intake.deliveries.DeliveryState;
import lt.mokiniai.intake.transport.TestSource.Batch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed files: what is taken, what is refused as a whole, and what waits. */
public interface FileRules {

    String COLUMNS = "code,value,parent,institution,ended\r\n";

    Batch TWO = Batch.of("FULL", "a", 1, example("1", "one"), example("2", "two"));

    TransportDesk desk();

    /** Looks that a file is refused, and that nothing of it is received. */
    private void refuses(Path file, String found) {
        assertThat(desk().delivers(file)).isEmpty();
        assertThat(desk().found()).containsExactly(found);
        assertThat(desk().count("delivery")).isZero();
        assertThat(desk().recorded()).isEmpty();
    }

    @Test
    default void takesXmlThatCarriesItsSignature(@TempDir Path folder) {
        Path file = signed(folder.resolve("two.xml"), TWO.xml(), TestPki.PARTY);
        Delivered delivered = desk().delivers(file).orElseThrow();
        assertThat(delivered.header().records()).isEqualTo(2);
        assertThat(delivered.unfit()).isZero();
        assertThat(desk().recorded()).containsExactly("1", "2");
        assertThat(desk().found()).isEmpty();
        assertThat(desk().jdbc()
                        .sql("SELECT way FROM delivery WHERE delivery_id = ?")
                        .param(delivered.deliveryId())
                        .query(String.class)
                        .single())
                .isEqualTo("FILE");
    }

    @Test
    default void takesCsvAndXmlThatANoteSigns(@TempDir Path folder) {
        Path csv = signed(folder.resolve("two.csv"), COLUMNS + "1,one,,,\r\n2,two,1,,\r\n", TWO.note(), TestPki.PARTY);
        assertThat(desk().delivers(csv)).isPresent();
        assertThat(desk().recorded("2")).isEqualTo("two 1 0");

        Batch more = Batch.of("CHANGES", "a", 2, example("3", "three"));
        Path xml = signed(folder.resolve("more.xml"), more.xml(), more.note(), TestPki.PARTY);
        assertThat(desk().delivers(xml.resolveSibling("more.xml.delivery.xml"))).isPresent();
        assertThat(desk().recorded()).containsExactly("1", "2", "3");
        assertThat(desk().found()).isEmpty();
    }

    @Test
    default void takesMoreRecordsThanAreReceivedAtATime(@TempDir Path folder) {
        StringBuilder rows = new StringBuilder(COLUMNS);
        IntStream.rangeClosed(1, 2345).forEach(i -> rows.append(i).append(",v,,,\r\n"));
        Batch many = new Batch(
                "FULL",
                "a",
                1,
                IntStream.rangeClosed(1, 2345).mapToObj(String::valueOf).toList());
        Path csv = signed(folder.resolve("many.csv"), rows.toString(), many.note(), TestPki.PARTY);
        assertThat(desk().delivers(csv)).isPresent();
        assertThat(desk().recorded()).hasSize(2345);
    }

    @Test
    default void theSameFileAgainChangesNothing(@TempDir Path folder) {
        Path file = signed(folder.resolve("two.xml"), TWO.xml(), TestPki.PARTY);
        String first = desk().delivers(file).orElseThrow().deliveryId();
        Delivered again = desk().delivers(file).orElseThrow();
        assertThat(again.deliveryId()).isEqualTo(first);
        assertThat(again.state()).isEqualTo(DeliveryState.DONE);
        assertThat(desk().changes("1")).isEqualTo(1);
    }

    @Test
    default void theSameNumberWithOtherContentIsRefused(@TempDir Path folder) {
        desk().delivers(signed(folder.resolve("two.xml"), TWO.xml(), TestPki.PARTY));
        Batch other = Batch.of("FULL", "a", 1, example("1", "one"), example("2", "other"));
        assertThat(desk().delivers(signed(folder.resolve("other.xml"), other.xml(), TestPki.PARTY)))
                .isEmpty();
        assertThat(desk().found()).containsExactly("MR-701 other.xml:1");
    }

    @Test
    default void aRecordThatDoesNotFitWaitsAndTheOthersAreApplied(@TempDir Path folder) {
        Batch batch = Batch.of(
                "FULL",
                "a",
                1,
                example("1", "one"),
                example("2", "wrong"),
                "<other><code>3</code></other>",
                example("4", "x".repeat(21)));
        Delivered delivered = desk().delivers(signed(folder.resolve("mixed.xml"), batch.xml(), TestPki.PARTY))
                .orElseThrow();
        assertThat(delivered.unfit()).isEqualTo(3);
        assertThat(desk().recorded()).containsExactly("1");
        assertThat(desk().found()).containsExactly("MR-S902 mixed.xml:3", "MR-S103 mixed.xml:4", "MR-S101 mixed.xml:5");
    }

    @Test
    default void aRowWithAnotherNumberOfValuesWaits(@TempDir Path folder) {
        Path csv = signed(folder.resolve("two.csv"), COLUMNS + "1,one,,,\r\n2,two\r\n", TWO.note(), TestPki.PARTY);
        assertThat(desk().delivers(csv).orElseThrow().unfit()).isEqualTo(1);
        assertThat(desk().found()).containsExactly("MR-S612 two.csv:3");
        assertThat(desk().recorded()).containsExactly("1");
    }

    @Test
    default void aFileThatIsCutOffIsRefused(@TempDir Path folder) throws IOException {
        Path whole = signed(folder.resolve("whole.xml"), TWO.xml(), TestPki.PARTY);
        String text = Files.readString(whole);
        refuses(
                write(folder.resolve("cut.xml"), text.substring(0, text.indexOf("<example><code>2"))),
                "MR-S604 cut.xml:3");
        refuses(
                signed(folder.resolve("cut.csv"), COLUMNS + "1,one,,,\r\n2,tw", TWO.note(), TestPki.PARTY),
                "MR-S604 cut.csv:3");
        refuses(
                signed(folder.resolve("short.csv"), COLUMNS + "1,one,,,\r\n", TWO.note(), TestPki.PARTY),
                "MR-S608 short.csv:1");
    }

    @Test
    default void aFileThatSomebodyElseSignedIsRefused(@TempDir Path folder) {
        refuses(signed(folder.resolve("two.xml"), TWO.xml(), TestPki.PARTY_RSA), "MR-S623 two.xml:1");
        refuses(signed(folder.resolve("no-party.xml"), TWO.xml(), TestPki.PARTY_P384), "MR-S622 no-party.xml:1");
        refuses(signed(folder.resolve("stranger.xml"), TWO.xml(), TestPki.OF_A_STRANGER), "MR-S622 stranger.xml:1");
        refuses(signed(folder.resolve("revoked.xml"), TWO.xml(), TestPki.REVOKED), "MR-S622 revoked.xml:1");
        refuses(signed(folder.resolve("expired.xml"), TWO.xml(), TestPki.EXPIRED), "MR-S622 expired.xml:1");
        refuses(write(folder.resolve("nobody.xml"), TWO.xml()), "MR-S620 nobody.xml:1");
    }

    @Test
    default void aFileThatWasChangedSinceIsRefused(@TempDir Path folder) throws IOException {
        Path file = signed(folder.resolve("two.xml"), TWO.xml(), TestPki.PARTY);
        refuses(write(file, Files.readString(file).replace(">two<", ">too<")), "MR-S621 two.xml:1");
        Path csv = signed(folder.resolve("two.csv"), COLUMNS + "1,one,,,\r\n2,two,,,\r\n", TWO.note(), TestPki.PARTY);
        refuses(write(csv, Files.readString(csv).replace("two", "too")), "MR-S621 two.csv.delivery.xml:1");
    }

    @Test
    default void aSignatureOfTheNoteAloneSignsNoFile(@TempDir Path folder) {
        Path csv = write(folder.resolve("two.csv"), COLUMNS + "1,one,,,\r\n2,two,,,\r\n");
        signed(folder.resolve("two.csv.delivery.xml"), TWO.note(), TestPki.PARTY);
        refuses(csv, "MR-S621 two.csv.delivery.xml:1");
    }

    @Test
    default void anotherEncodingIsRefused(@TempDir Path folder) throws IOException {
        Batch letters = Batch.of("FULL", "a", 1, example("1", "ąžuolas"));
        Path file = signed(folder.resolve("letters.xml"), letters.xml(), TestPki.PARTY);
        byte[] baltic = Files.readString(file).getBytes(Charset.forName("windows-1257"));
        refuses(Files.write(folder.resolve("baltic.xml"), baltic), "MR-S603 baltic.xml:2");
        byte[] wide = Files.readString(file).getBytes(StandardCharsets.UTF_16LE);
        assertThat(desk().delivers(Files.write(folder.resolve("wide.xml"), wide)))
                .isEmpty();
        assertThat(desk().found()).hasSize(1);
        Path csv = folder.resolve("baltic.csv");
        signed(csv, "", letters.note(), TestPki.PARTY);
        Files.write(csv, (COLUMNS + "1,ąžuolas,,,\r\n").getBytes(Charset.forName("windows-1257")));
        refuses(csv, "MR-S621 baltic.csv.delivery.xml:1");
    }

    @Test
    default void anotherRegistersFileIsRefused(@TempDir Path folder) {
        refuses(
                signed(
                        folder.resolve("others.xml"),
                        TWO.xml().replace("deliverExamples", "deliverOthers"),
                        TestPki.PARTY),
                "MR-S606 others.xml:1");
    }

    @Test
    default void aHeaderThatIsWrongIsRefused(@TempDir Path folder) {
        refuses(
                signed(folder.resolve("kind.xml"), TWO.xml().replace(">FULL<", ">SOME<"), TestPki.PARTY),
                "MR-S607 kind.xml:1");
        refuses(
                signed(folder.resolve("number.xml"), TWO.xml().replace("<sequence>1<", "<sequence>x<"), TestPki.PARTY),
                "MR-S607 number.xml:1");
        refuses(
                signed(
                        folder.resolve("none.xml"),
                        TWO.xml().replaceFirst("<delivery>.*</delivery>", ""),
                        TestPki.PARTY),
                "MR-S607 none.xml:1");
        Batch other = Batch.of("FULL", "b", 1, example("1", "one"), example("2", "two"));
        refuses(signed(folder.resolve("other.xml"), other.xml(), TWO.note(), TestPki.PARTY), "MR-S616 other.xml:1");
    }

    @Test
    default void columnsThatAreWrongAreRefused(@TempDir Path folder) {
        refuses(
                signed(folder.resolve("a.csv"), "code,value\r\n1,one\r\n2,two\r\n", TWO.note(), TestPki.PARTY),
                "MR-S610 a.csv:1");
        refuses(
                signed(folder.resolve("b.csv"), "1,one,,,\r\n2,two,,,\r\n", TWO.note(), TestPki.PARTY),
                "MR-S609 b.csv:1");
        refuses(
                signed(folder.resolve("c.csv"), COLUMNS + "1,\"one,,,\r\n2,two,,,\r\n", TWO.note(), TestPki.PARTY),
                "MR-S611 c.csv:2");
    }

    @Test
    default void whatBelongsTogetherMustBeThere(@TempDir Path folder) throws IOException {
        refuses(write(folder.resolve("a.csv"), COLUMNS), "MR-S613 a.csv:1");
        Path csv = signed(folder.resolve("b.csv"), COLUMNS, TWO.note(), TestPki.PARTY);
        Files.delete(csv);
        refuses(folder.resolve("b.csv.delivery.xml"), "MR-S614 b.csv:1");
        refuses(folder.resolve("c.xml"), "MR-S601 c.xml:1");
        Path noted = signed(folder.resolve("d.csv"), COLUMNS, TWO.xml(), TestPki.PARTY);
        refuses(noted, "MR-S615 d.csv.delivery.xml:1");
    }

    @Test
    default void whatIsTooLargeIsRefused(@TempDir Path folder) {
        String padded = TWO.xml().replace("</deliverExamples>", " ".repeat(300_000) + "</deliverExamples>");
        refuses(write(folder.resolve("large.xml"), padded), "MR-S602 large.xml:1");
    }

    @Test
    default void aSupplierDeliversAsItsContractSays(@TempDir Path folder) {
        Path file = signed(folder.resolve("two.xml"), TWO.xml(), TestPki.PARTY);
        desk().contracts().only(Way.PULL);
        refuses(file, "MR-S624 two.xml:1");
        desk().contracts().endOn(LocalDate.of(2026, 11, 23));
        refuses(file, "MR-S624 two.xml:1");
        desk().contracts().begin();
        assertThat(desk().delivers(file)).isPresent();
    }

    @Test
    default void whatIsTakenIsARowOfTheMessageLog(@TempDir Path folder) {
        Delivered delivered = desk().delivers(signed(folder.resolve("two.xml"), TWO.xml(), TestPki.PARTY))
                .orElseThrow();
        assertThat(desk().jdbc()
                        .sql("SELECT operation FROM message_log WHERE receipt = ? AND service = 'operator'"
                                + " AND user_id = 'operator' AND outcome = 'ANSWERED'")
                        .param(delivered.receipt())
                        .query(String.class)
                        .single())
                .isEqualTo("deliver examples");
        assertThat(desk().jdbc()
                        .sql("SELECT receipt FROM delivery WHERE delivery_id = ?")
                        .param(delivered.deliveryId())
                        .query(String.class)
                        .single())
                .isEqualTo(delivered.receipt());
    }

    @Test
    default void aDeliveryThatBrokeOffIsBegunAnew(@TempDir Path folder) {
        Path file = signed(folder.resolve("two.xml"), TWO.xml(), TestPki.PARTY);
        desk().delivers(file);
        desk().jdbc()
                .sql("UPDATE message_log SET outcome = 'OPEN', response = NULL, response_digest = NULL")
                .update();
        desk().clock().set(desk().clock().instant().plusSeconds(2 * 86_400));
        assertThat(desk().delivers(file)).isPresent();
        assertThat(desk().jdbc()
                        .sql("SELECT outcome FROM message_log ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("INTERRUPTED", "ANSWERED");
    }
}
