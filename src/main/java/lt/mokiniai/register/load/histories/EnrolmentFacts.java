package lt.mokiniai.register.load.histories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.register.enrolments.facts.ContractReference;
import lt.mokiniai.register.enrolments.facts.EnrolmentInterruption;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.Leaving;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.StageChange;
import lt.mokiniai.register.enrolments.facts.StageItem;
import lt.mokiniai.register.enrolments.rules.Offer;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.LoadProblem;
import lt.mokiniai.register.form.RecordKind;
import lt.mokiniai.register.history.Fact;
import lt.mokiniai.register.history.Findings;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.results.ResultRules;
import lt.mokiniai.register.results.facts.EnrolmentResult;
import lt.mokiniai.wsdl.enrolments.StageContent;
import lt.mokiniai.wsdl.results.ToldResult;

/** The enrolments of a student and the facts about them, by their records. */
final class EnrolmentFacts {

    private final StudentFrame student;
    private final Map<String, LoadedEnrolment> enrolments = new LinkedHashMap<>();

    EnrolmentFacts(StudentFrame student) {
        this.student = student;
    }

    /** The enrolments, in the order in which the files tell of them first. */
    Collection<LoadedEnrolment> all() {
        return enrolments.values();
    }

    /** Adds all of them. */
    void add() {
        Map<String, List<FormRecord>> terms = new LinkedHashMap<>();
        student.records(RecordKind.ENROLMENT)
                .forEach(record -> terms.computeIfAbsent(record.required("enrolment"), key -> new ArrayList<>())
                        .add(record));
        terms.forEach(this::enrolment);
        each(RecordKind.STAGE, this::stage);
        each(RecordKind.INTERRUPTION, this::interruption);
        each(RecordKind.RESULT, this::result);
    }

    private interface Content {
        Optional<? extends Fact> of(FormRecord record, RegisteredEnrolment enrolment, Term term);
    }

    private void each(RecordKind kind, Content content) {
        for (FormRecord record : student.records(kind)) {
            LoadedEnrolment of = enrolments.get(record.required("enrolment"));
            if (of == null) {
                student.lacks(record, "enrolment", RecordKind.ENROLMENT);
                continue;
            }
            if (RecordTimes.recorded(record).isBefore(of.known())) {
                student.findings().tell(record, "recordedAt", LoadProblem.RECORDED_TOO_EARLY);
            }
            student.add(record, term -> content.of(record, of.enrolment(), term))
                    .ifPresent(of::add);
        }
    }

    private void enrolment(String key, List<FormRecord> terms) {
        FormRecord first = terms.get(0);
        String registerId = StudentFrame.registerId(terms, student.findings());
        boolean isSame = true;
        for (String column : List.of("institution", "programme")) {
            Optional<FormRecord> other = terms.stream()
                    .filter(each -> !each.required(column).equals(first.required(column)))
                    .findFirst();
            other.ifPresent(each -> student.findings().tell(each, column, LoadProblem.KEY_OF_ANOTHER));
            isSame &= other.isEmpty();
        }
        if (!isSame || !student.rules().areKnown(student.findings(), first)) {
            student.isLacking();
            return;
        }
        Instant known = terms.stream()
                .map(RecordTimes::recorded)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        RegisteredEnrolment enrolment = new RegisteredEnrolment(
                student.person(),
                registerId,
                InstitutionCode.of(first.required("institution")),
                first.required("programme"));
        LoadedEnrolment loaded = new LoadedEnrolment(enrolment, known);
        enrolments.put(key, loaded);
        student.chronicle().at(known, history -> history.adds(enrolment));
        terms.forEach(record -> student.add(record, term -> Optional.of(term(record, enrolment, term)))
                .ifPresent(loaded::add));
    }

    private EnrolmentTerm term(FormRecord record, RegisteredEnrolment enrolment, Term term) {
        Findings findings = student.findings().of(record);
        LocalDate last = term.to();
        LocalDate expectedEnd = record.date("expectedEnd");
        Offer offer = student.rules().offers().of(enrolment.institution().value(), enrolment.programme());
        offer.requireOn(findings, term.from(), "institution", "programme");
        offer.requireOpen(findings, last, "validTo");
        findings.requires(
                expectedEnd == null || !expectedEnd.isBefore(term.from()),
                "expectedEnd",
                ExchangeError.ENDS_BEFORE_BEGINNING);
        String reason = record.text("leavingReason");
        String leftTo = record.text("leftTo");
        findings.requires(
                last == null ? reason == null && leftTo == null : reason != null,
                "leavingReason",
                ExchangeError.LEAVING_OF_AN_END);
        student.rules().code(student.findings(), record, "LEAVING_REASON", last, "leavingReason");
        Stream.of("cameFrom", "leftTo").forEach(column -> place(record, column));
        String number = record.text("contractNumber");
        LocalDate date = record.date("contractDate");
        EnrolmentTerm content = new EnrolmentTerm(
                enrolment,
                record.text("unit"),
                expectedEnd,
                number == null && date == null ? null : new ContractReference(number, date),
                record.text("cameFrom"));
        return reason == null && leftTo == null ? content : content.left(new Leaving(reason, leftTo));
    }

    /** Looks at an institution or a country that a student came from or went to. */
    private void place(FormRecord record, String column) {
        Findings findings = student.findings().of(record);
        student.rules().requested().place(findings, record.text(column), column);
        student.rules().enrolments().expectsKnown(findings::requires, record.text(column), column);
    }

    private Optional<EnrolmentStage> stage(FormRecord record, RegisteredEnrolment enrolment, Term term) {
        StageContent told = new StageContent();
        told.setForm(record.text("form"));
        told.setWay(record.text("way"));
        told.setEducationType(record.text("educationType"));
        told.setLanguage(record.text("language"));
        told.setClassType(record.text("classType"));
        told.setClassPurpose(record.text("classPurpose"));
        told.setClassStage(record.text("classStage"));
        told.setClassLevel(record.number("classLevel"));
        told.setGymnasiumLabel(record.text("gymnasiumLabel"));
        told.setClassName(record.text("className"));
        told.setFunding(record.text("funding"));
        lt.mokiniai.register.enrolments.facts.StageContent content =
                student.rules().requested().stage(student.findings().of(record), told, term.from(), "");
        return told(record).map(items -> new EnrolmentStage(enrolment, new StageChange(items, content), content));
    }

    /** The items that a stage tells. */
    private Optional<Set<StageItem>> told(FormRecord record) {
        Optional<Set<StageItem>> items = StageItem.named(record.text("told"));
        if (items.isEmpty()) {
            student.findings().tell(record, "told", LoadProblem.NOT_OF_ITS_TYPE, "StageItem");
        }
        return items;
    }

    private Optional<EnrolmentInterruption> interruption(FormRecord record, RegisteredEnrolment enrolment, Term term) {
        student.rules().code(student.findings(), record, "INTERRUPTION_REASON", term.from(), "reason");
        return Optional.of(new EnrolmentInterruption(enrolment, record.required("reason")));
    }

    /** A message can tell one of them alone. */
    private void requireOneOf(FormRecord record, ExchangeError error, String... columns) {
        List<String> told =
                Stream.of(columns).filter(column -> record.text(column) != null).toList();
        told.stream().skip(1).forEach(column -> student.findings().of(record).requires(false, column, error));
    }

    private Optional<EnrolmentResult> result(FormRecord record, RegisteredEnrolment enrolment, Term term) {
        ToldResult told = new ToldResult();
        told.setKind(record.required("kind"));
        told.setSubject(record.text("subject"));
        told.setModule(record.text("module"));
        told.setCourse(record.text("course"));
        told.setSchoolYear(Objects.requireNonNull(record.number("schoolYear")));
        told.setClassLevel(record.number("classLevel"));
        told.setGrade(record.number("grade"));
        told.setPassFail(record.text("passFail"));
        told.setLevel(record.text("achievementLevel"));
        told.setScore(record.number("score"));
        told.setLanguage(record.text("language"));
        told.setDecidedOn(term.from());
        requireOneOf(record, ExchangeError.SUBJECT_OF_ASSESSMENT, "subject", "module");
        requireOneOf(record, ExchangeError.SCALE_OF_ASSESSMENT, "grade", "passFail", "achievementLevel", "score");
        student.rules()
                .results()
                .look(student.findings().of(record), told, student.rules().taught(enrolment.programme()), "");
        return Optional.of(new EnrolmentResult(
                enrolment, ResultRules.key(told), ResultRules.value(told), told.getClassLevel(), told.getLanguage()));
    }
}
