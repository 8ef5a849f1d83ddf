package mokiniai.bench.rivals;

import jakarta.servlet.ServletConfig;
import jakarta.xml.ws.Endpoint;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import lt.mokiniai.wsdl.students.Students;
import lt.mokiniai.wsdl.students.StudentsService;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.headers.Header;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.cxf.ws.policy.PolicyEngine;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.w3c.dom.Element;

/**
 * CXF with WSS4J on DOM: as its documentation says ({@code stock}), or with what costs nothing in safety and is found by a
 * profiler ({@code tuned}).
 */
final class CxfServer {

    private static final String CRYPTO = "crypto";

    private CxfServer() {}

    public static void main(String[] arguments) throws Exception {
        Terms terms = Terms.read(arguments);
        Container container = new Container();
        container
                .with(new CXFNonSpringServlet() {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected void loadBus(ServletConfig configuration) {
                        super.loadBus(configuration);
                        publish(getBus(), terms);
                    }
                })
                .start()
                .serve();
    }

    private static void publish(Bus bus, Terms terms) {
        // The WSDL's policy would have every message checked a second time, against it.
        bus.getExtension(PolicyEngine.class).setEnabled(false);
        Students students = new StudentsFromMemory(terms.answer().body());
        EndpointImpl endpoint = new EndpointImpl(bus, students);
        endpoint.setWsdlLocation("classpath:wsdl/students/v1/students.wsdl");
        endpoint.setServiceName(StudentsService.SERVICE);
        endpoint.setEndpointName(StudentsService.StudentsPort);
        if (terms.isTuned()) {
            // Of the register it is the log that takes no message twice.
            endpoint.setProperties(Map.of(SecurityConstants.ENABLE_TIMESTAMP_CACHE, false));
        }
        endpoint.getInInterceptors().add(new WSS4JInInterceptor(verifying(terms)));
        endpoint.getOutInterceptors().add(new Headers(terms.answer()));
        endpoint.getOutInterceptors().add(new WSS4JOutInterceptor(signing(terms)));
        publish(endpoint);
    }

    private static void publish(Endpoint endpoint) {
        endpoint.publish("/students/v1");
    }

    private static Map<String, Object> verifying(Terms terms) {
        Map<String, Object> settings = common(terms);
        settings.put(ConfigurationConstants.SIG_VER_PROP_REF_ID, CRYPTO);
        settings.put(ConfigurationConstants.SIG_SUBJECT_CERT_CONSTRAINTS, Terms.SIGNERS);
        if (terms.isTuned()) {
            settings.put(ConfigurationConstants.IS_BSP_COMPLIANT, "false");
        }
        return settings;
    }

    private static Map<String, Object> signing(Terms terms) {
        Map<String, Object> settings = common(terms);
        settings.put(ConfigurationConstants.SIG_PROP_REF_ID, CRYPTO);
        settings.put(ConfigurationConstants.USER, terms.alias());
        CallbackHandler password = callbacks -> ((WSPasswordCallback) callbacks[0]).setPassword(Terms.PASSWORD);
        settings.put(ConfigurationConstants.PW_CALLBACK_REF, password);
        settings.put(ConfigurationConstants.SIG_KEY_ID, "DirectReference");
        settings.put(ConfigurationConstants.SIG_ALGO, terms.signatureAlgorithm());
        settings.put(ConfigurationConstants.SIG_DIGEST_ALGO, WSS4JConstants.SHA256);
        settings.put(ConfigurationConstants.SIGNATURE_PARTS, terms.answer().signedParts());
        if (terms.isTuned()) {
            settings.put(ConfigurationConstants.ADD_INCLUSIVE_PREFIXES, "false");
        }
        return settings;
    }

    private static Map<String, Object> common(Terms terms) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConfigurationConstants.ACTION, "Timestamp Signature");
        settings.put(ConfigurationConstants.ENABLE_SIGNATURE_CONFIRMATION, "true");
        settings.put(CRYPTO, terms.crypto());
        return settings;
    }

    /** Puts the recorded headers into an answer. */
    private static final class Headers extends AbstractPhaseInterceptor<SoapMessage> {

        private final RecordedAnswer answer;

        Headers(RecordedAnswer answer) {
            super(Phase.PRE_LOGICAL);
            this.answer = answer;
        }

        @Override
        public void handleMessage(SoapMessage message) {
            for (Element header : answer.headers()) {
                message.getHeaders()
                        .add(new Header(
                                new QName(header.getNamespaceURI(), header.getLocalName()), header.cloneNode(true)));
            }
        }
    }
}
