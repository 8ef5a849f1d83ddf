package lt.mokiniai.register.rules;

import static lt.mokiniai.register.bench.Asking.byRegisterId;
import static lt.mokiniai.register.bench.Asking.inFamily;
import static lt.mokiniai.register.bench.Asking.isInterrupted;
import static lt.mokiniai.register.bench.Asking.learnsAnywhere;
import static lt.mokiniai.register.bench.Asking.learnsGeneralOrVocational;
import static lt.mokiniai.register.bench.Asking.levelAtLeast;
import static lt.mokiniai.register.bench.Asking.studiesIn;
import static lt.mokiniai.register.bench.SettableClock.TODAY;
import static lt.mokiniai.register.bench.SettableClock.noon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import lt.mokiniai.Thoroughness;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.register.bench.Bench;
import lt.mokiniai.register.bench.Numbers;
import lt.mokiniai.register.bench.Reference;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.Leaving;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.SchoolClass;
import lt.mokiniai.register.enrolments.facts.StageChange;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.history.Chronicle;
import lt.mokiniai.register.history.History;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonIdentity;
import lt.mokiniai.register.students.facts.PersonName;
import lt.mokiniai.wsdl.enrolments.Period;
import lt.mokiniai.wsdl.students.ConfirmStudentFactResponse;
import lt.mokiniai.wsdl.students.Fact;
import lt.mokiniai.wsdl.types.Confirmation;
import lt.mokiniai.wsdl.types.Enrolment;
import org.junit.jupiter.api.Test;

/** Random studies, told by the rules of the register, are read as a plain model has them, on any day as known at any time. */
public interface StudyHistoryRules {

    Bench bench();

    LocalDate FIRST = TODAY.minusDays(40);
    int DAYS = 70;

    /** Schools with a programme each: general education twice in two municipalities, and music. */
    List<List<String>> OFFERS = List.of(
            List.of(Reference.SCHOOL, Reference.BASIC, "BASIC", Reference.KAUNAS),
            List.of(Reference.VILNIUS_SCHOOL, Reference.SECONDARY, "SECONDARY", Reference.VILNIUS),
            List.of(Reference.MUSIC_SCHOOL, Reference.MUSIC, "SUPPLEMENTARY", Reference.KAUNAS));

    @Test
    default void agreesWithAPlainModelOfStudies() {
        int histories = Thoroughness.of(25, 1000);
        for (int seed = 0; seed < histories; seed++) {
            new Told(bench(), new Random(seed)).compare("history " + seed);
        }
    }

    /** One student's studies, in the register and in the model. */
    final class Told {

        private final Bench bench;
        private final Random random;
        private final String registerId = Numbers.registerId();
        private final Chronicle chronicle = new Chronicle(registerId, noon(FIRST.minusDays(1)));
        private final Map<RegisteredEnrolment, StudyModel> model = new LinkedHashMap<>();
        private final Map<Instant, List<StudyModel>> known = new TreeMap<>();

        Told(Bench bench, Random random) {
            this.bench = bench;
            this.random = random;
            Instant time = noon(FIRST.minusDays(1));
            PersonIdentity identity = new PersonIdentity(
                    chronicle.person(),
                    null,
                    null,
                    new PersonName("Ona", "Kazlauskė"),
                    LocalDate.of(2012, 5, 6),
                    "M",
                    null);
            chronicle.at(time, history -> history.asserts(identity, Term.since(LocalDate.of(2012, 5, 6))));
            int steps = 2 + random.nextInt(9);
            for (int step = 0; step < steps; step++) {
                time = time.plusSeconds(1 + random.nextInt(100_000));
                step(time);
                known.put(time, model.values().stream().map(StudyModel::copy).toList());
            }
        }

        private void step(Instant time) {
            if (model.isEmpty() || random.nextInt(4) == 0) {
                begin(time);
                return;
            }
            RegisteredEnrolment enrolment = List.copyOf(model.keySet()).get(random.nextInt(model.size()));
            StudyModel study = model.get(enrolment);
            LocalDate day = day();
            if (!study.term().includes(day)) {
                return;
            }
            LocalDate first = List.copyOf(study.told.keySet()).get(random.nextInt(study.told.size()));
            switch (random.nextInt(9)) {
                case 0 -> {
                    StudyModel.Days days = days(day, study);
                    if (isFree(study, days, null)) {
                        study.interruptions.add(days);
                        at(time, history -> enrolment.interrupt(history, term(days), "ILLNESS"));
                    }
                }
                case 1 -> {
                    if (study.to == null) {
                        study.lasts(study.from, day);
                        at(time, history -> enrolment.withdraw(history, day, new Leaving("ABROAD", "IE")));
                    }
                }
                case 2 -> {
                    LocalDate last = random.nextBoolean() ? null : day.plusDays(random.nextInt(20));
                    if (study.expectedEnd == null || !study.expectedEnd.isBefore(day)) {
                        study.lasts(day, last);
                        at(
                                time,
                                history -> enrolment.correctTerm(
                                        history, enrolment.term(history).left(null), new Term(day, last)));
                    }
                }
                case 3 -> {
                    if (!first.equals(study.from)) {
                        study.told.remove(first);
                        at(time, history -> enrolment.strikeStage(history, first));
                    }
                }
                case 4 -> {
                    boolean stays = first.equals(study.from) || study.told.containsKey(day);
                    StudyModel.Told what = told();
                    study.tells(stays ? first : day, study.told.remove(first).then(what));
                    at(time, history -> enrolment.correctStage(history, first, stays ? first : day, change(what)));
                }
                case 5 -> resumeOrCorrect(time, enrolment, study, day);
                default -> {
                    StudyModel.Told what = told();
                    study.tells(day, what);
                    at(time, history -> enrolment.learns(history, day, change(what)));
                }
            }
        }

        /** An interruption ends, is corrected, or is struck. */
        private void resumeOrCorrect(Instant time, RegisteredEnrolment enrolment, StudyModel study, LocalDate day) {
            if (study.interruptions.isEmpty()) {
                return;
            }
            StudyModel.Days wrong = study.interruptions.get(random.nextInt(study.interruptions.size()));
            StudyModel.Days right = days(day, study);
            if (wrong.includes(day) && wrong.from().isBefore(day)) {
                study.interruptions.remove(wrong);
                study.interruptions.add(new StudyModel.Days(wrong.from(), day.minusDays(1)));
                at(time, history -> enrolment.resume(history, day));
            } else if (isFree(study, right, wrong)) {
                study.interruptions.remove(wrong);
                study.interruptions.add(right);
                at(
                        time,
                        history -> enrolment
                                .interruption(history, wrong.from(), "begins")
                                .ifPresent(known -> enrolment.correctInterruption(history, known, term(right), null)));
            } else {
                study.interruptions.remove(wrong);
                at(time, history -> enrolment.strikeInterruption(history, wrong.from()));
            }
        }

        private void at(Instant time, Consumer<History> step) {
            chronicle.at(time, step);
        }

        private StudyModel.Days days(LocalDate from, StudyModel study) {
            return new StudyModel.Days(from, random.nextBoolean() ? study.to : from.plusDays(random.nextInt(10)));
        }

        private static boolean isFree(StudyModel study, StudyModel.Days days, StudyModel.Days but) {
            return (days.to() == null ? study.to == null : study.term().includes(days.to()))
                    && study.interruptions.stream()
                            .filter(each -> !each.equals(but))
                            .noneMatch(
                                    each -> days.overlaps(each.from(), each.to() == null ? LocalDate.MAX : each.to()));
        }

        private static Term term(StudyModel.Days days) {
            return new Term(days.from(), days.to());
        }

        private void begin(Instant time) {
            List<String> offer = OFFERS.get(random.nextInt(OFFERS.size()));
            RegisteredEnrolment enrolment = new RegisteredEnrolment(
                    chronicle.person(), Numbers.registerId(), InstitutionCode.of(offer.get(0)), offer.get(1));
            LocalDate from = day();
            LocalDate expected = random.nextBoolean() ? from.plusDays(random.nextInt(DAYS)) : null;
            StudyModel.Told first = new StudyModel.Told(level(), language());
            model.put(enrolment, new StudyModel(offer.get(2), offer.get(3), from, expected, first));
            EnrolmentTerm term = new EnrolmentTerm(enrolment, null, expected, null, null);
            chronicle.at(
                    time,
                    history -> enrolment.begin(
                            history, Term.since(from), term, change(first).content()));
        }

        private LocalDate day() {
            return FIRST.plusDays(random.nextInt(DAYS));
        }

        private int level() {
            return 6 + random.nextInt(4);
        }

        private String language() {
            return List.of("lt", "pl", "ru").get(random.nextInt(3));
        }

        /** What a change tells: one of the two, or both. */
        private StudyModel.Told told() {
            int which = random.nextInt(3);
            return new StudyModel.Told(which == 0 ? null : level(), which == 1 ? null : language());
        }

        private static StageChange change(StudyModel.Told told) {
            SchoolClass in = told.level() == null ? null : new SchoolClass(null, null, null, told.level(), null, null);
            return StageChange.to(new StageContent(null, null, null, told.language(), in, null));
        }

        void compare(String name) {
            bench.has(chronicle);
            bench.clock().set(noon(TODAY.plusDays(60)));
            known.forEach((time, studies) -> {
                enrolments(name + " as known at " + time, time, studies, day(), day());
                LocalDate day = day();
                for (Fact fact : facts()) {
                    fact(name + " as known at " + time + " on " + day, time, studies, day, fact);
                }
            });
        }

        private List<Fact> facts() {
            return List.of(
                    learnsAnywhere(),
                    learnsGeneralOrVocational(),
                    isInterrupted(),
                    inFamily("BASIC"),
                    studiesIn(Reference.KAUNAS),
                    levelAtLeast(level()));
        }

        private void enrolments(String name, Instant time, List<StudyModel> studies, LocalDate one, LocalDate other) {
            LocalDate from = one.isBefore(other) ? one : other;
            LocalDate to = one.isBefore(other) ? other : one;
            List<Enrolment> answer = bench.enrolments(byRegisterId(registerId), request -> {
                        Period period = new Period();
                        period.setFrom(from);
                        period.setTo(to);
                        request.setPeriod(period);
                        request.setKnownAt(time);
                    })
                    .getEnrolment();
            List<String> expected = studies.stream()
                    .filter(study -> study.term().overlaps(from, to))
                    .map(study -> "%s..%s until %s %s %s"
                            .formatted(
                                    study.from,
                                    study.to,
                                    study.expectedEnd,
                                    study.stages().entrySet().stream()
                                            .filter(stage -> stage.getKey().overlaps(from, to))
                                            .map(stage -> stage.getKey().from() + ".."
                                                    + stage.getKey().to() + " "
                                                    + stage.getValue().level() + " "
                                                    + stage.getValue().language())
                                            .toList(),
                                    study.interruptions.stream()
                                            .filter(each -> each.overlaps(from, to))
                                            .map(each -> each.from() + ".." + each.to())
                                            .sorted()
                                            .toList()))
                    .sorted()
                    .toList();
            assertThat(answer.stream()
                            .map(enrolment -> "%s..%s until %s %s %s"
                                    .formatted(
                                            enrolment.getEnrolledFrom(),
                                            enrolment.getEnrolledTo(),
                                            enrolment.getExpectedEnd(),
                                            enrolment.getStage().stream()
                                                    .map(stage -> stage.getFrom() + ".." + stage.getTo() + " "
                                                            + stage.getClassLevel() + " " + stage.getLanguage())
                                                    .toList(),
                                            enrolment.getInterruption().stream()
                                                    .map(each -> each.getFrom() + ".." + each.getTo())
                                                    .sorted()
                                                    .toList()))
                            .sorted())
                    .as(name + " from " + from + " to " + to)
                    .isEqualTo(expected);
        }

        private void fact(String name, Instant time, List<StudyModel> studies, LocalDate day, Fact fact) {
            Set<LocalDate> days = new TreeSet<>();
            studies.forEach(study -> days.addAll(study.days(fact, day)));
            LocalDate until = null;
            for (LocalDate next = day; days.contains(next); next = next.plusDays(1)) {
                until = next;
            }
            ConfirmStudentFactResponse answer = bench.confirm(byRegisterId(registerId), fact, day, time);
            assertThat(List.of(answer.getAnswer(), String.valueOf(answer.getValidUntil())))
                    .as(name)
                    .isEqualTo(List.of(until == null ? Confirmation.NO : Confirmation.YES, String.valueOf(until)));
        }
    }
}
