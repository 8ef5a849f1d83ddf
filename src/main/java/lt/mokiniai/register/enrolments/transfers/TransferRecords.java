package lt.mokiniai.register.enrolments.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Provenance;
import lt.mokiniai.register.enrolments.EnrolmentReliance;
import lt.mokiniai.register.enrolments.facts.EnrolmentInterruption;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.Leaving;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.rules.EnrolmentParts;
import lt.mokiniai.register.enrolments.rules.EnrolmentRules;
import lt.mokiniai.register.enrolments.rules.Offer;
import lt.mokiniai.register.enrolments.transfers.Transfers.Place;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.HistoryStore;
import lt.mokiniai.register.history.Person;
import lt.mokiniai.register.history.RegisterIds;
import lt.mokiniai.register.history.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records transfers in the enrolments of their students: all of one in one unit of work, which the asker's message is the source of. */
@Component
class TransferRecords {

    /** Of the list LEAVING_REASON. */
    private static final String MOVED = "TRANSFER";

    private final HistoryStore store;
    private final Transfers transfers;
    private final EnrolmentParts parts;
    private final EnrolmentRules rules;
    private final List<EnrolmentReliance> reliances;

    TransferRecords(
            HistoryStore store,
            Transfers transfers,
            EnrolmentParts parts,
            EnrolmentRules rules,
            List<EnrolmentReliance> reliances) {
        this.store = store;
        this.transfers = transfers;
        this.parts = parts;
        this.rules = rules;
        this.reliances = reliances;
    }

    /**
     * Records a transfer that was confirmed: the former enrolment ends on the day before the other begins. Where a rule does not
     * allow it any more, nothing is recorded, and the transfer has failed.
     */
    void carryOut(Transfer transfer) {
        try {
            Place former = transfers.place(transfer.formerId);
            Begun begun = store.change(transfer.personId, transfer.asker(), history -> {
                transfer.warnings().forEach(history::overrules);
                find(history, former)
                        .filter(enrolment -> lasts(history, enrolment, transfer.enrolledFrom))
                        .ifPresent(enrolment -> end(history, enrolment, transfer));
                return new Begun(begin(history, transfer, former), history.person());
            });
            transfer.done(
                    transfers.number(begun.enrolment().registerId(), transfer.personId),
                    begun.person().lastRecordedAt().orElseThrow());
        } catch (ExchangeException broken) {
            // The store tells of it before it writes anything.
            transfer.failed(broken.error());
        }
    }

    /**
     * What was recorded.
     *
     * @param person who knows at what time it was
     */
    private record Begun(RegisteredEnrolment enrolment, Person person) {}

    private static Optional<RegisteredEnrolment> find(History history, Place enrolment) {
        return RegisteredEnrolment.find(history, enrolment.enrolmentId());
    }

    private static boolean lasts(History history, RegisteredEnrolment enrolment, LocalDate day) {
        LocalDate last = enrolment.term(history).term().to();
        return last == null || !last.isBefore(day);
    }

    /** Ends an enrolment because of a transfer, also one whose end was known for later. */
    private void end(History history, RegisteredEnrolment former, Transfer transfer) {
        EnrolmentTerm term = former.term(history);
        LocalDate last = transfer.enrolledFrom.minusDays(1);
        if (history.requires(!last.isBefore(term.term().from()), "enrolledFrom", ExchangeError.OUTSIDE_ENROLMENT)) {
            former.correctTerm(
                    history,
                    term.left(new Leaving(MOVED, transfer.institution.value())),
                    term.term().until(last));
            EnrolmentReliance.requireKept(reliances, history, former, "enrolledFrom");
        }
    }

    private RegisteredEnrolment begin(History history, Transfer transfer, Place former) {
        Offer offer = parts.offer(transfer.institution.value(), transfer.programme);
        offer.requireOn(history, transfer.enrolledFrom, "institution", "programme");
        RegisteredEnrolment begun =
                new RegisteredEnrolment(history.person(), RegisterIds.next(), transfer.institution, transfer.programme);
        EnrolmentTerm content = new EnrolmentTerm(
                begun,
                transfer.unit,
                transfer.expectedEnd,
                transfer.contract,
                former.institution().value());
        begun.begin(history, Term.since(transfer.enrolledFrom), content, transfer.begins());
        rules.requireNoOverlap(history, begun, "enrolledFrom");
        return begun;
    }

    /**
     * Strikes a transfer that was recorded: it never was. The former enrolment stands again, with the stages and interruptions that
     * it had; what its school recorded of it since stays.
     *
     * @param reason code list CORRECTION_REASON
     * @throws ExchangeException of the rules that it breaks: something relies on the enrolment that begun, or the student has
     *     another one meanwhile
     */
    void strike(Transfer transfer, String reason, Provenance by) {
        store.change(transfer.personId, by, history -> {
            transfers.refresh(transfer);
            if (!transfer.is(TransferState.DONE)) {
                throw TransferWithdrawals.over();
            }
            history.becauseOf(reason);
            long number = Objects.requireNonNull(transfer.begunId, "it is recorded");
            if (transfers.wentOver(number) || transfers.wentOver(transfer.formerId)) {
                // Records were merged since: what the transfer wrote is of another row.
                throw TransferWithdrawals.over();
            }
            find(history, transfers.place(number)).ifPresent(begun -> {
                begun.strike(history);
                EnrolmentReliance.requireKept(reliances, history, begun, "transferId");
            });
            find(history, transfers.place(transfer.formerId)).ifPresent(former -> {
                standAgain(history, former, Objects.requireNonNull(transfer.doneAt, "it is recorded"));
                rules.requireNoOverlap(history, former, "transferId");
            });
            return transfer;
        });
        transfer.takenBack(TransferState.STRUCK, reason);
    }

    /** Gives an enrolment back what a unit of work gave up of it at a time. Nothing was, where it had ended before. */
    private void standAgain(History history, RegisteredEnrolment former, Instant time) {
        Optional<EnrolmentTerm> before =
                transfers.givenUp(EnrolmentTerm.class, former, time).stream().findFirst();
        if (before.isEmpty()) {
            return;
        }
        EnrolmentTerm ended = former.term(history);
        LocalDate last = ended.term().to();
        former.correctTerm(
                history,
                ended.left(before.get().leaving()),
                new Term(ended.term().from(), before.get().term().to()));
        transfers.givenUp(EnrolmentStage.class, former, time).stream()
                .filter(stage -> isAfter(stage.term(), last))
                .forEach(stage -> former.learns(history, stage.term().from(), stage.change()));
        transfers
                .givenUp(EnrolmentInterruption.class, former, time)
                .forEach(interruption -> interruptAgain(history, former, interruption));
    }

    private static boolean isAfter(Term term, @Nullable LocalDate last) {
        return last != null && term.from().isAfter(last);
    }

    /** An interruption that was cut short is as long again, one that was given up is there again. */
    private static void interruptAgain(History history, RegisteredEnrolment former, EnrolmentInterruption before) {
        Term days = before.term();
        Optional<EnrolmentInterruption> shorter = history.believed(EnrolmentInterruption.class, former).stream()
                .filter(each -> each.term().from().equals(days.from()))
                .findFirst();
        if (shorter.isPresent()) {
            history.dates(shorter.get(), days);
        } else {
            former.interrupt(history, days, before.reason());
        }
    }

    /** Ends the former enrolment again, as a transfer had that was struck: the student is at no school of it. */
    void endAgain(Transfer transfer, Provenance by) {
        store.change(transfer.personId, by, history -> {
            find(history, transfers.place(transfer.formerId))
                    .filter(former -> lasts(history, former, transfer.enrolledFrom))
                    .ifPresent(former -> end(history, former, transfer));
            return transfer;
        });
    }
}
