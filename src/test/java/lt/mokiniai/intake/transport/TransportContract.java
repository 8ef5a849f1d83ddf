package lt.mokiniai.intake.transport;

import lt.mokiniai.intake.TransportDesk;
import lt.mokiniai.intake.TransportUnderTest;
import lt.mokiniai.intake.transport.files.FolderRules;
import lt.mokiniai.intake.transport.pulling.ScheduleRules;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What files and pulls promise, whatever the database; the promises stand in the rules, by subject. */
@SpringBootTest(
        classes = TransportUnderTest.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "spring.main.banner-mode=off",
            "logging.level.root=error",
            // The clock of the test says when things are recorded.
            "mokiniai.sandbox.enabled=true",
            "mokiniai.exchange.register=LT-TEST/GOV/190000008/mokiniai",
            "mokiniai.intake.transport.largest-document=256KB",
            "mokiniai.intake.transport.largest-file=1MB",
            "mokiniai.intake.transport.patience=3s"
        })
abstract class TransportContract implements FileRules, FolderRules, PullRules, ScheduleRules {

    @Autowired
    private TransportDesk desk;

    @DynamicPropertySource
    static void source(DynamicPropertyRegistry properties) {
        properties.add("mokiniai.intake.transport.sources.examples.address", TestSource.SHARED::address);
    }

    @Override
    public TransportDesk desk() {
        return desk;
    }

    @BeforeEach
    void emptyRegister() {
        desk.clear();
    }
}
