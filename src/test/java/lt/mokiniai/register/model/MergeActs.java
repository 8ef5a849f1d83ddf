package lt.mokiniai.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lt.mokiniai.register.bench.ScopeBuilder;
import lt.mokiniai.register.model.MergeModel.Foreseen;
import lt.mokiniai.register.model.MergeModel.Pair;
import lt.mokiniai.wsdl.students.MergeStudents;
import lt.mokiniai.wsdl.students.MergeStudentsResponse;
import lt.mokiniai.wsdl.students.MovedRecords;
import lt.mokiniai.wsdl.students.SplitStudents;
import lt.mokiniai.wsdl.students.SplitStudentsResponse;

/** Records that the agency merges and tells apart, with previews, under contracts that name restrictions and that do not. */
final class MergeActs {

    private final Compared register;
    private final MergeModel model;

    MergeActs(Compared register, MergeModel model) {
        this.register = register;
        this.model = model;
    }

    Act<?> merge(Chance chance) {
        List<Person> persons = register.model.persons;
        Person one = chance.of(persons);
        Person other = chance.of(persons);
        Person keep = chance.isOneIn(2) ? null : chance.isOneIn(2) ? one : other;
        Pair pair = new Pair(one, other, keep, chance.isOneIn(2), !chance.isOneIn(4), chance.isOneIn(4));
        return new Act<MergeStudentsResponse>(
                "merge " + one + " and " + other + " keeping " + keep + " " + pair.overrules() + " "
                        + pair.namesRestrictions() + " " + pair.isPreview(),
                () -> model.merge(pair),
                () -> {
                    register.bench().within(agency(pair.namesRestrictions()));
                    return register.bench().writeStudent(service -> service.mergeStudents(request(pair)));
                },
                answer -> compare(answer, pair));
    }

    private static ScopeBuilder agency(boolean namesRestrictions) {
        return namesRestrictions ? Compared.agency() : Compared.agencyWithoutRestrictions();
    }

    private MergeStudents request(Pair pair) {
        MergeStudents request = new MergeStudents();
        request.setRegisterId(register.registerId(pair.one()));
        request.setOtherRegisterId(register.registerId(pair.other()));
        request.setKeep(pair.keep() == null ? null : register.registerId(pair.keep()));
        request.setReason("Same child");
        request.setPreview(pair.isPreview() ? true : null);
        if (pair.overrules()) {
            request.getOverrule().add("MR-614");
        }
        return request;
    }

    private void compare(MergeStudentsResponse answer, Pair pair) {
        Foreseen foreseen = model.foreseen;
        assertThat(answer.isDone()).isEqualTo(!pair.isPreview());
        assertThat(answer.getRegisterId()).isEqualTo(register.registerId(foreseen.from()));
        assertThat(answer.getMergedInto()).isEqualTo(register.registerId(foreseen.kept()));
        assertThat(moved(answer.getMoved())).isEqualTo(foreseen.moved());
        assertThat(answer.getTakenOver().contains("restriction")).isEqualTo(foreseen.isRestrictionMoved());
        Set<String> faults = answer.getConflict().stream()
                .filter(conflict -> conflict.getFault() != null)
                .map(conflict -> conflict.getFault() + " " + conflict.getPath())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(faults).isEqualTo(pair.isPreview() ? foreseen.faults() : Set.of());
    }

    private static int moved(List<MovedRecords> moved) {
        return moved.stream().mapToInt(MovedRecords::getNumber).sum();
    }

    /** Whoever was merged is likelier than who was not. */
    Act<?> split(Chance chance) {
        List<Person> persons = register.model.persons;
        Person apart = chance.any(
                        persons.stream().filter(person -> person.merged != null).toList())
                .filter(person -> !chance.isOneIn(6))
                .orElseGet(() -> chance.of(persons));
        boolean namesRestrictions = !chance.isOneIn(4);
        boolean isPreview = chance.isOneIn(4);
        return new Act<SplitStudentsResponse>(
                "split " + apart + " " + namesRestrictions + " " + isPreview,
                () -> model.split(apart, namesRestrictions, isPreview),
                () -> {
                    SplitStudents request = new SplitStudents();
                    request.setRegisterId(register.registerId(apart));
                    request.setReason("Twins");
                    request.setPreview(isPreview ? true : null);
                    register.bench().within(agency(namesRestrictions));
                    return register.bench().writeStudent(service -> service.splitStudents(request));
                },
                answer -> compare(answer, isPreview));
    }

    private void compare(SplitStudentsResponse answer, boolean isPreview) {
        Foreseen foreseen = model.foreseen;
        assertThat(answer.isDone()).isEqualTo(!isPreview);
        assertThat(answer.getRegisterId()).isEqualTo(register.registerId(foreseen.from()));
        assertThat(answer.getMergedInto()).isEqualTo(register.registerId(foreseen.kept()));
        assertThat(moved(answer.getMoved())).isEqualTo(foreseen.moved());
        assertThat(answer.getTakenOver().contains("restriction")).isEqualTo(foreseen.isRestrictionMoved());
    }
}
