package example;

import jakarta.xml.soap.SOAPMessage;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.saaj.SAAJInInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.cxf.ws.security.wss4j.PolicyBasedWSS4JInInterceptor;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Lets an answer be signed with ECDSA or RSA, whatever the request was signed with: the contract says which
 * ('answerAlgorithm'), and CXF would allow one only.
 */
final class AnswerAlgorithm extends AbstractSoapInterceptor {

    static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    AnswerAlgorithm() {
        super(Phase.PRE_PROTOCOL);
        addBefore(PolicyBasedWSS4JInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(SoapMessage message) {
        SAAJInInterceptor.INSTANCE.handleMessage(message);
        NodeList methods = message.getContent(SOAPMessage.class)
                .getSOAPPart()
                .getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "SignatureMethod");
        boolean elliptic = methods.getLength() == 1
                && ((Element) methods.item(0)).getAttribute("Algorithm").equals(ECDSA);
        message.put(SecurityConstants.ASYMMETRIC_SIGNATURE_ALGORITHM, elliptic ? ECDSA : RSA);
    }
}
