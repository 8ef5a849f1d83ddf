package lt.mokiniai.register.enrolments.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StageItemTests {

    @Test
    void whicheverAreToldAreReadAsTheyWereWritten() {
        int all = Arrays.stream(StageItem.values()).mapToInt(StageItem::bit).sum();
        for (int bits = 0; bits <= all; bits++) {
            int chosen = bits & all;
            Set<StageItem> told = Arrays.stream(StageItem.values())
                    .filter(item -> (chosen & item.bit()) != 0)
                    .collect(Collectors.toSet());
            String names =
                    StageItem.names(told.stream().mapToInt(StageItem::bit).sum());
            assertThat(names).isNotEqualTo("");
            assertThat(StageItem.named(names)).contains(told);
        }
    }

    @Test
    void whatIsNoItemIsNone() {
        assertThat(StageItem.named("CLASS_LEVEL HAIR")).isEmpty();
        assertThat(StageItem.named("NONE CLASS_LEVEL")).isEmpty();
    }
}
