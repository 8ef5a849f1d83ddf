package lt.mokiniai.register.enrolments.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StageItemTests {

    @Test
    void whicheverAreToldAreReadAsTheyWereWritten() {
        StageItem[] items = StageItem.values();
        for (int chosen = 0; chosen < 1 << items.length; chosen++) {
            int which = chosen;
            Set<StageItem> told = Arrays.stream(items)
                    .filter(item -> (which & 1 << item.ordinal()) != 0)
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
