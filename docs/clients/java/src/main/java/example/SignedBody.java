package example;

import java.util.List;
import javax.xml.namespace.QName;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.WSHandlerConstants;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.w3c.dom.Node;

/** Keeps whether the Body that came is signed: CXF takes a fault that is not. One call at a time. */
final class SignedBody extends AbstractPhaseInterceptor<Message> {

    private static final QName BODY = new QName("http://schemas.xmlsoap.org/soap/envelope/", "Body");

    private boolean signed;

    SignedBody() {
        super(Phase.USER_PROTOCOL); // After WSS4J, and before a fault leaves the chain.
    }

    @Override
    public void handleMessage(Message message) {
        List<WSHandlerResult> results = CastUtils.cast((List<?>) message.get(WSHandlerConstants.RECV_RESULTS));
        signed = results != null
                && results.stream()
                        .flatMap(result ->
                                result.getActionResults().getOrDefault(WSConstants.SIGN, List.of()).stream())
                        .anyMatch(SignedBody::holdsBody);
    }

    boolean isSigned() {
        return signed;
    }

    private static boolean holdsBody(WSSecurityEngineResult signature) {
        List<WSDataRef> parts = CastUtils.cast((List<?>) signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS));
        return parts != null && parts.stream().anyMatch(SignedBody::isBody);
    }

    /** The child of the Envelope: one that was moved elsewhere is not what is read. */
    private static boolean isBody(WSDataRef part) {
        Node element = part.getProtectedElement();
        return BODY.equals(part.getName())
                && element != null
                && element.getParentNode() == element.getOwnerDocument().getDocumentElement();
    }
}
