package lt.mokiniai.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lt.mokiniai.pages.CommandPage.Block;
import org.junit.jupiter.api.Test;

class CommandPageTests {

    private static final String PAGE = """
            # A page

            <!-- ends with: 1 -->
            <!-- needs: test -x tool -->
            ```sh
            tool ask
            ```

            ```text
            MR-303  …
            …
            the end
            ```

            ```xml
            <no command="here"/>
            ```

            <!-- file: settings.yaml -->
            ```yaml
            name: value
            ```
            """;

    @Test
    void readsCommandsInTheirOrderWithWhatIsSpecialOfThem() {
        List<Block> blocks = blocks();

        assertThat(blocks).extracting(Block::line).containsExactly(6, 21);
        assertThat(blocks).extracting(Block::text).containsExactly("tool ask\n", "name: value\n");
        assertThat(blocks.get(0).exitCode()).isOne();
        assertThat(blocks.get(0).mark("needs")).contains("test -x tool");
        assertThat(blocks.get(1).exitCode()).isZero();
        assertThat(blocks.get(1).mark("file")).contains("settings.yaml");
    }

    @Test
    void takesWhatIsShownToTheLetterButWhereDotsStand() {
        Block block = blocks().get(0);

        assertThat("before\nMR-303  anything\nthe end\nafter\n").containsPattern(block.expected());
        assertThat("MR-303  anything\n1\n2\nthe end").containsPattern(block.expected());
        assertThat("MR-304  anything\nthe end\n").doesNotContainPattern(block.expected());
        assertThat("MR-303  anything\nnot the end\n").doesNotContainPattern(block.expected());
        assertThat("see MR-303  anything\nthe end\n").doesNotContainPattern(block.expected());
    }

    private static List<Block> blocks() {
        return CommandPage.of(Path.of("page"), PAGE).blocks();
    }
}
