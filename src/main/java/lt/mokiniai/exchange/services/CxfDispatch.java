package lt.mokiniai.exchange.services;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Connection;
import lt.mokiniai.exchange.message.XRoadHeaders;
import lt.mokiniai.kernel.scope.CurrentScope;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.platform.xml.Namespaces;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.AbstractOutDatabindingInterceptor;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * Hands a verified Body to CXF, which unmarshals it and calls the endpoint, and takes the answer back as a document:
 * CXF neither reads the caller's bytes nor writes to the caller.
 */
@Component
public class CxfDispatch implements CurrentScope {

    /** What travels through CXF with one request. */
    private static final class Call {
        final CheckedMessage message;
        final Scope scope;
        final W3CDOMStreamWriter answer = new W3CDOMStreamWriter();

        @Nullable
        Exception failure;

        Call(CheckedMessage message, Scope scope) {
            this.message = message;
            this.scope = scope;
        }
    }

    private static final QName SECURITY = new QName(Namespaces.WSSE, "Security");

    private static final Set<QName> UNDERSTOOD =
            Stream.concat(Stream.of(SECURITY), XRoadHeaders.names()).collect(Collectors.toUnmodifiableSet());

    private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

    /** Gives the endpoint's answer, an envelope with a Body and no headers; throws what the endpoint threw. */
    public Document answer(
            CheckedMessage message,
            Scope scope,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain cxf) {
        Call call = new Call(message, scope);
        CURRENT.set(call);
        try {
            cxf.doFilter(request, new DiscardingResponse(response));
        } catch (IOException e) {
            throw new UncheckedIOException("CXF was given nothing to read or write", e);
        } catch (ServletException e) {
            throw new IllegalStateException("CXF could not dispatch the message", e);
        } finally {
            CURRENT.remove();
        }
        if (call.failure != null) {
            throw new IllegalStateException("the endpoint did not answer", call.failure);
        }
        return call.answer.getDocument();
    }

    @Override
    public Scope get() {
        return call().scope;
    }

    /** Gives the connection of the exchange that is being answered. */
    Connection connection() {
        return call().message.connection();
    }

    private Call call() {
        return Objects.requireNonNull(CURRENT.get(), "an endpoint was called outside an exchange");
    }

    Map<String, Object> endpointProperties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(FaultListener.class.getName(), (FaultListener) this::keepFailure);
        // Else CXF writes some answers straight to the stream, past the document.
        properties.put(AbstractOutDatabindingInterceptor.DISABLE_OUTPUTSTREAM_OPTIMIZATION, true);
        return properties;
    }

    /** Keeps CXF from logging the failure: its text may repeat what the caller sent. */
    private boolean keepFailure(Exception failure, String description, Message message) {
        Call call = CURRENT.get();
        if (call != null) {
            call.failure = failure;
        }
        return false;
    }

    AbstractPhaseInterceptor<Message> takesTheVerifiedMessage() {
        return new Interceptor(Phase.RECEIVE) {
            @Override
            public void handleMessage(Message message) {
                // A WSDL that is fetched passes here outside an exchange.
                if (CURRENT.get() != null) {
                    message.setContent(
                            XMLStreamReader.class,
                            StaxUtils.createXMLStreamReader(call().message.document()));
                }
            }
        };
    }

    /** The checks have understood the Security and X-Road headers, which callers may mark so that nobody passes them over. */
    AbstractSoapInterceptor understandsWhatTheChecksRead() {
        return new AbstractSoapInterceptor(Phase.READ) {
            @Override
            public Set<QName> getUnderstoodHeaders() {
                return UNDERSTOOD;
            }

            @Override
            public void handleMessage(SoapMessage message) {}
        };
    }

    AbstractPhaseInterceptor<Message> keepsTheAnswer() {
        AbstractPhaseInterceptor<Message> keeper = new Interceptor(Phase.PRE_STREAM) {
            @Override
            public void handleMessage(Message message) {
                if (CURRENT.get() != null) {
                    message.setContent(XMLStreamWriter.class, call().answer);
                }
            }
        };
        keeper.addBefore(StaxOutInterceptor.class.getName());
        return keeper;
    }

    private abstract static class Interceptor extends AbstractPhaseInterceptor<Message> {
        Interceptor(String phase) {
            super(phase);
        }
    }
}
