package example;

import eu.x_road.xsd.identifiers.XRoadClientIdentifierType;
import eu.x_road.xsd.identifiers.XRoadServiceIdentifierType;
import jakarta.xml.bind.JAXB;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Holder;
import jakarta.xml.ws.WebServiceException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.namespace.QName;
import lt.mokiniai.students.v1.GetStudent;
import lt.mokiniai.students.v1.GetStudentResponse;
import lt.mokiniai.students.v1.RegisterFault;
import lt.mokiniai.students.v1.Students;
import lt.mokiniai.students.v1.StudentsService;
import lt.mokiniai.types.v1.Fault;
import lt.mokiniai.types.v1.PersonSelector;
import lt.mokiniai.types.v1.Receipt;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.headers.Header;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.wss4j.policy.SP12Constants;
import org.w3c.dom.Element;

/**
 * Calls getStudent of the Pupils' Register. What is signed and what must be signed in the answer stands in the policy
 * of the WSDL: CXF does both, and this class only says with which keys.
 *
 * <p>The arguments are those of every client of docs/clients.md; exit codes: 0 answered, 1 refused or not verified.
 */
public final class StudentsClient {

    private static final QName REQUEST_HASH = new QName("http://x-road.eu/xsd/xroad.xsd", "requestHash");
    private static final String[] REGISTER = "LT-DEMO/GOV/190000008/mokiniai".split("/");

    public static void main(String[] args) throws Exception {
        System.exit(run(args));
    }

    private static int run(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        if (args.length != 6) {
            System.err.println("arguments: URL FOLDER PARTY CLIENT ISSUE PERSONAL-CODE");
            return 2;
        }
        return call(args[0], args[1], args[2], args[3].split("/"), args[4], args[5]);
    }

    private static int call(String url, String folder, String party, String[] client, String issue, String personalCode)
            throws Exception {
        // The WSDL is the copy in this jar, never one that is fetched: whoever could change its policy in between could
        // take the signatures out of it.
        Students students = new StudentsService().getStudentsPort();
        Map<String, Object> context = ((BindingProvider) students).getRequestContext();
        context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, url + "/services/students/v1");
        Keys.of(folder, party).use(context);
        context.put(
                SecurityConstants.POLICY_VALIDATOR_MAP, Map.of(SP12Constants.ALGORITHM_SUITE, new EllipticSuite()));
        SentBytes sent = new SentBytes();
        Client cxf = ClientProxy.getClient(students);
        cxf.getOutInterceptors().add(sent);
        cxf.getInInterceptors().add(new AnswerAlgorithm());
        SignedBody body = new SignedBody();
        cxf.getInInterceptors().add(body);

        GetStudent question = new GetStudent();
        question.setPerson(new PersonSelector());
        question.getPerson().setPersonalCode(personalCode);
        Holder<Receipt> receipt = new Holder<>();
        try {
            GetStudentResponse answer = students.getStudent(
                    question,
                    new Holder<>(subsystem(client)),
                    new Holder<>(operation("getStudent")),
                    new Holder<>(UUID.randomUUID().toString()),
                    new Holder<>("java-client"),
                    new Holder<>(issue),
                    new Holder<>("4.0"),
                    new Holder<>(),
                    receipt);
            if (!body.isSigned()) {
                System.err.println("not verified: the answer is not signed");
                return 1;
            }
            if (!MessageDigest.isEqual(sent.sha512(), requestHash(((BindingProvider) students).getResponseContext()))) {
                System.err.println("not verified: the answer's requestHash is of another request");
                return 1;
            }
            JAXB.marshal(answer, System.out);
            System.out.println("signature verified, receipt " + receipt.value.getNumber());
            return 0;
        } catch (RegisterFault refused) {
            Fault fault = refused.getFaultInfo();
            System.err.println("refused: " + fault.getCode() + " " + fault.getMessage().getEn()
                    + (body.isSigned() ? "" : " (not signed)"));
            return 1;
        } catch (WebServiceException failed) {
            System.err.println("not verified: " + failed.getMessage());
            return 1;
        }
    }

    /** The header requestHash of the answer. It is no parameter: as X-Road advises, the WSDL does not name it. */
    private static byte[] requestHash(Map<String, Object> context) {
        List<Header> headers = CastUtils.cast((List<?>) context.get(Header.HEADER_LIST));
        return headers.stream()
                .filter(header -> header.getName().equals(REQUEST_HASH))
                .findFirst()
                .map(header -> Base64.getMimeDecoder().decode(((Element) header.getObject()).getTextContent()))
                .orElse(new byte[0]);
    }

    static XRoadClientIdentifierType subsystem(String[] parts) {
        XRoadClientIdentifierType client = new XRoadClientIdentifierType();
        client.setObjectType("SUBSYSTEM");
        client.setXRoadInstance(parts[0]);
        client.setMemberClass(parts[1]);
        client.setMemberCode(parts[2]);
        client.setSubsystemCode(parts[3]);
        return client;
    }

    static XRoadServiceIdentifierType operation(String name) {
        XRoadServiceIdentifierType service = new XRoadServiceIdentifierType();
        service.setObjectType("SERVICE");
        service.setXRoadInstance(REGISTER[0]);
        service.setMemberClass(REGISTER[1]);
        service.setMemberCode(REGISTER[2]);
        service.setSubsystemCode(REGISTER[3]);
        service.setServiceCode(name);
        service.setServiceVersion("v1");
        return service;
    }
}
