package lt.mokiniai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lt.mokiniai.intake.source.HeldRow;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.register.enrolments.closing.LicenceExpiry;
import lt.mokiniai.register.enrolments.rules.Offer;
import lt.mokiniai.register.enrolments.rules.Offers;
import lt.mokiniai.register.reference.Institutions;
import lt.mokiniai.wsdl.intake.InstitutionRecord;
import lt.mokiniai.wsdl.intake.LicenceRecord;
import org.junit.jupiter.api.Test;

/** What becomes of students when institutions close, licences end, and programmes have other state codes. */
interface SchoolRules {

    String SUCCESSOR = "191700013";
    String CLOSING = "191700020";
    String TRADE_SCHOOL = "191700038";
    String COOK = "T43101301";
    String COOK_ANEW = "T43101302";
    String BASIC = "201001901";

    /** The last days of the institution and of the licence in the deliveries 'end'. */
    LocalDate LAST_OF_SCHOOL = LocalDate.of(2026, 8, 31);

    LocalDate LAST_OF_LICENCE = LocalDate.of(2026, 5, 31);
    LocalDate BEGUN = LocalDate.of(2024, 9, 1);

    Deliveries deliveries();

    School school();

    Offers offers();

    Institutions institutions();

    LicenceExpiry expiry();

    private void given(String... registers) {
        for (String register : registers) {
            deliveries().deliver(register, "full");
        }
    }

    @SuppressWarnings("unchecked")
    private <R> R record(String register, String file, int place, Consumer<R> change) {
        SourceRegister<R> found = (SourceRegister<R>) deliveries().register(register);
        R record = DeliveredFile.of(found.description(), file).records().get(place);
        change.accept(record);
        return record;
    }

    @SuppressWarnings("unchecked")
    private <R> List<String> applied(String register, R record) {
        return deliveries().apply((SourceRegister<R>) deliveries().register(register), List.of(record));
    }

    @Test
    default void listsWhoIsEnrolledInAnInstitutionThatCloses() {
        given("institutions", "programmes");
        school().enrols(CLOSING, BASIC, BEGUN, null);
        school().enrols(CLOSING, BASIC, BEGUN, LAST_OF_SCHOOL);
        school().enrols(SUCCESSOR, BASIC, BEGUN, null);

        deliveries().deliver("institutions", "end");

        assertThat(school().all())
                .containsExactly("CLOSED_SCHOOL FOUNDER " + CLOSING + " " + SUCCESSOR + " " + LAST_OF_SCHOOL + " OPEN");
        deliveries().deliver("institutions", "end");
        assertThat(school().all()).hasSize(1);
    }

    @Test
    default void takesBackWhatWaitsWhenAnInstitutionStaysOpenOrClosesOnAnotherDay() {
        given("institutions", "programmes");
        school().enrols(CLOSING, BASIC, BEGUN, null);
        deliveries().deliver("institutions", "end");
        LocalDate later = LAST_OF_SCHOOL.plusYears(1);

        applied("institutions", this.<InstitutionRecord>record("institutions", "end", 0, told -> {
            told.setDeregistered(later);
            told.setSuccessor(null);
        }));
        assertThat(school().all())
                .containsExactly(
                        "CLOSED_SCHOOL FOUNDER " + CLOSING + " " + SUCCESSOR + " " + LAST_OF_SCHOOL + " WITHDRAWN",
                        "CLOSED_SCHOOL FOUNDER " + CLOSING + " null " + later + " OPEN");

        deliveries().deliver("institutions", "changes");
        assertThat(school().all()).allMatch(task -> task.endsWith("WITHDRAWN"));
        assertThat(institutions().find(CLOSING).orElseThrow().deregistered()).isNull();
    }

    @Test
    default void whatTheFounderToldOfAnEndStandsUntilItsRegisterTellsOne() {
        given("institutions");
        school().closes(institutions(), CLOSING, LAST_OF_SCHOOL.minusMonths(1));

        deliveries().deliver("institutions", "changes");
        assertThat(institutions().find(CLOSING).orElseThrow().deregistered()).isEqualTo(LAST_OF_SCHOOL.minusMonths(1));
        assertThat(institutions().isClosedBySource(CLOSING)).isFalse();

        deliveries().deliver("institutions", "end");
        assertThat(institutions().find(CLOSING).orElseThrow().deregistered()).isEqualTo(LAST_OF_SCHOOL);
        assertThat(institutions().isClosedBySource(CLOSING)).isTrue();
    }

    @Test
    default void anInstitutionIsKnownByItsFormerCode() {
        given("institutions");

        assertThat(offers().isKnown("1917001")).isTrue();
        assertThat(offers().isKnown("1917009")).isFalse();
        assertThat(institutions().formerly("1917001")).contains(SUCCESSOR);
    }

    @Test
    default void nobodyBeginsAfterTheLastDayOfALicence() {
        given("institutions", "programmes", "licences");
        assertThat(isLicensed(COOK, LAST_OF_LICENCE.plusDays(1))).isTrue();

        deliveries().deliver("licences", "end");

        assertThat(isLicensed(COOK, LAST_OF_LICENCE)).isTrue();
        assertThat(isLicensed(COOK, LAST_OF_LICENCE.plusDays(1))).isFalse();
    }

    private boolean isLicensed(String programme, LocalDate day) {
        Offer offer = offers().of(TRADE_SCHOOL, programme);
        return offer.licences().stream().anyMatch(licence -> licence.includes(day));
    }

    @Test
    default void listsWhoGoesOnToLearnWithoutALicence() {
        given("institutions", "programmes", "licences");
        school().enrols(TRADE_SCHOOL, COOK, BEGUN, null);
        school().enrols(TRADE_SCHOOL, COOK, BEGUN, LAST_OF_LICENCE.minusDays(1));
        school().enrols(TRADE_SCHOOL, COOK, BEGUN, LocalDate.of(2025, 6, 30));
        school().enrols(CLOSING, COOK, BEGUN, null);
        String waits = "NO_LICENCE FOUNDER " + TRADE_SCHOOL + " null " + LAST_OF_LICENCE;

        deliveries().deliver("licences", "end");
        assertThat(school().all()).containsExactly(waits + " OPEN");

        applied("licences", this.<LicenceRecord>record("licences", "end", 0, told -> told.setTo(null)));
        assertThat(school().all()).containsExactly(waits + " WITHDRAWN");
    }

    @Test
    default void whoeverDecidesEndsAnEnrolmentWithoutALicenceOrLetsItGoOn() {
        given("institutions", "programmes", "licences");
        String first = school().enrols(TRADE_SCHOOL, COOK, BEGUN, null);
        deliveries().deliver("licences", "end");
        school().decides("ACCEPT", null);
        assertThat(school().lastDay(first)).contains(LAST_OF_LICENCE);

        String second = school().enrols(TRADE_SCHOOL, COOK, BEGUN, null);
        again();
        school().decides("OBJECT", null);
        assertThat(school().lastDay(second)).isEmpty();

        String third = school().enrols(TRADE_SCHOOL, COOK, BEGUN, null);
        again();
        assertThat(school().all()).filteredOn(task -> task.endsWith("OPEN")).hasSize(1);
        school().decides("CORRECT", LAST_OF_LICENCE.plusMonths(1));
        assertThat(school().lastDay(third)).contains(LAST_OF_LICENCE.plusMonths(1));
        assertThat(school().lastDay(second)).isEmpty();
    }

    @Test
    default void listsWhoGoesOnWhenALastDayComesThatWasToldLongBefore() {
        given("institutions", "programmes", "licences");
        applied("licences", this.<LicenceRecord>record("licences", "end", 0, told -> told.setTo(LAST_OF_LICENCE)));
        school().enrols(TRADE_SCHOOL, COOK, BEGUN, null);

        school().isOn(LAST_OF_LICENCE);
        assertThat(expiry().list()).isZero();
        school().isOn(LAST_OF_LICENCE.plusDays(1));
        assertThat(expiry().list()).isOne();
        assertThat(expiry().list()).isZero();
        assertThat(school().all())
                .containsExactly("NO_LICENCE FOUNDER " + TRADE_SCHOOL + " null " + LAST_OF_LICENCE + " OPEN");
    }

    /** The licence begins a day earlier each time: something of it changes, and its end does not. */
    private void again() {
        applied(
                "licences",
                this.<LicenceRecord>record(
                        "licences",
                        "end",
                        0,
                        told -> told.setFrom(
                                told.getFrom().minusDays(school().all().size()))));
    }

    @Test
    default void aProgrammeHasTwoStateCodesAndAnEnrolmentKeepsItsOwn() {
        given("institutions", "programmes", "licences");
        String begun = school().enrols(TRADE_SCHOOL, COOK, BEGUN, null);

        deliveries().deliver("programmes", "changes");
        deliveries().deliver("programmes", "correction");

        assertThat(school().programme(begun)).isEqualTo(COOK);
        // The licence is for the programme, by whichever of its codes.
        assertThat(isLicensed(COOK_ANEW, LocalDate.of(2026, 9, 1))).isTrue();
        assertThat(offers().of(TRADE_SCHOOL, COOK).programme().to()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(offers().of(TRADE_SCHOOL, COOK_ANEW).programme().to()).isNull();
        String second = school().enrols(TRADE_SCHOOL, COOK_ANEW, LocalDate.of(2026, 2, 1), null);
        deliveries().deliver("licences", "end");
        assertThat(school().all()).hasSize(2);
        assertThat(school().lastDay(second)).isEmpty();
    }

    @Test
    default void tellsWhatIsHeldAndWhatADeliveryWouldEnd() {
        given("institutions", "programmes", "licences", "pedagogues");

        assertThat(held("institutions"))
                .containsExactly(SUCCESSOR, SUCCESSOR + "-1", CLOSING, TRADE_SCHOOL, "LM170001");
        assertThat(held("programmes")).containsExactly("PR-0901", "PR-0902", "PR-0903");
        assertThat(held("licences")).containsExactly("L-001/" + COOK, "L-002/" + COOK);
        assertThat(held("pedagogues")).containsExactly("PA-1", "PA-2", "PA-3", "PA-4");
        assertThat(ended("institutions")).containsExactly(CLOSING, "LM170001");
        assertThat(ended("programmes")).containsExactly("PR-0903");
        assertThat(ended("licences")).containsExactly("L-001/" + COOK);
        assertThat(ended("pedagogues")).containsExactly("PA-3", "PA-4");
        deliveries().deliver("pedagogues", "end");
        assertThat(ended("pedagogues")).isEmpty();
    }

    private List<String> held(String register) {
        List<String> keys = new ArrayList<>();
        deliveries().register(register).mapper().held(row -> keys.add(row.key()));
        return keys;
    }

    private List<String> ended(String register) {
        return ended(deliveries().register(register));
    }

    private static <R> List<String> ended(SourceRegister<R> register) {
        return DeliveredFile.of(register.description(), "end").records().stream()
                .flatMap(record -> register.mapper().ends(record).stream())
                .map(HeldRow::key)
                .toList();
    }
}
