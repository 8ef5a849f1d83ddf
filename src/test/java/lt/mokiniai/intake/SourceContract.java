package lt.mokiniai.intake;

import java.util.List;
import lt.mokiniai.intake.source.SourceRegister;
import lt.mokiniai.register.bench.SettableClock;
import lt.mokiniai.register.bench.SettableScope;
import lt.mokiniai.register.enrolments.closing.LicenceExpiry;
import lt.mokiniai.register.enrolments.rules.Offers;
import lt.mokiniai.register.history.HistoryStore;
import lt.mokiniai.register.reference.Institutions;
import lt.mokiniai.register.reference.Pedagogues;
import lt.mokiniai.wsdl.tasks.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What the source registers promise, whatever the database: each subclass runs all of it on another one. */
@SpringBootTest(
        classes = SourcesUnderTest.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "spring.main.banner-mode=off",
            "logging.level.root=warn",
            // The clock of the test says when things are recorded.
            "mokiniai.sandbox.enabled=true"
        })
abstract class SourceContract implements GoldenRules, WholeWayRules, SchoolRules, PostRules, CsvRules {

    /** Children first. */
    private static final List<String> TABLES = List.of(
            "delivery_held",
            "delivery_finding",
            "delivery_record",
            "delivery",
            "source_series",
            "task",
            "enrolment_stage",
            "enrolment_term",
            "enrolment",
            "person_write",
            "person_identity",
            "person",
            "pedagogue_post",
            "licence_fact",
            "licence",
            "programme_qualification",
            "programme_module_fact",
            "programme_module",
            "programme_code",
            "programme_fact",
            "programme",
            "institution_former_code",
            "institution_fact");

    @Autowired
    private List<SourceRegister<?>> registers;

    @Autowired
    private SettableClock clock;

    @Autowired
    private SettableScope scope;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private HistoryStore store;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Offers offers;

    @Autowired
    private Institutions institutions;

    @Autowired
    private Pedagogues pedagogues;

    @Autowired
    private LicenceExpiry expiry;

    @Autowired
    private ApplicationContext beans;

    @BeforeEach
    void emptyRegister() {
        TABLES.forEach(table -> jdbc.update("DELETE FROM " + table));
        jdbc.update("UPDATE institution SET parent_code = NULL, successor = NULL");
        jdbc.update("DELETE FROM institution");
    }

    @Override
    public Deliveries deliveries() {
        return new Deliveries(registers, clock, transactions, jdbc);
    }

    @Override
    public School school() {
        return new School(store, tasks, scope, clock, transactions, jdbc);
    }

    @Override
    public Offers offers() {
        return offers;
    }

    @Override
    public Institutions institutions() {
        return institutions;
    }

    @Override
    public ApplicationContext beans() {
        return beans;
    }

    @Override
    public LicenceExpiry expiry() {
        return expiry;
    }

    @Override
    public Pedagogues pedagogues() {
        return pedagogues;
    }
}
