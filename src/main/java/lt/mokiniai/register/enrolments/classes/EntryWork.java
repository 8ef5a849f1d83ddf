package lt.mokiniai.register.enrolments.classes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.enrolments.EnrolmentWrites;
import lt.mokiniai.register.enrolments.WritableEnrolments;
import lt.mokiniai.register.enrolments.WritableEnrolments.Writable;
import lt.mokiniai.register.enrolments.classes.KeptEntry.Finding;
import lt.mokiniai.register.enrolments.classes.KeptEntry.Seen;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.StageChange;
import lt.mokiniai.register.enrolments.rules.Cleared;
import lt.mokiniai.register.enrolments.rules.EnrolmentParts;
import lt.mokiniai.register.enrolments.rules.EnrolmentRules;
import lt.mokiniai.register.enrolments.rules.Offer;
import lt.mokiniai.register.enrolments.rules.RequestedValues;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.RegisterIds;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.register.writing.Written;
import lt.mokiniai.wsdl.enrolments.ClassEntry;
import lt.mokiniai.wsdl.enrolments.EntryOutcome;
import lt.mokiniai.wsdl.enrolments.ProgrammeChange;
import lt.mokiniai.wsdl.enrolments.PromoteClass;
import lt.mokiniai.wsdl.enrolments.StageContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes one student into the next school year, as an entry of a list says. */
@Component
class EntryWork {

    static final String CHANGES_PROGRAMME = "changesProgramme";

    private static final String PROMOTED = "promoted";
    private static final String REPEATS = "repeats";
    private static final String LEAVES = "leaves";

    private static final Cleared NOTHING_CLEARED = new Cleared(Set.of());

    private final EnrolmentWrites writes;
    private final WritableEnrolments writable;
    private final EnrolmentParts parts;
    private final EnrolmentRules rules;
    private final RequestedValues values;

    EntryWork(
            EnrolmentWrites writes,
            WritableEnrolments writable,
            EnrolmentParts parts,
            EnrolmentRules rules,
            RequestedValues values) {
        this.writes = writes;
        this.writable = writable;
        this.parts = parts;
        this.rules = rules;
        this.values = values;
    }

    /**
     * An entry of a list.
     *
     * @param list the request
     * @param told the entry
     * @param ordinal its place in the list, from 1 on
     * @param found its enrolment; nothing where the scope may write none like it at the institution
     */
    record Listed(
            PromoteClass list,
            ClassEntry told,
            int ordinal,
            @Nullable Writable found) {

        EntryPaths paths() {
            String kind = told.getPromoted() != null
                    ? PROMOTED
                    : told.getRepeats() != null ? REPEATS : told.getLeaves() != null ? LEAVES : CHANGES_PROGRAMME;
            return new EntryPaths("entry[" + ordinal + "]/", kind);
        }

        List<String> overruled() {
            return Stream.concat(list.getOverrule().stream(), told.getOverrule().stream())
                    .distinct()
                    .toList();
        }
    }

    /** What was written: the enrolment of the entry, and the one that began. */
    private record Done(Written written, @Nullable Seen begun) {}

    /**
     * Does what an entry tells.
     *
     * @throws lt.mokiniai.kernel.faults.ExchangeException of the rules that it breaks; nothing is written then
     */
    KeptEntry on(Listed entry, Scope scope) {
        if (entry.found == null) {
            throw WritableEnrolments.unknown("enrolmentId");
        }
        ProgrammeChange other = entry.told.getChangesProgramme();
        Done done = other == null
                ? new Done(
                        change(entry, entry.found, scope, (enrolment, change) -> go(entry, enrolment, change, scope)),
                        null)
                : change(entry, entry.found, other, scope);
        EntryPaths paths = entry.paths();
        return new KeptEntry(
                EntryOutcome.DONE,
                new Seen(done.written.identifier(), done.written.version()),
                done.begun,
                done.written.warnings().stream()
                        .map(warning -> Finding.of(warning, paths))
                        .toList());
    }

    private Written change(Listed entry, Writable found, Scope scope, EnrolmentWrites.Work work) {
        return writes.change(found, entry.told.getVersion(), entry.overruled(), scope, work);
    }

    private void go(Listed entry, RegisteredEnrolment enrolment, Change change, Scope scope) {
        if (entry.told.getLeaves() != null) {
            parts.leave(
                    enrolment,
                    change,
                    entry.told.getLeaves().getEnrolledTo(),
                    entry.told.getLeaves().getReason(),
                    entry.told.getLeaves().getLeftTo());
            writes.requireKept(change.history(), enrolment, "enrolledTo");
            return;
        }
        LocalDate from = entry.list.getFrom();
        values.day(change.history(), from, "from");
        parts.offer(enrolment).requireOpen(change.history(), from, "from");
        values.expectsRecent(change, from, "from");
        before(change.history(), enrolment, from).ifPresent(before -> {
            StageContent told = entry.told.getPromoted() == null
                    ? entry.told.getRepeats()
                    : LevelStep.merged(entry.list.getStage(), entry.told.getPromoted());
            Fields settable = EnrolmentWrites.settable(change.history(), scope)
                    .within("entry/" + entry.paths().kind());
            int step = entry.told.getPromoted() == null ? 0 : 1;
            if (LevelStep.take(change.history(), told, before, step)) {
                learn(enrolment, change, told, from, settable);
            }
            writes.requireKept(change.history(), enrolment, "from");
        });
    }

    /** Gives the stage of the day before; nothing where there is none, or the class is told already. */
    private static Optional<EnrolmentStage> before(History history, RegisteredEnrolment enrolment, LocalDate from) {
        Optional<EnrolmentStage> before = enrolment.stageOn(history, from.minusDays(1));
        history.requires(before.isPresent(), "from", ExchangeError.OUTSIDE_ENROLMENT);
        boolean isTold = enrolment
                .stageOn(history, from)
                .filter(stage -> stage.term().from().equals(from))
                .filter(EnrolmentStage::tellsOfAClass)
                .isPresent();
        return before.filter(stage -> history.requires(!isTold, "from", ExchangeError.CLASS_TOLD));
    }

    private void learn(
            RegisteredEnrolment enrolment, Change change, StageContent told, LocalDate from, Fields settable) {
        History history = change.history();
        StageChange tells =
                RequestedValues.change(history, values.stage(history, told, from, ""), NOTHING_CLEARED, "", settable);
        if (history.requires(!tells.told().isEmpty(), "", ExchangeError.NOTHING_TOLD)) {
            parts.requireFits(
                    history, enrolment, change::expects, tells, enrolment.learns(history, from, tells), from, "");
        }
    }

    private Done change(Listed entry, Writable found, ProgrammeChange told, Scope scope) {
        String programme = told.getProgramme();
        if (!writable.includes(found.institution(), programme, scope)) {
            throw WritableEnrolments.unknown("programme");
        }
        String begunId = RegisterIds.next();
        // What is not the student's is read before their row is locked.
        Offer offer = parts.offer(found.institution(), programme);
        History[] written = new History[1];
        Written ended = change(entry, found, scope, (enrolment, change) -> {
            History history = change.history();
            LocalDate from = entry.list.getFrom();
            history.requires(!programme.equals(enrolment.programme()), "programme", ExchangeError.SAME_PROGRAMME);
            StageContent stage = LevelStep.merged(entry.list.getStage(), told.getStage());
            enrolment
                    .stageOn(history, from.minusDays(1))
                    .filter(before -> offer.hasLevels())
                    .ifPresent(before -> LevelStep.fill(stage, before, 1));
            parts.leave(enrolment, change, from.minusDays(1), told.getReason(), null);
            begin(
                    change,
                    new RegisteredEnrolment(history.person(), begunId, enrolment.institution(), programme),
                    offer,
                    stage,
                    entry);
            writes.requireKept(history, enrolment, "from");
            written[0] = history;
        });
        return new Done(ended, new Seen(begunId, writes.present(begunId, written[0])));
    }

    private void begin(Change change, RegisteredEnrolment other, Offer offer, StageContent stage, Listed entry) {
        History history = change.history();
        ProgrammeChange told = entry.told.getChangesProgramme();
        LocalDate from = entry.list.getFrom();
        lt.mokiniai.register.enrolments.facts.StageContent first = parts.begun(change, offer, from, stage);
        EnrolmentTerm term = new EnrolmentTerm(
                other,
                values.unit(history, told.getUnit(), "unit"),
                told.getExpectedEnd(),
                values.contract(history, told.getLearningContract(), null, "learningContract", Fields.NONE),
                null);
        other.begin(history, Term.since(from), term, first);
        rules.requireNoOverlap(history, other, "from");
    }
}
