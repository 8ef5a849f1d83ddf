package lt.mokiniai.register.students.writes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonFact;

/**
 * What is believed of a person in one line of facts, of which no two hold on one day: a change holds until the next that is
 * known; a correction holds on the days of what was wrong.
 *
 * @param facts in the order of their days
 * @param isCorrection whether what is told corrects what is believed
 * @param path of the element that tells it
 */
record FactLine<F extends PersonFact>(History history, List<F> facts, boolean isCorrection, String path) {

    /** The line of these facts of a kind. */
    static <F extends PersonFact> FactLine<F> of(
            History history, Class<F> kind, Predicate<F> ofLine, boolean isCorrection, String path) {
        List<F> facts =
                history.believed(kind, history.person()).stream().filter(ofLine).toList();
        return new FactLine<>(history, facts, isCorrection, path);
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
        } else if (history.requires(!isCorrection, path + "/from", ExchangeError.NO_SUCH_PART)) {
            history.asserts(told, free(day, days));
        }
    }

    /** Tells that there is nothing any more from a day on, or that there never was what is believed of it. */
    void end(LocalDate day) {
        Optional<F> before = on(day);
        if (history.requires(before.isPresent(), path + "/from", ExchangeError.NO_SUCH_PART)) {
            F ended = before.orElseThrow();
            if (isCorrection || ended.term().from().equals(day)) {
                history.strikes(ended);
            } else {
                history.ends(ended, day.minusDays(1));
            }
        }
    }

    private void replace(F before, F told, LocalDate day) {
        if (isCorrection || before.term().from().equals(day)) {
            history.corrects(before, told);
        } else {
            history.changes(before, told, day);
        }
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
}
