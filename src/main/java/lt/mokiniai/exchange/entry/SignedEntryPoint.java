package lt.mokiniai.exchange.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.exchange.checks.Check;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.RawRequest;
import lt.mokiniai.exchange.parsing.ParsingBudget;
import lt.mokiniai.exchange.parsing.ParsingBudget.Reservation;
import lt.mokiniai.exchange.pipeline.Channel;
import lt.mokiniai.exchange.pipeline.MessageProcessor;
import lt.mokiniai.exchange.pipeline.MessageProcessor.Reply;
import lt.mokiniai.exchange.security.MessageSigner;
import lt.mokiniai.exchange.security.MessageVerifier;
import lt.mokiniai.exchange.services.EndpointDispatch;
import lt.mokiniai.exchange.services.PublicWsdl;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.platform.trust.KeyAlgorithm;
import lt.mokiniai.platform.trust.RegisterKeys;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.w3c.dom.Document;

/** The entry point of signed messages: WS-Security proves who sent a message, and whose its answer is. */
@Component
class SignedEntryPoint extends OncePerRequestFilter {

    static final String XML = "text/xml;charset=utf-8";

    private final ParsingBudget budget;
    private final MessageVerifier verifier;
    private final MessageProcessor processor;
    private final EndpointDispatch dispatch;
    private final MessageSigner signer;
    private final RegisterKeys keys;
    private final Overload overload;

    SignedEntryPoint(
            ParsingBudget budget,
            MessageVerifier verifier,
            MessageProcessor processor,
            EndpointDispatch dispatch,
            MessageSigner signer,
            RegisterKeys keys,
            Overload overload) {
        this.budget = budget;
        this.verifier = verifier;
        this.processor = processor;
        this.dispatch = dispatch;
        this.signer = signer;
        this.keys = keys;
        this.overload = overload;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain cxf)
            throws IOException {
        if (PublicWsdl.isAskedFor(request)) {
            PublicWsdl.publish(request, response, cxf);
            return;
        }
        RawRequest raw = RawRequest.of(request);
        Optional<Reservation> room = budget.reserve(raw.bytes().length);
        if (room.isEmpty()) {
            overload.refuse(response);
            return;
        }
        Reply reply;
        try {
            reply = processor.process(raw, new SignedChannel());
        } finally {
            room.get().close();
        }
        // Whoever reads slowly holds the answer alone.
        send(response, reply);
    }

    private void send(HttpServletResponse response, Reply reply) throws IOException {
        response.setStatus(
                reply.refusedWith().isPresent()
                        ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                        : HttpServletResponse.SC_OK);
        response.setContentType(XML);
        if (reply.refusedWith().filter(ExchangeError.OVERLOADED::equals).isPresent()) {
            overload.sayWhen(response);
        }
        response.setContentLength(reply.bytes().length);
        response.getOutputStream().write(reply.bytes());
    }

    /** The way of one signed message, and of the signed answer that confirms its signature. */
    private final class SignedChannel implements Channel {

        private List<byte[]> confirmed = List.of();

        @Override
        public Check proof() {
            return new WsSecurityCheck(verifier, signature -> confirmed = signature.values());
        }

        @Override
        public Document answer(CheckedMessage message, Scope scope) {
            return dispatch.answer(message, scope);
        }

        /** By the kind of key that the party's contract says, EC for a party that has none. */
        @Override
        public void seal(Document answer, CheckedMessage message) {
            KeyAlgorithm algorithm = message.party().map(Party::answerAlgorithm).orElse(KeyAlgorithm.EC);
            signer.sign(answer, keys.signing(algorithm), confirmed);
        }
    }
}
