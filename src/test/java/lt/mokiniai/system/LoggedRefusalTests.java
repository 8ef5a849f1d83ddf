package lt.mokiniai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the row of a refused message tells, and messages that try to end without one. */
class LoggedRefusalTests {

    private static final Register REGISTER = Register.shared();

    @ParameterizedTest
    @CsvSource({"ended, MR-302", "ticketing, MR-303"})
    void namesTheContractThatTheRefusalSpeaksOf(String party, String code) {
        Reply refused = REGISTER.as(party).getStudent(DemoCast.KAUNAS_STUDENT).send();

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.logged().asked().contractId())
                .contains(REGISTER.contractOf(party).id());
    }

    @Test
    void namesTheCallerOfAnOperationThatDoesNotAgree() {
        Message message = REGISTER.as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .soapAction("http://mokiniai.lt/students/v1/findStudents");
        Reply refused = message.send();

        assertThat(refused.code()).isEqualTo("MR-107");
        assertThat(refused.row()).containsEntry("MESSAGE_ID", message.id()).containsEntry("ISSUE", "B-2026-77");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 12})
    void refusesAndLogsHeadersThatNobodyKnows(int count) {
        String headers = IntStream.range(0, count)
                .mapToObj(i -> "<xrd:more" + i + ">x</xrd:more" + i + ">")
                .collect(Collectors.joining());
        Reply refused = REGISTER.as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .withHeaders(headers)
                .send();

        assertThat(refused.code()).isEqualTo("MR-106");
        assertThat(refused.logged().result().faultCode()).contains("MR-106");
    }

    @Test
    void doesNotRepeatTheTypeThatABodyNames() {
        String code = DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow();
        Reply refused = REGISTER.as("benefits")
                .getStudent(DemoCast.KAUNAS_STUDENT)
                .replacing(
                        "<m:person>",
                        "<m:person xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"nobody:" + code
                                + "\">")
                .send();

        assertThat(refused.code()).isEqualTo("MR-103");
        assertThat(new String(refused.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?xsd=nothing.xsd", "?xsd=../../application.yaml"})
    void hasNoDocumentButItsOwn(String query) throws IOException, InterruptedException {
        URI address = URI.create(REGISTER.address("students/v1") + query);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).doesNotContain("Exception");
    }

    /** Else whoever reaches the port fills the disk. */
    @ParameterizedTest
    @CsvSource({"POST, /", "GET, /services/%2e%2e/nothing"})
    void writesNoLineAboutARequestThatNothingTakes(String method, String path)
            throws IOException, InterruptedException {
        URI address = REGISTER.address("").resolve(path);
        try (LogLines lines = new LogLines()) {
            int status = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
            assertThat(status).isBetween(400, 499);
            assertThat(lines.text()).doesNotContain("DefaultHandlerExceptionResolver", "ResourceHandlerUtils");
        }
    }
}
