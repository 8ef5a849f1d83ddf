package lt.mokiniai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuickRunTests {

    private static final class StartsAProgram {
        int exitCode() {
            return Program.run(List.of("true")).exitCode();
        }
    }

    private static final class UsesOneThatDoes {
        private final StartsAProgram[] programs = {};

        int programs() {
            return programs.length;
        }
    }

    private static final class StartsNothing {
        int length(List<String> words) {
            return words.size();
        }
    }

    @Test
    void leavesOutWhatStartsAProgramItselfOrThroughAnother() {
        assertThat(new StartsAProgram().exitCode()).isZero();
        assertThat(QuickRun.isSlow(StartsAProgram.class.getName())).isTrue();
        assertThat(new UsesOneThatDoes().programs()).isZero();
        assertThat(QuickRun.isSlow(UsesOneThatDoes.class.getName())).isTrue();
    }

    @Test
    void keepsWhatStartsNothing() {
        assertThat(new StartsNothing().length(List.of())).isZero();
        assertThat(QuickRun.isSlow(StartsNothing.class.getName())).isFalse();
    }

    @Test
    void leavesNothingOutOfOtherRuns() {
        assertThat(QuickRun.isOn()).isFalse();
    }
}
