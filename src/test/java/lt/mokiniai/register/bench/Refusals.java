package lt.mokiniai.register.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.register.bench.Bench.ResultsCall;
import lt.mokiniai.register.bench.Bench.ServiceCall;
import lt.mokiniai.register.bench.Bench.StudentsCall;
import lt.mokiniai.register.bench.Bench.TasksCall;

/** Messages that write and are refused. */
public final class Refusals {

    private Refusals() {}

    /** Asserts that a message which breaks rules is refused with all of them, and that nothing is changed. */
    public static void assertRefused(Bench bench, ServiceCall<?> call, String... problems) {
        List<String> before = bench.stored();
        assertThatExceptionOfType(ExchangeException.class)
                .isThrownBy(() -> bench.write(call))
                .satisfies(refusal -> assertThat(told(refusal)).containsExactlyInAnyOrder(problems));
        assertThat(bench.stored()).isEqualTo(before);
    }

    /** Asserts the same of a message that writes results. */
    public static void assertRefusedResults(Bench bench, ResultsCall<?> call, String... problems) {
        List<String> before = bench.stored();
        assertThatExceptionOfType(ExchangeException.class)
                .isThrownBy(() -> bench.writeResults(call))
                .satisfies(refusal -> assertThat(told(refusal)).containsExactlyInAnyOrder(problems));
        assertThat(bench.stored()).isEqualTo(before);
    }

    /** Asserts the same of a message to the service of tasks. */
    public static void assertUndecided(Bench bench, TasksCall<?> call, String... problems) {
        List<String> before = bench.stored();
        assertThatExceptionOfType(ExchangeException.class)
                .isThrownBy(() -> bench.decide(call))
                .satisfies(refusal -> assertThat(told(refusal)).containsExactlyInAnyOrder(problems));
        assertThat(bench.stored()).isEqualTo(before);
    }

    /** Asserts the same of a message to the service of students. */
    public static void assertStudentRefused(Bench bench, StudentsCall<?> call, String... problems) {
        List<String> before = bench.stored();
        assertThatExceptionOfType(ExchangeException.class)
                .isThrownBy(() -> bench.writeStudent(call))
                .satisfies(refusal -> assertThat(told(refusal)).containsExactlyInAnyOrder(problems));
        assertThat(bench.stored()).isEqualTo(before);
    }

    /** Gives all that is wrong with a message to the service of students; nothing where it is answered. */
    public static List<String> ofStudents(Bench bench, StudentsCall<?> call) {
        return of(() -> bench.writeStudent(call));
    }

    /** Gives all that is wrong with a message to the service of enrolments; nothing where it is answered. */
    public static List<String> of(Bench bench, ServiceCall<?> call) {
        return of(() -> bench.write(call));
    }

    private static List<String> of(Runnable message) {
        try {
            message.run();
            return List.of();
        } catch (ExchangeException refusal) {
            return told(refusal);
        }
    }

    private static List<String> told(ExchangeException refusal) {
        return refusal.problems().isEmpty()
                ? List.of(refusal.error().code() + " " + refusal.field().orElse("-"))
                : refusal.problems().stream()
                        .map(each -> each.error().code() + " " + each.field())
                        .toList();
    }
}
