package lt.mokiniai.system;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import lt.mokiniai.Application;
import lt.mokiniai.Fork;
import lt.mokiniai.exchange.evidence.MessageLog;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.platform.database.TestLimits;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import lt.mokiniai.register.bench.SqlLog;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole register, running: the demo's keys, contracts and students, a database, a port. It is asked over HTTP. */
final class Register implements AutoCloseable {

    static final XRoadId ID = XRoadId.parse("LT-DEMO/GOV/190000008/mokiniai");
    static final int STUDENTS = 300;

    /** The public address of the second node. */
    static final String PUBLIC = "https://register.example.lt";

    private static final String DATABASE =
            "jdbc:h2:mem:exchange;MODE=Oracle;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=";
    private static final Path FOLDER = Fork.folder("exchange");
    private static final Path SILENT_AUTHORITY = FOLDER.resolve("silent-authority.pem");
    private static final Path CONTRACTS = FOLDER.resolve("contracts");
    private static final Path DEMO = FOLDER.resolve("demo");

    /** Started once for all tests that change nothing of it but the log. */
    private static final class Shared {
        static final Register REGISTER = start(Map.of());
    }

    /** A second node on the same database. It does not wait long for a lock, and has a public address. */
    private static final class Second {
        static final Register REGISTER =
                start(Map.of("spring.datasource.url", DATABASE + "200", "mokiniai.http.public-address", PUBLIC));
    }

    private final ConfigurableApplicationContext application;
    private final TestClock clock;
    private final Instant startedAt;
    private final Parties parties = new Parties(DEMO);
    private final Map<List<Object>, Set<String>> residents = new ConcurrentHashMap<>();
    private final List<ContractFile> contracts = ContractFile.in(CONTRACTS);

    private Register(ConfigurableApplicationContext application, TestClock clock) {
        this.application = application;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    static Register shared() {
        return Shared.REGISTER;
    }

    /** Started once too: a second node on the database of the first. */
    static Register second() {
        shared();
        return Second.REGISTER;
    }

    /** Starts another one: on the same database, as a second node is, but where settings say otherwise. */
    static Register start(Map<String, String> settings) {
        return start(settings, new SpringApplication(Application.class));
    }

    /** Starts one whose statements are watched. */
    static Register watched(Map<String, String> settings) {
        return start(settings, with(DataSource.class, SqlLog::new));
    }

    /** An application in which something stands in for each part of a type. */
    static <T> SpringApplication with(Class<T> type, UnaryOperator<T> standIn) {
        SpringApplication application = new SpringApplication(Application.class);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return type.isInstance(bean) ? standIn.apply(type.cast(bean)) : bean;
            }
        }));
        return application;
    }

    /** Starts one that goes by the clock of this machine, as one in a process of its own does. */
    static Register startByTheTimeOfThisMachine(Map<String, String> settings) {
        return start(settings, new SpringApplication(Application.class), new TestClock(Duration.ZERO));
    }

    /** Starts one whose clock is ahead of the others'. */
    static Register startAhead(Duration ahead, Map<String, String> settings) {
        return start(settings, new SpringApplication(Application.class), new TestClock(TestClock.AHEAD.plus(ahead)));
    }

    /** Starts one of which more than settings is different. */
    static Register start(Map<String, String> settings, SpringApplication application) {
        return start(settings, application, new TestClock());
    }

    private static Register start(Map<String, String> settings, SpringApplication application, TestClock clock) {
        String[] arguments = arguments(settings);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
        return new Register(application.run(arguments), clock);
    }

    /** Writes what a start needs, and gives its arguments. */
    static String[] arguments(Map<String, String> settings) {
        TestContracts.write(CONTRACTS);
        Parties.writeSilentAuthority(SILENT_AUTHORITY);
        Map<String, String> all = new HashMap<>(TestLimits.settings());
        all.putAll(Map.of(
                "spring.profiles.active",
                "demo",
                "server.port",
                "0",
                "management.server.port",
                "-1",
                "spring.datasource.url",
                DATABASE + "60000",
                // Tests refuse hundreds of messages a minute, and look for each.
                "mokiniai.evidence.unknown-senders.rows-a-minute",
                "1000000",
                "mokiniai.demo.folder",
                DEMO.toString(),
                "mokiniai.demo.students",
                String.valueOf(STUDENTS),
                "mokiniai.demo.contracts",
                CONTRACTS.toString(),
                "mokiniai.security.trusted-authorities",
                DEMO.resolve("ca.crt") + "," + SILENT_AUTHORITY));
        // Who waits for a place waits as long as it takes, with as many others; tests of the places say otherwise.
        all.put("mokiniai.capacity.waiting", "200");
        all.put("mokiniai.capacity.longest-wait", "60s");
        all.put("mokiniai.capacity.longest-wait-for-a-row", "60s");
        all.put("mokiniai.sandbox.hosts", "Testers.example");
        // Nothing is delivered but what a test delivers.
        all.put("mokiniai.intake.transport.look-every", "30d");
        all.putAll(settings);
        return all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /** Speaks as a party: sends what {@link Client} says. */
    Client as(String party) {
        return new Client(this, party);
    }

    URI address(String path) {
        return URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port")
                + "/services/" + path);
    }

    /** An address of the port of the operator. */
    URI management(String path) {
        return URI.create(
                "http://localhost:" + application.getEnvironment().getProperty("local.management.port") + path);
    }

    Path contractFolder() {
        return CONTRACTS;
    }

    Path demoFolder() {
        return DEMO;
    }

    Parties parties() {
        return parties;
    }

    List<ContractFile> contracts() {
        return contracts;
    }

    ContractFile contractOf(String party) {
        return contracts.stream()
                .filter(contract -> contract.party().equals(party))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no contract of " + party));
    }

    TrustedAuthorities authorities() {
        return TrustedAuthorities.load(List.of(DEMO.resolve("ca.crt")));
    }

    /** What {@link Residents} found by a query of a day. */
    Map<List<Object>, Set<String>> residents() {
        return residents;
    }

    TestClock clock() {
        return clock;
    }

    Instant startedAt() {
        return startedAt;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.ZONE);
    }

    MessageLog log() {
        return application.getBean(MessageLog.class);
    }

    JdbcClient jdbc() {
        return application.getBean(JdbcClient.class);
    }

    /** What was asked of the database, where it is watched. */
    SqlLog sql() {
        return (SqlLog) bean(DataSource.class);
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    @Override
    public void close() {
        application.close();
    }

    /** The time of this machine, but never so near to midnight that a test begins on one day and ends on another. */
    static final class TestClock extends Clock {

        /** One for all of a process that began when it did: nodes started before and after 23:30 speak to each other. */
        private static final Duration AHEAD =
                processBegan().isAfter(LocalTime.of(23, 30)) ? Duration.ofMinutes(31) : Duration.ZERO;

        private final Duration ahead;

        private TestClock() {
            this(AHEAD);
        }

        private static LocalTime processBegan() {
            return LocalTime.ofInstant(
                    Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()), Dates.ZONE);
        }

        private TestClock(Duration ahead) {
            this.ahead = ahead;
        }

        @Override
        public ZoneId getZone() {
            return Dates.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), ahead);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
