package lt.mokiniai.contract.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lt.mokiniai.contract.files.BrokenContracts;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.platform.database.TestLimits;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Which set is in force, on one node and on several; it runs on each database. */
abstract class InForceRules extends EarlierSetRules {

    private static final String BROKEN = FIRST.replace("from=\"2026-01-01\"", "from=\"2027-06-31\"");
    private static final String FOR_RSA = SECOND.replace("/cases\">", "/cases\" answerAlgorithm=\"RSA\">");

    @Test
    void takesTheFolderAtTheStart() {
        assertThat(node(FIRST).contract()).isEqualTo("MR-2026-301");
    }

    @Test
    void doesNotStartWithNothingInForceAndABrokenOrEmptyFolder() {
        assertThatThrownBy(() -> node(BROKEN)).isInstanceOf(BrokenContracts.class);
        assertThatThrownBy(this::node).hasMessageContaining("holds no contract");
        assertThat(activations()).isZero();
    }

    @Test
    void takesAChangedFolderAsOneSet() {
        Node node = node(FIRST);
        ContractSet before = node.contracts().current();

        node.puts(SECOND);
        node.looks();

        assertThat(node.contract()).isEqualTo("MR-2026-302");
        assertThat(before.all()).extracting(contract -> contract.id()).containsExactly("MR-2026-301");
    }

    @Test
    void waitsForAFolderThatIsStillBeingWritten() {
        Node node = node(FIRST);

        node.puts(SECOND);
        node.contracts().look();
        assertThat(node.contract()).isEqualTo("MR-2026-301");
        node.puts(THIRD + " ");
        node.contracts().look();
        assertThat(node.contract()).isEqualTo("MR-2026-301");
        node.contracts().look();

        assertThat(node.contract()).isEqualTo("MR-2026-303");
    }

    @Test
    void keepsTheSetWhenAFileOfTheFolderIsBroken() {
        Node node = node(FIRST);

        node.puts(SECOND, BROKEN);
        node.looks();

        assertThat(node.contract()).isEqualTo("MR-2026-301");
        assertThat(health(node).getStatus().getCode()).isEqualTo("OLD_SET");
        assertThat(health(node).getDetails().get("folder")).asString().contains("1.xml:2: ");
        assertThat(activations()).isEqualTo(1);
    }

    @Test
    void forgetsTheProblemWhenTheFolderIsRepaired() {
        Node node = node(FIRST);
        node.puts(BROKEN);
        node.looks();

        node.puts(SECOND);
        node.looks();

        assertThat(node.contract()).isEqualTo("MR-2026-302");
        assertThat(health(node).getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void anEmptiedFolderTakesNothingOutOfForce() throws IOException {
        Node node = node(FIRST);

        Files.delete(node.folder().resolve("0.xml"));
        node.looks();

        assertThat(node.contract()).isEqualTo("MR-2026-301");
        assertThat(health(node).getDetails().get("folder")).asString().contains("holds no contract");
    }

    @Test
    void followsAnotherNode() {
        Node one = node(FIRST);
        Node other = node(FIRST);

        one.puts(SECOND);
        one.looks();
        other.contracts().look();

        assertThat(other.contract()).isEqualTo("MR-2026-302");
        assertThat(other.contracts().current().hash())
                .isEqualTo(one.contracts().current().hash());
    }

    @Test
    void goesOnWithTheOldSetAndSaysSoWhenItCannotTakeTheNewOne() {
        Node one = node(FIRST);
        Node other = Node.withoutRsa(database(), temporary, FIRST);

        one.puts(FOR_RSA);
        one.looks();
        other.contracts().look();

        assertThat(other.contract()).isEqualTo("MR-2026-301");
        assertThat(health(other).getStatus().getCode()).isEqualTo("OLD_SET");
        assertThat(health(other).getDetails().get("otherNodes")).asString().contains("no key of the kind RSA");

        one.puts(version(2, FIRST));
        one.looks();
        other.contracts().look();

        assertThat(other.contracts().current().all().get(0).version()).isEqualTo("2");
        assertThat(health(other).getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void putsNoSetIntoForceThatItCannotCarryOut() {
        Node node = Node.withoutRsa(database(), temporary, FIRST);

        node.puts(FOR_RSA);
        node.looks();

        assertThat(node.contract()).isEqualTo("MR-2026-301");
        assertThat(activations()).isEqualTo(1);
    }

    @Test
    void aNodeWithABrokenFolderStartsUnderTheSetInForce() {
        node(FIRST);

        Node late = node(BROKEN);

        assertThat(late.contract()).isEqualTo("MR-2026-301");
        assertThat(health(late).getStatus().getCode()).isEqualTo("OLD_SET");
    }

    @Test
    void keepsEverySetByteForByte() {
        Node node = node(FIRST, OTHER_PARTY);
        String first = node.contracts().current().hash();
        node.puts(SECOND);
        node.looks();

        SetStore store = new SetStore(
                JdbcClient.create(database()),
                TestLimits.on(new JdbcTransactionManager(database())),
                Clock.systemUTC());
        assertThat(store.filesOf(first).digests()).containsOnlyKeys("0.xml", "1.xml");
        assertThat(new String(store.filesOf(first).read("0.xml"), StandardCharsets.UTF_8))
                .isEqualTo(FIRST);
        assertThat(store.knows(first)).isTrue();
    }

    @Test
    void nodesThatStartAtOnceWithOneFolderPutItIntoForceOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<Node>> started = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                started.add(nodes.submit(() -> node(FIRST)));
            }
            for (Future<Node> node : started) {
                assertThat(node.get().contract()).isEqualTo("MR-2026-301");
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(activations()).isEqualTo(1);
    }
}
