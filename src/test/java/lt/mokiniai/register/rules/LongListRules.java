package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.Asking.byCode;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.TestProvenance.PROVENANCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.register.bench.Asking;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.students.facts.PersonResidence;
import org.junit.jupiter.api.Test;

/**
 * Lists of more values than Oracle 19 takes in one (1,000, ORA-01795), wherever the register asks about a list. H2 and PostgreSQL
 * take longer ones: there the statements are looked at ({@code H2RegisterTests}).
 */
public interface LongListRules {

    /** One more than a list holds. */
    int MANY = 1001;

    Bench bench();

    @Test
    default void moreStudentsThanAListHoldsAreAskedAboutAndWrittenAtOnce() {
        List<String> codes = new ArrayList<>();
        List<StoredStudent> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            codes.add(Numbers.personalCode());
            all.add(bench().has(aPerson()
                    .code(codes.get(i))
                    .livingIn(VILNIUS)
                    .studying(at(SCHOOL).level(8).className("8A"))));
        }
        List<Long> numbers = all.stream().map(StoredStudent::number).toList();
        List<String> registerIds = all.stream().map(StoredStudent::registerId).toList();

        bench().within(everything().atMost(MANY));
        assertThat(bench().resolve(all.stream().map(Asking::by).toList()).getResult())
                .hasSize(MANY)
                .allMatch(result -> result.getStudent() != null);
        assertThat(bench().resolve(codes.stream().map(Asking::byCode).toList()).getResult())
                .hasSize(MANY)
                .allMatch(result -> result.getStudent() != null);

        bench().within(everything().naming(registerIds));
        assertThat(bench().student(by(all.get(0))).getStudent()).isNotNull();
        assertThat(bench().student(byCode(codes.get(MANY - 1))).getStudent()).isNotNull();

        // Residences of all, enrolments of all, terms of all enrolments: three lists, and one of the rows that are
        // locked.
        assertThat(bench().<Integer>writes(store -> store.changeAll(
                        numbers,
                        PROVENANCE,
                        histories -> histories.all().stream()
                                .mapToInt(history -> history.believed(PersonResidence.class, history.person())
                                                .size()
                                        + history.owned(RegisteredEnrolment.class).stream()
                                                .mapToInt(enrolment -> history.believed(EnrolmentTerm.class, enrolment)
                                                        .size())
                                                .sum())
                                .sum())))
                .isEqualTo(2 * MANY);
    }

    @Test
    default void aContractMayNameMoreOfAnythingThanAListHolds() {
        StoredStudent student = bench().has(aPerson().livingIn(VILNIUS).studying(at(SCHOOL)));
        String[] schools = Stream.concat(
                        Stream.of(SCHOOL),
                        IntStream.range(0, MANY)
                                .mapToObj(i -> LegalEntityCode.completing("%08d".formatted(30000000 + i)))
                                .map(LegalEntityCode::value))
                .toArray(String[]::new);
        String[] places = Stream.concat(
                        Stream.of(VILNIUS), IntStream.range(0, MANY).mapToObj(i -> "M" + i))
                .toArray(String[]::new);

        bench().within(everything().studyingAt(schools));
        assertThat(bench().student(by(student)).getStudent()).isNotNull();
        bench().within(everything().livingIn(places));
        assertThat(bench().student(by(student)).getStudent()).isNotNull();
        bench().within(everything()
                .studyingIn(Stream.concat(Stream.of("19", "13"), Stream.of(places))
                        .distinct()
                        .toArray(String[]::new)));
        assertThat(bench().student(by(student)).getStudent()).isNotNull();
    }
}
