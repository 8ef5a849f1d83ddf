package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lt.mokiniai.system.RawConnection.Response;
import org.junit.jupiter.api.Test;

/** Bodies that are half here take a share of the heap at the most: the slowest lose theirs to a valid message. */
class BodyMemoryTests {

    private static final String PATH = "/services/contracts/v1";
    private static final int LARGE = 2_000_000;

    @Test
    void theSlowestOfManyLargeBodiesMakeRoom() throws IOException {
        Register.shared();
        Register register = Register.start(Map.of(
                "mokiniai.http.receiving.heap-percent", "1",
                "mokiniai.http.receiving.deadline", "5m",
                "mokiniai.http.receiving.window", "5m"));
        byte[] most = "a".repeat(LARGE - 1).getBytes(StandardCharsets.US_ASCII);
        long share = Runtime.getRuntime().maxMemory() / 100;
        // Half as many more than there is room for.
        int count = (int) (share / LARGE * 3 / 2) + 2;
        List<RawConnection> large = new ArrayList<>();
        try {
            int overloaded = 0;
            for (int i = 0; i < count; i++) {
                RawConnection connection = RawConnection.to(register.address(""));
                try {
                    large.add(connection.send(RawConnection.head(PATH, LARGE)).send(most));
                } catch (IOException displaced) {
                    // It was the slowest of all while it was still sending.
                    connection.close();
                    overloaded++;
                }
            }
            for (int call = 0; call < 5; call++) {
                assertThat(register.as("benefits")
                                .asks("checkConnection", "")
                                .send()
                                .status())
                        .isEqualTo(200);
            }
            // Whoever was not cut off sends its last byte, and is told that this is no message.
            for (RawConnection connection : large) {
                Response response = lastByteAndResponse(connection);
                assertThat(response.status()).isEqualTo(500);
                boolean isOverload = response.text().contains("MR-903");
                assertThat(isOverload || response.text().contains("MR-101")).isTrue();
                assertThat(response.headers().containsKey("retry-after")).isEqualTo(isOverload);
                overloaded += isOverload ? 1 : 0;
            }
            assertThat(overloaded).isGreaterThanOrEqualTo(count - (int) (share / LARGE));
        } finally {
            for (RawConnection connection : large) {
                connection.close();
            }
            register.close();
        }
    }

    private static Response lastByteAndResponse(RawConnection connection) throws IOException {
        try {
            connection.send("a");
        } catch (IOException cutOff) {
            // Its refusal is there to be read all the same.
        }
        return connection.read();
    }
}
