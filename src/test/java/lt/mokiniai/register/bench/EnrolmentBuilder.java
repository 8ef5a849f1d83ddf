package lt.mokiniai.register.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.register.enrolments.facts.ContractReference;
import lt.mokiniai.register.enrolments.facts.EnrolmentInterruption;
import lt.mokiniai.register.enrolments.facts.EnrolmentStage;
import lt.mokiniai.register.enrolments.facts.EnrolmentTerm;
import lt.mokiniai.register.enrolments.facts.Leaving;
import lt.mokiniai.register.enrolments.facts.RegisteredEnrolment;
import lt.mokiniai.register.enrolments.facts.SchoolClass;
import lt.mokiniai.register.enrolments.facts.StageContent;
import lt.mokiniai.register.results.facts.EnrolmentResult;
import lt.mokiniai.register.results.facts.ResultKey;
import lt.mokiniai.register.results.facts.ResultValue;
import lt.mokiniai.register.results.facts.SchoolYear;

/**
 * Says where and how a student studies; what is said last is about the stage before, or about the whole enrolment. The
 * enrolment's term is from the first day of its stages to their last, as they were believed.
 */
public final class EnrolmentBuilder {

    private static final Set<String> OF_THE_ENROLMENT = Set.of("programme");

    private static final Set<String> OF_THE_TERM = Set.of(
            "unit", "expected_end", "contract_number", "contract_date", "came_from", "left_to", "leaving_reason");

    private final String enrolmentId = Numbers.registerId();
    private final Row enrolment = Row.plain("enrolment");
    private final Row term = Row.fact("enrolment_term");
    private final List<Row> stages = new ArrayList<>();
    private final List<Row> interruptions = new ArrayList<>();
    private final Map<ResultKey, ResultValue> results = new LinkedHashMap<>();
    private Row stage;
    private LocalDate begun;

    private EnrolmentBuilder(String institution) {
        enrolment.with("institution", institution).with("programme", Reference.BASIC);
        stage = Row.fact("enrolment_stage");
        stages.add(stage);
    }

    public static EnrolmentBuilder at(String institution) {
        return new EnrolmentBuilder(institution);
    }

    public EnrolmentBuilder programme(String code) {
        return with("programme", code);
    }

    public EnrolmentBuilder level(Integer level) {
        return with("class_level", level);
    }

    public EnrolmentBuilder className(String name) {
        return with("class_name", name);
    }

    public EnrolmentBuilder from(LocalDate day) {
        return with("valid_from", day);
    }

    public EnrolmentBuilder to(LocalDate day) {
        return with("valid_to", day);
    }

    /** Tells of the stages from a day on alone; the term begins when it did. */
    public EnrolmentBuilder stageFrom(LocalDate day) {
        begun = stage.validFrom();
        return from(day);
    }

    public EnrolmentBuilder believed(Instant since, Instant until) {
        stage.believed(since, until);
        return this;
    }

    public EnrolmentBuilder cameFrom(String where) {
        return with("came_from", where);
    }

    public EnrolmentBuilder leftTo(String where) {
        return with("left_to", where);
    }

    public EnrolmentBuilder contract(String number, LocalDate date) {
        return with("contract_number", number).with("contract_date", date);
    }

    /** Sets any other column of the enrolment, its term or its stage. */
    public EnrolmentBuilder with(String column, Object value) {
        Row row = OF_THE_ENROLMENT.contains(column) ? enrolment : OF_THE_TERM.contains(column) ? term : stage;
        row.with(column, value);
        return this;
    }

    /** Begins the next stage of the same enrolment, like the one before. */
    public EnrolmentBuilder then() {
        stage = stage.again();
        stages.add(stage);
        return this;
    }

    public EnrolmentBuilder interrupted(LocalDate from, LocalDate to, String reason) {
        interruptions.add(
                Row.fact("enrolment_interruption").with("reason", reason).held(from, to));
        return this;
    }

    /** Adds a result that was decided on the last day of its school year. */
    public EnrolmentBuilder result(ResultKey key, ResultValue value) {
        results.put(key, value);
        return this;
    }

    public String enrolmentId() {
        return enrolmentId;
    }

    /** Tells of the enrolment and of all that is known of it. */
    void tell(Told told) {
        RegisteredEnrolment registered = new RegisteredEnrolment(
                told.person(),
                enrolmentId,
                InstitutionCode.of(enrolment.text("institution")),
                enrolment.text("programme"));
        told.always(history -> history.adds(registered));
        terms().forEach(row -> told.fact(row, term(row, registered)));
        stages.forEach(row -> told.fact(row, new EnrolmentStage(registered, content(row))));
        results.forEach((key, value) -> told.fact(
                Row.fact("enrolment_result").held(new SchoolYear(key.schoolYear()).last(), null),
                new EnrolmentResult(registered, key, value, null, null)));
        interruptions.forEach(row -> told.fact(row, new EnrolmentInterruption(registered, row.text("reason"))));
    }

    private static EnrolmentTerm term(Row row, RegisteredEnrolment registered) {
        EnrolmentTerm term = new EnrolmentTerm(
                registered,
                row.text("unit"),
                row.day("expected_end"),
                new ContractReference(row.text("contract_number"), row.day("contract_date")),
                row.text("came_from"));
        return row.validTo() == null ? term : term.left(new Leaving(row.text("leaving_reason"), row.text("left_to")));
    }

    private static StageContent content(Row row) {
        return new StageContent(
                row.text("learning_form"),
                row.text("learning_way"),
                row.text("education_type"),
                row.text("language"),
                new SchoolClass(
                        row.text("class_type"),
                        row.text("class_purpose"),
                        row.text("class_stage"),
                        row.number("class_level"),
                        row.text("gymnasium_label"),
                        row.text("class_name")),
                row.text("funding"));
    }

    /** The terms that were believed, one between each two times at which the belief in a stage began or ended. */
    private List<Row> terms() {
        List<Instant> times = stages.stream()
                .flatMap(each -> Stream.of(each.recordedAt(), each.believedUntil()))
                .distinct()
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .toList();
        List<Row> terms = new ArrayList<>();
        for (int i = 0; i + 1 < times.size(); i++) {
            Instant time = times.get(i);
            List<Row> believed =
                    stages.stream().filter(each -> each.isBelievedAt(time)).toList();
            if (!believed.isEmpty()) {
                terms.add(term.again()
                        .held(begun == null ? first(believed) : begun, last(believed))
                        .believed(time, times.get(i + 1)));
            }
        }
        return terms;
    }

    private static LocalDate first(List<Row> stages) {
        return stages.stream()
                .map(Row::validFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate last(List<Row> stages) {
        return stages.stream().map(Row::validTo).anyMatch(Objects::isNull)
                ? null
                : stages.stream()
                        .map(Row::validTo)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }
}
