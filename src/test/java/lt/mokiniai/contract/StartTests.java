package lt.mokiniai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The module as a start meets it: its settings, and what it says. */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(Contracts.class);

    @Test
    void announcesUnsignedContracts(CapturedOutput output) {
        application
                .withPropertyValues("mokiniai.contract.folder=contracts", "mokiniai.contract.unsigned=true")
                .run(context ->
                        assertThat(context.getBean(Contracts.class).all()).hasSize(5));

        assertThat(output).contains("5 contracts of contracts are taken WITHOUT verifying signatures");
    }

    @Test
    void takesNoUnsignedContractUnlessToldTo() {
        application
                .withPropertyValues("mokiniai.contract.folder=contracts")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("mokiniai.contract.unsigned=true"));
    }

    @Test
    void doesNotStartWithoutAFolderInTheSettings() {
        application.run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("mokiniai.contract.folder"));
    }

    @Test
    void doesNotStartWithBrokenContractsAndTellsEachProblem() {
        application
                .withPropertyValues(
                        "mokiniai.contract.folder=src/test/resources/contracts/pseudonym-and-delay",
                        "mokiniai.contract.unsigned=true")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(BrokenContracts.class)
                        .hasMessageContaining("contract.xml:58: pseudonym is not enforced")
                        .hasMessageContaining("contract.xml:59: visibleAfter is not enforced"));
    }
}
