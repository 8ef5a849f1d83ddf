package lt.mokiniai.register.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Says where and how a student studies; what is said last is about the stage before. */
public final class EnrolmentBuilder {

    private final String enrolmentId = Numbers.registerId();
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> interruptions = new ArrayList<>();
    private Row stage;

    private EnrolmentBuilder(String institution) {
        stage = Row.fact("enrolment")
                .with("enrolment_id", enrolmentId)
                .with("institution", institution)
                .with("programme", Reference.BASIC);
        rows.add(stage);
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

    /** Sets any other column of the stage. */
    public EnrolmentBuilder with(String column, Object value) {
        stage.with(column, value);
        return this;
    }

    /** Begins the next stage of the same enrolment, like the one before. */
    public EnrolmentBuilder then() {
        stage = stage.again();
        rows.add(stage);
        return this;
    }

    public EnrolmentBuilder interrupted(LocalDate from, LocalDate to, String reason) {
        interruptions.add(Row.fact("enrolment_interruption")
                .with("enrolment_id", enrolmentId)
                .with("reason", reason)
                .held(from, to));
        return this;
    }

    public String enrolmentId() {
        return enrolmentId;
    }

    void insert(long person, JdbcTemplate jdbc) {
        rows.forEach(row -> row.with("person_id", person).insert(jdbc));
        interruptions.forEach(row -> row.insert(jdbc));
    }
}
