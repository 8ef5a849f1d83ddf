package lt.mokiniai.exchange.pipeline;

import java.security.cert.X509Certificate;
import lt.mokiniai.contract.model.GivenMessage;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.exchange.parsing.ParsingBudget.Reservation;
import lt.mokiniai.exchange.security.VerifiedMessage;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.XRoadId;
import org.w3c.dom.Element;

/** A message that is looked at and not taken, read as the service reads one. */
record VerifiedGivenMessage(VerifiedMessage message, Services services, XRoadId register, Reservation room)
        implements GivenMessage {

    @Override
    public void close() {
        room.close();
    }

    @Override
    public X509Certificate signer() {
        return message.signer();
    }

    @Override
    public Caller caller() {
        return headers().caller();
    }

    @Override
    public PublishedOperation operation() {
        return services.match("", headers(), message.request()).published();
    }

    @Override
    public Element request() {
        return message.request();
    }

    private XRoadHeaders headers() {
        return XRoadHeaders.read(message.header(), register);
    }
}
