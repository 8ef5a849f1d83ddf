package mokiniai.bench.rivals;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.transform.dom.DOMSource;
import lt.mokiniai.wsdl.students.GetStudent;
import lt.mokiniai.wsdl.students.GetStudentResponse;
import org.apache.wss4j.common.WSS4JConstants;
import org.springframework.context.annotation.Bean;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.ws.config.annotation.EnableWs;
import org.springframework.ws.config.annotation.WsConfigurer;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.server.EndpointInterceptor;
import org.springframework.ws.server.endpoint.annotation.Endpoint;
import org.springframework.ws.server.endpoint.annotation.PayloadRoot;
import org.springframework.ws.server.endpoint.annotation.RequestPayload;
import org.springframework.ws.server.endpoint.annotation.ResponsePayload;
import org.springframework.ws.server.endpoint.interceptor.EndpointInterceptorAdapter;
import org.springframework.ws.soap.SoapHeader;
import org.springframework.ws.soap.SoapMessage;
import org.springframework.ws.soap.security.wss4j2.Wss4jSecurityInterceptor;
import org.springframework.ws.transport.http.MessageDispatcherServlet;
import org.springframework.xml.transform.TransformerHelper;
import org.w3c.dom.Element;

/** Spring-WS with WSS4J, with the keys, certificates and provider of the tuned CXF. */
final class SpringServer {

    private SpringServer() {}

    public static void main(String[] arguments) throws Exception {
        Terms terms = Terms.read(arguments);
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("terms", terms));
        context.register(Services.class);
        MessageDispatcherServlet servlet = new MessageDispatcherServlet(context);
        new Container().with(servlet).start().serve();
    }

    /** The parts of it. */
    @EnableWs
    static class Services implements WsConfigurer {

        private final Terms terms;

        Services(Terms terms) {
            this.terms = terms;
        }

        /** Of an answer they run from the last to the first. */
        @Override
        public void addInterceptors(List<EndpointInterceptor> interceptors) {
            interceptors.add(security());
            interceptors.add(new Headers(terms.answer()));
        }

        private Wss4jSecurityInterceptor security() {
            Wss4jSecurityInterceptor security = new Wss4jSecurityInterceptor();
            security.setValidationActions("Timestamp Signature");
            security.setValidationSignatureCrypto(terms.crypto());
            security.setValidationSubjectDnConstraints(List.of(Pattern.compile(Terms.SIGNERS)));
            security.setEnableSignatureConfirmation(true);
            security.setSecurementActions("Timestamp Signature");
            security.setSecurementSignatureCrypto(terms.crypto());
            security.setSecurementUsername(terms.alias());
            security.setSecurementPassword(Terms.PASSWORD);
            security.setSecurementSignatureKeyIdentifier("DirectReference");
            security.setSecurementSignatureAlgorithm(terms.signatureAlgorithm());
            security.setSecurementSignatureDigestAlgorithm(WSS4JConstants.SHA256);
            security.setSecurementSignatureParts(terms.answer().signedParts());
            try {
                security.afterPropertiesSet();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return security;
        }

        @Bean
        StudentEndpoint studentEndpoint() {
            return new StudentEndpoint(terms.answer().body());
        }
    }

    /** Answers from memory. */
    @Endpoint
    static class StudentEndpoint {

        private final GetStudentResponse answer;

        StudentEndpoint(GetStudentResponse answer) {
            this.answer = answer;
        }

        @PayloadRoot(namespace = "http://mokiniai.lt/students/v1", localPart = "getStudent")
        @ResponsePayload
        public GetStudentResponse getStudent(@RequestPayload GetStudent request) {
            return answer;
        }
    }

    /** Puts the recorded headers into an answer. */
    private static final class Headers extends EndpointInterceptorAdapter {

        private final RecordedAnswer answer;
        private final TransformerHelper transformers = new TransformerHelper();

        Headers(RecordedAnswer answer) {
            this.answer = answer;
        }

        @Override
        public boolean handleResponse(MessageContext context, Object endpoint) throws Exception {
            SoapHeader out = Objects.requireNonNull(((SoapMessage) context.getResponse()).getSoapHeader());
            for (Element header : answer.headers()) {
                transformers.transform(new DOMSource(header), out.getResult());
            }
            return true;
        }
    }
}
