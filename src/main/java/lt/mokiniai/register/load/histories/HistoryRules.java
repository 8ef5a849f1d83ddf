package lt.mokiniai.register.load.histories;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.certificates.facts.StateOfCertificate;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.enrolments.rules.EnrolmentRules;
import lt.mokiniai.register.enrolments.rules.EnrolmentRules.Expectation;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.results.facts.EnrolmentResult;
import lt.mokiniai.register.students.facts.PersonIdentity;

/** Looks whether what is believed at a time of a history can be true together. */
final class HistoryRules {

    private final LoadRules rules;
    private final EnrolmentRules enrolmentRules;
    private final StudentFindings findings;
    private final Collection<TimedFact> facts;
    private final Collection<LoadedEnrolment> enrolments;

    HistoryRules(
            LoadRules rules,
            StudentFindings findings,
            Collection<TimedFact> facts,
            Collection<LoadedEnrolment> enrolments) {
        this.rules = rules;
        this.enrolmentRules = rules.enrolments();
        this.findings = findings;
        this.facts = facts;
        this.enrolments = enrolments;
    }

    /**
     * Looks at what is believed.
     *
     * @param changed what is believed since now, or no more
     */
    void look(History history, Set<TimedFact> changed) {
        lookAtPerson(history, changed);
        changed.stream()
                .filter(HistoryRules::isState)
                .map(state -> state.record().required("certificate"))
                .distinct()
                .forEach(this::lookAtStates);
        List<LoadedEnrolment> concerned = enrolments.stream()
                .filter(each -> changed.stream().anyMatch(fact -> each.has(fact)))
                .toList();
        concerned.forEach(each -> look(history, each, changed));
        concerned.forEach(each -> each.term()
                .ifPresent(term -> enrolmentRules.requireNoOverlap(
                        findings.of(term.record()), history, each.enrolment(), "validFrom")));
    }

    /** Nothing holds of a person before their birth, or of one of whom nobody knows who it is. */
    private void lookAtPerson(History history, Set<TimedFact> changed) {
        List<PersonIdentity> identities = history.believed(PersonIdentity.class, history.person());
        boolean isOtherPerson = changed.stream().anyMatch(each -> each.fact() instanceof PersonIdentity);
        if (isOtherPerson) {
            lookAtDays(identities);
        }
        for (TimedFact each : isOtherPerson ? facts : changed) {
            if (!each.isBelieved()) {
                continue;
            }
            if (identities.isEmpty()) {
                findings.tell(each.record(), null, LoadProblem.NO_IDENTITY);
            }
            boolean isBorn =
                    identities.stream().noneMatch(identity -> each.term().from().isBefore(identity.birthDate()));
            findings.of(each.record()).requires(isBorn, "validFrom", ExchangeError.BEFORE_BIRTH);
        }
    }

    /** On each day since the birth it is known who somebody is. */
    private void lookAtDays(List<PersonIdentity> identities) {
        List<Term> days = identities.stream().map(PersonIdentity::term).toList();
        identities.stream()
                .map(identity -> Term.since(identity.birthDate()).without(days))
                .filter(without -> !without.isEmpty())
                .findFirst()
                .flatMap(without -> facts.stream()
                        .filter(each -> each.isBelieved() && each.fact() instanceof PersonIdentity)
                        .findFirst())
                .ifPresent(each -> findings.tell(each.record(), "validFrom", LoadProblem.DAYS_WITHOUT_IDENTITY));
    }

    private static boolean isState(TimedFact fact) {
        return fact.fact() instanceof StateOfCertificate;
    }

    /** From its first state on a certificate has one on each day. */
    private void lookAtStates(String certificate) {
        List<TimedFact> states = facts.stream()
                .filter(each -> isState(each)
                        && each.isBelieved()
                        && each.record().required("certificate").equals(certificate))
                .sorted(Comparator.comparing(each -> each.term().from()))
                .toList();
        for (int i = 0; i < states.size(); i++) {
            LocalDate last = states.get(i).term().to();
            boolean goesOn = last == null
                    || (i + 1 < states.size() && states.get(i + 1).term().from().equals(last.plusDays(1)));
            if (!goesOn) {
                findings.tell(states.get(i).record(), "validTo", LoadProblem.DAYS_WITHOUT_STATE);
            }
        }
    }

    private void look(History history, LoadedEnrolment loaded, Set<TimedFact> changed) {
        RegisteredEnrolment enrolment = loaded.enrolment();
        List<TimedFact> parts = loaded.believed().stream()
                .filter(each -> !(each.fact() instanceof EnrolmentTerm))
                .sorted(Comparator.comparing(each -> each.term().from()))
                .toList();
        if (!enrolment.isBelieved(history)) {
            parts.forEach(
                    each -> findings.of(each.record()).requires(false, "validFrom", ExchangeError.OUTSIDE_ENROLMENT));
            return;
        }
        Term days = enrolment.term(history).term();
        if (!days.without(enrolment.stages(history).stream()
                        .map(EnrolmentStage::term)
                        .toList())
                .isEmpty()) {
            findings.tell(loaded.term().orElseThrow().record(), "validFrom", LoadProblem.DAYS_WITHOUT_STAGE);
        }
        StageContent before = StageContent.NONE;
        for (TimedFact each : parts) {
            Findings found = findings.of(each.record());
            if (each.fact() instanceof EnrolmentResult result) {
                result.requireGround(found, history, each.term().from(), "");
                continue;
            }
            found.requires(days.includes(each.term()), "validFrom", ExchangeError.OUTSIDE_ENROLMENT);
            if (each.fact() instanceof EnrolmentStage stage) {
                if (!stage.goesOnFrom(before)) {
                    findings.tell(each.record(), "told", LoadProblem.STAGE_NOT_CONTINUED);
                }
                before = stage.content();
                if (changed.contains(each) && stage.tellsOfAClass()) {
                    lookAtClass(history, enrolment, each, stage);
                }
            }
        }
    }

    private void lookAtClass(History history, RegisteredEnrolment enrolment, TimedFact told, EnrolmentStage stage) {
        Findings found = findings.of(told.record());
        Expectation expectation = found::requires;
        rules.offers()
                .of(enrolment.institution().value(), enrolment.programme())
                .requireFits(found, stage.content().schoolClass(), "");
        enrolmentRules.expectsAge(
                expectation, history, stage.content().schoolClass(), told.term().from(), "classLevel");
        enrolmentRules.expectsALevelAYear(
                expectation, history, enrolment, told.term().from(), "classLevel");
    }
}
