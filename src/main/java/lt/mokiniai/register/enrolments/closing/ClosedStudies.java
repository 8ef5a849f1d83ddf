package lt.mokiniai.register.enrolments.closing;

import java.time.LocalDate;
import java.util.List;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.register.enrolments.EnrolmentReliance;
import lt.mokiniai.register.enrolments.facts.EnrolmentInterruption;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.Leaving;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.rules.EnrolmentParts;
import lt.mokiniai.register.enrolments.rules.EnrolmentRules;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.RegisterIds;
import lt.mokiniai.register.history.Term;
import org.springframework.stereotype.Component;

/**
 * Ends an enrolment in an institution that closes, or has it go on at the successor: in the same programme, class and way of
 * learning, under the same learning contract, with the stages and the interruption that are still to come. What was to begin
 * after the last day never began there.
 */
@Component
class ClosedStudies {

    private final EnrolmentParts parts;
    private final EnrolmentRules rules;
    private final List<EnrolmentReliance> reliances;

    ClosedStudies(EnrolmentParts parts, EnrolmentRules rules, List<EnrolmentReliance> reliances) {
        this.parts = parts;
        this.rules = rules;
        this.reliances = reliances;
    }

    /** Tells whether an enrolment goes on after a day. */
    static boolean goesOn(History history, RegisteredEnrolment enrolment, LocalDate day) {
        LocalDate to = enrolment.term(history).term().to();
        return to == null || to.isAfter(day);
    }

    /** Carries it out; a rule that it breaks is told to the history. */
    void carryOut(History history, RegisteredEnrolment enrolment, Closing closing) {
        if (closing.successor().isPresent()) {
            move(history, enrolment, closing, closing.successor().get());
        } else {
            end(history, enrolment, closing);
        }
        reliances.forEach(
                reliance -> history.requires(reliance.isKept(history, enrolment), "lastDay", reliance.broken()));
    }

    private static void end(History history, RegisteredEnrolment enrolment, Closing closing) {
        if (enrolment.term(history).term().from().isAfter(closing.lastDay())) {
            enrolment.strike(history);
        } else {
            String leftTo = closing.successor().map(InstitutionCode::value).orElse(null);
            enrolment.withdraw(history, closing.lastDay(), new Leaving(closing.reason(), leftTo));
        }
    }

    private void move(History history, RegisteredEnrolment enrolment, Closing closing, InstitutionCode successor) {
        EnrolmentTerm before = enrolment.term(history);
        LocalDate first = later(closing.lastDay().plusDays(1), before.term().from());
        List<EnrolmentStage> stages = enrolment.stages(history).stream()
                .filter(stage -> goesOn(stage.term(), first))
                .toList();
        List<EnrolmentInterruption> interruptions = history.believed(EnrolmentInterruption.class, enrolment).stream()
                .filter(interruption -> goesOn(interruption.term(), first))
                .toList();
        end(history, enrolment, closing);
        parts.offer(successor.value(), enrolment.programme()).requireOn(history, first, "successor", "successor");
        RegisteredEnrolment next =
                new RegisteredEnrolment(history.person(), RegisterIds.next(), successor, enrolment.programme());
        next.begin(
                history,
                Term.since(first),
                before.goingOn(next, first),
                stages.get(0).content());
        stages.stream()
                .skip(1)
                .forEach(stage -> next.learns(
                        history, stage.term().from(), stage.content().whole()));
        interruptions.forEach(interruption -> next.interrupt(
                history,
                new Term(
                        later(first, interruption.term().from()),
                        interruption.term().to()),
                interruption.reason()));
        rules.requireNoOverlap(history, next, "successor");
    }

    private static boolean goesOn(Term term, LocalDate first) {
        return term.to() == null || !term.to().isBefore(first);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
