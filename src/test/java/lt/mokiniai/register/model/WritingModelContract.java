package lt.mokiniai.register.model;

import static lt.mokiniai.register.bench.Asking.by;
import static lt.mokiniai.register.bench.PersonBuilder.aPerson;
import static lt.mokiniai.register.bench.ScopeBuilder.everything;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Bench.ServiceCall;
import lt.mokiniai.register.bench.Reference;
import lt.mokiniai.register.bench.StoredStudent;
import lt.mokiniai.register.model.WritingModel.TermTold;
import lt.mokiniai.wsdl.enrolments.Period;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever several schools write of a few students, in whatever order, with old versions and of each other's enrolments: the
 * register and a plain model take and refuse the same, for the same reasons, and tell the same of any days as known at any
 * time.
 */
abstract class WritingModelContract {

    private static final List<String> SCHOOLS =
            List.of(Reference.SCHOOL, Reference.VILNIUS_SCHOOL, Reference.PRIVATE_SCHOOL);
    static final LocalDate FIRST = TODAY.minusDays(60);
    static final int DAYS = 110;
    static final List<String> LANGUAGES = List.of("lt", "pl");

    /**
     * One message.
     *
     * @param which of the enrolments that there are
     * @param seed what is told in it follows from this
     */
    record Step(WritingDeed deed, int which, long seed) {}

    /** A version of an enrolment, and what stood in it then. */
    private record Seen(String version, String read) {}

    abstract Bench bench();

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<WritingDeed> deeds = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(WritingDeed.ENROL)),
                Tuple.of(3, Arbitraries.just(WritingDeed.CHANGE)),
                Tuple.of(12, Arbitraries.of(WritingDeed.class)));
        return Combinators.combine(
                        deeds,
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs().between(0, 1_000_000))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    @Property(tries = 12)
    void takesAndRefusesAndTellsWhatAPlainModelDoes(@ForAll("steps") List<Step> steps) {
        new Run(bench(), steps.hashCode()).play(steps);
    }

    private static final class Run {

        private final Bench bench;
        private final WritingModel model = new WritingModel(TODAY);
        private final List<StoredStudent> students;
        private final Map<Study, String> identifiers = new HashMap<>();
        private final Map<Study, List<Seen>> seen = new HashMap<>();
        private final Map<Instant, List<Study>> known = new TreeMap<>();
        private final Random questions;

        Run(Bench bench, long seed) {
            this.bench = bench;
            this.questions = new Random(seed);
            bench.clear();
            this.students = List.of(bench.has(aPerson()), bench.has(aPerson()));
        }

        void play(List<Step> steps) {
            for (Step step : steps) {
                play(step);
                known.put(bench.clock().instant(), model.snapshot());
            }
            known.forEach(this::compare);
        }

        private void play(Step step) {
            WritingDraw draw = new WritingDraw(new Random(step.seed));
            if (step.deed == WritingDeed.ENROL) {
                enrol(draw);
            } else if (!model.studies.isEmpty()) {
                write(step.deed, model.studies.get(step.which % model.studies.size()), draw);
            }
        }

        private void enrol(WritingDraw draw) {
            int student = draw.of(List.of(0, 1));
            Study study = new Study(student, draw.of(SCHOOLS), draw.isLikely() ? Programme.BASIC : Programme.MUSIC);
            LocalDate from = draw.day();
            LocalDate expectedEnd = draw.isRare() ? from.plusDays(draw.below(40) - 5) : null;
            Told first = new Told(draw.level(), draw.of(LANGUAGES));
            boolean isForeign = draw.isRare();
            bench.within(everything().studyingAt(isForeign ? Reference.MUSIC_SCHOOL : study.school));
            List<String> refused =
                    isForeign ? List.of("MR-501 institution") : model.enrol(study, from, expectedEnd, first);
            compare(
                    "enrol " + from + " until " + expectedEnd + " " + first + " at " + study.school,
                    study,
                    refused,
                    WritingMessages.enrol(
                            by(students.get(student)), study.school, study.programme.code(), from, expectedEnd, first));
        }

        private void write(WritingDeed deed, Study study, WritingDraw draw) {
            String actor = draw.isRare() ? draw.of(SCHOOLS) : study.school;
            List<Seen> versions = seen.get(study);
            Seen version = draw.isRare() ? draw.of(versions) : versions.get(versions.size() - 1);
            WritingMessages messages = new WritingMessages(identifiers.get(study), version.version);
            bench.within(everything().studyingAt(actor));
            Optional<List<String>> before = !actor.equals(study.school) || study.isStruck
                    ? Optional.of(List.of("MR-501 enrolmentId"))
                    : version.read.equals(study.read(Days.EVER))
                            ? Optional.empty()
                            : Optional.of(List.of("MR-502 version"));
            Message message = message(deed, study, draw, messages);
            compare(message.name, study, before.orElseGet(() -> message.model.apply(model)), message.call);
        }

        /** A message as it is told to the register, and to the model. */
        private record Message(
                String name, Function<WritingModel, List<String>> model, ServiceCall<WritingMessages.Answer> call) {}

        private static Message message(WritingDeed deed, Study study, WritingDraw draw, WritingMessages messages) {
            LocalDate day = draw.day();
            LocalDate later = draw.isLikely() ? null : day.plusDays(draw.below(30) - 4);
            switch (deed) {
                case CHANGE -> {
                    Told told = draw.told();
                    return new Message(
                            "change " + day + " " + told,
                            model -> model.change(study, day, told),
                            messages.change(day, told));
                }
                case INTERRUPT -> {
                    String reason = draw.isRare() ? "TIRED" : WritingModel.GOOD_REASON;
                    return new Message(
                            "interrupt " + day + ".." + later + " " + reason,
                            model -> model.interrupt(study, day, later, reason),
                            messages.interrupt(day, later, reason));
                }
                case RESUME -> {
                    LocalDate on = draw.isRare() || study.interruptions.isEmpty()
                            ? day
                            : draw.of(List.copyOf(study.interruptions.keySet()))
                                    .from()
                                    .plusDays(draw.below(6));
                    return new Message("resume " + on, model -> model.resume(study, on), messages.resume(on));
                }
                case WITHDRAW -> {
                    String reason = draw.isRare() ? "BORED" : WritingModel.GOOD_LEAVING;
                    return new Message(
                            "withdraw " + day + " " + reason,
                            model -> model.withdraw(study, day, reason),
                            messages.withdraw(day, reason));
                }
                case CORRECT_TERM -> {
                    TermTold told = draw.term();
                    return new Message(
                            "correct " + told, model -> model.correctTerm(study, told), messages.correctTerm(told));
                }
                case CORRECT_STAGE -> {
                    LocalDate begins = draw.beginOf(study.told.keySet());
                    LocalDate right = draw.isLikely() ? null : day;
                    Told told = draw.told();
                    return new Message(
                            "correct the stage of " + begins + " to " + right + " " + told,
                            model -> model.correctStage(study, begins, right, told),
                            messages.correctStage(begins, right, told));
                }
                case STRIKE_STAGE -> {
                    LocalDate begins = draw.beginOf(study.told.keySet());
                    return new Message(
                            "strike the stage of " + begins,
                            model -> model.strikeStage(study, begins),
                            messages.strikeStage(begins));
                }
                case CORRECT_INTERRUPTION -> {
                    LocalDate begins = draw.beginOf(study.interruptions.keySet().stream()
                            .map(Days::from)
                            .toList());
                    LocalDate from = draw.isLikely() ? null : day;
                    boolean goesOn = later == null && draw.isRare();
                    String reason = draw.isLikely() ? null : draw.of(List.of(WritingModel.GOOD_REASON, "TIRED"));
                    return new Message(
                            "correct the interruption of " + begins + " to " + from + ".." + later + " " + goesOn + " "
                                    + reason,
                            model -> model.correctInterruption(study, begins, from, later, goesOn, reason),
                            messages.correctInterruption(begins, from, later, goesOn, reason));
                }
                case STRIKE_INTERRUPTION -> {
                    LocalDate begins = draw.beginOf(study.interruptions.keySet().stream()
                            .map(Days::from)
                            .toList());
                    return new Message(
                            "strike the interruption of " + begins,
                            model -> model.strikeInterruption(study, begins),
                            messages.strikeInterruption(begins));
                }
                default -> {
                    return new Message("strike", model -> model.strike(study), messages.strike());
                }
            }
        }

        private void compare(String name, Study study, List<String> refused, ServiceCall<WritingMessages.Answer> call) {
            List<String> before = bench.stored();
            try {
                WritingMessages.Answer answer = bench.write(call);
                assertThat(refused).as(name + " is taken").isEmpty();
                identifiers.put(study, answer.enrolmentId());
                seen.computeIfAbsent(study, first -> new ArrayList<>())
                        .add(new Seen(answer.version(), study.read(Days.EVER)));
            } catch (ExchangeException refusal) {
                assertThat(problems(refusal)).as(name + " is refused").containsExactlyInAnyOrderElementsOf(refused);
                assertThat(bench.stored()).as(name + " changes nothing").isEqualTo(before);
            }
        }

        private static List<String> problems(ExchangeException refusal) {
            return refusal.problems().isEmpty()
                    ? List.of(refusal.error().code() + " " + refusal.field().orElse("-"))
                    : refusal.problems().stream()
                            .map(each -> each.error().code() + " " + each.field())
                            .toList();
        }

        /** Compares what is read of some days as known at a time. */
        private void compare(Instant knownAt, List<Study> then) {
            LocalDate one = FIRST.plusDays(questions.nextInt(DAYS));
            Days asked = new Days(one, one.plusDays(questions.nextBoolean() ? 0 : questions.nextInt(60)));
            bench.within(everything());
            for (int student = 0; student < students.size(); student++) {
                int number = student;
                assertThat(read(students.get(student), asked, knownAt))
                        .as("student %s in %s as known at %s", student, asked, knownAt)
                        .containsExactlyInAnyOrderElementsOf(then.stream()
                                .filter(study -> study.student == number)
                                .map(study -> study.read(asked))
                                .filter(read -> !read.isEmpty())
                                .toList());
            }
        }

        private List<String> read(StoredStudent student, Days asked, Instant knownAt) {
            return bench
                    .enrolments(by(student), request -> {
                        if (asked.from().equals(asked.to())) {
                            request.setValidOn(asked.from());
                        } else {
                            Period period = new Period();
                            period.setFrom(asked.from());
                            period.setTo(asked.to());
                            request.setPeriod(period);
                        }
                        request.setKnownAt(knownAt);
                    })
                    .getEnrolment()
                    .stream()
                    .map(ReadEnrolments::told)
                    .toList();
        }
    }
}
