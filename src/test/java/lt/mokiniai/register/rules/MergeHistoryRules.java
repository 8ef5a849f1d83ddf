package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.byRegisterId;
import static lt.mokiniai.register.bench.CertificateBuilder.paper;
import static lt.mokiniai.register.bench.EnrolmentBuilder.at;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.Reference.KAUNAS;
import static lt.mokiniai.register.bench.Reference.MUSIC;
import static lt.mokiniai.register.bench.Reference.MUSIC_SCHOOL;
import static lt.mokiniai.register.bench.Reference.SCHOOL;
import static lt.mokiniai.register.bench.Reference.VILNIUS;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.EnrolmentBuilder;
import lt.mokiniai.register.bench.Leaves;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.PersonBuilder;
import lt.mokiniai.wsdl.enrolments.Period;
import lt.mokiniai.wsdl.students.MergeStudents;
import lt.mokiniai.wsdl.students.SplitStudents;
import lt.mokiniai.wsdl.types.Outcome;
import org.junit.jupiter.api.Test;

/**
 * Random records are merged one after the other, in chains too, and told apart from the last to the first: at each time all that
 * is told is what a plain model has, and in the end each record tells what it told in the beginning.
 */
public interface MergeHistoryRules {

    Bench bench();

    List<LocalDate> DAYS = List.of(TODAY.minusYears(2), TODAY.minusDays(300), TODAY.minusDays(20), TODAY);

    /** The groups of which the kept record stays, or what it does not have is taken over. */
    List<String> GROUPS =
            List.of("origin/country", "origin/citizenship", "residence", "guardian", "specialNeeds", "identity");

    @Test
    default void whatWasMergedIsToldApartAsItWas() {
        int histories = Thoroughness.of(8, 500);
        for (int seed = 0; seed < histories; seed++) {
            bench().clear();
            new Told(bench(), new Random(seed)).play("history " + seed);
        }
    }

    /** What is told of one record, by the day that is asked about and the path of the leaf. */
    record Seen(Map<String, List<String>> leaves) {

        static Seen of(Bench bench, String registerId, Instant knownAt) {
            Map<String, List<String>> seen = new TreeMap<>();
            for (LocalDate day : DAYS) {
                add(seen, day + " ", Leaves.in(bench.student(byRegisterId(registerId), day, knownAt)));
            }
            Period whole = new Period();
            whole.setFrom(TODAY.minusYears(10));
            whole.setTo(TODAY.plusYears(1));
            add(seen, "enrolments ", Leaves.in(bench.enrolments(byRegisterId(registerId), request -> {
                request.setPeriod(whole);
                request.setKnownAt(knownAt);
            })));
            add(
                    seen,
                    "results ",
                    Leaves.in(bench.results(byRegisterId(registerId), request -> request.setKnownAt(knownAt))));
            add(
                    seen,
                    "certificates ",
                    Leaves.in(bench.certificates(byRegisterId(registerId), request -> request.setKnownAt(knownAt))));
            return new Seen(seen);
        }

        private static void add(Map<String, List<String>> seen, String when, Map<String, List<Object>> leaves) {
            leaves.forEach((path, values) -> {
                if (!path.endsWith("ersion") && !path.equals("knownAt") && !path.equals("more")) {
                    seen.put(
                            when + path,
                            values.stream().map(String::valueOf).sorted().toList());
                }
            });
        }

        /** What is told when another record was merged into this one. */
        Seen with(Seen merged) {
            Map<String, List<String>> together = new TreeMap<>(leaves);
            Set<String> paths = new TreeSet<>(merged.leaves.keySet());
            for (String path : paths) {
                boolean isRecord =
                        Stream.of("enrolments ", "results ", "certificates ").anyMatch(path::startsWith);
                if (isRecord && !path.endsWith("outcome") && !path.endsWith("validOn")) {
                    List<String> both = new ArrayList<>(together.getOrDefault(path, List.of()));
                    both.addAll(merged.leaves.get(path));
                    together.put(path, both.stream().sorted().toList());
                } else if (!isRecord && GROUPS.stream().noneMatch(group -> knows(group, path))) {
                    together.put(path, merged.leaves.get(path));
                }
            }
            return new Seen(together);
        }

        /** Whether the record says anything of a group, on whatever day. */
        private boolean knows(String group, String path) {
            String prefix = "student/" + group;
            return path.contains(prefix) && leaves.keySet().stream().anyMatch(each -> each.contains(prefix));
        }
    }

    /** Some records, and what is told of them. */
    final class Told {

        private final Bench bench;
        private final Random random;
        private final List<String> records = new ArrayList<>();

        Told(Bench bench, Random random) {
            this.bench = bench;
            this.random = random;
            int number = 2 + random.nextInt(3);
            for (int i = 0; i < number; i++) {
                records.add(bench.has(person(i == 0)).registerId());
            }
        }

        private record Step(String kept, String merged, Instant before, Map<String, Seen> seen) {}

        void play(String description) {
            List<Step> steps = new ArrayList<>();
            List<String> alone = new ArrayList<>(records);
            while (alone.size() > 1) {
                String kept = alone.get(random.nextInt(alone.size()));
                String merged = alone.get(random.nextInt(alone.size()));
                if (!kept.equals(merged)) {
                    steps.add(merge(kept, merged, description));
                    alone.remove(merged);
                }
            }
            for (Step step : steps) {
                step.seen()
                        .forEach((record, seen) -> assertThat(Seen.of(bench, record, step.before()))
                                .as(description + ", as known before")
                                .isEqualTo(seen));
            }
            for (int i = steps.size() - 1; i >= 0; i--) {
                split(steps.get(i), description);
            }
        }

        private Step merge(String kept, String merged, String description) {
            Step step = new Step(kept, merged, bench.clock().instant(), seen());
            MergeStudents request = new MergeStudents();
            request.setRegisterId(merged);
            request.setOtherRegisterId(kept);
            request.setKeep(kept);
            request.setReason("One");
            bench.writeStudent(service -> service.mergeStudents(request));
            assertThat(now(kept))
                    .as(description + ", merged")
                    .isEqualTo(step.seen().get(kept).with(step.seen().get(merged)));
            assertThat(bench.student(byRegisterId(merged)).getMergedInto()).isEqualTo(kept);
            return step;
        }

        private void split(Step step, String description) {
            SplitStudents request = new SplitStudents();
            request.setRegisterId(step.merged());
            request.setReason("Two");
            bench.writeStudent(service -> service.splitStudents(request));
            assertThat(seen()).as(description + ", told apart").isEqualTo(step.seen());
        }

        /** What is told of those that stand for themselves. */
        private Map<String, Seen> seen() {
            Map<String, Seen> seen = new TreeMap<>();
            for (String record : records) {
                if (bench.student(byRegisterId(record)).getOutcome() == Outcome.FOUND) {
                    seen.put(record, now(record));
                }
            }
            return seen;
        }

        private Seen now(String record) {
            bench.within(everything());
            return Seen.of(bench, record, null);
        }

        private PersonBuilder person(boolean learns) {
            PersonBuilder person = aPerson()
                    .withoutCode()
                    .named("Ona", random.nextBoolean() ? "Kazlauskaitė" : "Kazlauskė")
                    .sex("M");
            if (learns) {
                person.studying(at(SCHOOL).from(TODAY.minusDays(random.nextInt(400))));
            }
            if (random.nextBoolean()) {
                person.to(TODAY.minusDays(201)).identifiedAgain().named("Ona", "Petraitytė");
                person.from(TODAY.minusDays(200));
            }
            if (random.nextBoolean()) {
                person.livingIn(KAUNAS).to(TODAY.minusDays(100));
                person.livingIn(VILNIUS).from(TODAY.minusDays(99));
            }
            if (random.nextBoolean()) {
                person.guardian("Rasa", "Kazlauskienė");
            }
            if (random.nextBoolean()) {
                person.needing("GROUP", "LEVEL");
            }
            if (random.nextBoolean()) {
                person.originating("LT", "lt").citizenOf("LT");
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                person.studying(enrolment());
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                person.certified(paper("P", String.valueOf(Numbers.next())).subject("MATH", "A", "9", "80"));
            }
            return person;
        }

        private EnrolmentBuilder enrolment() {
            LocalDate from = TODAY.minusDays(50 + random.nextInt(500));
            EnrolmentBuilder enrolment =
                    at(MUSIC_SCHOOL).programme(MUSIC).level(null).from(from);
            if (random.nextBoolean()) {
                enrolment.to(from.plusDays(40));
            }
            if (random.nextBoolean()) {
                enrolment.interrupted(from.plusDays(5), from.plusDays(9), "ILLNESS");
            }
            return enrolment;
        }
    }
}
