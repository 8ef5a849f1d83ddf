package lt.mokiniai.register.enrolments.transfers;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.enrolments.facts.ContractReference;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.history.RegisterIds;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that a school asked for: what the enrolment there will be, and what became of it. It is no fact, it becomes some
 * when it is confirmed. Whoever changes it has its open task closed, or the row of its student locked.
 */
@Entity
class Transfer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "transfer_seq")
    @SequenceGenerator(name = "transfer_seq", sequenceName = "transfer_seq", allocationSize = 50)
    @Nullable
    Long id;

    String transferId;

    /** The internal number of the student. Numbers stand here, since what they lead to is locked before it is read. */
    long personId;

    /** The internal number of the enrolment that ends. */
    long formerId;

    /** The internal number of the enrolment that begins; nothing before it is confirmed. */
    @Nullable
    Long begunId;

    InstitutionCode institution;

    String programme;

    LocalDate enrolledFrom;

    @Nullable
    LocalDate expectedEnd;

    @Nullable
    String unit;

    @Embedded
    ContractReference contract;

    /** Nothing where no column of it holds a value. */
    @Embedded
    @Nullable
    StageContent stage;

    /** The codes of the warnings that were overruled, with a space between each two. */
    @Nullable
    String overruled;

    String receipt;

    String operation;

    String party;

    String askedBy;

    @Nullable
    String userId;

    @Enumerated(EnumType.STRING)
    TransferState state;

    /** The task by which it was asked for. */
    String firstTask;

    /** The task that it waits for, or waited for last. */
    String lastTask;

    /** The time at which it was recorded. */
    @Nullable
    Instant doneAt;

    /** The code of the rule that did not allow it. */
    @Nullable
    String problem;

    /** Why it was taken back (code list CORRECTION_REASON). */
    @Nullable
    String reason;

    protected Transfer() {}

    /**
     * What a school asks for.
     *
     * @param institution where the student shall learn
     * @param programme its state code
     * @param enrolledFrom the first day there
     * @param unit the part of the institution
     * @param stage how the student begins to learn
     */
    record Asked(
            InstitutionCode institution,
            String programme,
            LocalDate enrolledFrom,
            @Nullable LocalDate expectedEnd,
            @Nullable String unit,
            ContractReference contract,
            StageContent stage) {}

    /**
     * A transfer that waits.
     *
     * @param person the internal number of the student
     * @param former the internal number of the enrolment that ends
     * @param overruled the codes of the warnings that were overruled
     * @param by the message that asks
     * @param task the identifier of the task that it waits for
     */
    Transfer(long person, long former, Asked asked, List<String> overruled, Provenance by, String task) {
        this.transferId = RegisterIds.next();
        this.personId = person;
        this.formerId = former;
        this.institution = asked.institution();
        this.programme = asked.programme();
        this.enrolledFrom = asked.enrolledFrom();
        this.expectedEnd = asked.expectedEnd();
        this.unit = asked.unit();
        this.contract = asked.contract();
        this.stage = asked.stage();
        this.overruled = overruled.isEmpty() ? null : String.join(" ", overruled);
        this.receipt = by.receipt();
        this.operation = by.operation();
        this.party = by.party();
        this.askedBy = by.institution();
        this.userId = by.userId().orElse(null);
        this.state = TransferState.WAITING;
        this.firstTask = task;
        this.lastTask = task;
    }

    /** The message that asked: what is recorded of the student when it is confirmed comes from it. */
    Provenance asker() {
        return new Provenance(receipt, operation, party, askedBy, Optional.ofNullable(userId));
    }

    /** How the student begins to learn. */
    StageContent begins() {
        return stage == null ? StageContent.NONE : stage;
    }

    /** The warnings that were overruled. */
    List<ExchangeError> warnings() {
        return overruled == null
                ? List.of()
                : Stream.of(overruled.split(" "))
                        .flatMap(code -> ExchangeError.of(code).stream())
                        .toList();
    }

    boolean is(TransferState other) {
        return state == other;
    }

    /** Whether it waits for somebody. */
    boolean isWaiting() {
        return is(TransferState.WAITING) || is(TransferState.OBJECTED);
    }

    /** Waits for another task. */
    void waitsFor(String task) {
        lastTask = task;
    }

    void objected() {
        state = TransferState.OBJECTED;
    }

    void refused() {
        state = TransferState.REFUSED;
    }

    /** It is recorded at a time: the enrolment of a number has begun. */
    void done(long enrolment, Instant time) {
        state = TransferState.DONE;
        begunId = enrolment;
        doneAt = time;
    }

    /** A rule did not allow it any more. */
    void failed(ExchangeError rule) {
        state = TransferState.FAILED;
        problem = rule.code();
    }

    /** The school that asked took it back: while it waited, or after it was recorded. */
    void takenBack(TransferState how, String correctionReason) {
        state = how;
        reason = correctionReason;
    }
}
