package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lt.mokiniai.register.reference.Pedagogues;
import lt.mokiniai.register.reference.Pedagogues.Head;
import org.junit.jupiter.api.Test;

/** Who leads an institution on a day follows from posts of pedagogues. */
interface PostRules {

    Deliveries deliveries();

    Pedagogues pedagogues();

    private String headOn(String day) {
        return pedagogues()
                .headOf("191700013", LocalDate.parse(day))
                .map(head -> head.givenName() + (head.isActing() ? " stands in" : ""))
                .orElse("nobody");
    }

    @Test
    default void theHeadIsTheOneOfTheDayOrWhoStandsInForThem() {
        deliveries().deliver("institutions", "full");
        deliveries().deliver("pedagogues", "full");
        deliveries().deliver("pedagogues", "changes");

        assertThat(headOn("2020-07-31")).isEqualTo("nobody");
        assertThat(headOn("2020-08-01")).isEqualTo("Aldona");
        assertThat(headOn("2026-01-31")).isEqualTo("Aldona");
        assertThat(headOn("2026-02-01")).isEqualTo("Ramunė");
        assertThat(headOn("2026-02-10")).isEqualTo("Vytas stands in");
        assertThat(headOn("2026-02-20")).isEqualTo("Vytas stands in");
        assertThat(headOn("2026-02-21")).isEqualTo("Ramunė");
        assertThat(pedagogues().headOf("191700020", LocalDate.of(2026, 2, 1))).isEmpty();
    }

    @Test
    default void certificatesAreApprovedByWhoLeadsOnTheDayAndByNobodyElse() {
        deliveries().deliver("institutions", "full");
        deliveries().deliver("pedagogues", "full");
        deliveries().deliver("pedagogues", "changes");
        LocalDate day = LocalDate.of(2026, 2, 15);

        assertThat(pedagogues().mayApprove("191700013", "vytas.p", day)).isTrue();
        assertThat(pedagogues().mayApprove("191700013", "ramune.p", day)).isFalse();
        assertThat(pedagogues().mayApprove("191700013", "ramune.p", day.plusMonths(1)))
                .isTrue();
        assertThat(pedagogues().mayApprove("191700013", "aldona.p", day)).isFalse();
        // Whom messages cannot name approves nothing by a message.
        assertThat(pedagogues().headOf("191700038", day).flatMap(Head::userId)).isEmpty();
        assertThat(pedagogues().mayApprove("191700038", "juozas.p", day)).isFalse();
    }
}
