package lt.mokiniai.intake;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What deliveries promise, whatever the database, and whatever the register; the promises stand in the rules, by subject. */
@SpringBootTest(
        classes = IntakeUnderTest.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "spring.main.banner-mode=off",
            "logging.level.root=error",
            // The clock of the test says when things are recorded.
            "mokiniai.sandbox.enabled=true"
        })
abstract class IntakeContract
        implements ReceivingRules, SequenceRules, QuarantineRules, FullDeliveryRules, RandomDeliveryRules {

    @Autowired
    private IntakeDesk desk;

    @Override
    public IntakeDesk desk() {
        return desk;
    }

    @BeforeEach
    void emptyRegister() {
        desk.clear();
    }
}
