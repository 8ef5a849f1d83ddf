package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.Set;
import lt.mokiniai.register.history.Fact;
import org.jspecify.annotations.Nullable;

/** Since when and until when a student is enrolled, and what began and ended it. There is one of an enrolment. */
@Entity
public class EnrolmentTerm extends EnrolmentFact {

    @Nullable
    String unit;

    @Nullable
    LocalDate expectedEnd;

    @Embedded
    @Nullable
    ContractReference contract;

    @Nullable
    String cameFrom;

    @Embedded
    @Nullable
    Leaving leaving;

    protected EnrolmentTerm() {}

    private EnrolmentTerm(
            RegisteredEnrolment enrolment,
            @Nullable String unit,
            @Nullable LocalDate expectedEnd,
            @Nullable ContractReference contract,
            @Nullable String cameFrom,
            @Nullable Leaving leaving) {
        super(enrolment);
        this.unit = unit;
        this.expectedEnd = expectedEnd;
        this.contract = contract;
        this.cameFrom = cameFrom;
        this.leaving = leaving;
    }

    /**
     * The term of an enrolment that nobody left.
     *
     * @param unit the part of the institution
     * @param contract the learning contract
     * @param cameFrom the institution or the country that the student came from
     */
    public EnrolmentTerm(
            RegisteredEnrolment enrolment,
            @Nullable String unit,
            @Nullable LocalDate expectedEnd,
            @Nullable ContractReference contract,
            @Nullable String cameFrom) {
        this(enrolment, unit, expectedEnd, contract, cameFrom, null);
    }

    /**
     * Gives the term of another enrolment, in which the study goes on elsewhere under the same contract.
     *
     * @param first its first day; an end that was expected before is not expected any more
     */
    public EnrolmentTerm goingOn(RegisteredEnrolment next, LocalDate first) {
        return new EnrolmentTerm(
                next,
                null,
                isExpectedToEndBefore(first) ? null : expectedEnd,
                contract,
                owner().institution().value());
    }

    /** Gives the same term, which ended so. */
    public EnrolmentTerm left(@Nullable Leaving how) {
        return new EnrolmentTerm(owner(), unit, expectedEnd, contract, cameFrom, how);
    }

    /**
     * Gives the term as it is right: what is not told stays as it was.
     *
     * @param cleared the names of the values that there are none of: unit, expectedEnd, learningContract, cameFrom
     */
    public EnrolmentTerm corrected(
            @Nullable String rightUnit,
            @Nullable LocalDate rightExpectedEnd,
            @Nullable ContractReference rightContract,
            @Nullable String rightCameFrom,
            @Nullable Leaving rightLeaving,
            Set<String> cleared) {
        return new EnrolmentTerm(
                owner(),
                cleared.contains("unit") || rightUnit != null ? rightUnit : unit,
                cleared.contains("expectedEnd") || rightExpectedEnd != null ? rightExpectedEnd : expectedEnd,
                cleared.contains("learningContract") || rightContract != null ? rightContract : contract,
                cleared.contains("cameFrom") || rightCameFrom != null ? rightCameFrom : cameFrom,
                rightLeaving);
    }

    /** The learning contract; nothing where none is told. */
    public @Nullable ContractReference contract() {
        return contract;
    }

    /** How the student left; nothing where nobody did. */
    public @Nullable Leaving leaving() {
        return leaving;
    }

    /** Whether it is expected to end before a day. */
    boolean isExpectedToEndBefore(LocalDate day) {
        return expectedEnd != null && expectedEnd.isBefore(day);
    }

    @Override
    protected boolean contradicts(Fact other) {
        return true;
    }

    @Override
    protected EnrolmentTerm again() {
        return left(leaving);
    }
}
