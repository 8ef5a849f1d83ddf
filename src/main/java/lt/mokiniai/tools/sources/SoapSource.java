package lt.mokiniai.tools.sources;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lt.mokiniai.exchange.security.AnswerVerifier;
import lt.mokiniai.intake.source.SourceDescription;
import lt.mokiniai.intake.transport.NotDelivered;
import lt.mokiniai.intake.transport.TransportProblem;
import lt.mokiniai.intake.transport.TransportProperties;
import lt.mokiniai.intake.transport.pulling.SourceAdapter;
import lt.mokiniai.intake.transport.pulling.SourceAnswer;
import lt.mokiniai.intake.transport.pulling.SourceQuestion;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.clock.MessageClock;
import lt.mokiniai.platform.trust.RegisterKeys;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import lt.mokiniai.platform.xml.Elements;
import lt.mokiniai.platform.xml.Namespaces;
import lt.mokiniai.register.form.RecordPlace;
import lt.mokiniai.tools.client.ClientTls;
import lt.mokiniai.tools.client.LargeAnswerException;
import lt.mokiniai.tools.client.Reply;
import lt.mokiniai.tools.client.RequestEnvelope;
import lt.mokiniai.tools.client.SignedRequest;
import lt.mokiniai.tools.client.SoapClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Asks sources in the form of {@link SourceProtocol}, by the client that calls the register's own services. */
@Component
public class SoapSource implements SourceAdapter {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\\s\";]+)");

    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");

    /** As the register's own codes and SOAP's are; what else a source calls its faults is not repeated. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,39}");

    /** Within so many bytes a document says how it is written. */
    private static final int BEGINNING = 200;

    private final XRoadId register;
    private final RegisterKeys keys;
    private final AnswerVerifier verifier;
    private final TransportProperties properties;
    private final Clock clock;

    SoapSource(
            @Value("${mokiniai.exchange.register}") String register,
            RegisterKeys keys,
            TrustedAuthorities authorities,
            TransportProperties properties,
            @MessageClock Clock clock) {
        this.register = XRoadId.parse(register);
        this.keys = keys;
        this.verifier = new AnswerVerifier(authorities, null, clock);
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "soap";
    }

    @Override
    public Optional<SourceAnswer> ask(SourceQuestion question) {
        SigningKey key = keys.signing(question.contract().party().answerAlgorithm());
        SignedRequest request = SignedRequest.of(SourceProtocol.OPERATION, envelope(question), key, clock);
        HttpResponse<byte[]> response = sent(question, request, key);
        RecordPlace place = question.place();
        requireUtf8(response, place);
        Reply reply = read(response, place);
        if (reply.isFault()) {
            throw TransportProblem.FAULT.refusal(place, faultCode(reply));
        }
        X509Certificate signer;
        try {
            signer = verifier.verify(reply.document(), List.of(request.signature()));
        } catch (ExchangeException refused) {
            throw TransportProblem.ANSWER_SIGNATURE
                    .refusal(place, refused.error().code(), refused.problem().message())
                    .because(refused);
        }
        return answer(reply.content(), question, signer);
    }

    private Document envelope(SourceQuestion question) {
        return new RequestEnvelope(
                        /* client= */ register,
                        /* register= */ question.contract().party().client(),
                        SourceProtocol.OPERATION,
                        UUID.randomUUID().toString(),
                        null,
                        null,
                        null)
                .with(body -> {
                    Element asked = SourceProtocol.element(body, SourceProtocol.QUESTION, null);
                    SourceProtocol.element(
                            asked, SourceProtocol.REGISTER, question.register().name());
                    question.delivery().ifPresent(number -> {
                        SourceProtocol.element(asked, SourceProtocol.SERIES, number.series());
                        SourceProtocol.element(asked, SourceProtocol.SEQUENCE, String.valueOf(number.sequence()));
                    });
                    SourceProtocol.element(asked, SourceProtocol.FIRST, String.valueOf(question.first()));
                });
    }

    private HttpResponse<byte[]> sent(SourceQuestion question, SignedRequest request, SigningKey key) {
        RecordPlace place = question.place();
        DataSize largest = properties.largestDocument();
        try {
            return new SoapClient(
                            question.source().address(),
                            ClientTls.context(key, question.source().tlsAuthorities()),
                            new SoapClient.Limits(properties.patience(), largest.toBytes()))
                    .send(request);
        } catch (HttpTimeoutException e) {
            throw TransportProblem.TOO_SLOW
                    .refusal(place, properties.patience().toSeconds())
                    .because(e);
        } catch (LargeAnswerException e) {
            throw TransportProblem.ANSWER_TOO_LARGE.refusal(place, largest).because(e);
        } catch (IOException e) {
            throw TransportProblem.NO_ANSWER
                    .refusal(place, String.valueOf(e.getMessage()))
                    .because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TransportProblem.NO_ANSWER.refusal(place, "interrupted").because(e);
        }
    }

    /** RFC 7303, section 3.2: what the header says goes before what the document says. */
    private static void requireUtf8(HttpResponse<byte[]> response, RecordPlace place) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        int begin = Math.min(response.body().length, BEGINNING);
        requireUtf8(CHARSET.matcher(type), place);
        requireUtf8(ENCODING.matcher(new String(response.body(), 0, begin, StandardCharsets.ISO_8859_1)), place);
    }

    private static void requireUtf8(Matcher named, RecordPlace place) {
        if (named.find() && !named.group(1).toLowerCase(Locale.ROOT).equals("utf-8")) {
            throw TransportProblem.CHARSET.refusal(place);
        }
    }

    private static Reply read(HttpResponse<byte[]> response, RecordPlace place) {
        try {
            Reply reply = Reply.read(response.body(), response.statusCode());
            if (Elements.all(reply.document(), Namespaces.SOAP, "Body").stream()
                    .allMatch(body -> Elements.children(body).isEmpty())) {
                throw TransportProblem.NO_MESSAGE.refusal(place, response.statusCode());
            }
            return reply;
        } catch (IOException e) {
            throw TransportProblem.NO_MESSAGE
                    .refusal(place, response.statusCode())
                    .because(e);
        }
    }

    private static String faultCode(Reply reply) {
        return reply.fault()
                .flatMap(Reply.Fault::code)
                .or(() -> Elements.children(reply.content(), "faultcode").stream()
                        .map(code -> code.getTextContent().strip().replaceFirst("^.*:", ""))
                        .findFirst())
                .filter(code -> CODE.matcher(code).matches())
                .orElse("–");
    }

    private static Optional<SourceAnswer> answer(Element content, SourceQuestion question, X509Certificate signer) {
        RecordPlace place = question.place();
        SourceDescription<?> known = question.register();
        if (!Elements.is(content, SourceProtocol.NAMESPACE, SourceProtocol.ANSWER)) {
            throw other(place);
        }
        List<Element> within = Elements.children(content);
        if (within.isEmpty()) {
            return Optional.empty();
        }
        Element delivered = within.get(0);
        List<Element> told = Elements.children(delivered);
        if (within.size() > 1
                || !Elements.is(delivered, known.namespace(), known.request())
                || told.isEmpty()
                || !Elements.is(told.get(0), known.namespace(), "delivery")) {
            throw other(place);
        }
        return Optional.of(new SourceAnswer(told.get(0), told.subList(1, told.size()), signer));
    }

    private static NotDelivered other(RecordPlace place) {
        return TransportProblem.OTHER_ANSWER.refusal(place);
    }
}
