package lt.mokiniai.register.students.writes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonFact;
import lt.mokiniai.register.students.writes.StudentGroups.Manner;

/**
 * What is believed of a person in one line of facts, of which no two hold on one day: a change holds until the next that is
 * known; a correction holds on the days of what was wrong.
 *
 * @param facts in the order of their days
 * @param manner how it is told
 * @param path of the element that tells it
 */
record FactLine<F extends PersonFact>(History history, List<F> facts, Manner manner, String path) {

    /** The line of these facts of a kind. */
    static <F extends PersonFact> FactLine<F> of(
            History history, Class<F> kind, Predicate<F> ofLine, Manner manner, String path) {
        List<F> facts =
                history.believed(kind, history.person()).stream().filter(ofLine).toList();
        return new FactLine<>(history, facts, manner, path);
    }

    /** What is believed of a day. */
    Optional<F> on(LocalDate day) {
        return facts.stream().filter(fact -> fact.term().includes(day)).findFirst();
    }

    /** Tells what holds from a day on, or what is right of it. */
    void tell(LocalDate day, F told) {
        tell(day, Term.since(day), told);
    }

    /**
     * Tells what holds on days, or what is right of one of them.
     *
     * @param day the one
     * @param days on which it holds where nothing is believed of the day: those around it of which nothing is
     */
    void tell(LocalDate day, Term days, F told) {
        Optional<F> before = on(day);
        if (before.isPresent()) {
            if (!before.get().saysAs(told)) {
                replace(before.get(), told, day);
            }
        } else if (history.requires(!manner.isCorrection(), path + "/from", ExchangeError.NO_SUCH_PART)) {
            history.asserts(told, free(day, days));
        }
    }

    /** Tells that there is nothing any more from a day on, or that there never was what is believed of it. */
    void end(LocalDate day) {
        Optional<F> before = on(day);
        if (history.requires(before.isPresent(), path + "/from", ExchangeError.NO_SUCH_PART)) {
            F ended = before.orElseThrow();
            if (isGivenUp(ended, day)) {
                if (manner.mayGiveUp(history, ended, path + "/from")) {
                    history.strikes(ended);
                }
            } else {
                history.ends(ended, day.minusDays(1));
            }
        }
    }

    private void replace(F before, F told, LocalDate day) {
        if (isGivenUp(before, day)) {
            if (manner.mayGiveUp(history, before, path + "/from")) {
                history.corrects(before, told);
            }
        } else {
            history.changes(before, told, day);
        }
    }

    private boolean isGivenUp(F fact, LocalDate day) {
        return manner.isCorrection() || fact.term().from().equals(day);
    }

    private Term free(LocalDate day, Term days) {
        LocalDate first = days.from();
        LocalDate last = days.to();
        for (F fact : facts) {
            Term term = fact.term();
            if (term.from().isAfter(day)) {
                LocalDate before = term.from().minusDays(1);
                last = last == null || before.isBefore(last) ? before : last;
            } else if (term.to() != null && !term.to().isBefore(first)) {
                first = term.to().plusDays(1);
            }
        }
        return new Term(first, last);
    }

    /** What an institution recorded on the day on which it writes again: it may still tell it otherwise. */
    record OwnOfToday(String institution, Instant since) {

        static OwnOfToday of(Scope scope, LocalDate today) {
            return new OwnOfToday(
                    scope.writing().provenance().institution(),
                    today.atStartOfDay(Dates.ZONE).toInstant());
        }

        boolean includes(History history, Fact fact) {
            return history.isRecordedBy(institution, since, fact);
        }
    }
}
