package mokiniai.bench;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.tools.client.RequestBuilder;
import lt.mokiniai.tools.client.RequestEnvelope;
import lt.mokiniai.tools.client.SignedRequest;
import lt.mokiniai.tools.client.WsdlOperation;

/** Signed requests of one question, each with an identifier of its own. They are good for 5 minutes. */
final class Requests {

    /** Who asks, as the header {@code userId} says. */
    static final String USER = "EE-31";

    private static final XRoadId REGISTER = XRoadId.parse("LT-DEMO/GOV/190000008/mokiniai");

    private final Question question;
    private final WsdlOperation operation;
    private final RequestBuilder builder;
    private final Keys.Party party;
    private int made;

    Requests(Question question, Keys keys) {
        this.question = question;
        this.operation = WsdlOperation.named(question.operation()).orElseThrow();
        this.builder = new RequestBuilder(operation.request());
        this.party = keys.party(question.party());
    }

    WsdlOperation operation() {
        return operation;
    }

    /** Makes so many, on all cores: nobody measures here. */
    List<byte[]> make(int count) {
        int first = made;
        made += count;
        return IntStream.range(first, made)
                .parallel()
                .mapToObj(call -> signed(question.words().of(call)))
                .toList();
    }

    private byte[] signed(Map<String, List<String>> words) {
        RequestEnvelope envelope = new RequestEnvelope(
                party.client(), REGISTER, operation, UUID.randomUUID().toString(), USER, "B-2026-77", null);
        return SignedRequest.of(
                        operation,
                        envelope.with(parent -> builder.build(words, parent)),
                        party.key(),
                        Clock.systemUTC())
                .bytes();
    }
}
