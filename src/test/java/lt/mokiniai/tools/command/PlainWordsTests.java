package lt.mokiniai.tools.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lt.mokiniai.tools.command.Commands.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainWordsTests {

    private static final String CONTRACT = "docs/contracts/MR-2026-900.xml";

    @TempDir
    private Path folder;

    @Test
    void saysWhatADayLooksLike() {
        Outcome outcome = Commands.run("contract", "explain", CONTRACT, "--day", "26-11-2026");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("'26-11-2026' is no day; write year, month and day: 2026-09-01")
                .doesNotContain("java.time");
    }

    @Test
    void saysWhyAFileCannotBeWritten() {
        Path nowhere = folder.resolve("nowhere");

        assertThat(html(nowhere.resolve("annex.html")).err())
                .contains("cannot use " + nowhere.resolve("annex.html") + ": there is no folder " + nowhere);
        assertThat(html(folder).err()).contains("cannot use " + folder + ": it is a folder");
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(Commands.run("demo", "--help").out()).contains("Usage: mokiniai demo");
        assertThat(Commands.run("demo", "--help").code()).isZero();
        assertThat(Commands.run("demo", "reset", "--help").out()).contains("--folder");
        assertThat(Commands.run("version", "--help").code()).isZero();
    }

    private static Outcome html(Path out) {
        return Commands.run("contract", "explain", CONTRACT, "--html", out.toString());
    }
}
