package lt.mokiniai.contract.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lt.mokiniai.Thoroughness;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the folder besides sound contracts, and how much is read, verified and stored of many. */
abstract class FolderFileRules extends InForceBench {

    /** A file of a node's tests may have 64 KiB; this one has 50 MB, and takes no room on the disk. */
    @Test
    void aFileThatIsTooLargeIsNamedOnceAndNothingChanges() throws IOException {
        Node node = node(FIRST);
        Path large = node.folder().resolve("large.xml");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(50_000_000);
        }

        assertThat(errorsWhile(() -> IntStream.range(0, 5).forEach(i -> node.looks())))
                .singleElement()
                .asString()
                .contains("large.xml:1: the file is larger than a contract may be: 65536 bytes", "[MR-C112]");
        assertThat(node.contract()).isEqualTo("MR-2026-301");
        assertThat(health(node).getStatus().getCode()).isEqualTo("OLD_SET");

        Files.delete(large);
        node.looks();
        assertThat(health(node).getStatus().getCode()).isEqualTo("UP");
    }

    /** Whoever has read in the log that the folder is broken reads there too that it no longer is. */
    @Test
    void aFolderThatWasRepairedIsToldInTheLog() throws IOException {
        Node node = node(FIRST);
        String hash = node.contracts().current().hash();
        node.puts(FIRST, "<contract");
        node.looks();
        Files.delete(node.folder().resolve("1.xml"));

        assertThat(toldWhile(
                        () -> {
                            node.looks();
                            node.looks();
                        },
                        event -> event.getFormattedMessage().contains("is taken again")))
                .containsExactly(
                        "The folder of contracts is taken again: it holds set " + hash + ", which is in force");
        node.puts(FIRST, "<contract");
        node.looks();
        assertThat(toldWhile(
                        () -> {
                            node.puts(FIRST, OTHER_PARTY);
                            node.looks();
                        },
                        event -> event.getFormattedMessage().contains("is taken again")))
                .singleElement()
                .asString()
                .contains(node.contracts().current().hash());
    }

    @Test
    void aFolderOrALinkThatLeadsNowhereIsNamedOnceAndTheRestIsNotTaken() throws IOException {
        Node node = node(FIRST);
        Files.createDirectory(node.folder().resolve("old.xml"));
        Files.createSymbolicLink(
                node.folder().resolve("lost.xml"), node.folder().resolve("nothing"));

        assertThat(errorsWhile(() -> {
                    node.looks();
                    node.puts(FIRST, OTHER_PARTY);
                    node.looks();
                    node.looks();
                }))
                .singleElement()
                .asString()
                .contains("lost.xml:1: the link leads nowhere", "old.xml:1: this is a folder and not a file");
        assertThat(node.contract()).isEqualTo("MR-2026-301");

        Files.delete(node.folder().resolve("old.xml"));
        Files.delete(node.folder().resolve("lost.xml"));
        node.looks();
        assertThat(node.contract()).isEqualTo("MR-2026-301MR-2026-303");
    }

    @Test
    void aStartWithNothingInForceNamesWhatCannotBeRead() {
        Node node = node(FIRST);
        nothingIsInForce();
        try {
            Files.createDirectory(node.folder().resolve("old.xml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }

        assertThatThrownBy(node::restarts).hasMessageContaining("old.xml:1: this is a folder");
    }

    @Test
    void theStateOfANodeStaysSmallWithAThousandBadFiles() {
        Node node = node(FIRST);

        node.puts(IntStream.range(0, 1000).mapToObj(i -> "<contract").toArray(String[]::new));
        node.looks();

        assertThat(health(node).getDetails().get("folder"))
                .asString()
                .hasSizeLessThan(10_000)
                .contains("0.xml:1: ", "and 980 more");
    }

    @Test
    void ofManyContractsOnlyWhatIsNewIsVerifiedAndStored() throws IOException {
        int many = Thoroughness.of(30, 1000);
        Node node = node(contracts(many));
        assertThat(node.verified()).isEqualTo(many);

        Files.writeString(node.folder().resolve(many + ".xml"), contract(many));
        node.looks();

        assertThat(node.contracts().current().all()).hasSize(many + 1);
        assertThat(node.verified()).isOne();
        assertThat(rows("contract_text")).isEqualTo(many + 1);
        assertThat(rows("contract_set")).isEqualTo(2);
        assertThat(rows("contract_version")).isEqualTo(many + 1);

        Files.delete(node.folder().resolve(many + ".xml"));
        node.looks();
        assertThat(node.contracts().current().all()).hasSize(many);
        assertThat(node.verified()).isZero();

        node.restarts();
        assertThat(node.verified()).isEqualTo(many);
        assertThat(rows("contract_text")).isEqualTo(many + 1);
    }

    @Test
    void aFileThatWasBrokenAndIsMendedIsTheOneThatIsVerified() throws IOException {
        int many = 20;
        Node node = node(contracts(many));
        Files.writeString(node.folder().resolve("new.xml"), "<contract");
        node.looks();
        node.looks();
        assertThat(health(node).getStatus().getCode()).isEqualTo("OLD_SET");

        Files.writeString(node.folder().resolve("new.xml"), contract(many));
        node.looks();

        assertThat(node.verified()).isOne();
        assertThat(node.contracts().current().all()).hasSize(many + 1);
    }

    @Test
    void aNodeThatFollowsAnotherVerifiesWhatIsNewAlone() throws IOException {
        int many = 20;
        Node one = node(contracts(many));
        Node other = node(contracts(many));

        Files.writeString(one.folder().resolve("new.xml"), contract(many));
        one.looks();
        other.contracts().look();

        assertThat(other.contracts().current().all()).hasSize(many + 1);
        assertThat(other.verified()).isOne();
    }

    private static String[] contracts(int many) {
        return IntStream.range(0, many).mapToObj(FolderFileRules::contract).toArray(String[]::new);
    }

    /** ActiveContracts of one party, each with a subsystem of its own. */
    private static String contract(int number) {
        return Node.contract("MR-2026-" + (10_000 + number)).replace("/cases\"", "/cases-" + number + "\"");
    }

    private int rows(String table) {
        return JdbcClient.create(database())
                .sql("SELECT COUNT(*) FROM " + table)
                .query(Integer.class)
                .single();
    }

    /** Gives the errors that the contracts of a node write to the log meanwhile. */
    private static List<String> errorsWhile(Runnable work) {
        return toldWhile(work, event -> event.getLevel() == Level.ERROR);
    }

    private static List<String> toldWhile(Runnable work, Predicate<ILoggingEvent> which) {
        Logger logger = (Logger) LoggerFactory.getLogger(ActiveContracts.class);
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        events.start();
        Level before = logger.getLevel();
        logger.setLevel(Level.INFO);
        logger.addAppender(events);
        try {
            work.run();
        } finally {
            logger.setLevel(before);
            logger.detachAppender(events);
        }
        return events.list.stream()
                .filter(which)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
