package lt.mokiniai.register.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** Says what certificate a student has; {@code from}, {@code to} and {@code believed} speak of the state before. */
public final class CertificateBuilder {

    private final long number = Numbers.next();
    private final Row certificate = Row.plain("certificate").with("id", number);
    private final List<Row> states = new ArrayList<>();
    private final List<Row> lines = new ArrayList<>();
    private int subjects;
    private int links;

    private CertificateBuilder() {
        with("kind", "MATURITY")
                .with("form_code", "3014")
                .with("institution", Reference.SCHOOL)
                .with("programme", Reference.SECONDARY)
                .holder("Kazlauskė")
                .issuedOn(LocalDate.of(2024, 6, 20));
    }

    public static CertificateBuilder digital(String registrationNumber) {
        return new CertificateBuilder().with("registration_number", registrationNumber);
    }

    public static CertificateBuilder paper(String series, String documentNumber) {
        return new CertificateBuilder().with("series", series).with("document_number", documentNumber);
    }

    public CertificateBuilder kind(String kind) {
        return with("kind", kind);
    }

    public CertificateBuilder holder(String familyName) {
        return with("holder_name_key", familyName.toUpperCase(Locale.ROOT));
    }

    public CertificateBuilder issuedOn(LocalDate day) {
        return with("issue_date", day);
    }

    /** Adds a state that holds from the day of issue on. */
    public CertificateBuilder state(String state) {
        states.add(Row.fact("certificate_state").with("certificate_id", number).with("state", state));
        return this;
    }

    public CertificateBuilder from(LocalDate day) {
        states.get(states.size() - 1).with("valid_from", day);
        return this;
    }

    public CertificateBuilder to(LocalDate day) {
        states.get(states.size() - 1).with("valid_to", day);
        return this;
    }

    public CertificateBuilder believed(Instant since, Instant until) {
        states.get(states.size() - 1).believed(since, until);
        return this;
    }

    public CertificateBuilder subject(String code, String course, String grade, String exam) {
        return subject(++subjects, code, course, grade, exam);
    }

    public CertificateBuilder subject(int ordinal, String code, String course, String grade, String exam) {
        lines.add(Row.plain("certificate_subject")
                .with("certificate_id", number)
                .with("ordinal", ordinal)
                .with("code", code)
                .with("name", Reference.NAMED + code)
                .with("course", course)
                .with("grade", grade)
                .with("exam", exam));
        return this;
    }

    public CertificateBuilder linked(String kind, CertificateBuilder other) {
        lines.add(Row.plain("certificate_link")
                .with("certificate_id", number)
                .with("ordinal", ++links)
                .with("kind", kind)
                .with("other_id", other.number));
        return this;
    }

    /** Sets any other column of the certificate. */
    public CertificateBuilder with(String column, Object value) {
        certificate.with(column, value);
        return this;
    }

    void insert(long person, JdbcTemplate jdbc) {
        if (states.isEmpty()) {
            state("ISSUED");
        }
        certificate
                .with("person_id", person)
                .with("recorded_at", Row.known(Row.ALWAYS))
                .insert(jdbc);
        states.forEach(row -> row.insert(jdbc));
        lines.forEach(row -> row.insert(jdbc));
    }
}
