package lt.mokiniai.exchange.http.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lt.mokiniai.kernel.texts.Text;
import org.junit.jupiter.api.Test;

/** The memory of all transfers of one direction. */
class TransfersTests {

    private static final Pace.Limits LIMITS = new Pace.Limits(Duration.ofHours(1), 0, Duration.ofHours(1));

    private final Transfers transfers = new Transfers(LIMITS, 1000);
    private final List<String> displaced = new ArrayList<>();

    @Test
    void thereIsAsMuchAsThereIs() {
        Held first = begun("first", 0, 0);
        assertThat(transfers.take(first, 600)).isTrue();
        assertThat(transfers.take(first, 400)).isTrue();
        assertThat(transfers.take(begun("second", 0, 0), 1)).isFalse();
        transfers.giveBack(400);
        assertThat(transfers.take(begun("third", 0, 0), 400)).isTrue();
        assertThat(displaced).isEmpty();
    }

    @Test
    void largePiecesLeaveRoomForSmallOnes() {
        Transfers roomy = new Transfers(LIMITS, 8_000_000);
        for (int i = 0; i < 7; i++) {
            assertThat(roomy.take(begun("flood " + i, 0, 0), 1_000_000)).isTrue();
        }
        assertThat(roomy.take(begun("flood", 0, 0), 1_000_000)).isFalse();
        assertThat(roomy.take(begun("usual", 0, 0), 16_384)).isTrue();
    }

    @Test
    void theSlowestMakeRoomForWhoHasOnlyBegun() {
        hold(begun("slow", 100, 10), 300);
        hold(begun("slower", 100, 5), 300);
        hold(begun("fast", 100, 1000), 300);
        assertThat(transfers.take(begun("new", 0, 0), 500)).isTrue();
        assertThat(displaced).containsExactly("slower", "slow");
    }

    @Test
    void whoIsSlowerThanAllOthersIsRefusedItself() {
        hold(begun("fast", 100, 1000), 900);
        assertThat(transfers.take(begun("slow", 100, 10), 200)).isFalse();
        assertThat(displaced).isEmpty();
    }

    @Test
    void whoHasOnlyBegunIsNotDisplaced() {
        hold(begun("new", 0, 0), 900);
        assertThat(transfers.take(begun("newer", 0, 0), 200)).isFalse();
    }

    @Test
    void whatMustBeTakenIsTaken() {
        hold(begun("new", 0, 0), 900);
        transfers.takeAnyway(begun("answer", 0, 0), 500);
        assertThat(transfers.taken()).isEqualTo(1400);
    }

    @Test
    void aBodyTakesMemoryForWhatHasComeAndGivesItBackOnce() {
        Transfers roomy = new Transfers(LIMITS, 1_000_000);
        Body body = new Body(roomy, 500_000, 500_000);
        Held owner = begun("owner", 0, 0);
        assertThat(roomy.taken()).isZero();
        assertThat(body.add(owner, new byte[100], 100)).isTrue();
        assertThat(roomy.taken()).isLessThan(10_000);
        assertThat(body.add(owner, new byte[100_000], 100_000)).isTrue();
        assertThat(roomy.taken()).isBetween(100_100L, 200_200L);
        assertThat(body.bytes()).hasSize(100_100);
        body.giveBack();
        body.giveBack();
        assertThat(roomy.taken()).isZero();
        assertThat(body.add(owner, new byte[200_000], 200_000)).isFalse();
        assertThat(roomy.taken()).isZero();
    }

    @Test
    void ofABodyThatIsTooLongOneByteMoreIsKept() {
        Body announced = new Body(transfers, 50, 20);
        assertThat(announced.add(begun("one", 0, 0), new byte[50], 50)).isTrue();
        assertThat(announced.isFull()).isTrue();
        assertThat(announced.bytes()).hasSize(21);
        Body chunked = new Body(transfers, -1, 20);
        assertThat(chunked.add(begun("other", 0, 0), new byte[50], 50)).isTrue();
        assertThat(chunked.bytes()).hasSize(21);
    }

    private void hold(Held held, int bytes) {
        assertThat(transfers.take(held, bytes)).isTrue();
        held.bytes = bytes;
    }

    private Held begun(String name, int secondsAgo, int moved) {
        Held held = new Held(
                name, System.nanoTime() - Duration.ofSeconds(secondsAgo).toNanos());
        held.pace.moved(moved);
        transfers.add(held);
        return held;
    }

    private final class Held implements Transfer {
        private final String name;
        private final Pace pace;
        private int bytes;

        private Held(String name, long since) {
            this.name = name;
            this.pace = new Pace(LIMITS, since);
        }

        @Override
        public Pace pace() {
            return pace;
        }

        @Override
        public void tooSlow(Text limit) {}

        @Override
        public void displace() {
            displaced.add(name);
            transfers.giveBack(bytes);
        }
    }
}
