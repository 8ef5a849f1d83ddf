package lt.mokiniai.exchange.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import lt.mokiniai.exchange.http.RefusalWriter;
import lt.mokiniai.exchange.pipeline.ResponseEnvelope;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.springframework.stereotype.Component;

/** Tells by an unsigned fault that a message was not received. It has no row in the log: nothing of it is known. */
@Component
class UnreceivedMessage implements RefusalWriter {

    private final Overload overload;

    UnreceivedMessage(Overload overload) {
        this.overload = overload;
    }

    @Override
    public boolean serves(HttpServletRequest request) {
        return request.getServletPath().equals("/services");
    }

    @Override
    public void write(ExchangeException refusal, HttpServletResponse response) throws IOException {
        if (refusal.error() == ExchangeError.OVERLOADED) {
            overload.refuse(response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        response.setContentType(SignedEntryPoint.XML);
        response.getOutputStream()
                .write(ResponseEnvelope.refusing(refusal, UUID.randomUUID().toString())
                        .bytes());
    }
}
