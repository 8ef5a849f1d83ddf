package lt.mokiniai.register.students.writes;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lt.mokiniai.kernel.PersonalCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.history.BrokenRules;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.students.writes.FactLine.OwnOfToday;
import lt.mokiniai.register.students.writes.StudentGroups.Manner;
import lt.mokiniai.register.students.writes.StudentGroups.Told;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.register.writing.ToldValues;
import lt.mokiniai.wsdl.students.ChangePersonalCode;
import lt.mokiniai.wsdl.students.GuardianTold;
import lt.mokiniai.wsdl.students.NamesTold;
import lt.mokiniai.wsdl.students.OriginTold;
import lt.mokiniai.wsdl.students.UpdateStudent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a message changes, or corrects, of a student who is in the register. */
@Component
class StudentUpdate {

    private static final Set<String> OF_ORIGIN = Set.of("origin/citizenship", "origin/country", "origin/motherTongue");
    private static final Set<String> OF_GUARDIAN = Set.of("guardian/personalCode", "guardian/phone", "guardian/email");

    private final ToldIdentities identities;
    private final StudentGroups groups;
    private final ToldValues values;
    private final ReadTimes times;

    StudentUpdate(ToldIdentities identities, StudentGroups groups, ToldValues values, ReadTimes times) {
        this.identities = identities;
        this.groups = groups;
        this.values = values;
        this.times = times;
    }

    /**
     * Looks at a message, before anything is looked up, for what it may not clear.
     *
     * @return what it does to a student
     * @throws ExchangeException {@code MR-524} when it clears what is no such value, {@code MR-312} when it may not set it
     */
    Consumer<Change> of(UpdateStudent request, Scope scope) {
        Set<String> cleared = cleared(request, scope.writing().settable());
        return change -> {
            History history = change.history();
            because(history, request.getReason());
            requireEither(history, request, cleared);
            Told told = new Told(
                    request.getOrigin(), request.getResidence(), request.getGuardian(), request.getSpecialNeeds());
            boolean isCorrection = request.getReason() != null;
            told.forEachDay((day, path) -> requireUsual(change, day, path, isCorrection));
            Manner manner = manner(history, isCorrection, cleared, scope);
            BrokenRules broken = new BrokenRules();
            Consumer<History> groupsTold = groups.looked(broken, told, manner);
            broken.tell(history);
            tellNames(change, request.getNames(), manner);
            if (broken.isEmpty()) {
                groupsTold.accept(history);
            }
        };
    }

    /**
     * Gives what a message does that tells of another personal code.
     *
     * @param code the new one
     */
    void changeCode(Change change, ChangePersonalCode request, PersonalCode code, Scope scope) {
        History history = change.history();
        because(history, request.getReason());
        boolean isCorrection = request.getReason() != null;
        requireUsual(change, request.getFrom(), "from", isCorrection);
        values.day(history, request.getFrom(), "from");
        identityOn(history, request.getFrom(), "from").ifPresent(before -> {
            identities.requireAgreement(history, code, before.birthDate(), "personalCode");
            identities.requireSex(history, code, before.sex(), "personalCode");
            revise(
                    history,
                    before,
                    request.getFrom(),
                    "from",
                    manner(history, isCorrection, Set.of(), scope),
                    each -> each.told(before, null, null, code));
        });
    }

    private Manner manner(History history, boolean isCorrection, Set<String> cleared, Scope scope) {
        Fields settable = scope.writing().settableOf(PersonIdentity.hasCode(history));
        return new Manner(isCorrection, settable, cleared, OwnOfToday.of(scope, times.today()));
    }

    private void because(History history, @Nullable String reason) {
        if (reason != null) {
            values.code(history, "CORRECTION_REASON", reason, times.today(), "reason");
            history.becauseOf(reason);
        }
    }

    /** What changes, changes in the student's life, and not long ago; what is corrected is as old as it is. */
    private void requireUsual(Change change, LocalDate day, String path, boolean isCorrection) {
        History history = change.history();
        boolean isBorn = history.believed(PersonIdentity.class, history.person()).stream()
                .noneMatch(identity -> day.isBefore(identity.birthDate()));
        history.requires(isBorn, path, ExchangeError.BEFORE_BIRTH);
        if (!isCorrection) {
            values.expectsRecent(change, day, path);
        }
    }

    private void tellNames(Change change, @Nullable NamesTold told, Manner manner) {
        if (told == null) {
            return;
        }
        History history = change.history();
        requireUsual(change, told.getFrom(), "names/from", manner.isCorrection());
        values.day(history, told.getFrom(), "names/from");
        String given = identities.name(history, told.getGivenNames(), "names/givenNames");
        String family = identities.name(history, told.getFamilyName(), "names/familyName");
        identityOn(history, told.getFrom(), "names/from")
                .ifPresent(before -> revise(
                        history,
                        before,
                        told.getFrom(),
                        "names/from",
                        manner,
                        each -> each.told(before, given, family, null)));
    }

    private static Optional<PersonIdentity> identityOn(History history, LocalDate day, String path) {
        Optional<PersonIdentity> found = history.believed(PersonIdentity.class, history.person()).stream()
                .filter(identity -> identity.term().includes(day))
                .findFirst();
        history.requires(found.isPresent(), path, ExchangeError.NO_SUCH_PART);
        return found;
    }

    /**
     * Tells of who the student is from a day on; a correction tells it of all days of which the same is believed wrongly. What
     * changed later for itself stays.
     */
    private static void revise(
            History history,
            PersonIdentity before,
            LocalDate from,
            String path,
            Manner manner,
            UnaryOperator<PersonIdentity> told) {
        for (PersonIdentity each : history.believed(PersonIdentity.class, history.person())) {
            PersonIdentity right = told.apply(each);
            boolean isLater = !each.term().from().isBefore(from);
            if (right.saysAs(each) || (!manner.isCorrection() && !isLater && each != before)) {
                continue;
            }
            if (manner.isCorrection() || isLater) {
                // What did not change later follows what changes before it.
                if (each != before || manner.mayGiveUp(history, each, path)) {
                    history.corrects(each, right);
                }
            } else {
                history.changes(each, right, from);
            }
        }
    }

    private static Set<String> cleared(UpdateStudent request, Fields settable) {
        Set<String> clearable = new HashSet<>();
        if (request.getOrigin() != null) {
            clearable.addAll(OF_ORIGIN);
        }
        if (request.getGuardian().size() == 1) {
            clearable.addAll(OF_GUARDIAN);
        }
        for (String path : request.getClear()) {
            if (!clearable.contains(path)) {
                throw ExchangeException.of(ExchangeError.NOT_CLEARABLE).at("clear");
            }
            if (!settable.allows(path)) {
                throw ExchangeException.of(ExchangeError.NOT_TO_BE_SET)
                        .naming(path)
                        .at(path);
            }
        }
        return Set.copyOf(request.getClear());
    }

    private static void requireEither(History history, UpdateStudent request, Set<String> cleared) {
        OriginTold origin = request.getOrigin() == null ? new OriginTold() : request.getOrigin();
        List<GuardianTold> guardians = request.getGuardian();
        GuardianTold guardian = guardians.size() == 1 ? guardians.get(0) : new GuardianTold();
        requireEither(
                history,
                "origin/citizenship",
                origin.getCitizenship().stream().findFirst().orElse(null),
                cleared);
        requireEither(history, "origin/country", origin.getCountry(), cleared);
        requireEither(history, "origin/motherTongue", origin.getMotherTongue(), cleared);
        requireEither(history, "guardian/personalCode", guardian.getPersonalCode(), cleared);
        requireEither(history, "guardian/phone", guardian.getPhone(), cleared);
        requireEither(history, "guardian/email", guardian.getEmail(), cleared);
    }

    private static void requireEither(History history, String path, @Nullable Object told, Set<String> cleared) {
        history.requires(Objects.isNull(told) || !cleared.contains(path), path, ExchangeError.TOLD_AND_CLEARED);
    }
}
