package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import lt.mokiniai.register.bench.PlanLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** By which plans a register on PostgreSQL does what it is asked: whether it reads a large table from one end to the other. */
final class Plans {

    /** Smaller ones are read faster so. */
    private static final int LARGE = 5_000;

    private static final Pattern SCAN = Pattern.compile("\\bSeq Scan on (\\w+)");

    private final Register register;
    private final PlanLog log;
    private final Set<String> large = new TreeSet<>();

    private Plans(Register register, DataSource database) {
        this.register = register;
        this.log = (PlanLog) register.bean(DataSource.class);
        // Past the pool: it takes longer than an exchange may.
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("ANALYZE").update();
        large.addAll(jdbc.sql("SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples >= ?")
                .param(LARGE)
                .query(String.class)
                .list());
        assertThat(large).contains("person", "person_identity", "person_residence", "enrolment", "enrolment_stage");
    }

    /** Starts a register whose statements are explained, and has the database count its rows. */
    static Plans of(Map<String, String> settings) {
        return new Plans(
                Register.start(settings, Register.with(DataSource.class, PlanLog::new)),
                new DriverManagerDataSource(
                        Objects.requireNonNull(settings.get("spring.datasource.url")),
                        Objects.requireNonNull(settings.get("spring.datasource.username")),
                        ""));
    }

    Register register() {
        return register;
    }

    /** Asks an operation of which something is found, and gives the plans of what that came to, by statement. */
    Map<String, List<String>> of(String operation) {
        String content = Questions.content(register, operation);
        // What was prepared for the question.
        log.taken();
        Reply reply = register.as(Questions.whoMay(operation))
                .asks(operation, content)
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return log.taken();
    }

    /** Gives the plans of something else. */
    Map<String, List<String>> of(Runnable work) {
        log.taken();
        work.run();
        return log.taken();
    }

    /** Gives the plans that read a large table from one end to the other: statement and plan by table. */
    Map<String, String> scans(Map<String, List<String>> plans) {
        Map<String, String> scans = new TreeMap<>();
        plans.forEach((statement, plan) -> {
            Matcher scan = SCAN.matcher(String.join("\n", plan));
            while (scan.find()) {
                if (large.contains(scan.group(1))) {
                    scans.put(scan.group(1), statement + "\n" + String.join("\n", plan));
                }
            }
        });
        return scans;
    }
}
