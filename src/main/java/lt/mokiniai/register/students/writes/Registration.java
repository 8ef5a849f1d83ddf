package lt.mokiniai.register.students.writes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.history.BrokenRules;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.RegisterIds;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.StudentReader;
import lt.mokiniai.register.students.decisions.MergeProposals;
import lt.mokiniai.register.students.decisions.RefusedRegistrations;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.students.writes.FactLine.OwnOfToday;
import lt.mokiniai.register.students.writes.KnownPersons.Known;
import lt.mokiniai.register.students.writes.StudentGroups.Manner;
import lt.mokiniai.register.students.writes.StudentGroups.Told;
import lt.mokiniai.register.times.ReadTimes;
import lt.mokiniai.register.writing.Change;
import lt.mokiniai.register.writing.ItemOwnership;
import lt.mokiniai.register.writing.RecordWrites;
import lt.mokiniai.register.writing.Written;
import lt.mokiniai.wsdl.students.RegisterStudent;
import org.springframework.stereotype.Component;

/**
 * Registers a student: finds them by code, birth date and names, or records a new one. Both are answered alike, and nothing is
 * written of whoever is found (docs/decisions/0041).
 */
@Component
class Registration {

    private final ToldIdentities identities;
    private final StudentGroups groups;
    private final KnownPersons persons;
    private final MergeProposals proposals;
    private final RecordWrites writes;
    private final RefusedRegistrations refused;
    private final ReadTimes times;

    Registration(
            ToldIdentities identities,
            StudentGroups groups,
            KnownPersons persons,
            MergeProposals proposals,
            RecordWrites writes,
            RefusedRegistrations refused,
            ReadTimes times) {
        this.identities = identities;
        this.groups = groups;
        this.persons = persons;
        this.proposals = proposals;
        this.writes = writes;
        this.refused = refused;
        this.times = times;
    }

    /**
     * Registers a student.
     *
     * @throws ExchangeException of the rules that the message breaks by itself; {@code MR-531} when somebody with the code is of
     *     other particulars
     */
    Written register(RegisterStudent request, Scope scope) {
        scope.asksAbout(1);
        BrokenRules broken = new BrokenRules();
        Change.requireWarnings(broken, request.getOverrule());
        Optional<ToldPerson> told = identities.person(broken, request.getIdentity());
        Told more =
                new Told(request.getOrigin(), request.getResidence(), request.getGuardian(), request.getSpecialNeeds());
        more.forEachDay((day, path) ->
                broken.requires(!day.isBefore(request.getIdentity().getBirthDate()), path, ExchangeError.BEFORE_BIRTH));
        Consumer<History> groupsTold = groups.looked(
                broken,
                more,
                new Manner(false, scope.writing().settable(), Set.of(), OwnOfToday.of(scope, times.today())));
        // Here, and not by the history of a new student: whoever is found is refused the same.
        StudentGroups.requireNew(broken, more);
        // A new student has to be called something; the source confirms it.
        ItemOwnership.require(
                broken, scope, request.getIdentity().getPersonalCode() != null, path -> !path.startsWith("identity/"));
        broken.requireNone();
        return findOrRecord(told.orElseThrow(), groupsTold, request.getOverrule(), scope);
    }

    private Written findOrRecord(ToldPerson told, Consumer<History> groupsTold, List<String> overruled, Scope scope) {
        persons.lock(told.identification()
                .orElse(told.nameKey() + "|" + told.birthDate() + "|"
                        + scope.writing().provenance().institution()));
        List<Known> known = told.identification().isPresent() ? persons.identifiedLike(told, scope) : List.of();
        known.forEach(each -> scope.discloses(each.registerId()));
        if (known.size() == 1 && known.get(0).isAlike()) {
            String registerId = known.get(0).registerId();
            return new Written(
                    registerId,
                    writes.present(
                            StudentReader.recordOf(registerId), known.get(0).lastRecorded()),
                    List.of());
        }
        if (!known.isEmpty()) {
            scope.followRefusal(
                    () -> refused.open(known.get(0).id(), scope.writing().provenance()));
            throw ExchangeException.of(ExchangeError.OTHER_PARTICULARS).at("identity");
        }
        return record(told, groupsTold, overruled, scope);
    }

    private Written record(ToldPerson told, Consumer<History> groupsTold, List<String> overruled, Scope scope) {
        List<String> alike = told.identification().isPresent() ? List.of() : persons.registeredAlike(told, scope);
        alike.forEach(scope::discloses);
        String registerId = RegisterIds.next();
        Written written = writes.register(registerId, StudentReader.recordOf(registerId), overruled, scope, change -> {
            change.expects(alike.isEmpty(), "identity", ExchangeError.ALIKE_REGISTERED);
            History history = change.history();
            history.asserts(
                    new PersonIdentity(
                            history.person(),
                            told.code(),
                            told.foreignerId(),
                            told.name(),
                            told.birthDate(),
                            told.sex(),
                            null),
                    Term.since(told.birthDate()));
            groupsTold.accept(history);
        });
        if (!alike.isEmpty()) {
            proposals.open(
                    persons.numbers(List.of(registerId), scope).get(0),
                    persons.numbers(alike, scope),
                    scope.writing().provenance());
        }
        return written;
    }
}
