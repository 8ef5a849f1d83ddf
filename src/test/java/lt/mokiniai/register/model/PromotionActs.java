package lt.mokiniai.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.register.model.ClassList.Entry;
import lt.mokiniai.register.model.ClassList.Kind;
import lt.mokiniai.register.model.PromotionModel.Batch;
import lt.mokiniai.register.model.PromotionModel.Outcome;
import lt.mokiniai.wsdl.enrolments.ClassEntryOutcome;
import lt.mokiniai.wsdl.enrolments.EntryOutcome;
import lt.mokiniai.wsdl.enrolments.PromoteClassResponse;

/** Classes that schools take into the next year: the same list again, the same number with another, and previews too. */
final class PromotionActs {

    private static final int MOST = 3;

    private final Compared register;
    private final PromotionModel model;
    /** What was told of an entry first: it is told so for ever. */
    private final Map<String, String> first = new HashMap<>();

    PromotionActs(Compared register, PromotionModel model) {
        this.register = register;
        this.model = model;
    }

    Optional<Act<?>> promote(Chance chance) {
        ClassList list = list(chance);
        if (list.entries().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(chance.isOneIn(4) ? preview(list) : promote(list));
    }

    private Act<PromoteClassResponse> promote(ClassList list) {
        return new Act<PromoteClassResponse>(
                        "promote " + told(list),
                        () -> model.promote(list),
                        () -> send(list, false),
                        answer -> compare(list, answer, model.outcomes(list), false))
                .inParts(() -> doSome(list));
    }

    private Act<PromoteClassResponse> preview(ClassList list) {
        List<Outcome> seen = new ArrayList<>();
        return new Act<PromoteClassResponse>(
                "preview " + told(list),
                () -> {
                    seen.clear();
                    return model.preview(list, seen);
                },
                () -> send(list, true),
                answer -> {
                    assertThat(answer.isPreview()).isTrue();
                    compare(list, answer, seen, true);
                });
    }

    private PromoteClassResponse send(ClassList list, boolean isPreview) {
        register.bench().within(Compared.school(list.school()));
        return register.nodes.inParts(
                service -> Compared.answered(() -> service.promoteClass(ClassRequest.of(list, register, isPreview))));
    }

    /** An earlier list, as it was or with another day, or a new one; now and then with what is not the school's. */
    private ClassList list(Chance chance) {
        Optional<Batch> before = chance.isOneIn(2) ? chance.any(model.batches()) : Optional.empty();
        if (before.isPresent() && !chance.isOneIn(4)) {
            return before.get().list;
        }
        String school = before.isPresent() ? before.get().list.school() : chance.school();
        String batchId = before.isPresent() ? before.get().list.batchId() : "list-" + chance.below(1000);
        List<Study> own = register.model.enrolments.studies.stream()
                .filter(study -> study.school.equals(school) && register.identifiers.containsKey(study))
                .filter(study -> !study.isStruck || chance.isOneIn(8))
                .toList();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < MOST && !own.isEmpty(); i++) {
            Study study = chance.any(own).orElseThrow();
            boolean isNamed = entries.stream().anyMatch(entry -> entry.study() == study);
            if (!isNamed || chance.isOneIn(12)) {
                entries.add(entry(study, chance));
            }
        }
        if (chance.isOneIn(8)) {
            entries.add(entry(chance.any(register.model.enrolments.studies).orElse(null), chance));
        }
        LocalDate from = chance.day(register.model.today());
        Told all = new Told(chance.isOneIn(4) ? 4 + chance.below(9) : null, chance.isOneIn(2) ? "pl" : null);
        return new ClassList(school, batchId, from, all, List.copyOf(entries));
    }

    private Entry entry(Study study, Chance chance) {
        LocalDate last = chance.day(register.model.today());
        Told told = new Told(chance.isOneIn(3) ? 4 + chance.below(9) : null, chance.isOneIn(3) ? "lt" : null);
        int kind = chance.below(8);
        Programme programme = chance.of(List.of(Programme.values()));
        boolean isTold = study != null && register.identifiers.containsKey(study);
        Study named = isTold ? study : null;
        if (kind < 4) {
            return new Entry(named, Kind.PROMOTED, told, null, null);
        }
        if (kind == 4) {
            return new Entry(named, Kind.REPEATS, told, null, null);
        }
        if (kind == 5) {
            return new Entry(named, Kind.LEAVES, new Told(null, null), last, null);
        }
        // One without levels begins with nothing that is not told.
        Integer level = programme.hasLevels() ? told.level() : Integer.valueOf(5 + chance.below(6));
        return new Entry(named, Kind.CHANGES, new Told(level, chance.language()), null, programme);
    }

    /** The list was begun, and some of its entries are done: each whole, with what came of it. */
    private void doSome(ClassList list) {
        Batch batch = model.begin(list);
        List<Integer> kept = register.jdbc()
                .queryForList(
                        "SELECT e.ordinal FROM class_batch_entry e JOIN class_batch b ON b.id = e.batch"
                                + " WHERE b.institution = ? AND b.batch_id = ? ORDER BY e.ordinal",
                        Integer.class,
                        list.school(),
                        list.batchId());
        assertThat(kept).as("entries are done in their order").isEqualTo(upTo(kept.size()));
        kept.forEach(ordinal -> model.workOn(batch, ordinal - 1));
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private void compare(ClassList list, PromoteClassResponse answer, List<Outcome> outcomes, boolean isPreview) {
        assertThat(answer.getResult()).hasSameSizeAs(outcomes);
        for (int i = 0; i < outcomes.size(); i++) {
            ClassEntryOutcome told = answer.getResult().get(i);
            Outcome outcome = outcomes.get(i);
            String name = "entry " + (i + 1) + " of " + told(list);
            assertThat(problems(told)).as(name).isEqualTo(String.join(", ", outcome.problems()));
            assertThat(told.getOutcome())
                    .as(name)
                    .isEqualTo(outcome.problems().isEmpty() ? EntryOutcome.DONE : EntryOutcome.REFUSED);
            Study study = list.entries().get(i).study();
            boolean isOwn = study != null && study.school.equals(list.school());
            assertThat(told.getEnrolmentId()).as(name).isEqualTo(isOwn ? register.identifiers.get(study) : null);
            if (outcome.begun() != null) {
                String begun = told.getBegun().getEnrolmentId();
                assertThat(register.identifiers.computeIfAbsent(outcome.begun(), absent -> begun))
                        .as(name)
                        .isEqualTo(begun);
            }
            if (!isPreview) {
                String whole = whole(told);
                assertThat(first.computeIfAbsent(list.name() + " " + i, absent -> whole))
                        .as(name + " is told as it was first")
                        .isEqualTo(whole);
            }
        }
    }

    private static String problems(ClassEntryOutcome told) {
        return told.getProblem().stream()
                .map(problem -> problem.getCode() + " " + problem.getField())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String whole(ClassEntryOutcome told) {
        return told.getOutcome() + " " + told.getEnrolmentId() + " " + told.getVersion() + " "
                + (told.getBegun() == null
                        ? ""
                        : told.getBegun().getEnrolmentId() + " "
                                + told.getBegun().getVersion())
                + " " + problems(told);
    }

    private static String told(ClassList list) {
        return list.name() + " from " + list.from() + " " + list.all() + " "
                + list.entries().stream()
                        .map(entry -> entry.kind() + " " + entry.told() + " " + entry.last() + " " + entry.programme()
                                + " of "
                                + (entry.study() == null
                                        ? "nobody"
                                        : entry.study().read(Days.EVER)))
                        .toList();
    }
}
