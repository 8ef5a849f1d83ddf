package lt.mokiniai.tools.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import lt.mokiniai.exchange.entry.MessageDiagnosis;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells what is wrong with a message that is posted here as it would be posted to the service, with the same headers of
 * HTTP. It is not answered and not spent.
 */
@RestController
@ConditionalOnSandbox
class ExplainController {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final MessageDiagnosis examination;

    ExplainController(MessageDiagnosis examination) {
        this.examination = examination;
    }

    /** Of a message whose address is not asked about. */
    @PostMapping("/sandbox/explain")
    ResponseEntity<Object> explain(HttpServletRequest request) {
        return told(request, "");
    }

    /** Of a message that would be sent to a service's address. */
    @PostMapping("/sandbox/explain/{service}/{version}")
    ResponseEntity<Object> explain(
            HttpServletRequest request,
            @PathVariable("service") String service,
            @PathVariable("version") String version) {
        return told(request, service + "/" + version);
    }

    private ResponseEntity<Object> told(HttpServletRequest request, String path) {
        ExplainedMessage explained = ExplainedMessage.of(examination.of(request, path));
        boolean wantsJson = String.valueOf(request.getHeader("Accept")).contains(MediaType.APPLICATION_JSON_VALUE);
        return wantsJson
                ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(explained)
                : ResponseEntity.ok().contentType(TEXT).body(explained.text().getBytes(StandardCharsets.UTF_8));
    }
}
