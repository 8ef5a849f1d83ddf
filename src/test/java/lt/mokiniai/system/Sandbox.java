package lt.mokiniai.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox of a register, as a tester reaches it. */
record Sandbox(Register register) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** What the sandbox answered. */
    record Told(int status, JsonNode json) {

        Instant now(String clock) {
            return OffsetDateTime.parse(json.get(clock).get("now").asString()).toInstant();
        }

        Duration ahead(String clock) {
            return Duration.parse(json.get(clock).get("ahead").asString());
        }
    }

    Told clock() {
        return send("GET", "clock");
    }

    /** Posts to a path below {@code /sandbox}. */
    Told post(String path) {
        return send("POST", path);
    }

    /** Prepares a fault for a party's next message; more parameters may follow the code. */
    Told rehearse(String party, String code) {
        return post("rehearse?client=" + register.contractOf(party).client() + "&code=" + code);
    }

    /** What is rehearsed now. */
    JsonNode rehearsed() {
        return send("GET", "rehearse").json();
    }

    /** What is wrong with a message, were it sent to its service. */
    JsonNode explain(Message message) {
        return JSON.readTree(message.post(address("explain/" + message.path()), "application/json")
                .body());
    }

    String explainAsText(Message message) {
        return new String(message.post(address("explain"), "*/*").body(), StandardCharsets.UTF_8);
    }

    private Told send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Told(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI address(String path) {
        return register.address("").resolve("/sandbox/" + path);
    }
}
