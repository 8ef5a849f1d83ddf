package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.register.bench.TestProvenance;
import lt.mokiniai.register.enrolments.registrations.NotEnrolledStudents.Registration;
import org.junit.jupiter.api.Test;

/** Who was registered and never enrolled is told to the operator (docs/quickstart-operator.md, 'Students who are not enrolled'). */
public interface NotEnrolledRules {

    int ALL = 100;

    LocalDate BEGINNING = LocalDate.of(2020, 9, 1);

    Bench bench();

    @Test
    default void whoWasRegisteredAndNotEnrolledIsListedByDayWithTheInstitution() {
        Instant now = bench().clock().instant();
        bench().clock().set(now.minus(Duration.ofDays(31)));
        String first = bench().registers();
        bench().clock().set(now.minus(Duration.ofDays(30)).plusSeconds(5));
        String second = bench().registers();
        bench().clock().set(now);

        assertThat(bench().notEnrolled().before(now.minus(Duration.ofDays(30)), ALL))
                .extracting(Registration::registerId, Registration::institution)
                .containsExactly(tuple(first, Optional.of(TestProvenance.PROVENANCE.institution())));
        assertThat(bench().notEnrolled().before(now.minus(Duration.ofDays(29)), ALL))
                .extracting(Registration::registerId)
                .containsExactly(first, second);
        assertThat(bench().notEnrolled().before(now, 1)).hasSize(1);
        assertThat(bench().notEnrolled().count(now, ALL)).isEqualTo(2);
        assertThat(bench().notEnrolled().count(now, 1)).isOne();
        assertThat(bench().notEnrolled().count(now.minus(Duration.ofDays(32)), ALL))
                .isZero();
    }

    @Test
    default void whoIsOrWasEnrolledIsNotListedAndWhoNeverWasIs() {
        bench().has(aPerson().studying(at(SCHOOL)));
        bench().has(aPerson().studying(at(SCHOOL).from(BEGINNING).to(BEGINNING.plusDays(9))));
        StoredStudent taken = bench().has(aPerson());
        StoredStudent struck = bench().has(aPerson()
                .studying(at(SCHOOL)
                        .believed(Instant.parse("2026-01-01T10:00:00Z"), Instant.parse("2026-02-01T10:00:00Z"))));
        Instant now = bench().clock().instant();
        assertThat(bench().notEnrolled().before(now, ALL))
                .extracting(Registration::registerId, Registration::institution)
                .containsExactlyInAnyOrder(
                        tuple(taken.registerId(), Optional.empty()), tuple(struck.registerId(), Optional.empty()));
        assertThat(bench().notEnrolled().count(now, ALL)).isEqualTo(2);
    }

    @Test
    default void theMeterTellsTheNumberOfThoseOfMoreThanThirtyDays() {
        Instant now = bench().clock().instant();
        bench().clock().set(now.minus(Duration.ofDays(31)));
        bench().registers();
        bench().clock().set(now);
        bench().registers();
        assertThat(bench().notEnrolledByTheMeter()).isEqualTo(1);
    }
}
