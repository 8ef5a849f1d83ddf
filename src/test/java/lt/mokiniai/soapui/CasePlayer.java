package lt.mokiniai.soapui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lt.mokiniai.soapui.SoapUiProject.AFault;
import lt.mokiniai.soapui.SoapUiProject.Check;
import lt.mokiniai.soapui.SoapUiProject.HttpRequest;
import lt.mokiniai.soapui.SoapUiProject.HttpStatus;
import lt.mokiniai.soapui.SoapUiProject.Interface;
import lt.mokiniai.soapui.SoapUiProject.NotAFault;
import lt.mokiniai.soapui.SoapUiProject.SchemaCompliance;
import lt.mokiniai.soapui.SoapUiProject.SoapRequest;
import lt.mokiniai.soapui.SoapUiProject.SoapResponse;
import lt.mokiniai.soapui.SoapUiProject.Step;
import lt.mokiniai.soapui.SoapUiProject.Transfer;
import lt.mokiniai.soapui.SoapUiProject.WssStatus;
import lt.mokiniai.soapui.SoapUiProject.XPathMatch;
import org.w3c.dom.Document;

/** Plays one test case against a started register, as SoapUI's runner would. */
final class CasePlayer {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final SoapUiProject project;
    private final SoapUiProject.Case played;
    private final Expansion expansion;
    private final MessageSecurity security;
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> failures = new ArrayList<>();

    /** @param overrides project properties, as the test runner's {@code -P} sets them */
    CasePlayer(SoapUiProject project, SoapUiProject.Case played, Map<String, String> overrides) {
        this.project = project;
        this.played = played;
        this.expansion = new Expansion(project, overrides, played.properties());
        this.security = new MessageSecurity(project, expansion);
    }

    /** Plays all steps, and fails with all that failed. */
    void play() {
        played.steps().forEach(step -> attempt(step.name(), () -> play(step)));
        if (!failures.isEmpty()) {
            throw new AssertionError(played.name() + "\n" + String.join("\n", failures));
        }
    }

    private void attempt(String name, Runnable work) {
        try {
            work.run();
        } catch (AssertionError e) {
            failures.add("[" + name + "] " + e.getMessage()
                    + (e.getCause() == null ? "" : ": " + e.getCause().getMessage()));
        }
    }

    private void play(Step step) {
        if (step instanceof SoapRequest request) {
            Interface binding = project.interfaces().get(request.binding());
            if (binding == null || !binding.actions().containsKey(request.operation())) {
                throw new AssertionError("no operation " + request.operation() + " of " + request.binding());
            }
            Answer answer = send(request, String.valueOf(binding.actions().get(request.operation())));
            answers.put(request.name(), answer);
            Definition definition = Definition.at(expansion.expand(binding.definition()));
            request.checks()
                    .forEach(check -> attempt(
                            request.name() + " / " + check.name(),
                            () -> check(check, answer, request.incoming(), definition, request.operation())));
        } else if (step instanceof HttpRequest request) {
            Answer answer = send(request);
            answers.put(request.name(), answer);
            request.checks()
                    .forEach(check -> attempt(request.name() + " / " + check.name(), () -> check(check, answer)));
        } else if (step instanceof Transfer transfer) {
            Answer source = answers.get(transfer.sourceStep());
            if (source == null) {
                throw new AssertionError("no answer of " + transfer.sourceStep());
            }
            List<String> found = XPathQuestion.ask(source.document(), expansion.expand(transfer.sourcePath()));
            if (found.isEmpty()) {
                throw new AssertionError("Missing match for Source XPath");
            }
            expansion.keep(transfer.targetProperty(), found.get(0));
        }
    }

    private Answer send(SoapRequest request, String action) {
        byte[] bytes = expansion.expand(request.content()).getBytes(StandardCharsets.UTF_8);
        if (!request.outgoing().isEmpty()) {
            Document envelope = Documents.parse(bytes);
            security.secure(envelope, request.outgoing());
            bytes = Documents.write(envelope);
        }
        expansion.sent(new String(bytes, StandardCharsets.UTF_8));
        return send(java.net.http.HttpRequest.newBuilder(URI.create(expansion.expand(request.endpoint())))
                .header("Content-Type", "text/xml;charset=UTF-8")
                .header("SOAPAction", "\"" + action + "\"")
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    private Answer send(HttpRequest request) {
        String query = request.query().entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(expansion.expand(parameter.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(java.net.http.HttpRequest.newBuilder(
                        URI.create(expansion.expand(request.endpoint()) + (query.isEmpty() ? "" : "?" + query)))
                .header("Content-Type", request.mediaType() + ";charset=UTF-8")
                .method(request.method(), BodyPublishers.ofString(expansion.expand(request.content()))));
    }

    private static Answer send(java.net.http.HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void check(Check check, Answer answer, String incoming, Definition definition, String operation) {
        if (check instanceof SoapResponse) {
            answer.content();
        } else if (check instanceof SchemaCompliance) {
            definition.check(operation, answer.content());
        } else if (check instanceof NotAFault && answer.isFault()) {
            throw new AssertionError(
                    "Response is a SOAP Fault: " + answer.content().getTextContent());
        } else if (check instanceof AFault && !answer.isFault()) {
            throw new AssertionError("Response is not a SOAP Fault");
        } else if (check instanceof WssStatus) {
            security.verify(answer.document(), incoming);
        } else {
            check(check, answer);
        }
    }

    private void check(Check check, Answer answer) {
        if (check instanceof XPathMatch match) {
            String expected = expansion.expand(match.content());
            List<String> found = XPathQuestion.ask(answer.document(), expansion.expand(match.path()));
            if (!found.contains(expected)) {
                throw new AssertionError("expecting [" + expected + "], actual was " + found);
            }
        } else if (check instanceof HttpStatus status) {
            if (!List.of(status.codes().split("\\s*,\\s*")).contains(String.valueOf(answer.status()))) {
                throw new AssertionError("Response status code " + answer.status() + " is not of " + status.codes());
            }
        } else if (!(check instanceof NotAFault || check instanceof AFault)) {
            throw new AssertionError(check + " is for SOAP steps alone");
        }
    }
}
