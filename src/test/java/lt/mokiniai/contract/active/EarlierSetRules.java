package lt.mokiniai.contract.active;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That nothing comes back that was replaced or taken out, unless it is meant: not by a copy, a start or a version. */
abstract class EarlierSetRules extends FolderFileRules {

    @Test
    void aContractTakenOutWhileTheServiceIsDownIsOutOfForceAfterTheStart() throws IOException {
        Node node = node(FIRST);
        node.puts(FIRST, OTHER_PARTY);
        node.looks();
        assertThat(node.contract()).isEqualTo("MR-2026-301MR-2026-303");

        Files.delete(node.folder().resolve("1.xml"));
        node.restarts();

        assertThat(node.contract()).isEqualTo("MR-2026-301");
        assertThat(health(node).getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void aFolderThatWasInForceBeforeDoesNotComeBackByARestart() {
        Node one = node(FIRST);
        Node other = node(FIRST);
        one.puts(SECOND);
        one.looks();

        other.restarts();

        assertThat(other.contract()).isEqualTo("MR-2026-302");
        assertThat(health(other).getStatus().getCode()).isEqualTo("OLD_SET");
        one.looks();
        assertThat(one.contract()).isEqualTo("MR-2026-302");
    }

    @Test
    void aFolderThatIsPutBackWhileTheNodeRunsComesIntoForceAgain() {
        Node node = node(FIRST);
        node.puts(SECOND);
        node.looks();

        node.puts(FIRST);
        node.looks();

        assertThat(node.contract()).isEqualTo("MR-2026-301");
        assertThat(activations()).isEqualTo(3);
    }

    @Test
    void aCopyThatComesLateUndoesNothing() throws IOException {
        Node one = node(FIRST);
        Node late = node(FIRST);
        one.puts(FIRST, OTHER_PARTY);
        one.looks();
        String between = one.contract();
        one.puts(SECOND, OTHER_PARTY);
        one.looks();

        late.puts(FIRST, OTHER_PARTY);
        late.looks();

        assertThat(between).isEqualTo("MR-2026-301MR-2026-303");
        assertThat(late.contract()).isEqualTo("MR-2026-302MR-2026-303");
        assertThat(health(late).getDetails().get("folder")).asString().contains("touch one of the files");
        one.looks();
        assertThat(one.contract()).isEqualTo("MR-2026-302MR-2026-303");

        late.touches("0.xml");
        late.looks();
        assertThat(late.contract()).isEqualTo(between);
    }

    @Test
    void aContractDoesNotGoBackToAVersionThatWasReplaced() {
        Node node = node(FIRST);
        node.puts(version(2, FIRST));
        node.looks();

        node.puts(FIRST);
        node.looks();

        assertThat(node.contracts().current().all().get(0).version()).isEqualTo("2");
        assertThat(health(node).getDetails().get("folder"))
                .asString()
                .contains("0.xml: MR-2026-301 version 1 was replaced by version 2", "give it version 3");
        node.restarts();
        assertThat(node.contracts().current().all().get(0).version()).isEqualTo("2");

        node.puts(version(3, FIRST));
        node.looks();
        assertThat(node.contracts().current().all().get(0).version()).isEqualTo("3");
    }

    @Test
    void aNodeWhoseContractAnotherTookOutSaysSoAndCanPutItBack() throws IOException {
        Node one = node(FIRST);
        one.puts(FIRST, OTHER_PARTY);
        one.looks();
        Node other = node(FIRST, OTHER_PARTY);

        Files.delete(one.folder().resolve("1.xml"));
        one.looks();
        other.contracts().look();

        assertThat(other.contract()).isEqualTo("MR-2026-301");
        assertThat(health(other).getDetails().get("folder"))
                .asString()
                .contains("another node took out of force what this folder holds: - MR-2026-303 version 1");

        other.touches("0.xml");
        other.looks();
        assertThat(other.contract()).isEqualTo("MR-2026-301MR-2026-303");
        assertThat(health(other).getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void aSetFromBeforeVersionsWereKeptIsKeptAtTheNextStart() {
        Node node = node(FIRST);
        JdbcClient.create(database()).sql("DELETE FROM contract_version").update();
        node.restarts();

        node.puts(FIRST.replace("2026-12-31", "2027-12-31"));
        node.looks();

        assertThat(health(node).getDetails().get("folder")).asString().contains("was in force with another text");
    }

    @Test
    void oneVersionHasOneText() {
        Node node = node(FIRST);
        String before = node.contracts().current().hash();

        node.puts(FIRST.replace("2026-12-31", "2027-12-31"));
        node.looks();

        assertThat(node.contracts().current().hash()).isEqualTo(before);
        assertThat(health(node).getDetails().get("folder"))
                .asString()
                .contains("0.xml: MR-2026-301 version 1 was in force with another text", "give it version 2");
        assertThat(activations()).isEqualTo(1);
    }

    @Test
    void aCommentIsNoOtherText() {
        Node node = node(FIRST);
        String before = node.contracts().current().hash();

        node.puts(FIRST.replace("</contract>", "<!-- filed under 14 --></contract>"));
        node.looks();

        assertThat(health(node).getStatus().getCode()).isEqualTo("UP");
        assertThat(node.contracts().current().hash()).isNotEqualTo(before);
    }

    static String version(int number, String contract) {
        return contract.replaceFirst("version=\"1\" kind", "version=\"" + number + "\" kind");
    }
}
