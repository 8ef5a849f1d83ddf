package lt.mokiniai.register.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Says where and how a student studies; what is said last is about the stage before, or about the whole enrolment. The
 * enrolment's term is from the first day of its stages to their last, as they were believed.
 */
public final class EnrolmentBuilder {

    private static final Set<String> OF_THE_ENROLMENT = Set.of("programme");

    private static final Set<String> OF_THE_TERM = Set.of(
            "unit", "expected_end", "contract_number", "contract_date", "came_from", "left_to", "leaving_reason");

    private final long number = Numbers.next();
    private final String enrolmentId = Numbers.registerId();
    private final Row enrolment = Row.plain("enrolment")
            .with("id", number)
            .with("register_id", enrolmentId)
            .with("recorded_at", Row.known(Row.ALWAYS));
    private final Row term = Row.fact("enrolment_term").with("enrolment_id", number);
    private final List<Row> stages = new ArrayList<>();
    private final List<Row> interruptions = new ArrayList<>();
    private Row stage;

    private EnrolmentBuilder(String institution) {
        enrolment.with("institution", institution).with("programme", Reference.BASIC);
        stage = Row.fact("enrolment_stage").with("enrolment_id", number).with("institution", institution);
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
        interruptions.add(Row.fact("enrolment_interruption")
                .with("enrolment_id", number)
                .with("reason", reason)
                .held(from, to));
        return this;
    }

    public String enrolmentId() {
        return enrolmentId;
    }

    void insert(long person, JdbcTemplate jdbc) {
        enrolment.with("person_id", person).insert(jdbc);
        terms().forEach(row -> row.insert(jdbc));
        stages.forEach(row -> row.insert(jdbc));
        interruptions.forEach(row -> row.insert(jdbc));
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
                terms.add(term.again().held(first(believed), last(believed)).believed(time, times.get(i + 1)));
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
