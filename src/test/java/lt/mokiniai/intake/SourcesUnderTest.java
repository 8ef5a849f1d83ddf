package lt.mokiniai.intake;

import lt.mokiniai.register.RegisterModules;
import lt.mokiniai.register.bench.SettableClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The source registers and the register modules, with a clock of the test. */
@Import(RegisterModules.class)
@ComponentScan({
    "lt.mokiniai.intake.deliveries",
    "lt.mokiniai.intake.reports",
    "lt.mokiniai.intake.values",
    "lt.mokiniai.intake.institutions",
    "lt.mokiniai.intake.programmes",
    "lt.mokiniai.intake.licences",
    "lt.mokiniai.intake.pedagogues"
})
class SourcesUnderTest {

    @Bean({"clock", "registerClock", "recordingClock"})
    SettableClock clock() {
        return new SettableClock();
    }
}
