package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.byCode;
import static lt.mokiniai.register.bench.Asking.byRegisterId;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.form.RecordKind.ENROLMENT;
import static lt.mokiniai.register.form.RecordKind.IDENTITY;
import static lt.mokiniai.register.form.RecordKind.RESIDENCE;
import static lt.mokiniai.register.form.RecordKind.STAGE;
import static lt.mokiniai.register.form.RecordKind.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.load.Loading;
import lt.mokiniai.register.load.Pupils;
import lt.mokiniai.register.load.WrittenRecords;
import lt.mokiniai.wsdl.types.Enrolment;
import lt.mokiniai.wsdl.types.Outcome;
import org.junit.jupiter.api.Test;

/** What is told of students who were loaded (docs/decisions/0053). */
public interface LoadingRules {

    Bench bench();

    Loading loading();

    LocalDate OF_THE_YEAR = LocalDate.of(2025, 3, 1);

    @Test
    default void whoWasLoadedIsToldAsKnownAtEachTime() {
        String registerId = Numbers.registerId();

        assertThat(loading().load(Pupils.plain("k1", 1).set(IDENTITY, 0, "registerId", registerId)))
                .isEmpty();

        Instant corrected = OffsetDateTime.parse(Pupils.DECIDED).toInstant();
        assertThat(municipality(registerId, corrected.minusMillis(1))).isEqualTo(KAUNAS);
        assertThat(municipality(registerId, corrected)).isEqualTo(VILNIUS);
        Instant left = OffsetDateTime.parse(Pupils.LEFT).toInstant();
        assertThat(enrolled(registerId, left.minusMillis(1)))
                .extracting(Enrolment::getEnrolledTo)
                .containsOnlyNulls();
        assertThat(enrolled(registerId, left))
                .extracting(Enrolment::getEnrolledTo)
                .containsExactly(LocalDate.of(2025, 8, 31));
        assertThat(bench().student(
                                byRegisterId(registerId),
                                null,
                                OffsetDateTime.parse(Pupils.KNOWN).toInstant().minusMillis(1))
                        .getOutcome())
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().student(byCode(Pupils.code(1))).getOutcome()).isEqualTo(Outcome.FOUND);
    }

    @Test
    default void whatIsLoadedLaterChangesNoAnswerAsKnownBefore() {
        loading().load(Pupils.plain("k1", 1));
        Instant asked = bench().clock().instant();
        assertThat(bench().student(byCode(Pupils.code(2)), null, asked).getOutcome())
                .isEqualTo(Outcome.NOT_FOUND);
        bench().clock().set(asked.plusSeconds(60));

        WrittenRecords present = Pupils.plain("k2", 2);
        List.of(ENROLMENT, STAGE, RESIDENCE, WRITE).forEach(present::without);
        assertThat(loading().load(present.setAll("recordedAt", null))).isEmpty();

        bench().clock().set(asked.plusSeconds(120));
        assertThat(bench().student(byCode(Pupils.code(2)), null, asked).getOutcome())
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(bench().student(byCode(Pupils.code(2))).getOutcome()).isEqualTo(Outcome.FOUND);
    }

    private String municipality(String registerId, Instant knownAt) {
        return bench().student(byRegisterId(registerId), OF_THE_YEAR, knownAt)
                .getStudent()
                .getResidence()
                .getMunicipality();
    }

    private List<Enrolment> enrolled(String registerId, Instant knownAt) {
        return bench().enrolments(byRegisterId(registerId), request -> {
                    request.setValidOn(OF_THE_YEAR);
                    request.setKnownAt(knownAt);
                })
                .getEnrolment();
    }
}
