package lt.mokiniai.tools.demo.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.platform.database.MaintenanceConnections;
import lt.mokiniai.platform.embedded.FileSpace;
import lt.mokiniai.register.history.HistoryStore;
import lt.mokiniai.tools.demo.DemoCast;
import lt.mokiniai.tools.demo.DemoProperties;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty register with fictional students before the server opens its port (docs/register.md, 'Demo data'). The same
 * seed gives the same register in a school year, from 1 September to 31 August, and student n is the same in a register of
 * any size. What a start that broke off left behind is removed and made anew.
 */
@Component
@ConditionalOnProperty(name = "mokiniai.demo.enabled", havingValue = "true")
@EnableConfigurationProperties(DemoProperties.class)
@DependsOnDatabaseInitialization
public class DemoRegister implements SmartLifecycle {

    /** The person that stands in a register for as long as it is being filled; nobody else has such an id. */
    static final String UNFINISHED = "DEMO0UNFINISHED0";

    private static final int PROGRESS_FROM = 100_000;
    private static final int STUDENTS_OF_A_TRANSACTION = 2_000;
    private static final int STUDENTS_AT_ONCE = 200;

    /** What is written of persons, children first. */
    static final List<String> TABLES = List.of(
            "certificate_link",
            "certificate_check",
            "certificate_module",
            "certificate_subject",
            "certificate_language",
            "certificate_state",
            "certificate",
            "enrolment_result",
            "enrolment_interruption",
            "enrolment_stage",
            "enrolment_term",
            "enrolment",
            "person_restriction",
            "person_special_needs",
            "person_guardian",
            "person_residence",
            "person_citizenship",
            "person_origin",
            "person_identity");

    /** What is written of institutions and programmes, children first. */
    private static final List<String> REFERENCE = List.of(
            "pedagogue_post",
            "licence_fact",
            "programme_qualification",
            "programme_module_fact",
            "programme_code",
            "programme_fact",
            "institution_former_code",
            "institution_fact",
            "licence",
            "programme_module",
            "programme",
            "institution");

    private static final Logger LOG = LoggerFactory.getLogger(DemoRegister.class);

    private final HistoryStore store;
    private final JdbcTemplate jdbc;
    private final JdbcTemplate maintenance;
    private final TransactionTemplate transaction;
    private final FileSpace space;
    private final Clock clock;
    private final int students;
    private final long seed;
    private volatile boolean running;

    /** @throws IllegalArgumentException when there are not personal codes enough for so many students */
    public DemoRegister(
            HistoryStore store,
            JdbcTemplate jdbc,
            MaintenanceConnections maintenance,
            PlatformTransactionManager transactions,
            FileSpace space,
            Clock clock,
            DemoProperties properties) {
        if (properties.students() > SeededIdentifiers.MOST_STUDENTS) {
            throw new IllegalArgumentException(
                    "mokiniai.demo.students must be at most " + SeededIdentifiers.MOST_STUDENTS);
        }
        this.store = store;
        this.jdbc = jdbc;
        this.maintenance = maintenance.jdbc();
        this.transaction = new TransactionTemplate(transactions);
        this.space = space;
        this.clock = clock;
        this.students = properties.students();
        this.seed = properties.seed();
    }

    @Override
    public void start() {
        fill();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts late. */
    @Override
    public int getPhase() {
        return 0;
    }

    /**
     * Fills the register, unless it did so before.
     *
     * @throws IllegalStateException when others than the demo's people are in it: a demo opens the sandbox, and its keys
     *     are nobody's secret
     */
    public void fill() {
        if (count("SELECT COUNT(*) FROM person WHERE register_id = ?", UNFINISHED) > 0) {
            LOG.info("The demo register was left unfinished; it is made anew");
            clear();
        } else if (count("SELECT COUNT(*) FROM person") > 0) {
            if (count("SELECT COUNT(*) FROM person WHERE register_id = ?", DemoCast.KAUNAS_STUDENT.registerId()) == 0) {
                throw new IllegalStateException("the database holds people who are not of the demo; a demo starts on a"
                        + " database of its own (spring.datasource.url), or without the profile demo");
            }
            return;
        } else {
            jdbc.update(
                    "INSERT INTO person (id, register_id, recorded_at, last_recorded_at)"
                            + " VALUES (0, ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)",
                    UNFINISHED);
        }
        LOG.info("Making a demo register of {} students; this takes a while, once", students);
        Instant begun = clock.instant();
        space.usedAgainAtOnce(this::write);
        jdbc.update("DELETE FROM person WHERE register_id = ?", UNFINISHED);
        LOG.info(
                "Made a demo register of {} students and the cast in {} ms",
                students,
                Duration.between(begun, clock.instant()).toMillis());
    }

    private void write() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
        int year = today.getMonthValue() < 9 ? today.getYear() - 1 : today.getYear();
        SeededIdentifiers seeded = new SeededIdentifiers(seed);
        StudentGenerator generator = transaction.execute(status -> {
            ReferenceRows rows = new ReferenceRows();
            Programmes programmes = new Programmes(rows);
            Schools schools = new Schools(students, rows);
            rows.insert(jdbc, clock.instant());
            StudyGenerator studies = new StudyGenerator(seeded, schools, programmes, year);
            Certificates certificates = new Certificates(studies);
            store.load(new CastHistories(studies, certificates, year).all());
            certificates.endCast();
            return new StudentGenerator(seeded, schools, studies, certificates, year);
        });
        try (Progress progress = new Progress(students)) {
            for (int first = 0; first < students; first += STUDENTS_OF_A_TRANSACTION) {
                int from = first;
                int to = Math.min(students, first + STUDENTS_OF_A_TRANSACTION);
                transaction.executeWithoutResult(status -> {
                    for (int index = from; index < to; index += STUDENTS_AT_ONCE) {
                        store.load(IntStream.range(index, Math.min(to, index + STUDENTS_AT_ONCE))
                                .mapToObj(generator::student)
                                .toList());
                    }
                });
                progress.reached(to);
            }
        }
    }

    /** Removes everything but the mark, children first. */
    private void clear() {
        TABLES.forEach(table -> maintenance.update("DELETE FROM " + table));
        maintenance.update("DELETE FROM person WHERE register_id <> ?", UNFINISHED);
        REFERENCE.forEach(table -> maintenance.update("DELETE FROM " + table));
    }

    private int count(String sql, Object... arguments) {
        List<Integer> found = jdbc.queryForList(sql, Integer.class, arguments);
        return found.get(0);
    }

    /** A bar for those who wait long. */
    private static final class Progress implements AutoCloseable {

        private final @Nullable ProgressBar bar;

        Progress(int students) {
            bar = students < PROGRESS_FROM ? null : new ProgressBar("Demo register", students);
        }

        void reached(int student) {
            if (bar != null) {
                bar.stepTo(student);
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}
