package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is thrown, errors of the machine too, becomes a fault of the catalogue, a row and one line of the service log. */
class ThrownErrorTests {

    private static Register register;

    @BeforeAll
    static void start() {
        // The tables are those of the register that made them, which must not be closed before others.
        Register.shared();
        register = Register.start(Map.of(), Register.with(DataSource.class, FailingSource::new));
    }

    @AfterAll
    static void stop() {
        register.close();
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                overflow(),
                new OutOfMemoryError("of 59403149013"),
                new NoClassDefFoundError("of 59403149013"),
                new AssertionError("of 59403149013"),
                new IllegalStateException("of 59403149013", overflow()));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAnEndpointIsAFaultARowAndOneLine(Throwable failure) {
        source().failAt("person_identity", failure);
        assertIsToldOnce(good(), failure);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofACheckIsAFaultARowAndOneLine(Throwable failure) {
        source().failAt("INSERT INTO accepted_message", failure);
        assertIsToldOnce(good(), failure);
    }

    private static void assertIsToldOnce(Message message, Throwable failure) {
        try (LogLines lines = new LogLines()) {
            Reply failed = message.send();

            assertThat(failed.code()).as(failed.toString()).isEqualTo(ExchangeError.INTERNAL.code());
            RefusalTests.assertIsToldInTheOneWay(failed, ExchangeError.INTERNAL);
            RefusalTests.assertIsInTheLog(failed, ExchangeError.INTERNAL);
            assertIsOneLine(lines, failed.number(), failure);
        }
        assertThat(good().send().status()).isEqualTo(200);
    }

    @Test
    void isToldByTheSandboxWhichWritesNoRow() {
        Sandbox sandbox = new Sandbox(register);
        Message counted = register.as("metered").getStudent(DemoCast.KAUNAS_STUDENT);
        source().failAt("quota_", overflow());
        try (LogLines lines = new LogLines()) {
            HttpResponse<byte[]> told = counted.post(sandbox.address("explain"), "*/*");

            assertThat(told.statusCode()).isEqualTo(500);
            String text = new String(told.body(), StandardCharsets.UTF_8);
            assertThat(text).contains("MR-901", "Vidinė", "internal").doesNotContain("StackOverflow", "java.");
            assertIsOneLine(lines, "", overflow());
        }
        assertThat(sandbox.explain(good()).get("verdict").asString()).isEqualTo("ALLOWED");
    }

    private static void assertIsOneLine(LogLines lines, String number, Throwable failure) {
        List<String> told =
                lines.text().lines().filter(line -> line.contains("MR-901")).toList();
        assertThat(told)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(number, failure.getClass().getName())
                        .hasSizeLessThan(5000)
                        .doesNotContain("59403149013"));
        assertThat(lines.text()).doesNotContain("59403149013");
        assertThat(lines.text().lines().filter(line -> line.contains("StackOverflowError") || line.startsWith("\tat")))
                .hasSizeLessThanOrEqualTo(1);
    }

    private static FailingSource source() {
        return (FailingSource) register.bean(DataSource.class);
    }

    private static Throwable overflow() {
        try {
            return new StackOverflowError(String.valueOf(deeper(0)));
        } catch (StackOverflowError thrown) {
            return thrown;
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    private static Message good() {
        return register.as("benefits").getStudent(DemoCast.KAUNAS_STUDENT);
    }
}
